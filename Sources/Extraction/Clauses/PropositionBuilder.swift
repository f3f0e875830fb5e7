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
    guard !subject.isEmpty, !isQuestionWord(subject) else { return nil }
    let hasObject = clause.arguments.contains {
      [.object, .attribute, .content, .indirectObject].contains($0.role)
    }
    let lastVerb = clause.predicate.last ?? clause.head
    var moved = false
    // What stands in front of the subject reads better behind: "visited Rome | in 1990".
    let fronted = clause.arguments.filter { !$0.isAntecedent && isFronted($0, in: clause) }
    for argument in clause.arguments.filter({ !fronted.contains($0) }) + fronted {
      let words = tokens(of: argument, in: clause)
      guard !words.isEmpty, isInside(argument, of: clause) else { continue }
      if [.object, .attribute].contains(argument.role), isQuestionWord(words) { return nil }
      let canMove: Bool =
        switch argument.role {
        case .oblique, .agent: !hasObject && (argument.head > lastVerb || argument.isAntecedent)
        case .attribute: !argument.marker.isEmpty
        case .content: !argument.marker.isEmpty
        default: false
        }
      if argument.role == .adverb, !hasObject, !moved,
        let joint = adverbialLink(argument, after: predicate, in: clause)
      {
        predicate += joint.link
        if !joint.rest.isEmpty {
          moved = true
          arguments.append(text.words(joint.rest, in: tree))
        }
        continue
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
          text.words(
            ((argument.role == .content ? [] : argument.marker) + words).sorted(), in: tree))
      }
    }
    var predicateWords = text.words(predicate, in: tree)
    if clause.isReducedPassive { predicateWords = "be " + predicateWords }
    guard !predicateWords.isEmpty else { return nil }
    return Proposition(
      sentence: tree.index, subject: text.words(subject, in: tree), predicate: predicateWords,
      arguments: arguments,
      features: ConfidenceFeatures(clause, tree: tree, context: context))
  }

  /// Whether an adverbial clause is a circumstance and no statement of its own beside the main one: a free
  /// participle and a contrast are.
  private func isInside(_ argument: Clause.Argument, of clause: Clause) -> Bool {
    guard argument.role == .adverbialClause else { return true }
    let marks = tree.children(of: argument.head, "mark", "case", "advmod").filter {
      $0 < argument.head
    }.map { tree.forms[$0] }
    if !Self.contrasts.isDisjoint(with: marks) { return false }
    return !marks.isEmpty || !["VBG", "VBN"].contains(tree[argument.head].xpos)
  }

  private static let contrasts: Set<String> = [
    "although", "though", "while", "whereas", "whilst", "without",
  ]

  /// An adverb between a verb and its preposition is of the predicate: "relies heavily on | logic"; so is one
  /// that has the preposition itself: "lies close to | the river".
  private func adverbialLink(
    _ argument: Clause.Argument, after predicate: [Int], in clause: Clause
  ) -> (link: [Int], rest: [Int])? {
    let words = tree.subtree(of: argument.head).filter { !tree.isPunctuation($0) }
    guard let last = predicate.last, let first = words.first, first == last + 1 else { return nil }
    if let inner = tree.children(of: argument.head, "obl").first,
      let marker = finder.markers(of: inner).first
    {
      let link = words.filter { $0 < marker } + finder.markers(of: inner)
      return (link, words.filter { !link.contains($0) })
    }
    let end = (words.last ?? last) + 1
    guard words.count == end - first,
      clause.arguments.contains(where: {
        [.oblique, .agent].contains($0.role) && $0.marker.first == end
      })
    else { return nil }
    return (words, [])
  }

  /// "what", "who": a word that stands for something not told.
  private func isQuestionWord(_ words: [Int]) -> Bool {
    words.count == 1 && ["WP", "WDT", "WRB"].contains(tree[words[0]].xpos)
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
    let whole = phrase.tokens(clause.subject.head, .whole)
    guard clause.subject.source == .participle else { return whole }
    // "a company based in Oslo | based in | Oslo": what is said of the noun is no part of it.
    let own = Set(tree.subtree(of: clause.head))
    return phrase.trimmed(whole.filter { !own.contains($0) })
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
      // "Of its staff, 230 are in the field": what stands before the copula is not in the attribute.
      let start =
        tree.child(of: argument.head, "cop").flatMap { $0 < argument.head ? $0 : nil } ?? -1
      return phrase.trimmed(inside.filter { $0 > start })
    default:
      let marker = Set(argument.marker)
      return phrase.tokens(argument.head, .whole).filter { !marker.contains($0) }
    }
  }
}
