import Linguistics

/// Writes a clause out as one proposition with all its arguments.
struct PropositionBuilder {
  /// The tree.
  let tree: SentenceTree
  /// The words of phrases.
  let text: PhraseText
  let phrase: NounPhrase
  let finder: ClauseFinder

  /// Creates a builder for a sentence.
  init(finder: ClauseFinder, text: PhraseText) {
    self.finder = finder
    tree = finder.tree
    self.text = text
    phrase = NounPhrase(tree: tree)
  }

  /// The proposition of a clause, or `nil` if a part of it would be empty.
  func proposition(_ clause: Clause, context: ClauseContext) -> Proposition? {
    proposition(
      clause, of: subjectTokens(clause),
      features: ConfidenceFeatures(clause, tree: tree, context: context))
  }

  /// The proposition of a clause with other words for its subject and for some arguments, given by their
  /// heads.
  func proposition(
    _ clause: Clause, of subject: [Int], words other: [Int: [Int]] = [:],
    features: ConfidenceFeatures
  ) -> Proposition? {
    var predicate = clause.predicate
    var written: [[Int]] = []
    guard !subject.isEmpty, !isQuestionWord(subject) else { return nil }
    let hasObject = clause.arguments.contains {
      [.object, .attribute, .content, .indirectObject].contains($0.role)
    }
    let lastVerb = clause.predicate.last ?? clause.head
    var moved = false
    // What stands in front of the subject reads better behind: "visited Rome | in 1990".
    let fronted = clause.arguments.filter { !$0.isAntecedent && isFronted($0, in: clause) }
    for argument in clause.arguments.filter({ !fronted.contains($0) }) + fronted {
      let words = other[argument.head] ?? tokens(of: argument, in: clause)
      guard !words.isEmpty, isInside(argument, of: clause) else { continue }
      if [.object, .attribute].contains(argument.role), isQuestionWord(words) { return nil }
      let canMove: Bool =
        switch argument.role {
        case .oblique, .agent: !hasObject && (argument.head > lastVerb || argument.isAntecedent)
        case .attribute: !argument.marker.isEmpty
        case .content: !argument.marker.isEmpty && written.isEmpty
        default: false
        }
      if argument.role == .adverb, !hasObject, !moved,
        let joint = adverbialLink(argument, after: predicate, in: clause)
      {
        predicate += joint.link
        if !joint.rest.isEmpty {
          moved = true
          written.append(joint.rest)
        }
        continue
      }
      if canMove, !moved, !argument.marker.isEmpty {
        moved = true
        predicate += argument.marker
        written.append(words)
      } else {
        if [.oblique, .adverb, .infinitive, .adverbialClause].contains(argument.role),
          argument.head > lastVerb
        {
          moved = true
        }
        written.append((argument.marker + words).sorted())
      }
    }
    var predicateWords = text.words(predicate, in: tree)
    if clause.isReducedPassive { predicateWords = "be " + predicateWords }
    guard !predicateWords.isEmpty else { return nil }
    return Proposition(
      sentence: tree.index, subject: text.words(subject, in: tree), predicate: predicateWords,
      arguments: written.map { text.words($0, in: tree) },
      features: features.worded(clause, subject: subject, arguments: written, in: tree),
      weights: PropositionWeights.table)
  }

  /// "what", "who": a word that stands for something not told.
  private func isQuestionWord(_ words: [Int]) -> Bool {
    words.count == 1 && ["WP", "WDT", "WRB"].contains(tree[words[0]].xpos)
  }

  private func isFronted(_ argument: Clause.Argument, in clause: Clause) -> Bool {
    argument.head < clause.subject.head && clause.subject.source == .own
      && argument.head < (clause.predicate.first ?? 0)
  }

  /// The words of a clause's subject as the sentence has them.
  func subjectTokens(_ clause: Clause) -> [Int] {
    if let possessed = clause.subject.possessed {
      let owned = phrase.tokens(possessed, .whole).filter { tree[$0].xpos != "WP$" }
      return phrase.tokens(clause.subject.head, .whole) + owned
    }
    let whole = phrase.tokens(clause.subject.head, .whole)
    guard clause.subject.source == .participle else { return whole }
    if let described = described(by: clause.subject.head) {
      return phrase.tokens(described, .whole)
    }
    // "a company based in Oslo | based in | Oslo": what is said of the noun is no part of it.
    let own = Set(tree.subtree(of: clause.head))
    return phrase.trimmed(whole.filter { !own.contains($0) })
  }

  /// The subject of the copula that an attribute belongs to: in "Nordia is a firm based in Oslo" it is Nordia
  /// that is based there.
  private func described(by noun: Int) -> Int? {
    guard tree[noun].upos != .propn, tree.child(of: noun, "cop") != nil else { return nil }
    return tree.child(of: noun, "nsubj")
  }
}
