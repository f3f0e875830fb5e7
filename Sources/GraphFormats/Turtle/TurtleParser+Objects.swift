import GraphModel

/// Objects, brackets and lists.
extension TurtleParser {
  /// Reads an object and hands on its triple, then what annotates it.
  mutating func object(of subject: Node, _ predicate: Node) throws(ReadStop) {
    let mark = arena.mark
    var term: TermBytes
    switch peek {
    case UInt8(ascii: "["):
      let place = input.position(of: cursor)
      cursor += 1
      try skipSpace()
      term = freshBlank()
      try emit(subject, predicate, term)
      if !take(UInt8(ascii: "]")) { try bracket(node(term), from: place) }
    case UInt8(ascii: "("):
      term = try collection()
      try emit(subject, predicate, term)
    case UInt8(ascii: "<"):
      try require(3)
      if input.bytes[cursor + 1] != UInt8(ascii: "<") {
        term = try whole { parser throws(ReadStop) in try parser.iriReference() }
      } else if input.bytes[cursor + 2] == UInt8(ascii: "(") {
        term = try tripleTerm()
      } else {
        term = try reifiedTriple().term
      }
      try emit(subject, predicate, term)
    default:
      term = try whole { parser throws(ReadStop) in try parser.simpleObject() }
      try emit(subject, predicate, term)
    }
    // The term may lie in the window: it must be copied before the window moves.
    var place = cursor
    while table[Int(input.bytes[place])] & ByteClass.space != 0 { place += 1 }
    switch input.bytes[place] {
    case UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "#"), 0:
      term = keptTerm(term)
      try skipSpace()
      try annotations(of: subject, predicate, term)
    default: break
    }
    arena.release(to: mark)
  }

  /// Reads an object that is one token.
  mutating func simpleObject() throws(ReadStop) -> TermBytes {
    switch peek {
    case UInt8(ascii: "_"): return try blankLabel()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return try number()
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      if let value = try boolean() { return value }
      return try iri(.object)
    default: return try iri(.object)
    }
  }

  private mutating func boolean() throws(ReadStop) -> TermBytes? {
    let start = cursor
    let word: StaticString = peek == UInt8(ascii: "t") ? "true" : "false"
    let length = word.utf8CodeUnitCount
    if start + length + 4 > input.end, !input.isAtEnd { throw .needsMore }
    guard start + length <= input.end else { return nil }
    for index in 0..<length where input.bytes[start + index] != word.utf8Start[index] {
      return nil
    }
    let next = start + length
    guard input.bytes[next] != UInt8(ascii: ":"), nameCharacter(at: next) == 0 else { return nil }
    if input.bytes[next] == UInt8(ascii: ".") {
      // "true.x:y" is a name whose prefix has a dot.
      try scanPrefix()
      let isName = input.bytes[cursor] == UInt8(ascii: ":")
      cursor = start
      if isName { return nil }
    }
    cursor = next
    datatype.pointee = known.boolean
    return TermBytes(
      .literal, body: slice(start, next), parts: UnsafePointer(datatype), isPlain: true)
  }

  /// Reads the properties inside `[ … ]` and the closing bracket.
  mutating func bracket(
    _ node: Node, from place: (position: Position, byteOffset: Int)
  ) throws(ReadStop) {
    try nest(at: cursor)
    try predicateObjectList(of: node)
    depth -= 1
    try skipSpace()
    if cursor >= input.end {
      throw .located(
        SyntaxError(
          .unterminated(.closingBracket), at: place.position, byteOffset: place.byteOffset))
    }
    guard take(UInt8(ascii: "]")) else { throw .problem(.expected(.closingBracket), at: cursor) }
  }

  /// Reads `( … )` and gives its first node.
  mutating func collection() throws(ReadStop) -> TermBytes {
    let (position, offset) = input.position(of: cursor)
    try nest(at: cursor)
    cursor += 1
    try skipSpace()
    if take(UInt8(ascii: ")")) {
      depth -= 1
      return known.empty
    }
    let first = node(known.first)
    let rest = node(known.rest)
    let head = freshBlank()
    var cell = node(head)
    // Two cells are alive at a time: their labels stand in two rooms in turn.
    var room = arena.room(Self.labelRoom)
    var otherRoom = arena.room(Self.labelRoom)
    while true {
      try object(of: cell, first)
      try skipSpace()
      if cursor >= input.end {
        throw .located(
          SyntaxError(.unterminated(.closingParenthesis), at: position, byteOffset: offset))
      }
      if take(UInt8(ascii: ")")) { break }
      swap(&room, &otherRoom)
      let next = freshBlank(in: room)
      try emit(cell, rest, next)
      cell = node(next)
    }
    try emit(cell, rest, known.empty)
    depth -= 1
    return head
  }
}
