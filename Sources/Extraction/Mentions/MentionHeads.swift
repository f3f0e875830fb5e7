import Documents
import GraphModel
public import Linguistics

/// Finds the tokens that mentions are headed by.
public struct MentionHeads: Sendable {
  private let sentences: ArraySlice<Sentence>
  /// Where the tokens of each sentence stand, in code points.
  private let places: [[Range<Int>]]

  /// Prepares the search in a document, or in the first of its sentences.
  public init(_ document: AnnotatedDocument, sentences count: Int = .max) {
    sentences = document.sentences.prefix(count)
    let index = document.document.codePoints
    places = sentences.map { $0.tokens.map { index.codePoints(ofBytes: $0.bytes) } }
  }

  /// The first token of a mention whose own head is outside of it, or `nil` for one that stands in none of the
  /// sentences. O(*n*) in the tokens of its sentence.
  public func head(of mention: Mention) -> Int? {
    guard places.indices.contains(mention.sentence) else { return nil }
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
