import GraphFormats
import GraphModel
import Testing

@testable import Schema

@Suite("Schema loading")
struct SchemaLoadingTests {
  private static let prefixes = """
    @prefix q: <https://quipu.dev/ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

    """

  private func load(_ body: String) throws(SchemaError) -> Schema {
    try Schema.load(turtle: Array((Self.prefixes + body).utf8), file: "own.ttl")
  }

  @Test("reads a class and a relation with all they have")
  func reads() throws {
    let schema = try load(
      """
      q:Agent a rdfs:Class ; rdfs:label "agent"@en .
      q:Company a rdfs:Class ; rdfs:label "company"@en ; rdfs:subClassOf q:Agent ;
        q:noun "startup, firm" ; q:nameEnding "Ltd" ; q:name "Acme  Works" .
      q:owns a q:Relation , owl:FunctionalProperty ; rdfs:label "owns"@en ;
        rdfs:comment "Has."@en ; rdfs:domain q:Agent ; rdfs:range q:Company ;
        owl:inverseOf q:ownedBy ; skos:exactMatch <http://example.org/owns> ; q:ftm "Ownership" ;
        q:pattern [ q:rule "own/verb" ; q:match "verb:own subject>S object>O" ] ;
        q:example [ q:sentence "A owns B." ; q:subject "A" ; q:object "B" ] ;
        q:counterExample "A does not own B." .
      q:ownedBy a q:InverseRelation ; rdfs:label "owned by"@en .
      <https://quipu.dev/ns> q:cancels "Former, ex" .
      """)
    let owns = try #require(schema.relation(named: "owns"))
    #expect(owns.domain == ["Agent"])
    #expect(owns.range == ["Company"])
    #expect(owns.inverse == "ownedBy")
    #expect(owns.isFunctional && !owns.isSymmetric)
    #expect(owns.mappings == [IRI("http://example.org/owns")])
    #expect(owns.followTheMoney == "Ownership")
    #expect(owns.patterns.map(\.rule) == ["own/verb"])
    #expect(owns.patterns.first?.position == SourcePosition(line: 11, column: 44))
    #expect(owns.examples == [.init(sentence: "A owns B.", subject: "A", object: "B")])
    #expect(owns.counterExamples == ["A does not own B."])
    let company = try #require(schema.schemaClass(named: "Company"))
    #expect(company.nouns == ["firm", "startup"])
    #expect(company.names == ["Acme Works"])
    #expect(company.nameEndings == ["Ltd"])
    #expect(schema.superclasses["Company"] == ["Agent"])
    #expect(schema.cancellingModifiers == ["ex", "former"])
    #expect(schema.type(ofNoun: "startup") == "Company")
  }

  private static let relation = #"q:r a q:Relation ; rdfs:label "r""#

  @Test(
    "names the fault and its place",
    arguments: [
      (
        "q:A a rdfs:Class ; rdfs:label \"a\" ; rdfs:subClassOf q:Compnay .\nq:Company a rdfs:Class ; rdfs:label \"c\" .",
        SchemaError.unknownClass(
          name: "Compnay", usedBy: "A", suggestion: "Company",
          at: SourcePosition(line: 5, column: 53))
      ),
      (
        relation + " ; rdfs:domain q:Nothing .",
        .unknownClass(
          name: "Nothing", usedBy: "r", suggestion: nil, at: SourcePosition(line: 5, column: 49))
      ),
      (
        relation + " ; owl:inverseOf q:s .",
        .unknownRelation(
          name: "s", usedBy: "r", suggestion: "r", at: SourcePosition(line: 5, column: 51))
      ),
      (
        "q:r a q:Relation .",
        .missing(property: "rdfs:label", of: "r", at: SourcePosition(line: 5, column: 1))
      ),
      (
        relation + " ; q:pattern [ q:rule \"x\" ] .",
        .missing(property: "q:match", of: "x", at: SourcePosition(line: 5, column: 57))
      ),
      (
        relation + " ; q:pattern \"verb:own\" .",
        .unexpectedValue(property: "q:pattern", of: "r", at: SourcePosition(line: 5, column: 1))
      ),
      (
        "q:A a rdfs:Class ; rdfs:label \"a\" ; rdfs:subClassOf q:B .\nq:B a rdfs:Class ; rdfs:label \"b\" ; rdfs:subClassOf q:A .",
        .cycle(classes: ["A", "B", "A"], at: SourcePosition(line: 5, column: 1))
      ),
      (
        relation + " ; q:patern [ q:rule \"x\" ; q:match \"verb:own\" ] .",
        .unknownProperty(
          name: "q:patern", usedBy: "r", suggestion: "q:pattern",
          at: SourcePosition(line: 5, column: 37))
      ),
      (
        "q:r a q:Relatoin ; rdfs:label \"r\" .",
        .unknownKind(
          name: "q:Relatoin", usedBy: "r", suggestion: "q:Relation",
          at: SourcePosition(line: 5, column: 7))
      ),
      (
        "q:A a rdfs:Class ; rdfs:label \"a\" ; q:adjective \"Dutch\" .",
        .unexpectedValue(
          property: "q:adjective", of: "A", at: SourcePosition(line: 5, column: 37))
      ),
      ("q:A a rdfs:Class ; rdfs:label \"a\" .", .empty),
    ])
  func faults(body: String, expected: SchemaError) {
    #expect(throws: expected) { try load(body) }
  }

  @Test("says where Turtle is broken")
  func syntax() {
    #expect {
      try load("q:A a rdfs:Class ; rdfs:label .")
    } throws: { error in
      guard case .syntax(let fault)? = error as? SchemaError else { return false }
      return fault.line == 5
    }
  }

  @Test("two rules of one name are refused")
  func duplicateRule() {
    let pattern = #"q:pattern [ q:rule "x" ; q:match "a" ] , [ q:rule "x" ; q:match "b" ]"#
    #expect {
      try load(Self.relation + " ; " + pattern + " .")
    } throws: { error in
      guard case .duplicateRule(name: "x", _)? = error as? SchemaError else { return false }
      return true
    }
  }
}
