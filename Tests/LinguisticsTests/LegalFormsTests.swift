import Testing

@testable import Linguistics

@Suite("Legal forms of firms")
struct LegalFormsTests {
  private func joined(_ text: String, _ names: [NameSpan]) -> [Range<Int>] {
    LegalForms.joined(names, words: text.split(separator: " ").map(String.init)).map(\.tokens)
  }

  private func firm(_ tokens: Range<Int>) -> NameSpan {
    NameSpan(tokens: tokens, kind: .organization)
  }

  @Test("stay with the name, behind a comma or none")
  func kept() {
    #expect(joined("with Nordia , Inc. , of Oslo", [firm(1..<2)]) == [1..<4])
    #expect(joined("Lund Ltd", [firm(0..<1)]) == [0..<2])
  }

  @Test("are of firms alone, and no other name's")
  func others() {
    #expect(joined("Lund , Inc.", [NameSpan(tokens: 0..<1, kind: .place)]) == [0..<1])
    #expect(joined("Lund , LLC .", [firm(0..<1), firm(2..<3)]) == [0..<1, 2..<3])
    #expect(joined("Lund , incandescent", [firm(0..<1)]) == [0..<1])
    #expect(joined("Lund ,", [firm(0..<1)]) == [0..<1])
  }
}
