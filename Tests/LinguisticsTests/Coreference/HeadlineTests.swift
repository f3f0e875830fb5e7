import Testing

@testable import Linguistics

@Suite("Headlines")
struct HeadlineTests {
  private static let headline = """
    Baker baker NOUN NN 1 nsubj
    rescued rescue VERB VBN -1 root
    from from ADP IN 3 case
    tower tower NOUN NN 1 obl
    """

  private static let lead = """
    A a DET DT 2 det
    Welsh Welsh ADJ JJ 2 amod
    baker baker NOUN NN 4 nsubj:pass
    was be AUX VBD 4 aux:pass
    rescued rescue VERB VBN -1 root
    . . PUNCT . 4 punct
    """

  private static let name = """
    Mira Mira PROPN NNP 4 nsubj B-Person
    Holt Holt PROPN NNP 0 flat I-Person
    , , PUNCT , 3 punct
    41 41 NUM CD 0 appos
    thanked thank VERB VBD -1 root
    Mira Mira PROPN NNP 4 obj B-Person
    's 's PART POS 5 case
    . . PUNCT . 4 punct
    """

  private static func text(_ sentences: String...) -> ParsedText {
    ParsedText(sentences.joined(separator: "\n\n"))
  }

  @Test("what a headline and the lead bring up anew is one thing")
  func sameHead() {
    #expect(Self.text(Self.headline, Self.lead).chains == [["Baker", "A Welsh baker"]])
  }

  @Test("without a headline, a thing brought up anew is another")
  func noHeadline() {
    let full = Self.headline + "\n! ! PUNCT . 1 punct"
    #expect(Self.text(full, Self.lead).chains.isEmpty)
  }

  @Test("a modifier that tells things apart keeps a phrase out", arguments: ["second", "separate"])
  func contrast(_ word: String) {
    let lead = Self.lead.replacing("Welsh Welsh", with: "\(word) \(word)")
    #expect(Self.text(Self.headline, lead).chains.isEmpty)
  }

  @Test("a capital behind a noun makes it part of a name, unless all words have one")
  func capitals() {
    let name = Self.headline.replacing("rescued rescue", with: "Rovers rescue")
    #expect(Self.text(name, Self.lead).chains.isEmpty)
    let title = name.replacing("tower tower", with: "Tower tower")
    #expect(Self.text(title, Self.lead).chains == [["Baker", "A Welsh baker"]])
  }

  @Test("of two things in the text that a headline could mean it is left open which")
  func rivals() {
    let other = Self.lead.replacing("Welsh Welsh", with: "Swiss Swiss")
    #expect(Self.text(Self.headline, Self.lead, other).chains.isEmpty)
  }

  @Test("a lead's person is who is named next, unless the ages differ", arguments: ["41", "29"])
  func ages(_ age: String) {
    let lead = """
      A a DET DT 2 det
      \(age)-year-old \(age)-year-old ADJ JJ 2 amod
      woman woman NOUN NN 3 nsubj
      thanked thank VERB VBD -1 root
      them they PRON PRP 3 obj
      . . PUNCT . 3 punct
      """
    let she = """
      She she PRON PRP 1 nsubj
      sang sing VERB VBD -1 root
      . . PUNCT . 1 punct
      """
    let chains = Self.text(lead, Self.name, she, she).chains
    #expect(
      chains.contains { $0.contains("Mira Holt") && $0.contains { $0.hasSuffix("woman") } }
        == (age == "41"))
  }

  @Test("sentences at the beginning that end without a stop are headlines")
  func layout() {
    let text = Self.text(Self.headline, Self.headline, Self.lead, Self.headline)
    let headlines = Headlines(text.sentences.map(SentenceTree.init))
    #expect(headlines.body == 2)
    #expect((0..<4).map(headlines.contains) == [true, true, false, false])
  }

  @Test("a noun in no list that ends as agents do is one", arguments: ["snowboarder", "violinist"])
  func agents(_ noun: String) {
    #expect(NounClasses.isAgent(noun))
    #expect(!NounClasses.isAgent("stone"))
    #expect(!NounClasses.isAgent("manager"))
  }
}
