import Linguistics

/// Writes a clause out as propositions that each stand by themselves: one for each conjunct of its subject
/// and arguments, with a pronoun's antecedent in its place.
///
/// "Lund said he sold Nordia's ships and mines" gives "Lund | sold | Nordia's ships" and "Lund | sold |
/// Nordia's mines".
struct StandalonePropositions {
  private let tree: SentenceTree
  private let builder: PropositionBuilder
  private let coordination: Coordination
  private let antecedents: Antecedents

  /// The most propositions that one clause gives, so that long lists do not multiply.
  private static let limit = 16

  /// Creates a builder for a sentence.
  init(builder: PropositionBuilder, antecedents: Antecedents) {
    self.builder = builder
    self.antecedents = antecedents
    tree = builder.tree
    coordination = Coordination(tree: tree)
  }

  /// The propositions of a clause; the first conjuncts come first.
  func propositions(_ clause: Clause, context: ClauseContext) -> [Proposition] {
    var features = ConfidenceFeatures(clause, tree: tree, context: context)
    let (subjects, isResolved) = subjects(of: clause)
    var choices: [(head: Int, phrases: [[Int]])] = []
    var count = subjects.count
    for argument in clause.arguments where isDivided(argument) {
      let phrases = coordination.phrases(
        argument.head, in: builder.tokens(of: argument, in: clause))
      guard phrases.count > 1, phrases.count * count <= Self.limit else { continue }
      count *= phrases.count
      choices.append((argument.head, phrases))
    }
    features.setConjuncts(count, isResolved: isResolved)
    var worded = subjects.map { (subject: $0, words: [Int: [Int]]()) }
    for choice in choices {
      worded = worded.flatMap { one in
        choice.phrases.map { (one.subject, one.words.merging([choice.head: $0]) { $1 }) }
      }
    }
    return worded.enumerated().compactMap { place, one in
      var features = features
      features.setPlace(ofConjunct: place)
      return builder.proposition(clause, of: one.subject, words: one.words, features: features)
    }
  }

  /// The conjuncts of the subject; those of a pronoun's antecedent stay together, and those that a participle
  /// follows, as it may be of the last alone.
  private func subjects(of clause: Clause) -> (phrases: [[Int]], isResolved: Bool) {
    let words = builder.subjectTokens(clause)
    if words.count == 1, let head = antecedents.antecedent(of: words[0], in: tree) {
      let name = tree.name(at: head).map { Array($0.tokens.clamped(to: 0..<tree.count)) } ?? []
      return ([Set(builder.phrase.tokens(head, .whole) + name).sorted()], true)
    }
    guard clause.subject.possessed == nil, clause.subject.source != .participle,
      !isCollective(clause)
    else { return ([words], false) }
    return (coordination.phrases(clause.subject.head, in: words), false)
  }

  /// Whether the subjects do together what is said: "Lund and Moe met", "… married in Oslo".
  private func isCollective(_ clause: Clause) -> Bool {
    let isAlone = !clause.arguments.contains { [.object, .content].contains($0.role) }
    if isAlone, clause.chain.contains(where: { Self.reciprocal.contains(tree.lemmas[$0]) }) {
      return true
    }
    return tree.children(of: clause.head, "advmod", "obj", "obl").contains {
      ["together", "jointly", "other", "another"].contains(tree.forms[$0])
    }
  }

  /// Verbs that without an object tell what their subjects do to each other.
  private static let reciprocal: Set<String> = [
    "agree", "argue", "clash", "collaborate", "collide", "compete", "cooperate", "differ",
    "disagree", "fight", "marry", "meet", "merge", "negotiate", "quarrel", "separate", "divorce",
  ]

  /// Whether what is said holds of each conjunct of an argument: of what lies "between" them it does not.
  private func isDivided(_ argument: Clause.Argument) -> Bool {
    switch argument.role {
    case .object, .indirectObject, .attribute, .oblique, .agent:
      return !argument.marker.contains { Self.collective.contains(tree.forms[$0]) }
    case .content, .adverbialClause, .infinitive, .adverb: return false
    }
  }

  private static let collective: Set<String> = ["between", "among", "amongst"]
}
