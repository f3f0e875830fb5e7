import Testing

@testable import Schema

@Suite("The embedded vocabulary")
struct EmbeddedSchemaTests {
  private let schema: Schema

  init() throws { schema = try Schema.embedded() }

  @Test("holds the classes that names are given and the relations that the reader knows")
  func holds() {
    for name in ["Person", "Organization", "Place", "Country", "Company", "Money", "Date", "Text"] {
      #expect(schema.schemaClass(named: name) != nil, "\(name)")
    }
    #expect(schema.relations.count >= 60)
    #expect(schema.isSubclass("Country", of: "Agent"))
    #expect(schema.isSubclass("Company", of: "Organization"))
    #expect(schema.cancellingModifiers.contains("former"))
  }

  @Test("documents, evokes and shows every relation, and says what does not evoke it")
  func complete() {
    for relation in schema.relations {
      #expect(relation.comment?.isEmpty == false, "\(relation.name) has no comment")
      #expect(!relation.domain.isEmpty, "\(relation.name) has no domain")
      #expect(!relation.range.isEmpty, "\(relation.name) has no range")
      #expect(!relation.patterns.isEmpty, "\(relation.name) has no pattern")
      #expect(!relation.examples.isEmpty, "\(relation.name) has no example")
      #expect(!relation.counterExamples.isEmpty, "\(relation.name) has no counter-example")
      for pattern in relation.patterns {
        #expect(pattern.position != nil, "\(pattern.rule) is not found in the file")
      }
      if relation.isSymmetric {
        #expect(relation.domain == relation.range && relation.inverse == nil, "\(relation.name)")
      }
    }
  }

  @Test("writes each name in lowerCamelCase and each class in UpperCamelCase")
  func names() {
    for relation in schema.relations {
      #expect(relation.name.allSatisfy(\.isLetter) && relation.name.first?.isLowercase == true)
    }
    for entry in schema.classes {
      #expect(entry.name.allSatisfy(\.isLetter) && entry.name.first?.isUppercase == true)
    }
  }

  @Test("maps a relation to Wikidata where there is a property for it")
  func mappings() throws {
    let founded = try #require(schema.relation(named: "foundedBy"))
    #expect(founded.mappings.map(\.value) == ["http://www.wikidata.org/prop/direct/P112"])
    #expect(schema.relations.filter { !$0.mappings.isEmpty }.count >= 45)
    #expect(schema.relations.filter { $0.followTheMoney != nil }.count >= 40)
  }
}
