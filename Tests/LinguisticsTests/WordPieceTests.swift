import Testing

@testable import Linguistics

@Suite("Word pieces")
struct WordPieceTests {
  private let model: Model

  init() throws { model = try English.model.get() }

  private func pieces(_ word: String) -> [String] {
    model.wordPieces.pieces(of: word).map { model.wordPieces.vocabulary[$0] }
  }

  @Test(
    "cuts words as BERT's uncased vocabulary does",
    arguments: [
      ("The", ["the"]),
      ("embeddings", ["em", "##bed", "##ding", "##s"]),
      ("Élan", ["el", "##an"]),
      ("naïve", ["naive"]),
      ("U.S.", ["u", ".", "s", "."]),
      ("don't", ["don", "'", "t"]),
      ("$7.5", ["$", "7", ".", "5"]),
      ("北京", ["北", "京"]),
      ("re-elected", ["re", "-", "elected"]),
      ("\u{200b}cat\u{ad}s", ["cats"]),
      ("a b", ["a", "b"]),
      ("🙃", ["[UNK]"]),
      ("", ["[UNK]"]),
      ("\u{301}", ["[UNK]"]),
    ])
  func cuts(word: String, expected: [String]) {
    #expect(pieces(word) == expected)
  }

  @Test("keeps the first eight pieces of a word")
  func limit() {
    #expect(pieces("a-b-c-d-e-f").count == 8)
    #expect(pieces("https://example.org/one/two/three?four=five").count == 8)
  }

  @Test("a word of more than 100 characters is unknown, one of 100 is not")
  func length() {
    #expect(pieces(String(repeating: "a", count: 101)) == ["[UNK]"])
    #expect(pieces(String(repeating: "a", count: 100)).first != "[UNK]")
  }

  @Test(
    "sees how a word is capitalised",
    arguments: [
      ("--", .noLetters), ("word", .lower), ("Word", .title), ("A", .title), ("WORD", .upper),
      ("iPhone", .mixed), ("McCoy", .mixed), ("B2", .digits), ("²", .digits), ("élan", .lower),
      ("Ünal", .title), ("北京", .mixed), ("O'Neil", .mixed), ("", .noLetters),
    ] as [(String, CaseClass)])
  func capitals(word: String, expected: CaseClass) {
    #expect(CaseClass(word) == expected)
  }
}
