import Testing

@testable import Linguistics

@Suite("Two bodies taken for one")
struct JoinedNamesTests {
  private func names(_ texts: [(String, [Range<Int>])]) -> [[String]] {
    let forms = texts.map { $0.0.split(separator: " ").map(String.init) }
    var sentences = texts.map { _, names in
      var sentence = SentenceNames(.empty)
      sentence.names = names.map { NameSpan(tokens: $0, kind: .organization) }
      return sentence
    }
    JoinedNames.cut(&sentences, forms: forms)
    return zip(sentences, forms).map { sentence, words in
      sentence.names.map { words[$0.tokens].joined(separator: " ") }
    }
  }

  @Test("are cut where the text names one of them alone")
  func cut() {
    let both = [("Nordia and Lumen Works fell", [0..<4]), ("Nordia rose", [0..<1])]
    #expect(names(both) == [["Nordia", "Lumen Works"], ["Nordia"]])
  }

  @Test("stay one where neither is named alone, or the second may be a part of the name")
  func whole() {
    #expect(names([("Nordia and Lumen Works fell", [0..<4])]) == [["Nordia and Lumen Works"]])
    let short = [("Nordia and Gamble fell", [0..<3]), ("Nordia rose", [0..<1])]
    #expect(names(short) == [["Nordia and Gamble"], ["Nordia"]])
  }
}
