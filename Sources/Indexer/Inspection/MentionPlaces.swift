import Documents
import Extraction
import GraphModel
import Linguistics

/// Where the mentions of a document stand, as a reader marks them.
///
/// A name is its own words alone, any other phrase is whole. What claims need of a phrase may be less
/// or more.
struct MentionPlaces {
  /// A mention of a chain: whether it is a name, the lemma and place of its head, and its words.
  private struct Found {
    let sentence: Int
    let isName: Bool
    let lemma: String
    let head: TextSpan
    let words: TextSpan
  }

  /// For each chain, its mentions.
  private let chains: [[Found]]

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
        return Found(
          sentence: mention.sentence, isName: mention.kind == .name,
          lemma: tokens[mention.head].lemma.lowercased(), head: head, words: words)
      }
    }
  }

  /// The mentions of a chain in a sentence; a chain is in order of the text, and may be long.
  private func found(in sentence: Int, of chain: [Found]) -> ArraySlice<Found> {
    var (low, high) = (0, chain.count)
    while low < high {
      let middle = (low + high) / 2
      if chain[middle].sentence < sentence { low = middle + 1 } else { high = middle }
    }
    return chain[low...].prefix { $0.sentence == sentence }
  }

  /// The place of a mention; `nil` if it is in no chain and so refers to nothing: a verb, a clause.
  ///
  /// Of several of its chain that stand in it, "coach Mara Lind" is the name, with the same head.
  func place(of mention: Extraction.Mention) -> TextSpan? {
    guard chains.indices.contains(mention.chain) else { return nil }
    let inside = found(in: mention.sentence, of: chains[mention.chain]).filter {
      mention.span.start <= $0.head.start && $0.head.end <= mention.span.end
    }
    func isSame(_ found: Found) -> Bool { found.lemma == mention.headLemma }
    func isOfKind(_ found: Found) -> Bool { found.isName == (mention.kind == .name) }
    let found =
      inside.first { isSame($0) && isOfKind($0) } ?? inside.first(where: isOfKind) ?? inside.first
    return found?.words ?? mention.span
  }
}
