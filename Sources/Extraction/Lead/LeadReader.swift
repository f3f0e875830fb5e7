public import Linguistics

/// Reads what a document begins with from its trees.
///
///     let lead = LeadReader(annotated).lead(of: extraction.mentions)
///     lead.roles[0]  // [EventRole(verb: "fall", part: "subject")]
///
public struct LeadReader: Sendable {
  private let sentences: [Sentence]
  private let heads: [MentionHeads]

  /// Prepares the reading of a document.
  public init(_ document: AnnotatedDocument) {
    sentences = Array(document.sentences.prefix(Lead.sentences))
    heads = sentences.map { MentionHeads($0, of: document.document) }
  }

  /// The lead of the document, which has these mentions.
  ///
  /// O(*n* · *m*) in the tokens and mentions of the lead alone.
  public func lead(of mentions: [Mention]) -> Lead {
    var words: Set<String> = []
    var headline: Set<String> = []
    for (index, sentence) in sentences.enumerated() {
      for token in sentence.tokens where Self.isContent(token) {
        let lemma = token.lemma.lowercased()
        words.insert(lemma)
        if index < Lead.headlines { headline.insert(lemma) }
      }
    }
    var roles: [[EventRole]] = []
    for (index, mention) in mentions.enumerated() where sentences.indices.contains(mention.sentence)
    {
      guard let head = heads[mention.sentence].head(of: mention) else { continue }
      let found = EventRoleFinder(sentences[mention.sentence]).roles(of: head)
      guard !found.isEmpty else { continue }
      while roles.count < index { roles.append([]) }
      roles.append(found)
    }
    return Lead(words: words.sorted(), headline: headline.sorted(), roles: roles)
  }

  private static func isContent(_ token: Token) -> Bool {
    guard token.lemma.utf8.count > 1 else { return false }
    switch token.upos {
    case .noun, .propn, .verb, .num, .adj:
      return !EventRoleFinder.light.contains(token.lemma.lowercased())
    default: return false
    }
  }
}
