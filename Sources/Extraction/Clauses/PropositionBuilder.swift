import Linguistics

/// Writes a clause out as one proposition with all its arguments, coordination not split.
struct PropositionBuilder {
  /// The tree.
  let tree: SentenceTree
  /// The words of phrases.
  let text: PhraseText
  private let phrase: NounPhrase
  private let finder: ClauseFinder

  /// Creates a builder for a sentence.
  init(finder: ClauseFinder, text: PhraseText) {
    self.finder = finder
    tree = finder.tree
    self.text = text
    phrase = NounPhrase(tree: tree)
  }

  /// The proposition of a clause, or `nil` if a part of it would be empty.
  func proposition(_ clause: Clause, context: ClauseContext) -> Proposition? {
    var predicate = clause.predicate
    var arguments: [String] = []
    let subject = subjectTokens(clause)
    guard !subject.isEmpty else { return nil }
    let hasObject = clause.arguments.contains {
      [.object, .attribute, .content, .indirectObject].contains($0.role)
    }
    let lastVerb = clause.predicate.last ?? clause.head
    var moved = false
    // What stands in front of the subject reads better behind: "visited Rome | in 1990".
    let fronted = clause.arguments.filter { !$0.isAntecedent && isFronted($0, in: clause) }
    for argument in clause.arguments.filter({ !fronted.contains($0) }) + fronted {
      let words = tokens(of: argument, in: clause)
      guard !words.isEmpty else { continue }
      let canMove: Bool =
        switch argument.role {
        case .oblique, .agent: !hasObject && (argument.head > lastVerb || argument.isAntecedent)
        case .attribute: !argument.marker.isEmpty
        case .content: !argument.marker.isEmpty
        default: false
        }
      if canMove, !moved, !argument.marker.isEmpty {
        moved = true
        predicate += argument.marker
        arguments.append(text.words(words, in: tree))
      } else {
        if [.oblique, .adverb, .infinitive, .adverbialClause].contains(argument.role),
          argument.head > lastVerb
        {
          moved = true
        }
        arguments.append(
          text.words((argument.role == .content ? [] : argument.marker) + words, in: tree))
      }
    }
    var predicateWords = text.words(predicate, in: tree)
    if clause.isReducedPassive { predicateWords = "be " + predicateWords }
    guard !predicateWords.isEmpty else { return nil }
    let subjectWords =
      clause.kind == .existential ? text.words(subject, in: tree) : text.words(subject, in: tree)
    return Proposition(
      sentence: tree.index, subject: subjectWords, predicate: predicateWords, arguments: arguments,
      confidence: ConfidenceModel.confidence(
        ConfidenceFeatures(clause, tree: tree, context: context)))
  }

  private func isFronted(_ argument: Clause.Argument, in clause: Clause) -> Bool {
    argument.head < clause.subject.head && clause.subject.source == .own
      && argument.head < (clause.predicate.first ?? 0)
  }

  private func subjectTokens(_ clause: Clause) -> [Int] {
    if let possessed = clause.subject.possessed {
      let owned = phrase.tokens(possessed, .whole).filter { tree[$0].xpos != "WP$" }
      return phrase.tokens(clause.subject.head, .whole) + owned
    }
    return phrase.tokens(clause.subject.head, .whole)
  }

  /// The tokens of an argument without its preposition.
  func tokens(of argument: Clause.Argument, in clause: Clause) -> [Int] {
    switch argument.role {
    case .content, .adverbialClause, .infinitive:
      var marker = Set(argument.marker)
      if tree.head(of: clause.head) == argument.head {
        marker.formUnion(tree.subtree(of: clause.head))
      }
      return phrase.trimmed(tree.subtree(of: argument.head).filter { !marker.contains($0) })
    case .adverb:
      return phrase.trimmed(tree.subtree(of: argument.head))
    case .attribute where argument.head == clause.head:
      let inside = tree.subtree(of: argument.head) { child, parent in
        guard parent == argument.head else { return false }
        if clause.arguments.contains(where: { $0.head == child })
          || clause.predicate.contains(child)
        {
          return true
        }
        if argument.marker.contains(child) { return true }
        switch tree.relation(of: child) {
        case "nsubj", "csubj", "cop", "aux", "mark", "expl", "parataxis", "discourse", "advcl",
          "obl", "punct", "cc":
          return tree.relation(of: child) == "punct" ? false : true
        case "conj": return tree.isClauseHead(child)
        case "appos": return phrase.isSetOff(child)
        case "acl": return tree.fullRelation(of: child) == "acl:relcl"
        default: return false
        }
      }
      return phrase.trimmed(inside)
    default:
      let marker = Set(argument.marker)
      return phrase.tokens(argument.head, .whole).filter { !marker.contains($0) }
    }
  }
}
