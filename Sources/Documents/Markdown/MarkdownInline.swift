/// Takes the marks within a line of Markdown away: emphasis, code, links, images, tags, escapes.
enum MarkdownInline {
  /// Writes a range of a text without its marks; O(length) but for the search of an address's
  /// end, which looks at most 1,000 bytes ahead.
  static func write(_ range: Range<Int>, of bytes: [UInt8], to writer: inout MappedTextWriter) {
    var at = range.lowerBound
    var copied = at
    // The addresses of open links wait for the end of their words.
    var links: [(close: Int, end: Int)] = []
    let closings = closings(bytes, range)
    func drop(_ count: Int) {
      writer.copy(copied..<at)
      at += count
      copied = at
    }
    while at < range.upperBound {
      if let link = links.last, link.close == at {
        links.removeLast()
        drop(link.end - at)
        continue
      }
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\") where at + 1 < range.upperBound && isPunctuation(bytes[at + 1]):
        drop(1)
        at += 1
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        // Between spaces it is a sign, not a mark.
        let count = run(bytes, at, range.upperBound)
        let before = at > range.lowerBound ? bytes[at - 1] : 33
        let after = at + count < range.upperBound ? bytes[at + count] : 33
        if before == 32 && after == 32 { at += count } else { drop(count) }
      case UInt8(ascii: "~") where run(bytes, at, range.upperBound) == 2:
        drop(2)
      case UInt8(ascii: "_"):
        // Within a word it is a letter.
        let count = run(bytes, at, range.upperBound)
        let before = at > range.lowerBound ? bytes[at - 1] : 32
        let after = at + count < range.upperBound ? bytes[at + count] : 32
        if isWord(before) && isWord(after) { at += count } else { drop(count) }
      case UInt8(ascii: "!")
      where at + 1 < range.upperBound && bytes[at + 1] == UInt8(ascii: "["):
        // A picture's words describe what is not there.
        if let link = link(bytes, at + 1, range.upperBound, closings) {
          drop(link.end - at)
        } else {
          at += 1
        }
      case UInt8(ascii: "["):
        if let link = link(bytes, at, range.upperBound, closings) {
          if bytes[at + 1] == UInt8(ascii: "^") {
            drop(link.end - at)
          } else {
            drop(1)
            links.append(link)
          }
        } else {
          at += 1
        }
      case UInt8(ascii: "<"):
        if let close = bytes[at..<min(range.upperBound, at + 500)].firstIndex(
          of: UInt8(ascii: ">")),
          at + 1 < close, bytes[at + 1].isASCIILetter || bytes[at + 1] == UInt8(ascii: "/")
        {
          drop(close + 1 - at)
        } else {
          at += 1
        }
      default: at += 1
      }
    }
    at = min(at, range.upperBound)
    writer.copy(min(copied, at)..<at)
  }

  /// The number of equal bytes from one on.
  private static func run(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, bytes[end] == bytes[start] { end += 1 }
    return end - start
  }

  /// Where the brackets of a range close, by where they open.
  private static func closings(_ bytes: [UInt8], _ range: Range<Int>) -> [Int: Int] {
    var open: [Int] = []
    var closings: [Int: Int] = [:]
    for at in range {
      if bytes[at] == UInt8(ascii: "[") { open.append(at) }
      if bytes[at] == UInt8(ascii: "]"), let start = open.popLast() { closings[start] = at }
    }
    return closings
  }

  /// Of `[words](address)`, `[words][name]` or `[^1]`: where the words end and where all ends.
  private static func link(
    _ bytes: [UInt8], _ open: Int, _ limit: Int, _ closings: [Int: Int]
  ) -> (close: Int, end: Int)? {
    guard let close = closings[open], close > open + 1 else { return nil }
    if bytes[open + 1] == UInt8(ascii: "^") { return (close, close + 1) }
    guard close + 1 < limit else { return nil }
    if bytes[close + 1] == UInt8(ascii: "[") {
      return closings[close + 1].map { (close, $0 + 1) }
    }
    guard bytes[close + 1] == UInt8(ascii: "(") else { return nil }
    // Addresses may hold pairs of brackets, but are not longer than this.
    var depth = 0
    for at in (close + 1)..<min(limit, close + 1000) {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return (close, at + 1) }
      }
    }
    return nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 32 && byte < 127 && !byte.isASCIILetter && !byte.isASCIIDigit
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "_")
  }
}
