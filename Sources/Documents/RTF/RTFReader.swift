/// Reads Rich Text Format (RTF 1.9) of Word, LibreOffice and others.
///
/// Text, headings (by style or outline level), lists, tables (a block a cell), footnotes (after the
/// text); pictures, headers, footers, hidden and deleted text are left out. The map leads to the
/// file's bytes.
enum RTFReader {
  /// Reads a file.
  ///
  /// - Throws: ``DocumentError/malformed(format:detail:)`` if the groups do not close, or
  ///   ``DocumentError/noMainText``.
  static func read(_ bytes: [UInt8]) throws(DocumentError) -> Draft {
    var body = RTFBody(bytes)
    try body.read()
    return try body.draft()
  }
}

/// One word of RTF: what stands between two words is text.
enum RTFToken: Hashable {
  case open
  case close
  /// `\word-12`; the number is nil if there is none.
  case control([UInt8], Int?)
  /// `\'e9`
  case byte(UInt8)
  /// `\~`, `\*` and the like.
  case symbol(UInt8)
  /// A piece of text without line ends.
  case text
}

/// Reads the words of RTF one by one.
struct RTFScanner {
  let bytes: [UInt8]
  /// The next byte.
  var at: Int

  /// The next word and its place; nil at the end.
  mutating func next() -> (token: RTFToken, range: Range<Int>)? {
    while at < bytes.count, bytes[at] == 0x0a || bytes[at] == 0x0d || bytes[at] == 0 { at += 1 }
    guard at < bytes.count else { return nil }
    let start = at
    at += 1
    switch bytes[start] {
    case UInt8(ascii: "{"): return (.open, start..<at)
    case UInt8(ascii: "}"): return (.close, start..<at)
    case UInt8(ascii: "\\"): return (control(), start..<at)
    default:
      while at < bytes.count, !Self.isSpecial(bytes[at]) { at += 1 }
      return (.text, start..<at)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x0a || byte == 0x0d || byte == 0 || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
  }

  private mutating func control() -> RTFToken {
    guard at < bytes.count else { return .symbol(0) }
    guard bytes[at].isASCIILetter else {
      let symbol = bytes[at]
      at += 1
      guard symbol == UInt8(ascii: "'") else {
        // An escaped line end is a paragraph's.
        return symbol == 0x0a || symbol == 0x0d ? .control(Array("par".utf8), nil) : .symbol(symbol)
      }
      guard at + 2 <= bytes.count,
        let value = UInt8(String(decoding: bytes[at..<at + 2], as: UTF8.self), radix: 16)
      else { return .symbol(0) }
      at += 2
      return .byte(value)
    }
    let start = at
    while at < bytes.count, bytes[at].isASCIILetter, at - start < 32 { at += 1 }
    let word = Array(bytes[start..<at])
    var number: Int?
    var digits = at
    let isNegative = digits < bytes.count && bytes[digits] == UInt8(ascii: "-")
    if isNegative { digits += 1 }
    var value = 0
    let first = digits
    while digits < bytes.count, bytes[digits].isASCIIDigit, digits - first < 10 {
      value = value * 10 + Int(bytes[digits] - 48)
      digits += 1
    }
    if digits > first {
      number = isNegative ? -value : value
      at = digits
    }
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    if word.elementsEqual("bin".utf8), let number, number > 0 {
      at = min(bytes.count, at + number)
    }
    return .control(word, number)
  }
}
