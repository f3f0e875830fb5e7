import GraphModel
import SPARQL
import Testing

@Suite("Query syntax errors")
struct QuerySyntaxErrorTests {
  private func error(_ text: String) -> QuerySyntaxError? {
    do {
      _ = try Query(text, prefixes: [Prefix("foaf", IRI("http://xmlns.com/foaf/0.1/"))])
      return nil
    } catch {
      return error
    }
  }

  @Test("an error tells its line and column in code points")
  func place() throws {
    let error = try #require(self.error("SELECT * {\n  ?é 'ü' ;;; }\n"))
    #expect(error.line == 2)
    #expect(error.column == 6)
    #expect(error.byteOffset == 17)
  }

  @Test(
    "a misspelt word is told the right one",
    arguments: [
      ("SELCT * {}", "SELECT"), ("SELECT * { OPTINAL {} }", "OPTIONAL"),
      ("SELECT * WEHRE {}", "WHERE"), ("SELECT * { FILTRE(?x) }", "FILTER"),
    ])
  func keywords(text: String, word: String) throws {
    guard case .expected(_, _, let similar)? = error(text)?.problem else {
      Issue.record("\(String(describing: error(text)))")
      return
    }
    #expect(similar.first == word)
  }

  @Test("a misspelt function or prefix is told the right one")
  func names() {
    #expect(
      error("ASK { FILTER(REGX(?x, 'a')) }")?.problem
        == .unknownFunction("REGX", similar: ["REGEX"]))
    #expect(
      error("ASK { ?x foa:name ?y }")?.problem == .unknownPrefix("foa", similar: ["foaf"]))
  }

  @Test(
    "what the grammar cannot say is refused too",
    arguments: [
      ("SELECT * { ?x <http://p> ?y BIND(1 AS ?y) }", .variableInUse("y")),
      ("SELECT (1 AS ?x) { ?x <http://p> ?y }", .variableInUse("x")),
      ("SELECT ?x { ?x <http://p> ?y } GROUP BY ?y", .ungroupedVariable("x")),
      ("SELECT * { ?x <http://p> ?y } GROUP BY ?y", .starWithGrouping),
      ("ASK { FILTER(COUNT(*) > 1) }", .misplacedAggregate("COUNT")),
      ("SELECT (SUM(MIN(?x)) AS ?y) {}", .misplacedAggregate("MIN")),
      ("ASK { { _:a <http://p> 1 } { _:a <http://p> 1 } }", .blankNodeReused("a")),
      ("ASK { VALUES (?x ?x) {} }", .duplicateVariable("x")),
      ("ASK { VALUES (?x ?y) { (1) } }", .valueCount(expected: 2, found: 1)),
      ("ASK { <a> <b> <c> }", .relativeIRI("a")),
      (
        "ASK { FILTER(STRLEN()) }",
        .argumentCount(function: "STRLEN", minimum: 1, maximum: 1, found: 0)
      ),
      ("ASK { ?x <http://p>* ?y {| <http://q> 1 |} }", .misplacedPath),
      ("ASK { ?x <http://p> 'a'@en--up }", .badDirection("up")),
      ("ASK { ?x <http://p> 'a }", .unterminatedString),
      ("ASK { ?x <http://p> '\\q' }", .badEscape),
      ("SELECT * {} LIMIT 99999999999999999999", .numberTooLarge("99999999999999999999")),
    ] as [(String, QuerySyntaxError.Problem)])
  func refused(text: String, problem: QuerySyntaxError.Problem) {
    #expect(error(text)?.problem == problem)
  }

  @Test("bytes that are not UTF-8 are told where")
  func encoding() throws {
    let bytes = Array("ASK { # ".utf8) + [0xff, 0x0a] + Array("}".utf8)
    do {
      _ = try Query(bytes)
      Issue.record("accepted")
    } catch {
      #expect(error.problem == .notUTF8)
      #expect(error.byteOffset == 8)
    }
  }
}
