import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("UnnamedSource")
struct UnnamedSourceTests {
  @Test(
    "tells sources that the text keeps unnamed",
    arguments: [
      ("according", "person", true), ("asked", "Officials", true), ("people", "people", true),
      ("based", "company", false), ("think", "founders", false), ("according", "mine", false),
    ])
  func unnamed(name: String, word: String, expected: Bool) throws {
    let tree = try TreeReader.tree(name)
    let head = try #require(tree.sentence.tokens.firstIndex { $0.form == word })
    #expect(UnnamedSource.isUnnamed(head, in: tree) == expected)
  }

  @Test("“the people” after an unnamed source are the same people")
  func sameSource() throws {
    let extraction = try ClaimLines("asked", "people").extraction
    let sources = extraction.mentions.filter { $0.kind == .unnamedSource }
    #expect(sources.map(\.text) == ["Officials who asked not to be named", "The people"])
    #expect(Set(sources.map(\.chain)).count == 1)
  }
}
