import GraphModel

/// Strings and numbers.
extension TurtleReader {
  /// Reads a quoted string of any of the four kinds with its language or datatype.
  mutating func literal() throws(SyntaxError) -> Term {
    let start = offset
    let quote = bytes[offset]
    let isLong = byte(at: offset + 1) == quote && byte(at: offset + 2) == quote
    offset += isLong ? 3 : 1
    let value = try string(quote, isLong: isLong, from: start)
    return try annotated(value)
  }

  /// Reads a string of N-Triples.
  mutating func plainLiteral() throws(SyntaxError) -> Term {
    let start = offset
    offset += 1
    let value = try string(UInt8(ascii: "\""), isLong: false, from: start)
    return try annotated(value)
  }

  private mutating func annotated(_ value: String) throws(SyntaxError) -> Term {
    if take(UInt8(ascii: "@")) { return .text(value, language: try languageTag()) }
    if peek == UInt8(ascii: "^"), byte(at: offset + 1) == UInt8(ascii: "^") {
      offset += 2
      if !isNTriples { skipSpace() }
      return .literal(value, datatype: isNTriples ? try iriReference() : try iri(.iri))
    }
    return .string(value)
  }

  private mutating func languageTag() throws(SyntaxError) -> String {
    let start = offset
    while let byte = peek, byte.isASCIILetter { offset += 1 }
    guard offset > start else { throw error(.expected(.languageTag), at: start) }
    while peek == UInt8(ascii: "-") {
      let part = offset + 1
      offset = part
      while let byte = peek, byte.isASCIILetter || byte.isDigit { offset += 1 }
      guard offset > part else { throw error(.expected(.languageTag), at: part) }
    }
    return text(start..<offset)
  }

  /// Reads up to the closing quote; the opening one is behind.
  private mutating func string(
    _ quote: UInt8, isLong: Bool, from start: Int
  ) throws(SyntaxError) -> String {
    var value: [UInt8] = []
    var chunk = offset
    while true {
      guard let byte = peek else { throw error(.unterminated(.string), at: start) }
      if byte == quote {
        if !isLong { break }
        if self.byte(at: offset + 1) == quote, self.byte(at: offset + 2) == quote { break }
      } else if byte == UInt8(ascii: "\\") {
        value += bytes[chunk..<offset]
        value += UTF8.encode(try escape()).map { Array($0) } ?? []
        chunk = offset
        continue
      } else if !isLong, byte == 0x0a || byte == 0x0d {
        throw error(.unterminated(.string), at: start)
      }
      offset += 1
    }
    let end = offset
    offset += isLong ? 3 : 1
    if value.isEmpty { return text(chunk..<end) }
    value += bytes[chunk..<end]
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func escape() throws(SyntaxError) -> Unicode.Scalar {
    let place = offset
    offset += 1
    switch peek {
    case UInt8(ascii: "t"):
      offset += 1
      return "\t"
    case UInt8(ascii: "b"):
      offset += 1
      return "\u{8}"
    case UInt8(ascii: "n"):
      offset += 1
      return "\n"
    case UInt8(ascii: "r"):
      offset += 1
      return "\r"
    case UInt8(ascii: "f"):
      offset += 1
      return "\u{c}"
    case UInt8(ascii: "\""):
      offset += 1
      return "\""
    case UInt8(ascii: "'"):
      offset += 1
      return "'"
    case UInt8(ascii: "\\"):
      offset += 1
      return "\\"
    default: return try unicodeEscape(from: place)
    }
  }

  /// Reads `uXXXX` or `UXXXXXXXX`; the backslash is behind.
  mutating func unicodeEscape(from place: Int) throws(SyntaxError) -> Unicode.Scalar {
    let length: Int
    switch peek {
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    default: throw error(.expected(.escape), at: place)
    }
    offset += 1
    var value: UInt32 = 0
    for _ in 0..<length {
      guard let digit = peek?.hexValue else { throw error(.expected(.escape), at: place) }
      value = value &<< 4 | digit
      offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.expected(.escape), at: place) }
    return scalar
  }

  /// Reads an integer, a decimal or a double.
  mutating func number() throws(SyntaxError) -> Term {
    let start = offset
    if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
    let whole = skipDigits()
    var datatype = XSD.integer
    var hasDigits = whole > 0
    if peek == UInt8(ascii: ".") {
      let dot = offset
      offset += 1
      let fraction = skipDigits()
      if fraction > 0 {
        datatype = XSD.decimal
        hasDigits = true
      } else if !(hasDigits && isExponent(at: offset)) {
        offset = dot
      }
    }
    guard hasDigits else { throw error(.expected(start == offset ? .object : .number), at: start) }
    if isExponent(at: offset) {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      _ = skipDigits()
      datatype = Self.double
    }
    return .literal(text(start..<offset), datatype: datatype)
  }

  private static let double = IRI(XSD.namespace + "double")

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek, byte.isDigit { offset += 1 }
    return offset - start
  }

  private func isExponent(at index: Int) -> Bool {
    guard let letter = byte(at: index), letter | 0x20 == UInt8(ascii: "e") else { return false }
    guard let next = byte(at: index + 1) else { return false }
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
      return byte(at: index + 2)?.isDigit ?? false
    }
    return next.isDigit
  }
}
