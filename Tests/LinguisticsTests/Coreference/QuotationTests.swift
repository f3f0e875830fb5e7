import Documents
import Testing

@testable import Linguistics

@Suite("Quotations")
struct QuotationTests {
  private static let told = """
    Mara Mara PROPN NNP 2 nsubj B-Person
    Voss Voss PROPN NNP 0 flat I-Person
    said say VERB VBD -1 root
    : : PUNCT : 2 punct
    `` `` PUNCT `` 6 punct
    I I PRON PRP 6 nsubj
    left leave VERB VBD 2 ccomp
    . . PUNCT . 2 punct

    """

  @Test(
    "goes on behind the paragraph that opens it if a later one closes it",
    arguments: [("''", ["Mara Voss", "I", "I"]), ("``", ["Mara Voss", "I"])])
  func paragraphs(mark: String, chain: [String]) {
    let text = ParsedText(
      Self.told + """

        I I PRON PRP 1 nsubj
        won win VERB VBD -1 root
        \(mark) \(mark) PUNCT '' 1 punct
        . . PUNCT . 1 punct
        """, blockPerSentence: true)
    #expect(text.chains == [chain])
  }

  @Test("its speaker may be the subject of a verb above, or of any verb that has it under it")
  func speakers() {
    let left = """
      Mara Mara PROPN NNP 2 nsubj B-Person
      Voss Voss PROPN NNP 0 flat I-Person
      left leave VERB VBD -1 root
      a a DET DT 4 det
      note note NOUN NN 2 obj

      """
    let saying = ParsedText(
      left + """
        saying say VERB VBG 4 acl
        “ “ PUNCT `` 8 punct
        I I PRON PRP 8 nsubj
        won win VERB VBD 5 ccomp
        ” ” PUNCT '' 8 punct
        """)
    #expect(saying.chains == [["Mara Voss", "I"]])
    let bare = ParsedText(
      left + """
        , , PUNCT , 8 punct
        “ “ PUNCT `` 8 punct
        I I PRON PRP 8 nsubj
        won win VERB VBD 4 appos
        ” ” PUNCT '' 8 punct
        """)
    #expect(bare.chains == [["Mara Voss", "I"]])
  }

  @Test("the first persons of one are one, whoever speaks")
  func voice() {
    let text = ParsedText(
      """
      “ “ PUNCT `` 2 punct
      I I PRON PRP 2 nsubj
      won win VERB VBD -1 root
      my my PRON PRP$ 4 nmod:poss
      race race NOUN NN 2 obj
      ” ” PUNCT '' 2 punct

      “ “ PUNCT `` 2 punct
      I I PRON PRP 2 nsubj
      lost lose VERB VBD -1 root
      ” ” PUNCT '' 2 punct
      """)
    #expect(text.chains == [["I", "my"]])
  }

  @Test("a straight mark that touches the word behind it opens, though one is open")
  func straightMarks() {
    let text = ParsedText(
      """
      Mara Mara PROPN NNP 2 nsubj B-Person
      Voss Voss PROPN NNP 0 flat I-Person
      said say VERB VBD -1 root
      " " PUNCT `` 5 punct glued
      I I PRON PRP 5 nsubj
      left leave VERB VBD 2 ccomp
      . . PUNCT . 2 punct

      " " PUNCT `` 2 punct glued
      I I PRON PRP 2 nsubj
      won win VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    #expect(text.chains == [["Mara Voss", "I", "I"]])
  }
}
