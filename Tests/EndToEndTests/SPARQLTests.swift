import Foundation
import Testing

@Suite("SPARQL on the command line")
struct SPARQLTests {
  /// A store of one sentence.
  private func store() throws -> Command {
    let command = try Command()
    try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/good.txt")
    try #require(try command.quipu("build", "in").status == 0)
    return command
  }

  @Test("a query sees what the documents say, also after they change")
  func statements() throws {
    let command = try store()
    let count = "SELECT (COUNT(*) AS ?n) { ?d a schema:DigitalDocument }"
    #expect(try command.quipu("query", count, "--format", "csv").output == "n\r\n1\r\n")
    try command.write("Charles Babbage lived in London.\n", to: "in/more.txt")
    try command.quipu("build", "in")
    #expect(try command.quipu("query", count, "--format", "csv").output == "n\r\n2\r\n")
    let label = "ASK { ?e skos:prefLabel|rdfs:label ?l FILTER(STR(?l) = 'Ada Lovelace') }"
    let asked = try command.quipu("query", label)
    #expect(asked.output == "yes\n")
    #expect(asked.status == 0)
    #expect(try command.quipu("query", "ASK { <urn:a> <urn:b> 1 }").status == 1)
  }

  @Test("named graphs can be changed, the default graph cannot")
  func updates() throws {
    let command = try store()
    let insert = try command.quipu(
      "update", "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> '01'^^xsd:integer } }")
    #expect(insert.status == 0, "\(insert.errors)")
    let query = "SELECT ?o { GRAPH <urn:g> { ?s ?p ?o } }"
    #expect(
      try command.quipu("query", query, "--format", "tsv").output == "?o\n01\n")
    let refused = try command.quipu("update", "INSERT DATA { <urn:a> <urn:b> 1 }")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("Name a graph"))
    try command.quipu("build", "in", "--reread")
    #expect(try command.quipu("query", query, "--format", "tsv").output == "?o\n01\n")
    try command.quipu("update", "DROP GRAPH <urn:g>")
    #expect(try command.quipu("query", query).status == 1)
    #expect(try command.quipu("verify").status == 0)
  }

  @Test("functions tell what a statement rests on")
  func evidence() throws {
    let command = try store()
    let query = """
      SELECT ?quote ?name { ?s a q:Statement FILTER(f:matches(?s, "babbage ltd")) \
      BIND(f:quote(?s) AS ?quote) BIND(f:documentName(?s) AS ?name) } LIMIT 1
      """
    let answer = try command.quipu("query", query, "--format", "tsv")
    #expect(answer.lines.count == 2, "\(answer.errors)")
    #expect(answer.lines.last?.contains("founded Babbage Ltd.") == true)
    #expect(answer.lines.last?.hasSuffix("\"in/good.txt\"") == true)
    let slip = try command.quipu("query", "ASK { FILTER(f:qoute(<urn:x>)) }")
    #expect(slip.status == 2 && slip.errors.contains("did you mean f:quote?"))
  }

  @Test("SERVICE asks another computer only if that is allowed, and tells what went wrong")
  func service() throws {
    let command = try store()
    let endpoint = try LoopbackEndpoint(
      answer:
        #"{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"far"}}]}}"#)
    let query = "SELECT ?x { SERVICE <\(endpoint.address)> { ?x ?y ?z } }"
    let refused = try command.quipu("query", query)
    #expect(refused.status == 2 && refused.errors.contains("--service"))
    #expect(endpoint.requests.isEmpty)
    let allowed = try command.quipu("query", "--service", query, "--format", "tsv")
    #expect(allowed.output == "?x\n\"far\"\n", "\(allowed.errors)")
    #expect(endpoint.requests.first?.contains("SELECT%20") == true)
    let wrong = try LoopbackEndpoint(answer: "no JSON")
    let failed = try command.quipu(
      "query", "--service", "SELECT ?x { SERVICE <\(wrong.address)> { ?x ?y ?z } }")
    #expect(failed.status == 2 && failed.errors.contains("no SPARQL results"))
    let file = try command.quipu(
      "query", "--service", "SELECT ?x { SERVICE <file:///etc/hosts> { ?x ?y ?z } }")
    #expect(file.status == 2 && file.errors.contains("none of http or https"))
  }

  @Test("graphs are written as RDF, and an error names its place and what was meant")
  func formats() throws {
    let command = try store()
    let graph = try command.quipu(
      "query", "CONSTRUCT { <urn:a> <urn:b> ?n } { BIND(1 + 1 AS ?n) }", "--format", "ntriples")
    #expect(
      graph.output
        == "<urn:a> <urn:b> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n")
    let wrong = try command.quipu("query", "SELECT *\n{ FILTR(?x) }")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("2:3"))
    #expect(wrong.errors.contains("did you mean FILTER"))
    try command.write("ASK { }", to: "q.rq")
    #expect(try command.quipu("query", "-f", "q.rq", "--json").output.contains("true"))
    let plan = try command.quipu("query", "--explain", "SELECT * { ?s rdf:type ?t }")
    #expect(plan.output.contains("scan"))
  }
}
