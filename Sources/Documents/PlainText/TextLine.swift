/// A line of a text without the white space around it.
struct TextLine {
  /// The bytes of the line in the text, trimmed; empty for a blank line.
  var range: Range<Int> { Int(start)..<Int(end) }

  private let start: UInt32
  private let end: UInt32

  init(range: Range<Int>) {
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  /// The lines of a range of a text.
  static func split(_ text: [UInt8], _ range: Range<Int>) -> [TextLine] {
    var lines: [TextLine] = []
    var start = range.lowerBound
    text.withUnsafeBufferPointer { bytes in
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, bytes[end] != 0x0a { end += 1 }
        lines.append(TextLine(range: trim(bytes, start..<end)))
        start = end + 1
      }
    }
    return lines
  }

  static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low].isASCIISpace { low += 1 }
    while high > low, bytes[high - 1].isASCIISpace { high -= 1 }
    return low..<high
  }

  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    bytes.withUnsafeBufferPointer { trim($0, range) }
  }
}
