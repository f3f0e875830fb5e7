import Testing

@testable import Linguistics

@Suite("Lemmas")
struct LemmatizerTests {
  private let model: Model
  private let lemmatizer: Lemmatizer

  init() throws {
    model = try English.model.get()
    lemmatizer = Lemmatizer(table: model.lemmas, vocabulary: model.wordPieces.vocabulary)
  }

  @Test(
    "a script edits the lower-cased form",
    arguments: [
      ("=", "iPod", "iPod"), ("!be", "are", "be"), ("L|0||3|y", "Cities", "city"),
      ("L|2|b|0|", "xxe", "be"), ("T|0||1|", "AMERICANS", "American"), ("U|0||1|", "MPs", "MP"),
      ("L|0||9|y", "ab", "y"), ("L|0||0||", "a", "a|"), ("nonsense", "Word", "Word"),
    ])
  func scripts(script: String, form: String, lemma: String) {
    #expect(LemmaScript(script).apply(to: form) == lemma)
  }

  @Test("the table knows form and tag together")
  func table() {
    #expect(model.lemmas.lemma(of: "went", .verb) == "go")
    #expect(model.lemmas.lemma(of: "children", .noun) == "child")
    #expect(model.lemmas.lemma(of: "children", .verb) == nil)
    #expect(model.lemmas.lemma(of: "", .noun) == nil)
    #expect(model.lemmas.lemma(of: "zzzzzz", .noun) == nil)
    #expect(model.lemmas.lemma(of: "!", .noun) == nil)
  }

  @Test(
    "the spelling of regular forms is put right",
    arguments: [
      ("criticised", .past, "criticise"), ("scrambled", .past, "scramble"),
      ("jettisoned", .past, "jettison"), ("ferried", .past, "ferry"), ("vied", .past, "vie"),
      ("quarrelled", .past, "quarrel"), ("refereed", .past, "referee"), ("eked", .past, "eke"),
      ("mimicked", .past, "mimic"), ("nagged", .past, "nag"), ("frisked", .past, "frisk"),
      ("dredged", .past, "dredge"), ("outlived", .past, "outlive"),
      ("unwinding", .participle, "unwind"), ("vying", .participle, "vie"),
      ("haggling", .participle, "haggle"), ("skimming", .participle, "skim"),
      ("foreseeing", .participle, "foresee"), ("relaying", .participle, "relay"),
      ("typifies", .thirdPerson, "typify"), ("pinches", .thirdPerson, "pinch"),
      ("outgoes", .thirdPerson, "outgo"), ("effaces", .thirdPerson, "efface"),
      ("wolves", .plural, "wolf"), ("housewives", .plural, "housewife"),
      ("hypotheses", .plural, "hypothesis"), ("cacti", .plural, nil),
      ("oligarchies", .plural, "oligarchy"),
      ("walruses", .plural, "walrus"), ("congressmen", .plural, "congressman"),
      ("glass", .plural, nil), ("nicer", .comparative, "nice"), ("grimmest", .superlative, "grim"),
      ("wealthiest", .superlative, "wealthy"), ("thing", .participle, nil),
    ] as [(String, Inflection, String?)])
  func spelling(form: String, inflection: Inflection, base: String?) {
    let rule = SpellingRule(table: model.lemmas, vocabulary: model.wordPieces.vocabulary)
    #expect(rule.base(of: form, inflection) == base)
  }

  @Test(
    "table, irregular verbs, spelling and script are asked in turn",
    arguments: [
      ("Went", .verb, "VBD", "go"), ("fled", .verb, "VBD", "flee"),
      ("swore", .verb, "VBD", "swear"),
      ("rebuilt", .verb, "VBN", "rebuild"), ("co-founded", .verb, "VBD", "co-found"),
      ("MPs", .noun, "NNS", "MP"), ("8,000", .num, "CD", "8000"), ("Kahn", .propn, "NNP", "Kahn"),
      ("embezzle", .verb, "VB", "embezzle"),
    ] as [(String, UPOS, String, String)])
  func order(form: String, upos: UPOS, xpos: String, lemma: String) {
    #expect(lemmatizer.lemma(of: form, upos: upos, xpos: xpos, script: .copy) == lemma)
  }
}
