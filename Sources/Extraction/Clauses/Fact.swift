/// A binary fact over the tokens of one sentence, before mentions and context.
struct Fact: Hashable, Sendable {
  /// What stands as object or detail.
  enum Filler: Hashable, Sendable {
    /// The phrase that a token heads.
    case phrase(Int)
    /// The common noun that a token heads, as what a name right behind it is.
    case kind(Int)
    /// Words that are a value themselves: an adjective, a content clause.
    case words([Int])
    /// An amount that covers a token.
    case amount(Int)
  }

  /// A further participant or circumstance.
  struct Detail: Hashable, Sendable {
    /// The role: a preposition, `amount`, `purpose`, `manner`.
    let role: String
    /// What it is.
    let filler: Filler

    /// Whether it is a phrase with its preposition, no clause.
    var isOblique: Bool {
      if case .words = filler { return false }
      return true
    }
  }

  /// The clause's head, whose context applies.
  let head: Int
  /// The token that heads the subject.
  let subject: Int
  /// How the subject was found.
  let source: SubjectFinder.Source
  /// The predicate in its dictionary form: "plan to fight".
  let label: String
  /// The tokens that give the predicate.
  let predicate: [Int]
  /// The object, if there is one.
  let object: Filler?
  /// Further participants.
  var details: [Detail] = []
  /// The verb of the predicate that leaves it open whether the rest comes true: "plans to sell".
  var hedge: Int?
  /// Whether the text takes it for granted, so that the modals of its clause do not touch it.
  var isPresupposed = false
  /// Whether the writer vouches for it even in indirect speech: a name's title or country.
  var isVouched = false
  /// Whether it is of the outer clause of a copula with a clausal attribute.
  var isOuter = false
  /// The name of the rule.
  let rule: String
}
