import GraphModel

/// IRIs, prefixed names and blank node labels; each reads from the window alone.
extension TurtleParser {
  /// Reads an IRI in angle brackets or a prefixed name.
  mutating func iri(_ expectation: SyntaxError.Expectation) throws(ReadStop) -> TermBytes {
    if peek == UInt8(ascii: "<") { return try iriReference() }
    return try prefixedName(expectation)
  }

  /// Reads `<…>` and resolves it against the base.
  mutating func iriReference() throws(ReadStop) -> TermBytes {
    let bytes = input.bytes
    let start = cursor
    guard bytes[start] == UInt8(ascii: "<") else {
      throw cursor < input.end
        ? .problem(.expected(.iri), at: start) : cutOff(.expected(.iri), at: start)
    }
    var place = start + 1
    while table[Int(bytes[place])] & ByteClass.iriStop == 0 { place += 1 }
    let reference: UnsafeBufferPointer<UInt8>
    if bytes[place] == UInt8(ascii: ">") {
      reference = slice(start + 1, place)
      cursor = place + 1
    } else {
      reference = try escapedReference(from: start, stoppedAt: place)
    }
    if IRISyntax.hasScheme(reference) { return TermBytes(.iri, body: reference, isPlain: true) }
    guard let base, !syntax.isLines else {
      throw .problem(.relativeIRI(String(decoding: reference, as: UTF8.self)), at: start)
    }
    return TermBytes(.iri, body: base.resolve(reference, arena), isPlain: true)
  }

  /// Reads the rest of an IRI that has an escape, or tells what is wrong with it.
  private mutating func escapedReference(
    from start: Int, stoppedAt stop: Int
  ) throws(ReadStop) -> UnsafeBufferPointer<UInt8> {
    let bytes = input.bytes
    var place = stop
    while bytes[place] != UInt8(ascii: ">") {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 2
        if place > input.end { throw cutOff(.unterminated(.iri), at: start) }
      } else if table[Int(bytes[place])] & ByteClass.iriStop != 0 {
        throw place >= input.end
          ? cutOff(.unterminated(.iri), at: start)
          : .problem(.expected(.iriCharacter), at: place)
      } else {
        place += 1
      }
    }
    let room = arena.room(place - start)
    var count = 0
    cursor = start + 1
    while cursor < place {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "\\") {
        let at = cursor
        cursor += 1
        let scalar = try unicodeEscape(from: at)
        guard scalar.value > 0x7f || IRISyntax.isAllowed(UInt8(scalar.value)) else {
          throw .problem(.expected(.iriCharacter), at: at)
        }
        count += Self.encode(scalar, into: room + count)
      } else {
        room[count] = byte
        count += 1
        cursor += 1
      }
    }
    cursor = place + 1
    return UnsafeBufferPointer(start: room, count: count)
  }

  /// Writes a character in UTF-8 and tells how many bytes it has.
  static func encode(_ scalar: Unicode.Scalar, into room: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      room[count] = byte
      count += 1
    }
    return count
  }

  /// Reads `prefix:local`.
  private mutating func prefixedName(
    _ expectation: SyntaxError.Expectation
  ) throws(ReadStop) -> TermBytes {
    let start = cursor
    try scanPrefix()
    let colon = cursor
    guard input.bytes[colon] == UInt8(ascii: ":"), colon < input.end else {
      throw colon >= input.end
        ? cutOff(.expected(expectation), at: start) : .problem(.expected(expectation), at: start)
    }
    guard let entry = prefixes.entry(of: slice(start, colon)) else {
      throw .problem(.unknownPrefix(input.text(start..<colon)), at: start)
    }
    let bytes = input.bytes
    var place = colon + 1
    // A hyphen does not start a local name; anything else of ASCII that goes on a name does.
    if bytes[place] != UInt8(ascii: "-") {
      while table[Int(bytes[place])] & ByteClass.name != 0 { place += 1 }
    }
    let next = bytes[place]
    let body: UnsafeBufferPointer<UInt8>
    var isPlain = true
    if next >= 0x80 || next == UInt8(ascii: ".") || next == UInt8(ascii: ":")
      || next == UInt8(ascii: "%") || next == UInt8(ascii: "\\") || place >= input.end
    {
      (body, isPlain) = try localName(from: colon + 1)
    } else {
      body = slice(colon + 1, place)
      cursor = place
    }
    return TermBytes(
      .iri, body: body, head: entry.namespace, prefix: entry.number, isPlain: isPlain)
  }

  /// Reads the part of a prefixed name that follows the colon, by all of its rules.
  private mutating func localName(
    from start: Int
  ) throws(ReadStop) -> (UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    let bytes = input.bytes
    var place = start
    var end = start  // one past the last character that is not a dot
    var hasEscape = false
    scan: while place < input.end {
      switch bytes[place] {
      case UInt8(ascii: "."):
        if place == start { break scan }
        place += 1
        continue
      case UInt8(ascii: ":"):
        place += 1
      case UInt8(ascii: "%"):
        if place + 2 >= input.end, !input.isAtEnd { throw .needsMore }
        guard bytes[place + 1].hexValue != nil, bytes[place + 2].hexValue != nil else {
          throw .problem(.expected(.escape), at: place)
        }
        place += 3
      case UInt8(ascii: "\\"):
        if place + 1 >= input.end, !input.isAtEnd { throw .needsMore }
        guard Self.isLocalEscape(bytes[place + 1]) else {
          throw .problem(.expected(.escape), at: place)
        }
        hasEscape = true
        place += 2
      default:
        guard let (value, length) = scalar(at: place),
          place == start
            ? NameCharacters.isBase(value) || value == 0x5f || (0x30...0x39).contains(value)
            : NameCharacters.isInner(value)
        else { break scan }
        place += length
      }
      end = place
    }
    if place >= input.end, !input.isAtEnd { throw .needsMore }
    cursor = end
    guard hasEscape else { return (slice(start, end), true) }
    let room = arena.room(end - start)
    var count = 0
    place = start
    while place < end {
      if bytes[place] == UInt8(ascii: "\\") { place += 1 }
      room[count] = bytes[place]
      count += 1
      place += 1
    }
    return (UnsafeBufferPointer(start: room, count: count), false)
  }

  private static func isLocalEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// Moves over the letters of a prefix, leaving dots at its end.
  mutating func scanPrefix() throws(ReadStop) {
    let bytes = input.bytes
    if table[Int(bytes[cursor])] & ByteClass.letter != 0 {
      cursor += 1
      while table[Int(bytes[cursor])] & ByteClass.name != 0 { cursor += 1 }
      if bytes[cursor] == UInt8(ascii: ":") { return }
    } else {
      guard let scalar = scalar(at: cursor), NameCharacters.isBase(scalar.value) else { return }
      cursor += scalar.length
    }
    try scanNameTail()
  }

  /// Moves over name characters and dots, leaving dots at the end.
  private mutating func scanNameTail() throws(ReadStop) {
    var place = cursor
    while true {
      if input.bytes[place] == UInt8(ascii: ".") {
        place += 1
      } else {
        let length = nameCharacter(at: place)
        guard length > 0 else { break }
        place += length
        cursor = place
      }
    }
    if place >= input.end, !input.isAtEnd { throw .needsMore }
  }

  /// Reads `_:label`.
  mutating func blankLabel() throws(ReadStop) -> TermBytes {
    let start = cursor
    if start + 3 > input.end, !input.isAtEnd { throw .needsMore }
    let bytes = input.bytes
    guard bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: ":"),
      let (value, length) = scalar(at: start + 2),
      NameCharacters.isBase(value) || value == 0x5f || (0x30...0x39).contains(value)
    else { throw .problem(.expected(.blankNodeLabel), at: start) }
    cursor = start + 2 + length
    while table[Int(bytes[cursor])] & ByteClass.name != 0 { cursor += 1 }
    if bytes[cursor] == UInt8(ascii: ".") || bytes[cursor] >= 0x80 || cursor >= input.end {
      try scanNameTail()
    }
    let label = slice(start + 2, cursor)
    guard !syntax.isLines, label.starts(with: "anon".utf8) else {
      return TermBytes(.blank, body: label, isPlain: true)
    }
    // Nodes without a label are called anon1, anon2 and so on.
    let room = arena.room(label.count + 5)
    for (index, byte) in "anon-".utf8.enumerated() { room[index] = byte }
    for (index, byte) in label.enumerated() { room[5 + index] = byte }
    return TermBytes(
      .blank, body: UnsafeBufferPointer(start: room, count: label.count + 5), isPlain: true)
  }
}
