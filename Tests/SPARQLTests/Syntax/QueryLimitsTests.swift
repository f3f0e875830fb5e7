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
    "a megabyte of flat query is read",
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
    let count = (1 << 20) / link.utf8.count
    #expect(problem(start + String(repeating: link, count: count) + end) == nil)
  }
}
