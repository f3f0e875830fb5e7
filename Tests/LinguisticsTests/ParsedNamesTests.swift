import Testing

@testable import Linguistics

@Suite("Names of a parsed sentence")
struct ParsedNamesTests {
  private func parsed(_ relation: DependencyRelation, _ names: [NameSpan]) -> ParsedSentence {
    ParsedSentence(
      upos: [.propn, .propn, .verb], xpos: ["NNP", "NNP", "VBD"], lemmas: ["Ada", "Oslo", "sing"],
      heads: [2, 0, -1], relations: ["nsubj", relation, "root"], names: names)
  }

  @Test("a person's name that was cut in two is one where the tree has it so")
  func joined() {
    let cut = [NameSpan(tokens: 0..<1, kind: .person), NameSpan(tokens: 1..<2, kind: .place)]
    #expect(parsed("flat", cut).wholeNames == [NameSpan(tokens: 0..<2, kind: .person)])
    #expect(parsed("appos", cut).wholeNames == cut)
    let places = [NameSpan(tokens: 0..<1, kind: .place), NameSpan(tokens: 1..<2, kind: .place)]
    #expect(parsed("flat", places).wholeNames == places)
  }

  @Test(
    "two words that are flat under a person's title are a name, though the tagger passed over them")
  func titled() {
    func names(of title: String) -> [NameSpan] {
      ParsedSentence(
        upos: [.noun, .propn, .propn, .verb], xpos: ["NN", "NNP", "NNP", "VBD"],
        lemmas: [title, "Ada", "Lund", "sing"], heads: [3, 0, 1, -1],
        relations: ["nsubj", "flat", "flat", "root"], names: []
      ).wholeNames
    }
    #expect(names(of: "captain") == [NameSpan(tokens: 1..<3, kind: .person)])
    #expect(names(of: "river").isEmpty)
  }
}
