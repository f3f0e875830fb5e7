import Linguistics

/// Facts that noun phrases state without a verb, all taken for granted by their sentence.
struct NominalFacts {
  /// The document's analysis.
  let analysis: DocumentAnalysis
  /// The tree of the sentence.
  let tree: SentenceTree
  /// Splits coordination.
  let builder: FactBuilder
  /// Tells phrases set off by commas.
  let phrase: NounPhrase

  /// Creates the rules' view of a sentence.
  init(analysis: DocumentAnalysis, tree: SentenceTree, builder: FactBuilder) {
    self.analysis = analysis
    self.tree = tree
    self.builder = builder
    phrase = NounPhrase(tree: tree)
  }

  /// All nominal facts, by token.
  func facts() -> [Fact] {
    (0..<tree.count).flatMap { token -> [Fact] in
      guard [.noun, .propn, .num].contains(tree[token].upos) else { return [] }
      return apposition(token) + title(token) + possession(token) + membership(token) + age(token)
    } + roles()
  }

  /// A fact of the clause that a token stands in.
  func fact(
    _ subject: Int, _ label: String, _ object: Fact.Filler?, at token: Int, words: [Int],
    rule: String
  ) -> Fact {
    Fact(
      head: tree.clauseHead(of: token) ?? token, subject: subject, source: .own, label: label,
      predicate: words,
      object: object, isPresupposed: true, rule: rule)
  }

  /// The fact as one that the writer vouches for, if it is about a name.
  func vouched(_ fact: Fact) -> Fact {
    var fact = fact
    fact.isVouched = isName(fact.subject)
    return fact
  }

  /// Whether a token heads a person's name.
  func isPersonName(_ token: Int) -> Bool { tree.name(at: token)?.kind == .person }

  /// Whether a token heads any name.
  func isName(_ token: Int) -> Bool { tree.name(at: token) != nil || tree[token].upos == .propn }

  /// Whether a token heads a phrase of time or an amount.
  func isMeasure(_ token: Int) -> Bool {
    tree[token].upos == .num || analysis.time(at: token, in: tree.index) != nil
      || analysis.amount(at: token, in: tree.index) != nil || tree[token].upos == .sym
  }
}
