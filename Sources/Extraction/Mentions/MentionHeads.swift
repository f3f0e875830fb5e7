public import Documents
import GraphModel
public import Linguistics

/// Finds the tokens of a sentence that mentions are headed by.
public struct MentionHeads: Sendable {
  private let heads: [Int]
  /// Where the tokens stand, in code points.
  private let places: [Range<Int>]

  /// Prepares the search in a sentence of a document.
  public init(_ sentence: Sentence, of document: Document) {
    heads = sentence.tokens.map(\.head)
    places = sentence.tokens.map { document.codePoints.codePoints(ofBytes: $0.bytes) }
  }

  /// The first token of a mention of this sentence whose own head is outside of the mention.
  ///
  /// `nil` if the mention holds no whole token. O(*n*) in the tokens.
  public func head(of mention: Mention) -> Int? {
    let inside = places.indices.filter {
      mention.span.start <= places[$0].lowerBound && places[$0].upperBound <= mention.span.end
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    return inside.first { !(first...last).contains(heads[$0]) }
  }
}
