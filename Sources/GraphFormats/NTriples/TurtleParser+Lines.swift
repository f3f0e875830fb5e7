import GraphModel

/// N-Triples and N-Quads: a statement a line, read whole from the window.
extension TurtleParser {
  /// Reads a line, of which the first byte that is not white space is at the cursor.
  mutating func line() throws(ReadStop) {
    try whole { parser throws(ReadStop) in try parser.lineStatement() }
  }

  private mutating func lineStatement() throws(ReadStop) {
    let start = cursor
    let subject: TermBytes
    switch peek {
    case UInt8(ascii: "<"): subject = try iriReference()
    case UInt8(ascii: "_"): subject = try blankLabel()
    case UInt8(ascii: "V"): return try lineVersion()
    default:
      throw cursor < input.end
        ? .problem(.expected(.subject), at: cursor) : cutOff(.expected(.subject), at: cursor)
    }
    skipBlanks()
    guard peek == UInt8(ascii: "<") else {
      throw cursor < input.end
        ? .problem(.expected(.predicate), at: cursor) : cutOff(.expected(.predicate), at: cursor)
    }
    let predicate = try iriReference()
    skipBlanks()
    let object = try lineObject()
    skipBlanks()
    var graph: TermBytes?
    if syntax == .nQuads {
      switch peek {
      case UInt8(ascii: "<"): graph = try iriReference()
      case UInt8(ascii: "_"): graph = try blankLabel()
      default: break
      }
      skipBlanks()
    }
    guard take(UInt8(ascii: ".")) else {
      throw cursor < input.end
        ? .problem(.expected(.dot), at: cursor) : cutOff(.expected(.dot), at: cursor)
    }
    try lineEnd()
    if input.firstInvalid < cursor {
      throw .problem(.notUTF8, at: max(start, input.firstInvalid))
    }
    do {
      try sink.quad(QuadBytes(subject, predicate, object, graph: graph))
    } catch { throw .outside(error) }
  }

  /// Moves over blanks to the end of the line or a comment.
  private mutating func lineEnd() throws(ReadStop) {
    skipBlanks()
    switch peek {
    case 0x0a, 0x0d, UInt8(ascii: "#"): return
    default:
      if cursor >= input.end, input.isAtEnd { return }
      throw cursor < input.end
        ? .problem(.expected(.lineEnd), at: cursor) : cutOff(.expected(.lineEnd), at: cursor)
    }
  }

  private mutating func lineObject() throws(ReadStop) -> TermBytes {
    switch peek {
    case UInt8(ascii: "<"):
      if input.bytes[cursor + 1] == UInt8(ascii: "<") { return try lineTripleTerm() }
      return try iriReference()
    case UInt8(ascii: "_"): return try blankLabel()
    case UInt8(ascii: "\""): return try literal()
    default:
      throw cursor < input.end
        ? .problem(.expected(.object), at: cursor) : cutOff(.expected(.object), at: cursor)
    }
  }

  /// Reads `<<( … )>>`.
  private mutating func lineTripleTerm() throws(ReadStop) -> TermBytes {
    let place = cursor
    if cursor + 3 > input.end { throw cutOff(.expected(.object), at: place) }
    guard input.bytes[cursor + 2] == UInt8(ascii: "(") else {
      throw .problem(.expected(.object), at: place)
    }
    // A line is read from its start again where the window ends, and so is its depth.
    guard depth < TurtleReader.nestingLimit else {
      throw .problem(.nestedTooDeeply(limit: TurtleReader.nestingLimit), at: place)
    }
    depth += 1
    defer { depth -= 1 }
    cursor += 3
    skipBlanks()
    let subject = peek == UInt8(ascii: "_") ? try blankLabel() : try iriReference()
    skipBlanks()
    let predicate = try iriReference()
    skipBlanks()
    var object = try lineObject()
    if let parts = object.parts, object.kind == .literal {
      object.parts = arena.list(parts.pointee)
    }
    skipBlanks()
    if cursor + 3 > input.end { throw cutOff(.expected(.closingTripleTerm), at: cursor) }
    guard take(UInt8(ascii: ")")), take(UInt8(ascii: ">")), take(UInt8(ascii: ">")) else {
      throw .problem(.expected(.closingTripleTerm), at: cursor)
    }
    return Self.triple(arena.list(subject, predicate, object))
  }

  /// Reads `VERSION "1.2"`.
  private mutating func lineVersion() throws(ReadStop) {
    let start = cursor
    if cursor + 12 > input.end, !input.isAtEnd { throw .needsMore }
    for (index, byte) in "VERSION".utf8.enumerated() where input.bytes[start + index] != byte {
      throw .problem(.expected(.subject), at: start)
    }
    cursor += 7
    skipBlanks()
    let place = cursor
    guard peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") else {
      throw .problem(.expected(.version), at: place)
    }
    let quote = peek
    cursor += 1
    while cursor < input.end, peek != quote, peek != 0x0a, peek != 0x0d { cursor += 1 }
    if cursor >= input.end { throw cutOff(.unterminated(.string), at: place) }
    guard take(quote) else { throw .problem(.unterminated(.string), at: place) }
    try lineEnd()
  }
}
