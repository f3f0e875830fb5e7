/// A predicate with what it says it of: the raw material of propositions and facts.
struct Clause: Hashable, Sendable {
  /// The kinds of predicate.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case verb
    case copula
    case existential
  }

  /// An argument or circumstance of the predicate.
  struct Argument: Hashable, Sendable {
    /// What an argument is to its predicate.
    enum Role: String, Hashable, Sendable, CaseIterable {
      case object
      case indirectObject
      /// What a subject is said to be: "an academic", "ready".
      case attribute
      case oblique
      /// The agent of a passive: "by Muslims".
      case agent
      /// A content clause: "that it may lose customers".
      case content
      case adverbialClause
      case infinitive
      case adverb
    }

    /// What it is to the predicate.
    let role: Role
    /// The token that heads it.
    let head: Int
    /// The preposition or subordinator in front of it.
    let marker: [Int]
    /// Whether it stands for the gap of a relative clause, outside the clause itself.
    var isAntecedent = false
  }

  /// The token that heads it and whose context applies.
  let head: Int
  /// The kind of predicate.
  let kind: Kind
  /// The subject.
  let subject: SubjectFinder.Subject
  /// Verbs merged into the predicate, from the head on: "plan", "fight".
  let chain: [Int]
  /// The tokens of the predicate, sorted, without a preposition of its argument.
  let predicate: [Int]
  /// The arguments and circumstances, in order.
  let arguments: [Argument]
  /// Whether it is the outer clause of a copula whose attribute is a clause with the same head.
  var isOuter = false
  /// Whether the predicate is a past participle without its auxiliary: "a company based in X".
  let isReducedPassive: Bool
}
