/// A wording pattern with its words and classes numbered.
struct CompiledPattern: Sendable {
  /// The local name of the relation.
  var relation: String
  /// The rule's name.
  var rule: String
  /// What the anchor must be.
  var root: Node

  /// What a token and its neighbours must be.
  struct Node: Sendable {
    var capture: Capture?
    var isTitle: Bool
    var test: Test
    var clauses: [Clause]
  }

  /// The name that a token is kept under.
  enum Capture: Hashable, Sendable {
    case subject
    case object
    /// Two members of one coordination, subject and object.
    case pair
    case detail(String)
  }

  /// What a token must be.
  enum Test: Sendable {
    case words(PatternNode.WordKind, [[Int32]])
    case classes(PatternLexicon.ClassSet, orUnknown: Bool)
    case any
  }

  /// A condition on a neighbour.
  struct Clause: Sendable {
    var roles: [PatternRole]
    var mode: PatternNode.Clause.Mode
    var filler: Node
  }
}

/// The place that a neighbour takes, whatever the voice and the shape of the clause.
enum PatternRole: Hashable, Sendable {
  /// Who does it, in active and passive; what a noun is said of, by copula, apposition or title.
  case subject
  /// What it is done to, in active and passive.
  case object
  /// To whom: "awarded *her* the prize".
  case recipient
  /// The possessor: "*SenseTime*'s founder", "*its* founder".
  case possessor
  /// A noun before the noun: "*Apple* executive".
  case compound
  /// A modifier: an adjective, adverb or noun before or after it.
  case modifier
  /// An adjective before it: "the *Japanese* carmaker".
  case adjective
  /// An amount that modifies it: "a *$50 million* round".
  case amount
  /// A date without a preposition: "resigned *Monday*".
  case time
  /// What stands beside it in apposition: "Paris, *France*".
  case apposition
  /// The first date of a span in brackets right behind a name: "Otto Klein (*1960* – 2010)".
  case spanStart
  /// The last date of such a span.
  case spanEnd
  /// What it makes of its object or subject: "named her *chief executive*".
  case complement
  /// A clause that it governs: "said *that it would sell*".
  case clause
  /// An adverbial clause: "named her director, *replacing* him", "hired her to *succeed* him".
  case adverbial
  /// What a preposition joins to it.
  case preposition(Int32)

  /// The names of the roles that are not prepositions.
  static let named: [String: PatternRole] = [
    "subject": .subject, "object": .object, "recipient": .recipient, "poss": .possessor,
    "compound": .compound, "mod": .modifier, "adjective": .adjective, "amount": .amount,
    "complement": .complement,
    "time": .time, "appos": .apposition, "span_start": .spanStart, "span_end": .spanEnd,
    "clause": .clause, "adverbial": .adverbial,
  ]

  /// The prepositions that can be roles; words of longer ones are joined by `_`.
  static let prepositions: Set<String> = [
    "about", "above", "according_to", "across", "after", "against", "along", "among", "as", "at",
    "because_of", "before", "behind", "below", "between", "by", "despite", "during", "following",
    "for", "from", "in", "including", "inside", "into", "like", "near", "of", "off", "on", "onto",
    "opposite", "out_of", "outside", "over", "per", "since", "such_as", "than", "through", "to",
    "toward", "towards", "under", "until", "up", "upon", "via", "with", "within", "without",
  ]
}
