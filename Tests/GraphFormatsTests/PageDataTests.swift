import GraphModel
import Testing

@testable import GraphFormats

@Suite("The page's data")
struct PageDataTests {
  @Test("what is marked is told by the words that it begins and ends with")
  func words() {
    let words = PageWords("“No,” said Zoë O'Neill (5%).")
    #expect(words.words(1..<3) == 1..<2)
    #expect(words.words(6..<10) == 4..<5)
    #expect(words.words(11..<22) == 5..<9)
    #expect(words.words(12..<22) == nil)
    #expect(words.words(11..<23) == nil)
    #expect(words.words(24..<26) == 10..<12)
    #expect(words.wordCount(before: 23) == 9)
    #expect(words.place(of: Array("O'Neill".unicodeScalars)) == 15..<22)
    #expect(words.place(of: Array("Zoe".unicodeScalars)) == nil)
  }

  @Test("places in a sentence are counted in code points")
  func codePoints() {
    let words = PageWords("😀 a\u{301} b")
    #expect(words.letters.count == 6)
    #expect(words.place(of: ["b"]) == 5..<6)
    #expect(words.words(2..<4) == 1..<2)
  }

  @Test("statements name new entities, those of late, and others")
  func order() {
    let order = PageOrder(
      count: 70,
      rows: [(3, 3, nil), (5, nil, 3)] + (6..<69).map { ($0, nil, nil) } + [(5, 68, nil)])
    #expect(order.entities.prefix(3) == [3, 5, 6])
    #expect(order.entities.suffix(5) == [0, 1, 2, 4, 69])
    #expect(order.subjects.prefix(3) == [0, 0, 0])
    #expect(order.objects == [1, 2])
    #expect(order.speakers == [2])
    // Since then 64 others were spoken of, so it is named by its place, which is 1.
    #expect(order.subjects.last == 1 + 65)
    #expect(order.meetings.count == 65)
    #expect(order.meetings[1].row == 1 && order.meetings[1].part == .subject)
  }

  @Test("texts that only look alike are kept apart")
  func exact() {
    var numbering = Numbering<ExactText>()
    #expect(numbering.number(of: ExactText(text: "caf\u{e9}")) == 0)
    #expect(numbering.number(of: ExactText(text: "cafe\u{301}")) == 1)
    #expect(numbering.number(of: ExactText(text: "caf\u{e9}")) == 0)
  }
}
