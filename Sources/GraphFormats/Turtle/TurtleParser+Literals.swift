import GraphModel

/// Strings and numbers; each reads from the window alone.
extension TurtleParser {
  /// Reads a quoted string of any of the four kinds with its language or datatype.
  mutating func literal() throws(ReadStop) -> TermBytes {
    let bytes = input.bytes
    let start = cursor
    let quote = bytes[start]
    var value: UnsafeBufferPointer<UInt8>
    var isPlain = true
    var place = start + 1
    if quote == UInt8(ascii: "\"") {
      while table[Int(bytes[place])] & ByteClass.stringStop == 0 { place += 1 }
    }
    if quote == UInt8(ascii: "\""), bytes[place] == quote,
      place > start + 1 || bytes[place + 1] != quote && place + 1 < input.end
    {
      value = slice(start + 1, place)
      cursor = place + 1
    } else {
      (value, isPlain) = try string(from: start)
    }
    // What follows at once decides, unless white space stands between.
    switch bytes[cursor] {
    case UInt8(ascii: "@"), UInt8(ascii: "^"): break
    case 0x20, 0x09, 0x0a, 0x0d, UInt8(ascii: "#"):
      guard try skipToSuffix() else {
        return TermBytes(.literal, body: value, isPlain: isPlain)
      }
    default:
      if cursor >= input.end, !input.isAtEnd { throw .needsMore }
      return TermBytes(.literal, body: value, isPlain: isPlain)
    }
    if bytes[cursor] == UInt8(ascii: "@") {
      let (language, direction) = try languageTag()
      return TermBytes(
        direction == nil ? .text : .directional, body: value, head: language,
        direction: direction, isPlain: isPlain)
    }
    return try typed(value, isPlain: isPlain)
  }

  /// Moves over white space and comments if a language tag or datatype comes behind them.
  private mutating func skipToSuffix() throws(ReadStop) -> Bool {
    let bytes = input.bytes
    var place = cursor
    if syntax.isLines {
      while bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    } else {
      while true {
        while table[Int(bytes[place])] & ByteClass.space != 0 { place += 1 }
        guard bytes[place] == UInt8(ascii: "#") else { break }
        while place < input.end, bytes[place] != 0x0a, bytes[place] != 0x0d { place += 1 }
      }
    }
    if place >= input.end, !input.isAtEnd { throw .needsMore }
    guard bytes[place] == UInt8(ascii: "@") || bytes[place] == UInt8(ascii: "^") else {
      return false
    }
    cursor = place
    return true
  }

  /// Reads `^^` and the datatype of a value.
  private mutating func typed(
    _ value: UnsafeBufferPointer<UInt8>, isPlain: Bool
  ) throws(ReadStop) -> TermBytes {
    let start = cursor
    let bytes = input.bytes
    if cursor + 2 >= input.end, !input.isAtEnd { throw .needsMore }
    guard bytes[cursor + 1] == UInt8(ascii: "^") else {
      throw .problem(.expected(.datatype), at: start)
    }
    cursor += 2
    if syntax.isLines {
      skipBlanks()
    } else {
      while table[Int(bytes[cursor])] & ByteClass.space != 0 { cursor += 1 }
    }
    if cursor >= input.end, !input.isAtEnd { throw .needsMore }
    let place = cursor
    let type = syntax.isLines ? try iriReference() : try iri(.datatype)
    switch SpecialDatatype(type) {
    case .string: return TermBytes(.literal, body: value, isPlain: isPlain)
    case .needsLanguage: throw .problem(.datatypeWithoutLanguage, at: place)
    case nil:
      datatype.pointee = type
      return TermBytes(
        .literal, body: value, parts: UnsafePointer(datatype), isPlain: isPlain)
    }
  }

  /// Reads `@language` or `@language--direction`.
  private mutating func languageTag() throws(ReadStop) -> (
    UnsafeBufferPointer<UInt8>, BaseDirection?
  ) {
    let bytes = input.bytes
    let start = cursor
    var place = start + 1
    var part = place
    var isFirst = true
    while true {
      while table[Int(bytes[place])] & ByteClass.letter != 0
        || (!isFirst && bytes[place].isDigit)
      {
        place += 1
      }
      // Two bytes behind the part decide between "-GB" and "--ltr".
      if place + 1 >= input.end, !input.isAtEnd { throw .needsMore }
      guard (1...8).contains(place - part) else {
        throw .problem(.expected(.languageTag), at: start)
      }
      guard bytes[place] == UInt8(ascii: "-"), bytes[place + 1] != UInt8(ascii: "-") else { break }
      isFirst = false
      place += 1
      part = place
    }
    let language = slice(start + 1, place)
    guard bytes[place] == UInt8(ascii: "-") else {
      cursor = place
      return (language, nil)
    }
    if place + 5 >= input.end, !input.isAtEnd { throw .needsMore }
    for direction in BaseDirection.allCases
    where slice(place + 2, min(place + 5, input.end)).elementsEqual(direction.rawValue.utf8)
      && table[Int(bytes[place + 5])] & ByteClass.name == 0
    {
      cursor = place + 5
      return (language, direction)
    }
    throw .problem(.expected(.direction), at: place + 2)
  }

  /// Reads a quoted string of any kind, from its first quotation mark.
  mutating func string(
    from start: Int
  ) throws(ReadStop) -> (UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    let bytes = input.bytes
    let quote = bytes[start]
    if start + 2 >= input.end, !input.isAtEnd { throw .needsMore }
    let isLong = bytes[start + 1] == quote && bytes[start + 2] == quote
    if isLong || quote != UInt8(ascii: "\""), syntax.isLines {
      throw .problem(.expected(isLong ? .dot : .object), at: isLong ? start + 2 : start)
    }
    let first = start + (isLong ? 3 : 1)
    var place = first
    var hasEscape = false
    var isPlain = true
    while true {
      while table[Int(bytes[place])] & ByteClass.stringStop == 0, bytes[place] != quote {
        place += 1
      }
      switch bytes[place] {
      case quote:
        if !isLong {
          cursor = place + 1
          return (
            hasEscape ? try unescaped(first, place) : slice(first, place), isPlain && !hasEscape
          )
        }
        if place + 2 >= input.end, !input.isAtEnd { throw .needsMore }
        if bytes[place + 1] == quote, bytes[place + 2] == quote {
          cursor = place + 3
          return (
            hasEscape ? try unescaped(first, place) : slice(first, place), isPlain && !hasEscape
          )
        }
        isPlain = isPlain && quote != UInt8(ascii: "\"")
        place += 1
      case UInt8(ascii: "\\"):
        hasEscape = true
        if place + 1 >= input.end { throw cutOff(.unterminated(.string), at: start) }
        place += 2
      case 0x0a, 0x0d:
        if !isLong { throw .problem(.unterminated(.string), at: start) }
        isPlain = false
        place += 1
      case 0xef:
        if bytes[place + 1] == 0xbf, bytes[place + 2] >= 0xbe { isPlain = false }
        place += 1
      default:
        if place >= input.end { throw cutOff(.unterminated(.string), at: start) }
        isPlain = false
        place += 1
      }
    }
  }

  /// The bytes of a range with its escapes resolved.
  private mutating func unescaped(
    _ start: Int, _ end: Int
  ) throws(ReadStop) -> UnsafeBufferPointer<UInt8> {
    let bytes = input.bytes
    let room = arena.room(end - start)
    let after = cursor
    var count = 0
    cursor = start
    while cursor < end {
      var place = cursor
      while place < end, bytes[place] != UInt8(ascii: "\\") { place += 1 }
      (room + count).update(from: bytes + cursor, count: place - cursor)
      count += place - cursor
      cursor = place
      guard place < end else { break }
      cursor += 1
      count += Self.encode(try stringEscape(from: place), into: room + count)
    }
    cursor = after
    return UnsafeBufferPointer(start: room, count: count)
  }

  private mutating func stringEscape(from place: Int) throws(ReadStop) -> Unicode.Scalar {
    let scalar: Unicode.Scalar
    switch peek {
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "f"): scalar = "\u{c}"
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "'"): scalar = "'"
    case UInt8(ascii: "\\"): scalar = "\\"
    default: return try unicodeEscape(from: place)
    }
    cursor += 1
    return scalar
  }

  /// Reads `uXXXX` or `UXXXXXXXX`; the backslash at `place` is behind.
  mutating func unicodeEscape(from place: Int) throws(ReadStop) -> Unicode.Scalar {
    let length: Int
    switch peek {
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    default: throw .problem(.expected(.escape), at: place)
    }
    cursor += 1
    var value: UInt32 = 0
    for _ in 0..<length {
      guard let digit = peek.hexValue else { throw .problem(.expected(.escape), at: place) }
      value = value &<< 4 | digit
      cursor += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw .problem(.expected(.escape), at: place) }
    return scalar
  }

  /// Reads an integer, a decimal or a double.
  mutating func number() throws(ReadStop) -> TermBytes {
    let start = cursor
    let bytes = input.bytes
    if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { cursor += 1 }
    var hasDigits = skipDigits() > 0
    var type = known.integer
    if bytes[cursor] == UInt8(ascii: ".") {
      let dot = cursor
      cursor += 1
      if skipDigits() > 0 {
        type = known.decimal
        hasDigits = true
      } else if !(hasDigits && isExponent(at: cursor)) {
        if cursor + 2 >= input.end, !input.isAtEnd { throw .needsMore }
        cursor = dot
      }
    }
    // An exponent takes up to three bytes to tell.
    if cursor + 2 >= input.end, !input.isAtEnd { throw .needsMore }
    guard hasDigits else {
      throw .problem(.expected(start == cursor ? .object : .number), at: start)
    }
    if isExponent(at: cursor) {
      cursor += 2
      _ = skipDigits()
      type = known.double
      if cursor >= input.end, !input.isAtEnd { throw .needsMore }
    }
    datatype.pointee = type
    return TermBytes(
      .literal, body: slice(start, cursor), parts: UnsafePointer(datatype), isPlain: true)
  }

  private mutating func skipDigits() -> Int {
    let start = cursor
    while input.bytes[cursor].isDigit { cursor += 1 }
    return cursor - start
  }

  /// Whether an exponent stands here: its letter, and a sign or digit with a digit behind.
  private func isExponent(at place: Int) -> Bool {
    let bytes = input.bytes
    guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return false }
    let next = bytes[place + 1]
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { return bytes[place + 2].isDigit }
    return next.isDigit
  }
}

/// The datatypes that a literal with quotation marks cannot just have.
private enum SpecialDatatype {
  /// `xsd:string`, which is left out.
  case string
  /// `rdf:langString` and `rdf:dirLangString`.
  case needsLanguage

  private static let stringIRI = Array(XSD.string.value.utf8)
  private static let langStringIRI = Array(RDF.langString.value.utf8)
  private static let dirLangStringIRI = Array((RDF.namespace + "dirLangString").utf8)

  init?(_ iri: TermBytes) {
    // All end in "tring", which other datatypes seldom do.
    guard iri.body.last == UInt8(ascii: "g") else { return nil }
    if Self.matches(iri, Self.stringIRI) {
      self = .string
    } else if Self.matches(iri, Self.langStringIRI)
      || Self.matches(iri, Self.dirLangStringIRI)
    {
      self = .needsLanguage
    } else {
      return nil
    }
  }

  private static func matches(_ iri: TermBytes, _ value: [UInt8]) -> Bool {
    iri.iriCount == value.count && iri.head.elementsEqual(value[..<iri.head.count])
      && iri.body.elementsEqual(value[iri.head.count...])
  }
}
