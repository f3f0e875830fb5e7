/// What a document begins with: the content words of its first sentences, and what its things do there.
///
/// News tells a whole story in its first sentences (the inverted pyramid), so two documents that begin in the
/// same words report the same events, and who does the same in both is likely the same.
public struct Lead: Hashable, Sendable {
  /// How many sentences a lead has, a headline among them.
  public static let sentences = 4
  /// How many of them are its headline.
  public static let headlines = 2

  /// The lemmas of the nouns, names, verbs, adjectives and numbers, in lower case, sorted, each once.
  public var words: [String]
  /// Those of the headline.
  public var headline: [String]
  /// For each mention of the document, what it does in the lead, sorted, each once; shorter than the
  /// mentions if those at the end do nothing.
  public var roles: [[EventRole]]

  /// A document that begins with nothing.
  public static let none = Lead(words: [], headline: [], roles: [])

  /// Creates a lead.
  public init(words: [String], headline: [String], roles: [[EventRole]]) {
    self.words = words
    self.headline = headline
    self.roles = roles
  }
}
