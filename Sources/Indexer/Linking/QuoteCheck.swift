import Documents
import GraphModel

/// Tells whether words stand at a place of a text.
struct QuoteCheck {
  private let text: [UInt8]
  private let points: CodePointIndex
  private let isOneByteEach: Bool

  /// Creates the check of a text in UTF-8.
  init(_ text: [UInt8]) {
    self.text = text
    points = CodePointIndex(text)
    isOneByteEach = points.count == text.count
  }

  /// Whether the text at a span equals the words.
  ///
  /// O(*n*) in the length of the words.
  func holds(_ words: String, at span: TextSpan) -> Bool {
    guard span.end <= points.count else { return false }
    let bytes =
      isOneByteEach
      ? span.range : points.byte(atCodePoint: span.start)..<points.byte(atCodePoint: span.end)
    return text[bytes].elementsEqual(words.utf8)
  }
}
