/// The text of an article that stands in a page's JSON-LD, where the page itself shows only its
/// beginning: the rest comes by a script, or for money.
enum LinkedText {
  /// The text with its map to the page; nil if the page has none, or one that holds tags.
  ///
  /// O(*n*) in the bytes of the page.
  static func find(_ linked: LinkedData, page: MappedText) -> MappedText? {
    guard let body = linked.body, !body.utf8.contains(UInt8(ascii: "<")) else { return nil }
    let key = Array("\"articleBody\"".utf8)
    var from = 0
    while let found = page.bytes.firstRange(of: key, from: from) {
      from = found.upperBound
      guard let start = valueStart(page.bytes, from), let text = string(at: start, of: page),
        text.bytes.elementsEqual(body.utf8)
      else { continue }
      return text
    }
    return nil
  }

  /// How many words there are.
  static func words(_ bytes: [UInt8]) -> Int { bytes.split(whereSeparator: \.isASCIISpace).count }

  /// The first byte of the string after a colon.
  private static func valueStart(_ bytes: [UInt8], _ from: Int) -> Int? {
    func skip(_ at: Int, _ expected: UInt8) -> Int? {
      guard let next = bytes[at...].firstIndex(where: { !$0.isASCIISpace }), bytes[next] == expected
      else { return nil }
      return next + 1
    }
    return skip(from, UInt8(ascii: ":")).flatMap { skip($0, UInt8(ascii: "\"")) }
  }

  /// A string of JSON with its escapes undone; nil if it does not end.
  private static func string(at start: Int, of page: MappedText) -> MappedText? {
    let bytes = page.bytes
    var writer = MappedTextWriter(page)
    var (copied, at) = (start, start)
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        writer.copy(copied..<at)
        return writer.text
      case UInt8(ascii: "\\"):
        writer.copy(copied..<at)
        guard let (scalars, count) = escape(bytes, at) else { return nil }
        writer.write(scalars, for: at..<at + count)
        at += count
        copied = at
      default: at += 1
      }
    }
    return nil
  }

  /// What an escape stands for, in UTF-8, and its length; two that make one character go together.
  private static func escape(_ bytes: [UInt8], _ at: Int) -> (text: [UInt8], count: Int)? {
    let isHigh =
      bytes[at...].starts(with: "\\ud8".utf8) || bytes[at...].starts(with: "\\ud9".utf8)
      || bytes[at...].starts(with: "\\uda".utf8) || bytes[at...].starts(with: "\\udb".utf8)
    guard at + 1 < bytes.count else { return nil }
    let count = bytes[at + 1] == UInt8(ascii: "u") ? (isHigh ? 12 : 6) : 2
    guard at + count <= bytes.count else { return nil }
    let literal = [UInt8(ascii: "\"")] + bytes[at..<at + count] + [UInt8(ascii: "\"")]
    guard let text = JSONValue(literal[...])?.text else { return nil }
    return (Array(text.utf8), count)
  }
}
