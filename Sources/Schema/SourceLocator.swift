/// Finds where words stand in a text, for error messages; a linear search, never on a hot path.
struct SourceLocator {
  private let source: [UInt8]

  init(_ source: [UInt8]) { self.source = source }

  /// The first place of a quoted literal's text, behind its opening quotation mark.
  func position(ofQuoted text: String) -> SourcePosition? {
    guard let mark = offset(of: Array("\"".utf8) + Array(text.utf8)) else { return nil }
    return position(at: mark + 1)
  }

  /// The first place where a whole term stands.
  func position(of term: String) -> SourcePosition? {
    offset(of: Array(term.utf8), whole: true).map { position(at: $0) }
  }

  private func offset(of needle: [UInt8], whole: Bool = false) -> Int? {
    guard !needle.isEmpty, source.count >= needle.count else { return nil }
    for start in 0...(source.count - needle.count)
    where source[start] == needle[0] && source[start..<start + needle.count].elementsEqual(needle) {
      let end = start + needle.count
      if whole, end < source.count, Self.continuesName(source[end]) { continue }
      return start
    }
    return nil
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func position(at offset: Int) -> SourcePosition {
    var line = 1
    var column = 1
    for byte in source[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}
