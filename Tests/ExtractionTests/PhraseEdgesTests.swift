import Linguistics
import Testing

@testable import Extraction

@Suite("PhraseEdges")
struct PhraseEdgesTests {
  /// Whether the phrase that a word heads is a piece of a longer one.
  private func isCut(_ name: String, _ word: String, core: Range<Int>? = nil) throws -> Bool {
    let tree = try TreeReader.tree(name)
    let head = try #require(tree.sentence.tokens.firstIndex { $0.form == word })
    let phrase = NounPhrase(tree: tree)
    let run = phrase.run(head, in: phrase.tokens(head, .conjunct))
    return PhraseEdges(tree: tree, head: head, run: run, core: core ?? run).isCut { _ in false }
  }

  @Test("a whole phrase is none")
  func whole() throws {
    #expect(try !isCut("bought", "Zenith"))
    #expect(try !isCut("bridge", "firm"))
  }

  @Test("a bare noun before a name that the tree hangs elsewhere is cut")
  func bareNoun() throws { #expect(try isCut("tornname", "consultancy")) }

  @Test("what joins a name with a sign is cut")
  func ampersand() throws { #expect(try isCut("tornname", "Wines")) }

  @Test("an owner that took the place of what it owns is cut")
  func owner() throws { #expect(try isCut("tornowner", "Lund")) }

  @Test("a name in front of a name that the label leaves out")
  func inside() throws {
    #expect(try isCut("compoundname", "Works", core: 1..<2))
    #expect(try !isCut("compoundname", "Works", core: 0..<2))
  }

  @Test("a fact of a piece of a name is held back")
  func heldBack() throws {
    #expect(try ClaimLines("tornname").lines.isEmpty)
    #expect(try ClaimLines("tornowner").lines.isEmpty)
  }
}
