import GraphModel

/// Literals and escapes.
extension QueryParser {
  /// Takes a literal, if one is here.
  mutating func takeLiteral() throws(QuerySyntaxError) -> Term? {
    switch token.kind {
    case .integer: return try number(XSD.integer)
    case .decimal: return try number(XSD.decimal)
    case .double: return try number(Self.double)
    case .string, .longString: return try stringLiteral()
    case .word where at("TRUE") || at("FALSE"):
      let value = at("TRUE") ? "true" : "false"
      try advance()
      return .literal(value, datatype: XSD.boolean)
    default: return nil
    }
  }

  private static let double = IRI(XSD.namespace + "double")

  private mutating func number(_ datatype: IRI) throws(QuerySyntaxError) -> Term {
    let term = Term.literal(text(of: token), datatype: datatype)
    try advance()
    return term
  }

  private mutating func stringLiteral() throws(QuerySyntaxError) -> Term {
    let value = try requireString()
    if at(.languageTag) { return try languageString(value) }
    if try take(.doubleCaret) {
      return .literal(value, datatype: try requireIRI())
    }
    return .string(value)
  }

  private mutating func languageString(_ value: String) throws(QuerySyntaxError) -> Term {
    let tag = lexer.text((token.start + 1)..<token.end)
    guard let dashes = tag.firstRange(ofDoubleDash: ()) else {
      try advance()
      return .text(value, language: tag)
    }
    let name = String(tag[dashes.upperBound...])
    guard let direction = BaseDirection(rawValue: name) else { throw error(.badDirection(name)) }
    try advance()
    return .directional(value, language: String(tag[..<dashes.lowerBound]), direction: direction)
  }

  /// Takes a string in any quotation marks.
  mutating func requireString(
    _ expectation: QuerySyntaxError.Expectation = .string
  ) throws(QuerySyntaxError) -> String {
    guard at(.string) || at(.longString) else { throw expected(expectation) }
    let quotes = at(.string) ? 1 : 3
    let range = (token.start + quotes)..<(token.end - quotes)
    let hasEscapes = lexer.bytes[range].contains(UInt8(ascii: "\\"))
    let value = hasEscapes ? try unescaped(range, isIRI: false) : lexer.text(range)
    try advance()
    return value
  }

  /// The text of a range with its escapes replaced, once and from left to right.
  func unescaped(_ range: Range<Int>, isIRI: Bool) throws(QuerySyntaxError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = lexer.bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      guard index + 1 < range.upperBound else { throw lexer.error(.badEscape, at: index) }
      let mark = lexer.bytes[index + 1]
      if mark == UInt8(ascii: "u") || mark == UInt8(ascii: "U") {
        let length = mark == UInt8(ascii: "u") ? 4 : 8
        let scalar = try codePoint(at: index, length: length, end: range.upperBound)
        if isIRI, scalar.isASCII, !IRIText.isAllowed(UInt8(scalar.value)) {
          throw lexer.error(.badEscape, at: index)
        }
        result.append(contentsOf: String(Character(scalar)).utf8)
        index += 2 + length
      } else {
        guard !isIRI, let value = Self.escapes(mark) else {
          throw lexer.error(.badEscape, at: index)
        }
        result.append(value)
        index += 2
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func codePoint(
    at place: Int, length: Int, end: Int
  ) throws(QuerySyntaxError) -> Unicode.Scalar {
    var value: UInt32 = 0
    for index in (place + 2)..<(place + 2 + length) {
      guard index < end, let digit = lexer.bytes[index].hexValue else {
        throw lexer.error(.badEscape, at: place)
      }
      value = value << 4 | digit
    }
    guard let scalar = Unicode.Scalar(value) else { throw lexer.error(.badEscape, at: place) }
    return scalar
  }

  private static func escapes(_ mark: UInt8) -> UInt8? {
    switch mark {
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "f"): 0x0c
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): mark
    default: nil
    }
  }
}

extension String {
  /// Where `--` stands first.
  fileprivate func firstRange(ofDoubleDash _: Void) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if next < endIndex, self[index] == "-", self[next] == "-" {
        return index..<self.index(after: next)
      }
      index = next
    }
    return nil
  }
}
