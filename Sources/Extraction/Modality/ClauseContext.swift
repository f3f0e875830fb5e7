import GraphModel

/// How a clause is meant: affirmed or denied, how surely, by whom, and when.
struct ClauseContext: Hashable, Sendable {
  /// Affirmed or denied.
  var polarity: Polarity = .positive
  /// How sure the text is.
  var certainty: Certainty = .certain
  /// The word that makes it unsure or denied.
  var cue: String?
  /// The head of the phrase that names who says so; `nil` is the document itself.
  var speaker: TokenAddress?
  /// When it held.
  var time: StatementTime?

  /// Whether a fact of this clause would be written as a plain triple.
  var isAsserted: Bool { polarity == .positive && certainty == .certain }

  /// What is left of the context for something that the clause takes for granted: who says so.
  var presupposed: ClauseContext {
    var context = ClauseContext()
    context.speaker = speaker
    if speaker != nil, certainty == .unknown { context.weaken(to: .unknown, cue: cue) }
    return context
  }

  /// Lowers the certainty to at most the given one, and keeps the cue of the weakest.
  mutating func weaken(to other: Certainty, cue: String?) {
    guard other.strength < certainty.strength else { return }
    certainty = other
    self.cue = cue
  }

  /// Turns an affirmation into a denial and back.
  mutating func negate(cue: String) {
    polarity = polarity == .positive ? .negative : .positive
    self.cue = self.cue ?? cue
  }
}

extension Certainty {
  /// From 3 (certain) down to 0 (unknown), which no modal word raises again.
  var strength: Int {
    switch self {
    case .certain: 3
    case .probable: 2
    case .possible: 1
    case .unknown: 0
    }
  }
}
