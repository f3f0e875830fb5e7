import GraphModel
import SPARQL
import Testing

@Suite("Limits of queries")
struct QueryLimitTests {
  /// A hundred nodes in a ring, and every node tied to every other.
  private static var dense: MemoryDataset {
    let nodes = (0..<100).map { Subject.iri(IRI("http://e/n\($0)")) }
    let data = MemoryDataset()
    for (i, a) in nodes.enumerated() {
      for (j, b) in nodes.enumerated() where i != j {
        data.insert(Quad(Triple(a, IRI("http://e/p"), Term(b))))
      }
    }
    return data
  }

  private func failure(_ query: String, _ options: QueryOptions) -> QueryError? {
    do {
      _ = try Answers.rows(query, Self.dense, options: options)
      return nil
    } catch { return error as? QueryError }
  }

  @Test("a product of everything with everything stops at the timeout")
  func timeout() {
    let query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f + ?i) }"
    let failure = failure(query, QueryOptions(timeout: 0.2))
    guard case .timedOut(let seconds)? = failure else {
      Issue.record("did not stop: \(String(describing: failure))")
      return
    }
    #expect(seconds == 0.2)
  }

  @Test("a table that grows too large stops the query")
  func memory() {
    let query = "SELECT DISTINCT ?a ?c ?d { ?a :p ?b . ?b :p ?c . ?c :p ?d }"
    guard case .outOfMemory(let limit)? = failure(query, QueryOptions(memoryLimit: 1 << 20)) else {
      Issue.record("did not stop")
      return
    }
    #expect(limit == 1 << 20)
  }

  @Test("the caller can stop a query")
  func cancellation() {
    guard case .cancelled? = failure("SELECT * { ?a ?b ?c }", QueryOptions(isCancelled: { true }))
    else {
      Issue.record("did not stop")
      return
    }
  }

  @Test("LIMIT and ASK read no more than they must")
  func early() throws {
    // Without an early end this would be a hundred million rows.
    let limited = "SELECT ?a { ?a :p ?b . ?b :p ?c . ?c :p ?d . ?d :p ?e } LIMIT 3"
    #expect(try Answers.rows(limited, Self.dense, options: QueryOptions(timeout: 60)).count == 3)
    let asked = "ASK { ?a :p ?b . ?b :p ?c . ?c :p ?d . ?d :p ?e }"
    #expect(try Answers.rows(asked, Self.dense, options: QueryOptions(timeout: 60)) == ["true"])
  }

  @Test("a regular expression that would take for ever is an error")
  func regex() throws {
    let text = String(repeating: "a", count: 40)
    let query = "SELECT (REGEX(\"\(text)!\", \"^(a+)+$\") AS ?v) {}"
    #expect(try Answers.rows(query, "").count == 1)
  }

  @Test("paths over cycles end")
  func cycles() throws {
    let all = "SELECT (COUNT(*) AS ?n) { ?a (:p|^:p)* ?b }"
    #expect(try Answers.rows(all, Self.dense) == ["10000"])
  }

  @Test("terms of all kinds are sorted kind by kind, however they come")
  func mixedOrder() throws {
    let values = [
      "_:b", "<http://e/i>", "\"a\"", "\"a\"@en", "\"b\"@ar--rtl", "1", "1.0", "1e0",
      "\"01\"^^<\(XSD.namespace)integer>",
      "\"NaN\"^^<\(XSD.namespace)double>", "\"-INF\"^^<\(XSD.namespace)double>", "true",
      "\"x\"^^<\(XSD.namespace)integer>",
      "\"2020-01-01\"^^<\(XSD.namespace)date>", "\"2020-01-01Z\"^^<\(XSD.namespace)date>",
      "\"2020-01-01T00:00:00\"^^<\(XSD.namespace)dateTime>",
      "\"2020-01-01T00:00:00+14:00\"^^<\(XSD.namespace)dateTime>",
      "\"P1M\"^^<\(XSD.namespace)yearMonthDuration>", "\"PT1H\"^^<\(XSD.namespace)dayTimeDuration>",
      "\"v\"^^<http://e/type>",
      "<<( :s :p 1 )>>", "<<( :s :p _:c )>>",
    ]
    func sorted(_ values: [String], _ order: String) throws -> [String] {
      let data = values.map { ":s :o \($0) ." }.joined(separator: "\n")
      return try Answers.rows("SELECT ?o { :s :o ?o } ORDER BY \(order)", data)
    }
    // Blank nodes, IRIs, literals, triple terms (SPARQL 1.1, 15.1); equal literals in any order.
    let all = Set(try sorted(values, "?o"))
    for turn in 0..<values.count {
      let turned = Array(values[turn...] + values[..<turn])
      let rows = try sorted(turned, "?o")
      #expect(Set(rows) == all && rows.count == values.count)
      #expect(rows.prefix(2) == ["_", ":i"])
      #expect(rows.suffix(2).allSatisfy { $0.hasPrefix(":s :p") })
      let turnedRound = try sorted(turned, "DESC(?o)")
      #expect(turnedRound.prefix(2).allSatisfy { $0.hasPrefix(":s :p") })
      #expect(turnedRound.suffix(2) == [":i", "_"])
    }
  }

  @Test("another endpoint is not asked unless that is allowed")
  func service() throws {
    struct Endpoint: QueryService {
      func solutions(of query: String, at endpoint: IRI) -> (variables: [String], rows: [[Term?]]) {
        (["x", "y"], [[.iri(IRI("http://e/n1")), nil], [.string("s"), .string("t")]])
      }
    }
    let query = "SELECT ?x ?y { SERVICE <http://far/> { ?x :p ?y } } ORDER BY ?x"
    guard case .serviceForbidden(IRI("http://far/"))? = failure(query, QueryOptions()) else {
      Issue.record("was asked")
      return
    }
    let silent = "SELECT ?x { SERVICE SILENT <http://far/> { ?x :p ?y } }"
    #expect(try Answers.rows(silent, "") == ["-"])
    let answered = try Answers.rows(query, "", options: QueryOptions(service: Endpoint()))
    #expect(answered == [":n1 -", "\"s\" \"t\""])
  }

  @Test("a store's own functions are called by their IRI")
  func extensions() throws {
    struct Doubling: ExtensionFunctions {
      func contains(_ function: IRI) -> Bool { function == IRI("http://e/double") }
      func call(_ function: IRI, _ arguments: [Term]) -> Term? {
        guard case .literal(let form, _)? = arguments.first else { return nil }
        return .string(form + form)
      }
    }
    let options = QueryOptions(functions: Doubling())
    let query = "SELECT (:double(\"ab\") AS ?v) (:other(1) AS ?w) {}"
    #expect(try Answers.rows(query, "", options: options) == ["\"abab\" -"])
  }
}
