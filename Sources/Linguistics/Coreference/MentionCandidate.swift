/// A phrase that may refer, with what its words and place tell.
struct MentionCandidate {
  /// Where a phrase stands in its clause, best antecedents first.
  enum Role: Int, Comparable {
    case subject
    case object
    case oblique
    case modifier

    static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
  }

  /// Singular, plural, or what can be taken for both.
  enum Number {
    case singular
    case plural
    case either
  }

  /// How a phrase is marked.
  enum Definiteness {
    case definite
    case indefinite
    case bare
  }

  let sentence: Int
  /// The words that name or describe the thing.
  let tokens: Range<Int>
  /// The whole phrase, with what follows its head.
  let extent: Range<Int>
  let head: Int
  let kind: CoreferenceChain.Mention.Kind
  /// What it names, as far as the words tell.
  let nameKind: NameSpan.Kind?
  let number: Number
  let gender: Gender?
  let definiteness: Definiteness
  let role: Role
  let pronoun: Pronoun?
  /// The words of a name in small letters, without titles; empty for others.
  let nameWords: [String]
  /// Whether a title stands before a name that goes with surnames: "Mr Lee".
  let isSurname: Bool
  /// The lemma of the head.
  let headLemma: String
  /// The content words that modify the head, in small letters.
  let modifiers: Set<String>
  /// The quotation it stands in, or `nil`.
  let quotation: Int?
  /// The token that heads the phrase it is an apposition to, or `nil`.
  let appositionTo: Int?
  /// Whether other phrases are coordinated with it.
  let isCoordinated: Bool
  /// Whether nothing is likely to refer back to it, so that the passes leave it alone: a time, a
  /// number, an idea without a determiner.
  let isBackground: Bool
}
