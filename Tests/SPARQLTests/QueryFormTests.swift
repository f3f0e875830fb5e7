import SPARQL
import Testing

@Suite("QueryForm")
struct QueryFormTests {
  @Test(
    "knows SPARQL by its first word",
    arguments: [
      "SELECT ?x WHERE { ?x ?p ?o }", "select * { ?s ?p ?o }", "ASK { ?s ?p 1 }",
      "PREFIX q: <x:>\nSELECT ?s { ?s q:a ?o }", "# a comment\nSELECT DISTINCT ?x {}",
      "BASE <http://example.org/> ASK {}", "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }",
      "DESCRIBE <x:a> {}",
    ])
  func sparql(text: String) { #expect(QueryForm(of: text) == .sparql) }

  @Test(
    "takes the rest for a pattern",
    arguments: [
      "SoftBank investedIn ?", "? ? ?", "", "Select bought ?", "Base owns ?x", "Prefix is ?",
      "describe ? ?",
    ])
  func pattern(text: String) { #expect(QueryForm(of: text) == .pattern) }
}
