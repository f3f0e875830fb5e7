import Testing

@testable import Linguistics

@Suite("Nouns of a sort, and makes")
struct SortTests {
  /// "Lumen sells the … phone .", then what is told.
  private static func sold(_ name: String, _ rest: String) -> ParsedText {
    ParsedText(
      """
      Lumen Lumen PROPN NNP 1 nsubj B-Organization
      sells sell VERB VBZ -1 root
      the the DET DT 4 det
      \(name) \(name) PROPN NNP 4 compound
      phone phone NOUN NN 1 obj
      . . PUNCT . 1 punct

      \(rest)
      """)
  }

  private static func small(_ phrase: String) -> String {
    """
    \(phrase)
    is be AUX VBZ 4 cop
    very very ADV RB 4 advmod
    small small ADJ JJ -1 root
    . . PUNCT . 4 punct
    """
  }

  @Test("what a noun of its sort follows is that thing, and a definite phrase of the sort means it")
  func sort() {
    let text = Self.sold("Zeno9", Self.small("The the DET DT 1 det\ndevice device NOUN NN 4 nsubj"))
    #expect(text.chains == [["the Zeno9 phone", "Zeno9", "The device"]])
  }

  @Test(
    "what tells another thing, or what many have, is no name for it",
    arguments: [
      ("Zeno9", "Another another DET DT 1 det\ndevice device NOUN NN 4 nsubj"),
      ("Zeno9", "The the DET DT 1 det\ncar car NOUN NN 4 nsubj"),
      ("MP3", "The the DET DT 1 det\ndevice device NOUN NN 4 nsubj"),
    ])
  func other(name: String, phrase: String) {
    let words =
      phrase.split(separator: "\n").last?.split(separator: " ").first.map(String.init) ?? ""
    #expect(
      !Self.sold(name, Self.small(phrase)).chains.contains { $0.last?.hasSuffix(words) == true })
  }

  @Test("where a text has two of a sort, it is left open which is meant")
  func several() {
    let text = Self.sold(
      "Zeno9",
      """
      Nordia Nordia PROPN NNP 1 nsubj B-Organization
      has have VERB VBZ -1 root
      a a DET DT 3 det
      phone phone NOUN NN 1 obj
      . . PUNCT . 1 punct

      """ + "\n" + Self.small("The the DET DT 1 det\nphone phone NOUN NN 4 nsubj"))
    #expect(text.chains == [["the Zeno9 phone", "Zeno9"]])
  }

  @Test("a number is the name of a make where the text tells its maker, and no plain number is")
  func numbers() {
    let text = ParsedText(
      """
      Orion Orion PROPN NNP 1 compound
      747 747 NUM CD 2 nsubj
      flies fly VERB VBZ -1 root
      . . PUNCT . 2 punct

      The the DET DT 1 det
      747 747 NUM CD 2 nsubj
      holds hold VERB VBZ -1 root
      747 747 NUM CD 4 nummod
      guests guest NOUN NNS 2 obj
      . . PUNCT . 2 punct
      """)
    #expect(text.chains == [["Orion 747", "747"]])
    #expect(
      ParsedText(
        """
        Flight flight PROPN NNP 2 nsubj
        447 447 NUM CD 0 flat
        fell fall VERB VBD -1 root
        . . PUNCT . 2 punct

        The the DET DT 1 det
        447 447 NUM CD 2 nsubj
        died die VERB VBD -1 root
        . . PUNCT . 2 punct
        """
      ).chains.isEmpty)
  }

  @Test("the number of a version ends a name")
  func versions() {
    let text = ParsedText(
      """
      The the DET DT 1 det
      Zeno Zeno PROPN NNP 3 nsubj
      4 4 NUM CD 1 flat
      sells sell VERB VBZ -1 root
      . . PUNCT . 3 punct
      """)
    #expect(text.allChains == [["Zeno 4"]])
  }
}
