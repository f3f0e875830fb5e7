import GraphModel
import Testing

@testable import Schema

@Suite("Schema")
struct SchemaTests {
  private let schema = Schema(
    relations: [
      Relation(
        name: "owns", label: "owns", domain: ["Agent"], range: ["Company"], inverse: nil,
        isSymmetric: false, isFunctional: false, patterns: [])
    ],
    superclasses: [
      "Thing": [], "Agent": ["Thing"], "Person": ["Agent"], "Organization": ["Agent"],
      "Company": ["Organization"], "Place": ["Thing"], "Country": ["Place", "Agent"],
    ])

  @Test(
    "a class is itself, its superclasses and theirs",
    arguments: [
      ("Company", "Company", true), ("Company", "Agent", true), ("Country", "Place", true),
      ("Country", "Agent", true), ("Agent", "Company", false), ("Person", "Place", false),
      ("Unheard", "Thing", false),
    ])
  func subclass(name: String, ancestor: String, expected: Bool) {
    #expect(schema.isSubclass(name, of: ancestor) == expected)
  }

  @Test("a class that is known in part may stand where a narrower one is asked for")
  func acceptsPartlyKnown() {
    #expect(schema.accepts(type: "Organization", for: "owns", as: .object))
    #expect(schema.accepts(type: "Company", for: "owns", as: .object))
    #expect(!schema.accepts(type: "Person", for: "owns", as: .object))
    #expect(schema.accepts(subject: "Country", relation: "owns", object: "Company"))
    #expect(!schema.accepts(subject: "Country", relation: "sells", object: "Company"))
  }

  @Test("a slip of the pen is recognised, another word is not")
  func suggests() {
    #expect(Schema.suggestion(for: "Compnay", among: ["Person", "Company"]) == "Company")
    #expect(Schema.suggestion(for: "company", among: ["Person", "Company"]) == "Company")
    #expect(Schema.suggestion(for: "Xylophone", among: ["Person", "Company"]) == nil)
  }
}
