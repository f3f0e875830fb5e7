import Testing

@testable import Linguistics

@Suite("Noun phrases as mentions")
struct PhraseMentionTests {
  private static let treaty = ParsedText(
    """
    The the DET DT 2 det
    new new ADJ JJ 2 amod
    treaty treaty NOUN NN 11 nsubj
    , , PUNCT , 7 punct
    which which PRON WDT 7 obj
    two two NUM CD 6 nummod
    ministers minister NOUN NNS 7 nsubj
    signed sign VERB VBD 2 acl:relcl
    on on ADP IN 9 case
    Friday Friday PROPN NNP 7 obl
    , , PUNCT , 7 punct
    bans ban VERB VBZ -1 root
    iodine iodine NOUN NN 13 compound
    mining mining NOUN NN 11 obj
    . . PUNCT . 11 punct

    Iodine iodine NOUN NN 1 nsubj
    harms harm VERB VBZ -1 root
    Byron Byron PROPN NNP 4 nmod:poss B-Person
    's 's PART POS 2 case
    lake lake NOUN NN 1 obj
    . . PUNCT . 1 punct

    Iodine iodine NOUN NN 1 nsubj
    spreads spread VERB VBZ -1 root
    . . PUNCT . 1 punct

    The the DET DT 2 det
    new new ADJ JJ 2 amod
    treaty treaty NOUN NN 3 nsubj
    stops stop VERB VBZ -1 root
    this this PRON DT 3 obj
    . . PUNCT . 3 punct
    """)

  @Test("a phrase is whole with its relative clause, and what it is called is not")
  func extents() {
    let chains = CoreferenceResolver().chains(
      sentences: Self.treaty.sentences, document: Self.treaty.document)
    let first = chains[0].mentions[0]
    #expect(first.tokens == 0..<3)
    #expect(first.extent == 0..<10)
  }

  @Test("ideas, times, numbers and demonstratives are mentions that stand alone")
  func background() {
    let all = Self.treaty.allChains
    for words in ["iodine mining", "Friday", "this", "two ministers"] {
      #expect(all.contains([words]))
    }
  }

  @Test("a noun before a noun is a mention where the text speaks of the thing elsewhere")
  func compounds() {
    let all = Self.treaty.allChains.flatMap { $0 }
    #expect(all.filter { $0.lowercased() == "iodine" }.count == 3)
    #expect(!all.contains("new"))
  }

  @Test("phrases of the same words are one thing, unless an article makes the later new")
  func samePhrases() {
    #expect(Self.treaty.chains == [["The new treaty", "The new treaty"]])
    let again = ParsedText(
      """
      A a DET DT 2 det
      new new ADJ JJ 2 amod
      treaty treaty NOUN NN 3 nsubj
      failed fail VERB VBD -1 root

      A a DET DT 2 det
      new new ADJ JJ 2 amod
      treaty treaty NOUN NN 3 nsubj
      failed fail VERB VBD -1 root
      """)
    #expect(again.chains == [])
  }

  @Test(
    "of several mills, \"the mill\" is the one just spoken of as known, and else left open",
    arguments: [("the", true), ("a", false)])
  func nearest(_ article: String, _ isJoined: Bool) {
    let mill = { (sentence: String, modifier: String, article: String) in
      """
      \(article) \(article) DET DT 2 det
      \(modifier) \(modifier) ADJ JJ 2 amod
      mill mill NOUN NN 3 nsubj
      \(sentence) \(sentence) VERB VBD -1 root
      . . PUNCT . 3 punct
      """
    }
    let plain = """
      The the DET DT 1 det
      mill mill NOUN NN 2 nsubj
      closed close VERB VBD -1 root
      . . PUNCT . 2 punct
      """
    let text = ParsedText(
      [mill("burned", "old", "an"), mill("opened", "new", article), plain].joined(separator: "\n\n")
    )
    #expect(text.chains == (isJoined ? [["the new mill", "The mill"]] : []))
  }

  @Test("phrases of two owners are two things")
  func owners() {
    let books = ParsedText(
      """
      Mara Mara PROPN NNP 1 nsubj B-Person
      sold sell VERB VBD -1 root
      her her PRON PRP$ 4 nmod:poss
      first first ADJ JJ 4 amod
      book book NOUN NN 1 obj

      Karl Karl PROPN NNP 1 nsubj B-Person
      sold sell VERB VBD -1 root
      his his PRON PRP$ 4 nmod:poss
      first first ADJ JJ 4 amod
      book book NOUN NN 1 obj
      """)
    #expect(!books.chains.contains { $0.contains { $0.contains("book") } })
  }

  @Test("the reader addressed is one person throughout")
  func secondPerson() {
    let advice = ParsedText(
      """
      You you PRON PRP 1 nsubj
      need need VERB VBP -1 root
      your your PRON PRP$ 3 nmod:poss
      coat coat NOUN NN 1 obj

      You you PRON PRP 1 nsubj
      leave leave VERB VBP -1 root
      """)
    #expect(advice.chains == [["You", "your", "You"]])
  }
}
