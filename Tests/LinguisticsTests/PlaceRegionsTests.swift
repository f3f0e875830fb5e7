import Testing

@testable import Linguistics

@Suite("Places with their regions")
struct PlaceRegionsTests {
  /// The parts of a name of a place whose words hang on each other as told.
  private func parts(
    _ words: String, heads: [Int], _ relations: [DependencyRelation], kind: NameSpan.Kind = .place
  ) -> [Range<Int>] {
    ParsedSentence.names(of: words, heads: heads, relations, kind: kind) {
      PlaceRegions.parted($0, words: $1)
    }
  }

  @Test("are two names where the region hangs on the place")
  func parted() {
    #expect(parts("Springfield Illinois", heads: [-1, 0], ["root", "flat"]) == [0..<1, 1..<2])
    #expect(parts("San Mateo Ca", heads: [-1, 0, 0], ["root", "flat", "flat"]) == [0..<2, 2..<3])
    #expect(parts("Nantes FRANCE", heads: [-1, 0], ["root", "appos"]) == [0..<1, 1..<2])
    #expect(
      parts("Albany New York", heads: [-1, 2, 0], ["root", "amod", "nmod:unmarked"])
        == [0..<1, 1..<3])
  }

  @Test("are one name where the tree tells no second, or the whole is a region itself")
  func whole() {
    #expect(parts("South Vietnam", heads: [1, -1], ["compound", "root"]) == [0..<2])
    #expect(parts("Gulf of Oman", heads: [-1, 2, 0], ["root", "case", "nmod"]) == [0..<3])
    #expect(parts("West Virginia", heads: [-1, 0], ["root", "flat"]) == [0..<2])
    #expect(parts("Washington DC", heads: [-1, 0], ["root", "flat"]) == [0..<2])
    #expect(parts("Rafael in", heads: [-1, 0], ["root", "flat"]) == [0..<2])
    #expect(
      parts("Virgin Georgia", heads: [-1, 0], ["root", "flat"], kind: .organization) == [0..<2])
  }
}
