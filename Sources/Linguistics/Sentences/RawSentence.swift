public import Documents

/// A sentence taken apart into tokens, before anything is known about them.
public struct RawSentence: Hashable, Sendable {
  /// The bytes of the document's text, from the first token to the last.
  public let bytes: Range<Int>
  /// The kind of block it stands in.
  public let block: TextBlock.Kind
  /// The bytes of each token, in order; never empty.
  public let tokens: [Range<Int>]

  /// Creates a sentence.
  public init(bytes: Range<Int>, block: TextBlock.Kind, tokens: [Range<Int>]) {
    self.bytes = bytes
    self.block = block
    self.tokens = tokens
  }
}
