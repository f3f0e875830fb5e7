/// What the mentions of a cluster tell together, kept up to date as clusters join, so that asking
/// does not walk through the mentions.
struct ClusterSummary {
  /// How strongly the mentions say what is named: by person, organization, place.
  private var votes: SIMD4<Int32> = .zero
  /// The gender that the first mention to tell it tells.
  private(set) var gender: Gender?
  /// Whether a name or noun phrase is singular alone.
  private var hasSingular: Bool
  /// Whether a name or noun phrase is plural alone.
  private var hasPlural: Bool
  /// Whether a mention is a name.
  private(set) var isNamed: Bool
  /// The number of mentions.
  private(set) var count = 1
  /// Whether all names have one word.
  private(set) var hasOneWordNames: Bool
  /// The words of the names and those that modify the nouns, in small letters.
  private(set) var words: Set<String>
  /// The nouns that are said of the thing, in small letters: "CEO Ann Lee", "Ann Lee is a lawyer".
  private(set) var properties: Set<String>
  /// Whether a name of the cluster acts, or has the aliases of a country.
  private(set) var isLikelyCountry: Bool

  private static let kinds: [NameSpan.Kind] = [.person, .organization, .place]

  /// What one mention tells.
  init(_ mention: MentionCandidate, _ tree: SentenceTree) {
    if let kind = mention.nameKind, let index = Self.kinds.firstIndex(of: kind) {
      votes[index] = Self.weight(of: mention)
    }
    gender = mention.gender
    let isPhrase = mention.kind != .pronoun
    hasSingular = isPhrase && mention.number == .singular
    hasPlural = isPhrase && mention.number == .plural
    isNamed = mention.kind == .name
    hasOneWordNames = mention.nameWords.count <= 1
    words = mention.modifiers.union(mention.nameWords)
    properties = Self.properties(of: mention, tree)
    isLikelyCountry =
      mention.kind == .name
      && (mention.role == .subject
        || NameComparison.aliases[mention.nameWords.joined(separator: " ")] != nil)
  }

  private static func weight(of mention: MentionCandidate) -> Int32 {
    switch mention.kind {
    // One word alone is the least sure.
    case .name: mention.nameWords.count > 1 ? 100 : 10
    case .nominal: mention.appositionTo != nil ? 25 : 1
    case .pronoun: 1
    }
  }

  /// Words that make another office of one: the shadow chancellor is not the chancellor.
  private static let otherOffices: Set<String> = [
    "shadow", "deputy", "vice", "former", "assistant", "acting", "ex", "late", "future",
  ]

  private static func properties(
    of mention: MentionCandidate, _ tree: SentenceTree
  ) -> Set<String> {
    switch mention.kind {
    case .pronoun: return []
    case .nominal:
      return mention.modifiers.isDisjoint(with: otherOffices) ? [mention.headLemma] : []
    case .name:
      var properties = Set<String>()
      if mention.tokens.lowerBound > 0 {
        let before = tree.tokens[mention.tokens.lowerBound - 1]
        // "The film Orion", but not "a film Oscar"; nor does a shadow minister minister.
        let modifies =
          before.relation.universal == "compound" && mention.tokens.contains(before.head)
          && mention.nameKind != .person
        if before.upos == .noun || before.upos == .propn, !modifies,
          !tree.children[mention.tokens.lowerBound - 1].contains(where: {
            otherOffices.contains(tree.tokens[$0].lemma.lowercased())
          })
        {
          properties.insert(before.lemma.lowercased())
        }
      }
      let predicate = tree.tokens[mention.head].head
      if mention.role == .subject, tree.tokens.indices.contains(predicate),
        !tree.children(predicate, ["cop"]).isEmpty
      {
        properties.insert(tree.tokens[predicate].lemma.lowercased())
      }
      return properties
    }
  }

  /// Takes in what a later cluster tells.
  mutating func add(_ other: ClusterSummary) {
    votes &+= other.votes
    gender = gender ?? other.gender
    hasSingular = hasSingular || other.hasSingular
    hasPlural = hasPlural || other.hasPlural
    isNamed = isNamed || other.isNamed
    count += other.count
    hasOneWordNames = hasOneWordNames && other.hasOneWordNames
    words.formUnion(other.words)
    properties.formUnion(other.properties)
    isLikelyCountry = isLikelyCountry || other.isLikelyCountry
  }

  /// What most names say it is, else what the nouns say.
  var kind: NameSpan.Kind? {
    let most = votes.max()
    guard most > 0, let index = Self.kinds.indices.first(where: { votes[$0] == most }) else {
      return nil
    }
    return Self.kinds[index]
  }

  /// Whether it may be spoken of in the singular or the plural.
  func agreesInNumber(plural: Bool) -> Bool { plural ? !hasSingular : !hasPlural }
}
