/// Converts offsets into a UTF-8 text between bytes and Unicode code points.
///
/// Holds one checkpoint every 256 bytes, so a conversion counts at most 256 bytes. O(1) time, O(*n*)
/// to make.
public struct CodePointIndex: Hashable, Sendable {
  /// The number of code points in the text.
  public let count: Int
  private let text: [UInt8]
  private let checkpoints: [Int]
  private static let stride = 256

  /// Creates the index of a text; keeps the text (no copy).
  public init(_ text: [UInt8]) {
    self.text = text
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(text.count / Self.stride + 1)
    var points = 0
    text.withUnsafeBufferPointer { bytes in
      for (i, byte) in bytes.enumerated() {
        if i % Self.stride == 0 { checkpoints.append(points) }
        if byte & 0xc0 != 0x80 { points += 1 }
      }
    }
    self.checkpoints = checkpoints
    count = points
  }

  /// The number of code points that start before a byte offset (0...text.count).
  public func codePoint(atByte byte: Int) -> Int {
    guard byte < text.count else { return count }
    let checkpoint = byte / Self.stride
    var points = checkpoints[checkpoint]
    for i in checkpoint * Self.stride..<byte where text[i] & 0xc0 != 0x80 { points += 1 }
    return points
  }

  /// A range of bytes as a range of code points.
  public func codePoints(ofBytes bytes: Range<Int>) -> Range<Int> {
    codePoint(atByte: bytes.lowerBound)..<codePoint(atByte: bytes.upperBound)
  }

  /// The byte offset at which a code point (0...count) starts.
  public func byte(atCodePoint point: Int) -> Int {
    guard point < count else { return text.count }
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if checkpoints[middle] <= point { low = middle } else { high = middle }
    }
    var points = checkpoints[low]
    var byte = low * Self.stride
    while byte < text.count {
      if text[byte] & 0xc0 != 0x80 {
        if points == point { return byte }
        points += 1
      }
      byte += 1
    }
    return text.count
  }
}
