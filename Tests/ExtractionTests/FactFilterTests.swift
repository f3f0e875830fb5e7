import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("FactFilter")
struct FactFilterTests {
  @Test("a pronoun without an antecedent asserts nothing")
  func pronoun() throws { #expect(try ClaimLines("he").lines.isEmpty) }

  @Test("what nobody can name asserts nothing")
  func dummy() throws { #expect(try ClaimLines("others").lines.isEmpty) }

  @Test("a mark, a preposition or a relative pronoun is no thing")
  func things() throws {
    let tree = try TreeReader.tree("bridge")
    func allows(_ subject: Int) -> Bool {
      FactFilter(tree: tree).allows(
        Fact(
          head: 3, subject: subject, source: .own, label: "build", predicate: [3],
          object: .phrase(5),
          rule: "test"),
        context: ClauseContext())
    }
    #expect(allows(1))
    #expect(!allows(2))
    #expect(!allows(8))
  }

  @Test("a whole sentence needs more than a participle")
  func participle() throws { #expect(try ClaimLines("tornroot").lines.isEmpty) }

  @Test("behind a comma a relative clause may be of the nearer noun, also as its object")
  func farGap() throws {
    #expect(try ClaimLines("fargap").lines.allSatisfy { !$0.contains("build") })
  }

  @Test("a possessive in a headline may be half of a title")
  func headlinePossessive() throws {
    let tree = try TreeReader.tree("bought")
    func allows(_ block: TextBlock.Kind) -> Bool {
      let sentence = Sentence(
        bytes: tree.sentence.bytes, block: block, tokens: tree.sentence.tokens,
        names: tree.sentence.names)
      return FactFilter(tree: SentenceTree(sentence, index: 0)).allows(
        Fact(
          head: 2, subject: 0, source: .own, label: "have", predicate: [1], object: .phrase(2),
          rule: "nominal/possession"),
        context: ClauseContext())
    }
    #expect(allows(.paragraph))
    #expect(!allows(.heading))
  }

  @Test("a relative clause that a parser tore across its noun is no far one")
  func torn() throws {
    let tree = try TreeReader.tree("torn")
    let fact = Fact(
      head: 5, subject: 3, source: .relative, label: "build", predicate: [5], object: .phrase(7),
      rule: "test")
    #expect(FactFilter(tree: tree).allows(fact, context: ClauseContext()))
  }
}
