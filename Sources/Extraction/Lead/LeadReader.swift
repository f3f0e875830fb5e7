import Documents
import GraphModel
public import Linguistics

/// Reads what a document begins with from its trees.
///
///     let lead = LeadReader(annotated).lead(of: extraction.mentions)
///     lead.roles[0]  // [EventRole(verb: "fall", part: "subject")]
///
public struct LeadReader: Sendable {
  private let sentences: [Sentence]
  /// Where the tokens of each sentence stand, in code points.
  private let places: [[Range<Int>]]

  /// Prepares the reading of a document.
  public init(_ document: AnnotatedDocument) {
    sentences = Array(document.sentences.prefix(Lead.sentences))
    let index = document.document.codePoints
    places = sentences.map { $0.tokens.map { index.codePoints(ofBytes: $0.bytes) } }
  }

  /// The lead of the document, which has these mentions. O(*n* · *m*) in the tokens and mentions of the
  /// lead alone.
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
    for (index, mention) in mentions.enumerated() where sentences.indices.contains(mention.sentence) {
      guard let head = head(of: mention) else { continue }
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

  /// The first token of a mention whose head is outside of it.
  private func head(of mention: Mention) -> Int? {
    let inside = places[mention.sentence].indices.filter {
      let place = places[mention.sentence][$0]
      return mention.span.start <= place.lowerBound && place.upperBound <= mention.span.end
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    return inside.first {
      !(first...last).contains(sentences[mention.sentence].tokens[$0].head)
    }
  }
}
