public import GraphModel

/// A sentence that has the words looked for.
public struct SentenceMatch: Hashable, Sendable {
  /// The document.
  public let document: DocumentID
  /// The number of the sentence in its document, from 0.
  public let sentence: Int
  /// Where the sentence stands in the document's clean text, in bytes.
  public let bytes: Range<Int>
  /// The sentence.
  public let text: String
  /// Where the words stand that were looked for: ranges of bytes of `text`, in order.
  public let words: [Range<Int>]
  /// How well it fits (BM25); comparable within one search only.
  public let score: Double

  /// Creates a match.
  public init(
    document: DocumentID, sentence: Int, bytes: Range<Int>, text: String, words: [Range<Int>],
    score: Double
  ) {
    self.document = document
    self.sentence = sentence
    self.bytes = bytes
    self.text = text
    self.words = words
    self.score = score
  }
}
