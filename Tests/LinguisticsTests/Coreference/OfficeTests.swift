import Testing

@testable import Linguistics

@Suite("Offices written as names")
struct OfficeTests {
  @Test("an office before a name is its bearer, and later means that one")
  func before() {
    let text = ParsedText(
      """
      Lumen Lumen PROPN NNP 1 compound B-Organization
      Chancellor chancellor PROPN NNP 2 nmod:desc
      Ann Ann PROPN NNP 4 nsubj B-Person
      Berg Berg PROPN NNP 2 flat I-Person
      left leave VERB VBD -1 root
      . . PUNCT . 4 punct

      The the DET DT 1 det
      Chancellor chancellor PROPN NNP 2 nsubj
      smiled smile VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    #expect(text.chains == [["Lumen Chancellor", "Ann Berg", "The Chancellor"]])
  }

  @Test("an office with another portfolio is somebody else's")
  func portfolio() {
    let text = ParsedText(
      """
      Home home PROPN NNP 1 compound
      Secretary secretary PROPN NNP 2 nmod:desc
      Ann Ann PROPN NNP 4 nsubj B-Person
      Berg Berg PROPN NNP 2 flat I-Person
      left leave VERB VBD -1 root
      . . PUNCT . 4 punct

      The the DET DT 2 det
      Foreign foreign PROPN NNP 2 compound
      Secretary secretary PROPN NNP 3 nsubj
      stayed stay VERB VBD -1 root
      . . PUNCT . 3 punct
      """)
    #expect(text.chains == [["Home Secretary", "Ann Berg"]])
  }

  @Test("a bare office behind a name may be what one is named for")
  func behind() {
    let text = ParsedText(
      """
      Ann Ann PROPN NNP 5 nsubj B-Person
      Berg Berg PROPN NNP 0 flat I-Person
      , , PUNCT , 3 punct
      Chancellor chancellor PROPN NNP 0 appos
      , , PUNCT , 3 punct
      won win VERB VBD -1 root
      . . PUNCT . 5 punct
      """)
    #expect(text.chains.isEmpty)
  }
}
