import Testing

@testable import Linguistics

@Suite("Names with a possessive mark")
struct PossessiveNamesTests {
  /// A sentence with one name, whose words hang on each other as told.
  private struct Sample {
    var words: [String]
    var reading = SentenceReading.empty

    init(
      _ text: String, name: Range<Int>, heads: [Int], _ relations: [DependencyRelation],
      upos: [UPOS], kind: NameSpan.Kind = .organization
    ) {
      words = text.split(separator: " ").map(String.init)
      reading.parse.heads = heads
      reading.parse.relations = relations
      reading.parse.upos = upos
      reading.parse.names = [NameSpan(tokens: name, kind: kind)]
    }
  }

  private func names(_ samples: [Sample]) -> [Range<Int>] {
    var found = samples.map { SentenceNames($0.reading) }
    PossessiveNames.complete(&found, forms: samples.map(\.words)) { samples[$0].reading.parse }
    return found.flatMap { $0.names.map(\.tokens) }
  }

  private func sale(kind: NameSpan.Kind = .organization) -> Sample {
    Sample(
      "Bids at Sotheby 's fell", name: 2..<3, heads: [4, 2, 0, 2, -1],
      ["nsubj", "case", "nmod", "case", "root"], upos: [.noun, .adp, .propn, .part, .verb],
      kind: kind)
  }

  @Test("keep it where nothing is possessed")
  func kept() {
    #expect(names([sale()]) == [2..<4])
    #expect(names([sale(kind: .person)]) == [2..<3])
  }

  private func profit(of name: String) -> Sample {
    Sample(
      "\(name) 's profit fell", name: 0..<1, heads: [2, 0, 3, -1],
      ["nmod:poss", "case", "nsubj", "root"], upos: [.propn, .part, .noun, .verb])
  }

  @Test("keep it in the whole document")
  func document() {
    #expect(names([sale(), profit(of: "Sotheby")]) == [2..<4, 0..<2])
    #expect(names([sale(), profit(of: "Nordia")]) == [2..<4, 0..<1])
  }

  @Test("leave out a mark of the tagger's")
  func tagger() {
    let words = ["Nordia", "'s", "profit"]
    let names = [NameSpan(tokens: 0..<2, kind: .organization)]
    #expect(PossessiveNames.unmarked(names, words: words).map(\.tokens) == [0..<1])
  }

  @Test("leave it to a possessor")
  func possessor() {
    #expect(names([profit(of: "Nordia")]) == [0..<1])
    let twice = Sample(
      "Nordia 's profit beat Sudia 's", name: 4..<5, heads: [2, 0, 3, -1, 3, 4],
      ["nmod:poss", "case", "nsubj", "root", "obj", "case"],
      upos: [.propn, .part, .noun, .verb, .propn, .part])
    #expect(names([twice]) == [4..<5])
    let torn = Sample(
      "Nordia 's profit fell", name: 0..<1, heads: [2, 0, 3, -1],
      ["compound", "case", "nsubj", "root"], upos: [.propn, .part, .noun, .verb])
    #expect(names([torn]) == [0..<1])
  }

  @Test("leave it where the document has the name without it")
  func bare() {
    let other = Sample(
      "Sotheby fell", name: 0..<1, heads: [1, -1], ["nsubj", "root"], upos: [.propn, .verb])
    #expect(names([sale(), other]) == [2..<3, 0..<1])
  }
}
