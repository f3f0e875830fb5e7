/// A range of a document's clean text, in Unicode code points from its start.
///
/// The range is half-open: `start` is the first code point, `end` is one past the last. A span is
/// never empty, so every span can be shown to a reader.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// The first code point, counted from 0.
  public let start: Int
  /// One past the last code point.
  public let end: Int

  /// Creates a span, or returns `nil` if the range is empty or starts before 0.
  public init?(_ codePoints: Range<Int>) {
    guard codePoints.lowerBound >= 0, !codePoints.isEmpty else { return nil }
    start = codePoints.lowerBound
    end = codePoints.upperBound
  }

  /// The same range as a Swift range.
  public var range: Range<Int> { start..<end }

  /// Whether one span starts before another, or starts with it and ends before.
  public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
