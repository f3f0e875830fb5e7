import Testing

@testable import Linguistics

@Suite("Family names before given names")
struct InvertedNamesTests {
  private func names(_ text: String, _ spans: [(Range<Int>, NameSpan.Kind)]) -> [Range<Int>] {
    let words = text.split(separator: " ").map(String.init)
    return InvertedNames.joined(
      spans.map { NameSpan(tokens: $0.0, kind: $0.1) }, words: words
    ).map(\.tokens)
  }

  @Test("are one name in quotes")
  func joined() {
    #expect(names("\" Lund , Ada \"", [(1..<2, .person), (3..<4, .person)]) == [1..<4])
    #expect(
      names("to “ Van Dam , Eva ” , Bo", [(2..<4, .person), (5..<6, .person), (8..<9, .person)])
        == [2..<6, 8..<9])
  }

  @Test("are two names elsewhere")
  func apart() {
    #expect(names("Lund , Ada", [(0..<1, .person), (2..<3, .person)]) == [0..<1, 2..<3])
    #expect(
      names("\" Lund , Ada left \"", [(1..<2, .person), (3..<4, .person)]) == [1..<2, 3..<4])
    #expect(
      names("\" Paris , Ada \"", [(1..<2, .place), (3..<4, .person)]) == [1..<2, 3..<4])
  }
}
