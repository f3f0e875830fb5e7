import Documents
import Extraction
import GraphModel
import Linguistics

/// Where the mentions of a document stand, as a reader marks them.
///
/// A name is its own words alone, any other phrase is whole. What claims need of a phrase may be less
/// or more.
struct MentionPlaces {
  /// For each chain, its mentions with the places of their heads and words.
  private let chains: [[(sentence: Int, head: TextSpan, words: TextSpan)]]

  /// Collects the phrases of a document's chains; O(*m*) in the number of mentions.
  init(_ annotated: AnnotatedDocument) {
    let points = annotated.document.codePoints
    chains = annotated.chains.map { chain in
      chain.mentions.compactMap { mention in
        let tokens = annotated.sentences[mention.sentence].tokens
        let range = mention.kind == .name ? mention.tokens : mention.extent
        let bytes =
          tokens[range.lowerBound].bytes.lowerBound..<tokens[range.upperBound - 1].bytes.upperBound
        guard let head = TextSpan(points.codePoints(ofBytes: tokens[mention.head].bytes)),
          let words = TextSpan(points.codePoints(ofBytes: bytes))
        else { return nil }
        return (mention.sentence, head, words)
      }
    }
  }

  /// The place of a mention; `nil` if it is in no chain and so refers to nothing: a verb, a clause.
  func place(of mention: Extraction.Mention) -> TextSpan? {
    guard chains.indices.contains(mention.chain) else { return nil }
    let found = chains[mention.chain].first {
      $0.sentence == mention.sentence && mention.span.start <= $0.head.start
        && $0.head.end <= mention.span.end
    }
    return found?.words ?? mention.span
  }
}
