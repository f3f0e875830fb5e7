import GraphModel
import SPARQL
import Testing

/// Queries that are meant to break a parser.
@Suite("Query limits")
struct QueryLimitsTests {
  private func problem(_ text: String) -> QuerySyntaxError.Problem? {
    do {
      _ = try Query(text)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(
    "brackets may nest to the limit and no further",
    arguments: [
      ("ASK { FILTER", "(", "1", ")", " }"), ("ASK ", "{", "", "}", ""),
      ("ASK { FILTER(", "!", "?x", "", ") }"),
      ("ASK { ?s ", "(", "<http://p>", ")*", " ?o }"),
      ("ASK { ?s <http://p> ", "(", "1", ")", " }"),
      ("ASK { ?s <http://p> ", "[ <http://p> ", "1", "]", " }"),
      ("ASK { ?s <http://p> ", "<<( <http://s> <http://p> ", "1", ")>>", " }"),
      ("ASK { ?s <http://p> ", "<< <http://s> <http://p> ", "1", ">>", " }"),
      ("ASK { FILTER(", "ABS(", "1", ")", ") }"),
      ("ASK ", "{ FILTER EXISTS ", "{}", "}", ""),
      ("ASK ", "{ SELECT * ", "{}", "}", ""),
    ])
  func nesting(start: String, open: String, inside: String, close: String, end: String) {
    func text(_ depth: Int) -> String {
      start + String(repeating: open, count: depth) + inside
        + String(repeating: close, count: depth) + end
    }
    #expect(problem(text(QueryLimits.nesting - 3)) == nil)
    #expect(
      problem(text(QueryLimits.nesting + 2)) == .nestedTooDeeply(limit: QueryLimits.nesting))
    #expect(problem(text(100_000)) == .nestedTooDeeply(limit: QueryLimits.nesting))
  }

  @Test(
    "chains that would make a deep tree end at a limit",
    arguments: [
      ("ASK { FILTER(1", " + 1", ") }"), ("ASK { FILTER(1", " * 1", ") }"),
      ("ASK { FILTER(1", " -1", ") }"), ("ASK {", " OPTIONAL {}", "}"),
      ("ASK {", " MINUS {}", "}"),
    ])
  func chains(start: String, link: String, end: String) {
    func text(_ count: Int) -> String { start + String(repeating: link, count: count) + end }
    #expect(problem(text(QueryLimits.depth - 10)) == nil)
    #expect(problem(text(100_000)) == .nestedTooDeeply(limit: QueryLimits.depth))
  }

  @Test("chains inside brackets inside chains are counted together")
  func mixed() {
    var text = "1"
    for _ in 0..<100 { text = "(\(text)" + String(repeating: " + 1", count: 900) + ")" }
    #expect(problem("ASK { FILTER\(text) }") == .nestedTooDeeply(limit: QueryLimits.depth))
  }

  @Test(
    "flat queries of any length are read",
    arguments: [
      ("ASK { VALUES ?x {", " \"a\"", "} }"), ("ASK {", " ?s <http://p> ?o .", "}"),
      ("ASK { {}", " UNION {}", "}"), ("ASK {", " {}", "}"),
      ("ASK { FILTER(?x", " || ?x", ") }"), ("ASK { FILTER(?x", " && ?x", ") }"),
      ("ASK { FILTER(?x IN (1", ", 1", ")) }"), ("ASK {", " FILTER(?x)", "}"),
      ("ASK { ?s <http://p>", "/<http://p>", " ?o }"),
      ("ASK { ?s <http://p>", "|<http://p>", " ?o }"),
      ("ASK { ?s !(<http://p>", "|<http://p>", ") ?o }"),
      ("ASK { ?s <http://p> 1", " ; <http://p> 1", " }"),
      ("ASK { ?s <http://p> (", " 1", ") }"), ("ASK {} #", " a", "\n"),
    ])
  func flat(start: String, link: String, end: String) {
    let count = (1 << 17) / link.utf8.count
    #expect(problem(start + String(repeating: link, count: count) + end) == nil)
  }

  @Test("a query of a megabyte is read, and refused at its place if it is wrong")
  func megabyte() throws {
    let many = String(repeating: " 1", count: 1 << 19)
    #expect(problem("ASK { VALUES ?x {" + many + "} }") == nil)
    let wrong = "ASK { VALUES ?x {" + many + "] }"
    do throws(QuerySyntaxError) {
      _ = try Query(wrong)
      Issue.record("it was read")
    } catch { #expect(error.byteOffset == "ASK { VALUES ?x {".utf8.count + many.utf8.count) }
  }

  @Test("texts that a query makes do not grow without bound")
  func texts() {
    func doubling(_ count: Int) -> String {
      (0..<count).reduce("BIND('aaaaaaaaaaaaaaaa' AS ?x0) ") { text, step in
        text + "BIND(CONCAT(?x\(step), ?x\(step)) AS ?x\(step + 1)) "
      }
    }
    let queries = [
      "SELECT * { \(doubling(30))}",
      "SELECT * { \(doubling(12))BIND(REPLACE(?x12, 'a', ?x12) AS ?y) }",
    ]
    for query in queries {
      do {
        guard case .solutions(let solutions) = try Query(query).run(over: MemoryDataset([])) else {
          continue
        }
        _ = try solutions.rows()
        Issue.record("did not stop")
      } catch QueryError.textTooLong(let limit) {
        #expect(limit == QueryLimits.text)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test("a long list of IRIs is looked up, not walked")
  func lists() throws {
    let quads = (0..<1000).map { place in
      Quad(Triple(.iri(IRI("http://s\(place)")), IRI("http://p\(place)"), .string("o")))
    }
    let list = (1..<1000).map { "<http://p\($0)>" }.joined(separator: "|")
    let query = try Query("SELECT ?s { ?s !(\(list)) ?o }")
    guard case .solutions(let solutions) = try query.run(over: MemoryDataset(quads)) else { return }
    #expect(try solutions.rows() == [[.iri(IRI("http://s0"))]])
  }
}
