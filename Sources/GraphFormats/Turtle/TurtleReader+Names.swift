import GraphModel

/// IRIs, prefixed names and blank node labels.
extension TurtleReader {
  /// Reads an IRI in angle brackets or a prefixed name.
  mutating func iri(_ expectation: SyntaxError.Expectation) throws(SyntaxError) -> IRI {
    if peek == UInt8(ascii: "<") { return try iriReference() }
    let start = offset
    scanPrefix()
    guard peek == UInt8(ascii: ":") else { throw error(.expected(expectation), at: start) }
    let prefix = text(start..<offset)
    guard let namespace = prefixes[prefix] else { throw error(.unknownPrefix(prefix), at: start) }
    offset += 1
    return IRI(namespace.value + (try localName()))
  }

  /// Reads `<…>` and resolves it against the base.
  mutating func iriReference() throws(SyntaxError) -> IRI {
    let start = offset
    guard take(UInt8(ascii: "<")) else { throw error(.expected(.iri), at: start) }
    var escaped: [UInt8]?
    var chunk = offset
    while true {
      guard let byte = peek else { throw error(.unterminated(.iri), at: start) }
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "\\") {
        let place = offset
        var value = escaped ?? []
        value += bytes[chunk..<offset]
        offset += 1
        let scalar = try unicodeEscape(from: place)
        guard scalar.value > 0x7f || IRISyntax.isAllowed(UInt8(scalar.value)) else {
          throw error(.expected(.iriCharacter), at: place)
        }
        value += UTF8.encode(scalar).map { Array($0) } ?? []
        escaped = value
        chunk = offset
        continue
      }
      guard byte >= 0x80 || IRISyntax.isAllowed(byte) else {
        throw error(.expected(.iriCharacter), at: offset)
      }
      offset += 1
    }
    let value: String
    if var escaped {
      escaped += bytes[chunk..<offset]
      value = String(decoding: escaped, as: UTF8.self)
    } else {
      value = text(chunk..<offset)
    }
    offset += 1
    if IRISyntax.hasScheme(value) { return IRI(value) }
    guard let base, !isNTriples else { throw error(.relativeIRI(value), at: start) }
    return IRISyntax.resolve(value, against: base)
  }

  /// Reads the part of a prefixed name that follows the colon.
  private mutating func localName() throws(SyntaxError) -> String {
    let start = offset
    var unescaped: [UInt8] = []
    var chunk = offset
    var end = offset  // one past the last character that is not a dot
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "."):
        if offset == start { return "" }
        offset += 1
        continue
      case UInt8(ascii: ":"):
        offset += 1
      case UInt8(ascii: "%"):
        guard self.byte(at: offset + 1)?.hexValue != nil,
          self.byte(at: offset + 2)?.hexValue != nil
        else { throw error(.expected(.escape), at: offset) }
        offset += 3
      case UInt8(ascii: "\\"):
        guard let next = self.byte(at: offset + 1), Self.localEscapes.contains(next) else {
          throw error(.expected(.escape), at: offset)
        }
        unescaped += bytes[chunk..<offset]
        chunk = offset + 1
        offset += 2
      default:
        let isFirst = offset == start
        let length =
          isFirst ? nameStart(at: offset, allowingDigit: true) : nameCharacter(at: offset)
        guard let length else {
          offset = end
          return finish(unescaped, chunk)
        }
        offset += length
      }
      end = offset
    }
    offset = end
    return finish(unescaped, chunk)
  }

  private func finish(_ unescaped: [UInt8], _ chunk: Int) -> String {
    if unescaped.isEmpty { return text(chunk..<offset) }
    return String(decoding: unescaped + bytes[chunk..<offset], as: UTF8.self)
  }

  private static let localEscapes = Set("_~.-!$&'()*+,;=/?#@%".utf8)

  /// Moves over the letters of a prefix, leaving dots at its end.
  mutating func scanPrefix() {
    guard let scalar = scalar(at: offset), NameCharacters.isBase(scalar.value) else { return }
    offset += scalar.length
    scanNameTail()
  }

  /// Moves over name characters and dots, leaving dots at the end.
  private mutating func scanNameTail() {
    var end = offset
    while true {
      if peek == UInt8(ascii: ".") {
        offset += 1
      } else if let length = nameCharacter(at: offset) {
        offset += length
        end = offset
      } else {
        break
      }
    }
    offset = end
  }

  /// Reads `_:label`.
  mutating func blankNodeLabel() throws(SyntaxError) -> String {
    let start = offset
    guard byte(at: offset + 1) == UInt8(ascii: ":"),
      let length = nameStart(at: offset + 2, allowingDigit: true)
    else { throw error(.expected(.blankNodeLabel), at: start) }
    offset += 2 + length
    scanNameTail()
    let label = text(start + 2..<offset)
    return label.hasPrefix("anon") ? "anon-" + label : label
  }

  /// A label that no label of the file becomes.
  mutating func freshLabel() -> String {
    anonymousCount += 1
    return "anon\(anonymousCount)"
  }

  /// The length in bytes of the character at a place, if a name may start with it.
  func nameStart(at index: Int, allowingDigit: Bool) -> Int? {
    guard let (value, length) = scalar(at: index) else { return nil }
    if NameCharacters.isBase(value) || value == 0x5f { return length }
    return allowingDigit && (0x30...0x39).contains(value) ? length : nil
  }

  /// The length in bytes of the character at a place, if a name may go on with it.
  func nameCharacter(at index: Int) -> Int? {
    guard let (value, length) = scalar(at: index) else { return nil }
    return NameCharacters.isInner(value) ? length : nil
  }
}

/// The character classes `PN_CHARS_BASE` and `PN_CHARS` of Turtle.
enum NameCharacters {
  static func isBase(_ value: UInt32) -> Bool {
    if value < 0x80 { return UInt8(value).isASCIILetter }
    switch value {
    case 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x2ff, 0x370...0x37d, 0x37f...0x1fff, 0x200c...0x200d,
      0x2070...0x218f, 0x2c00...0x2fef, 0x3001...0xd7ff, 0xf900...0xfdcf, 0xfdf0...0xfffd,
      0x10000...0xeffff:
      return true
    default: return false
    }
  }

  static func isInner(_ value: UInt32) -> Bool {
    if isBase(value) { return true }
    switch value {
    case 0x2d, 0x5f, 0x30...0x39, 0xb7, 0x300...0x36f, 0x203f...0x2040: return true
    default: return false
    }
  }
}
