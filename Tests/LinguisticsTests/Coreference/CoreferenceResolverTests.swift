import Testing

@testable import Linguistics

@Suite("CoreferenceResolver")
struct CoreferenceResolverTests {
  @Test(
    "two people who share a surname stay apart, and the surname alone is the one most spoken of")
  func surnames() {
    let text = ParsedText(
      """
      Wei Wei PROPN NNP 2 nsubj B-Person
      Jun Jun PROPN NNP 0 flat I-Person
      founded found VERB VBD -1 root
      Lumenix Lumenix PROPN NNP 4 compound B-Organization
      Ltd. Ltd. PROPN NNP 2 obj I-Organization
      with with ADP IN 6 case
      Wei Wei PROPN NNP 2 obl B-Person
      Tao Tao PROPN NNP 6 flat I-Person
      . . PUNCT . 2 punct

      Wei Wei PROPN NNP 2 nsubj B-Person
      Tao Tao PROPN NNP 0 flat I-Person
      runs run VERB VBZ -1 root
      a a DET DT 4 det
      lab lab NOUN NN 2 obj
      . . PUNCT . 2 punct

      Wei Wei PROPN NNP 1 nsubj B-Person
      likes like VERB VBZ -1 root
      the the DET DT 3 det
      lab lab NOUN NN 1 obj
      . . PUNCT . 1 punct
      """)
    #expect(text.chains == [["Wei Tao", "Wei Tao", "Wei"], ["a lab", "the lab"]])
  }

  @Test("behind a title of surnames a name is nobody's first name")
  func surnameTitle() {
    let text = ParsedText(
      """
      Lee Lee PROPN NNP 2 nsubj B-Person
      Voss Voss PROPN NNP 0 flat I-Person
      sang sing VERB VBD -1 root
      . . PUNCT . 2 punct

      Mr Mr PROPN NNP 1 nmod:desc
      Lee Lee PROPN NNP 2 nsubj B-Person
      clapped clap VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    #expect(text.chains.isEmpty)
  }

  @Test(
    "a pronoun far from the one thing it could be, or linked to what is no subject, is tentative",
    arguments: [
      (
        "it", "PRP", "Zenith Zenith PROPN NNP 1 nsubj B-Organization\nfell fall VERB VBD -1 root",
        false
      ),
      (
        "it", "PRP",
        "Ships ship NOUN NNS 1 nsubj\ncrossed cross VERB VBD -1 root\nthe the DET DT 3 det\nstrait strait NOUN NN 1 obj",
        true
      ),
      ("he", "PRP", "Tom Tom PROPN NNP 1 nsubj B-Person\nleft leave VERB VBD -1 root", false),
      (
        "he", "PRP",
        "Tom Tom PROPN NNP 1 nsubj B-Person\nleft leave VERB VBD -1 root\n\nRain rain NOUN NN 1 nsubj\nfell fall VERB VBD -1 root",
        true
      ),
    ])
  func tentative(pronoun: String, tag: String, before: String, isTentative: Bool) throws {
    let text = ParsedText(
      """
      \(before)

      Then then ADV RB 2 advmod
      \(pronoun) \(pronoun) PRON \(tag) 2 nsubj
      sank sink VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    let chains = CoreferenceResolver().chains(sentences: text.sentences, document: text.document)
    let chain = try #require(chains.first { $0.mentions.contains { $0.kind == .pronoun } })
    #expect(chain.mentions.count == 2)
    #expect(chain.mentions.last?.isTentative == isTentative)
  }

  @Test("a phrase with a name of its own is no other name's")
  func otherName() {
    let text = ParsedText(
      """
      The the DET DT 1 det
      Department Department PROPN NNP 4 nsubj B-Organization
      of of ADP IN 3 case I-Organization
      Health Health PROPN NNP 1 nmod I-Organization
      agreed agree VERB VBD -1 root
      . . PUNCT . 4 punct

      The the DET DT 2 det
      Trade Trade PROPN NNP 2 compound
      department department NOUN NN 3 nsubj
      refused refuse VERB VBD -1 root
      . . PUNCT . 3 punct
      """)
    #expect(text.chains.isEmpty)
  }

  @Test("a place before the noun does not keep a phrase from its name")
  func placeBefore() {
    let text = ParsedText(
      """
      Acme Acme PROPN NNP 1 nsubj B-Organization
      agreed agree VERB VBD -1 root
      . . PUNCT . 1 punct

      The the DET DT 2 det
      Oslo Oslo PROPN NNP 2 compound B-Place
      startup startup NOUN NN 3 nsubj
      refused refuse VERB VBD -1 root
      . . PUNCT . 3 punct
      """)
    #expect(text.chains.contains(["Acme", "The Oslo startup"]))
  }

  @Test("an apposition, \"the company\" and pronouns find their names")
  func company() {
    let text = ParsedText(
      """
      Mara Mara PROPN NNP 11 nsubj B-Person
      Voss Voss PROPN NNP 0 flat I-Person
      , , PUNCT , 9 punct
      the the DET DT 9 det
      31 31 NUM CD 6 nummod
      - - PUNCT HYPH 4 punct
      year year NOUN NN 8 obl:unmarked
      - - PUNCT HYPH 6 punct
      old old ADJ JJ 9 amod
      founder founder NOUN NN 0 appos
      , , PUNCT , 0 punct
      left leave VERB VBD -1 root
      Orbita Orbita PROPN NNP 14 compound B-Organization
      Systems System PROPN NNPS 14 compound I-Organization
      Inc. Inc. PROPN NNP 11 obj I-Organization
      in in ADP IN 16 case
      May May PROPN NNP 11 obl
      . . PUNCT . 11 punct

      The the DET DT 1 det
      company company NOUN NN 2 nsubj
      said say VERB VBD -1 root
      it it PRON PRP 5 nsubj
      would would AUX MD 5 aux
      miss miss VERB VB 2 ccomp
      her her PRON PRP 5 obj
      . . PUNCT . 2 punct

      Its its PRON PRP$ 1 nmod:poss
      rivals rival NOUN NNS 3 nsubj
      were be AUX VBD 3 cop
      glad glad ADJ JJ -1 root
      . . PUNCT . 3 punct
      """)
    #expect(
      text.chains == [
        ["Mara Voss", "the 31 - year - old founder", "her"],
        ["Orbita Systems Inc.", "The company", "it", "Its"],
      ])
  }

  @Test("\"the company\" is rather what the document is about than a company named in passing")
  func focus() {
    let text = ParsedText(
      """
      Lumenix Lumenix PROPN NNP 1 nsubj B-Organization
      grew grow VERB VBD -1 root
      . . PUNCT . 1 punct

      Lumenix Lumenix PROPN NNP 1 nsubj B-Organization
      moved move VERB VBD -1 root
      . . PUNCT . 1 punct

      Lumenix Lumenix PROPN NNP 1 nsubj B-Organization
      merged merge VERB VBD -1 root
      . . PUNCT . 1 punct

      Orbita Orbita PROPN NNP 1 nsubj B-Organization
      paid pay VERB VBD -1 root
      . . PUNCT . 1 punct

      The the DET DT 1 det
      company company NOUN NN 2 nsubj
      fell fall VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    #expect(text.chains == [["Lumenix", "Lumenix", "Lumenix", "The company"]])
  }

  @Test("the first person in a quotation is its speaker")
  func speech() {
    let text = ParsedText(
      """
      “ " PUNCT `` 2 punct
      I I PRON PRP 2 nsubj
      built build VERB VBD 7 ccomp
      it it PRON PRP 2 obj
      myself myself PRON PRP 2 obl:unmarked
      , , PUNCT , 2 punct
      ” " PUNCT '' 2 punct
      said say VERB VBD -1 root
      Mara Mara PROPN NNP 7 nsubj B-Person
      Voss Voss PROPN NNP 8 flat I-Person
      . . PUNCT . 7 punct

      She she PRON PRP 1 nsubj
      smiled smile VERB VBD -1 root
      . . PUNCT . 1 punct
      """)
    #expect(text.chains == [["I", "myself", "Mara Voss", "She"]])
  }

  @Test("who speaks for a body says we of it, which is tentative")
  func spokenFor() {
    let text = ParsedText(
      """
      “ " PUNCT `` 2 punct
      We we PRON PRP 2 nsubj
      grew grow VERB VBD 5 ccomp
      , , PUNCT , 2 punct
      ” " PUNCT '' 2 punct
      said say VERB VBD -1 root
      Mara Mara PROPN NNP 5 nsubj B-Person
      Voss Voss PROPN NNP 6 flat I-Person
      , , PUNCT , 10 punct
      head head NOUN NN 6 appos
      of of ADP IN 11 case
      Lumenix Lumenix PROPN NNP 9 nmod B-Organization
      . . PUNCT . 5 punct
      """)
    #expect(text.chains.contains(["We", "Lumenix"]))
  }

  @Test("a pronoun that could be two people stays alone")
  func unsure() {
    let text = ParsedText(
      """
      Tom Tom PROPN NNP 5 nsubj B-Person
      Reed Reed PROPN NNP 0 flat I-Person
      and and CCONJ CC 3 cc
      Paul Paul PROPN NNP 0 conj B-Person
      Cole Cole PROPN NNP 3 flat I-Person
      left leave VERB VBD -1 root
      the the DET DT 7 det
      room room NOUN NN 5 obj
      . . PUNCT . 5 punct

      He he PRON PRP 1 nsubj
      smiled smile VERB VBD -1 root
      . . PUNCT . 1 punct
      """)
    #expect(text.chains.isEmpty)
  }

  @Test("gender parts two candidates")
  func gender() {
    let text = ParsedText(
      """
      Mr. Mr. PROPN NNP 1 nmod:desc
      Reed Reed PROPN NNP 2 nsubj B-Person
      met meet VERB VBD -1 root
      Anna Anna PROPN NNP 2 obj B-Person
      Cole Cole PROPN NNP 3 flat I-Person
      in in ADP IN 6 case
      Oslo Oslo PROPN NNP 2 obl B-Place
      . . PUNCT . 2 punct

      She she PRON PRP 1 nsubj
      thanked thank VERB VBD -1 root
      him he PRON PRP 1 obj
      . . PUNCT . 1 punct
      """)
    #expect(text.chains == [["Reed", "him"], ["Anna Cole", "She"]])
  }

  @Test("letters stand for a name, and a definite phrase for an earlier one")
  func acronym() {
    let text = ParsedText(
      """
      International International PROPN NNP 2 compound B-Organization
      Cargo Cargo PROPN NNP 2 compound I-Organization
      Lines Lines PROPN NNPS 3 nsubj I-Organization
      bought buy VERB VBD -1 root
      a a DET DT 5 det
      ship ship NOUN NN 3 obj
      . . PUNCT . 3 punct

      ICL ICL PROPN NNP 1 nsubj B-Organization
      sold sell VERB VBD -1 root
      the the DET DT 3 det
      ship ship NOUN NN 1 obj
      . . PUNCT . 1 punct
      """)
    #expect(text.chains == [["International Cargo Lines", "ICL"], ["a ship", "the ship"]])
  }

  @Test("an empty \"it\" is no mention")
  func empty() {
    let text = ParsedText(
      """
      It it PRON PRP 2 expl
      is be AUX VBZ 2 cop
      clear clear ADJ JJ -1 root
      that that SCONJ IN 5 mark
      Orbita Orbita PROPN NNP 5 nsubj B-Organization
      won win VERB VBD 2 csubj
      . . PUNCT . 2 punct
      """)
    #expect(text.allChains == [["Orbita"]])
  }

  @Test("an indefinite phrase is always new")
  func indefinite() {
    let text = ParsedText(
      """
      A a DET DT 1 det
      company company NOUN NN 2 nsubj
      rose rise VERB VBD -1 root
      . . PUNCT . 2 punct

      A a DET DT 1 det
      company company NOUN NN 2 nsubj
      fell fall VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    #expect(text.allChains == [["A company"], ["A company"]])
  }

  @Test("plural phrases and pronouns")
  func founders() {
    let text = ParsedText(
      """
      The the DET DT 1 det
      founders founder NOUN NNS 5 nsubj
      of of ADP IN 3 case
      Orbita Orbita PROPN NNP 1 nmod B-Organization
      are be AUX VBP 5 cop
      tired tired ADJ JJ -1 root
      . . PUNCT . 5 punct

      They they PRON PRP 1 nsubj
      sleep sleep VERB VBP -1 root
      . . PUNCT . 1 punct

      The the DET DT 1 det
      founders founder NOUN NNS 2 nsubj
      want want VERB VBP -1 root
      peace peace NOUN NN 2 obj
      . . PUNCT . 2 punct
      """)
    #expect(text.chains == [["The founders of Orbita", "They", "The founders"]])
  }

  @Test("a predicate is a property, yet tells whose company is meant")
  func owned() {
    let text = ParsedText(
      """
      Mara Mara PROPN NNP 4 nsubj B-Person
      Voss Voss PROPN NNP 0 flat I-Person
      is be AUX VBZ 4 cop
      the the DET DT 4 det
      founder founder NOUN NN -1 root
      of of ADP IN 7 case
      Orbita Orbita PROPN NNP 7 compound B-Organization
      Ltd. Ltd. PROPN NNP 4 nmod I-Organization
      and and CCONJ CC 9 cc
      loves love VERB VBZ 4 conj
      her her PRON PRP$ 11 nmod:poss
      company company NOUN NN 9 obj
      . . PUNCT . 4 punct
      """)
    #expect(text.chains == [["Mara Voss", "her"], ["Orbita Ltd.", "her company"]])
  }

  @Test("an indefinite predicate is no name for its subject")
  func copula() {
    let text = ParsedText(
      """
      Ann Ann PROPN NNP 4 nsubj B-Person
      Lee Lee PROPN NNP 0 flat I-Person
      is be AUX VBZ 4 cop
      a a DET DT 4 det
      lawyer lawyer NOUN NN -1 root
      . . PUNCT . 4 punct

      A a DET DT 1 det
      lawyer lawyer NOUN NN 2 nsubj
      spoke speak VERB VBD -1 root
      . . PUNCT . 2 punct
      """)
    #expect(text.chains.isEmpty)
  }

  @Test("says what a chain names, and takes nothing for an empty document")
  func kinds() {
    let text = ParsedText("Oslo Oslo PROPN NNP -1 root B-Place")
    let chains = CoreferenceResolver().chains(sentences: text.sentences, document: text.document)
    #expect(chains.map(\.kind) == [.place])
    #expect(CoreferenceResolver().chains(sentences: [], document: text.document).isEmpty)
  }

  @Test("who brings a quotation is nobody whom it names")
  func spokenOf() {
    let text = ParsedText(
      """
      Jon Jon PROPN NNP 2 nsubj B-Person
      Orr Orr PROPN NNP 0 flat I-Person
      left leave VERB VBD -1 root
      . . PUNCT . 2 punct

      " " PUNCT `` 3 punct
      Ian Ian PROPN NNP 3 nsubj B-Person
      Smith Smith PROPN NNP 1 flat I-Person
      won win VERB VBD 7 ccomp
      , , PUNCT , 3 punct
      " " PUNCT '' 3 punct
      he he PRON PRP 7 nsubj
      said say VERB VBD -1 root
      . . PUNCT . 7 punct
      """)
    let chains = CoreferenceResolver().chains(sentences: text.sentences, document: text.document)
    let smith = chains.first { chain in
      chain.mentions.contains { $0.sentence == 1 && $0.head == 1 }
    }
    #expect(smith?.mentions.contains { $0.sentence == 1 && $0.head == 6 } == false)
  }
}
