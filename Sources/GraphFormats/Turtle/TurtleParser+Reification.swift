import GraphModel

/// RDF 1.2: triple terms, reified triples and annotations.
extension TurtleParser {
  /// Reads `<<( … )>>`; the term lies in the arena.
  mutating func tripleTerm() throws(ReadStop) -> TermBytes {
    try nest(at: cursor)
    cursor += 3
    try skipSpace()
    let subject = try innerSubject(.subject)
    try skipSpace()
    let predicate = try verb().term
    try skipSpace()
    let object = try innerObject(allowsReified: false)
    try skipSpace()
    try require(3)
    guard take(UInt8(ascii: ")")), take(UInt8(ascii: ">")), take(UInt8(ascii: ">")) else {
      throw .problem(.expected(.closingTripleTerm), at: cursor)
    }
    depth -= 1
    return Self.triple(arena.list(subject, predicate, object))
  }

  /// Reads `<< … >>`, hands on what it stands for, and gives the reifier.
  mutating func reifiedTriple() throws(ReadStop) -> Node {
    // A bracket behind the angles must be seen, also where the window ends between them.
    try require(3)
    try nest(at: cursor)
    cursor += 2
    if peek == UInt8(ascii: "(") { throw .problem(.expected(.subject), at: cursor - 2) }
    try skipSpace()
    let subject: TermBytes
    try require(2)
    if peek == UInt8(ascii: "<"), input.bytes[cursor + 1] == UInt8(ascii: "<") {
      subject = try reifiedTriple().term
    } else {
      subject = try innerSubject(.subject)
    }
    try skipSpace()
    let predicate = try verb().term
    try skipSpace()
    let object = try innerObject(allowsReified: true)
    try skipSpace()
    let reifier = peek == UInt8(ascii: "~") ? try self.reifier() : node(freshBlank())
    try skipSpace()
    try require(2)
    guard take(UInt8(ascii: ">")), take(UInt8(ascii: ">")) else {
      throw .problem(.expected(.closingAngles), at: cursor)
    }
    depth -= 1
    let reifies = node(known.reifies)
    try emit(reifier, reifies, Self.triple(arena.list(subject, predicate, object)))
    return reifier
  }

  /// Reads the reifiers and annotation blocks that may follow an object.
  mutating func annotations(
    of subject: Node, _ predicate: Node, _ object: TermBytes
  ) throws(ReadStop) {
    var pending: Node?
    while true {
      if peek == UInt8(ascii: "~") {
        let reifier = try reifier()
        try reify(subject, predicate, object, by: reifier)
        pending = reifier
      } else if peek == UInt8(ascii: "{") {
        try require(2)
        guard input.bytes[cursor + 1] == UInt8(ascii: "|") else { return }
        let reifier: Node
        if let pending {
          reifier = pending
        } else {
          reifier = node(freshBlank())
          try reify(subject, predicate, object, by: reifier)
        }
        pending = nil
        try nest(at: cursor)
        cursor += 2
        try predicateObjectList(of: reifier)
        depth -= 1
        try skipSpace()
        try require(2)
        guard take(UInt8(ascii: "|")), take(UInt8(ascii: "}")) else {
          throw .problem(.expected(.closingAnnotation), at: cursor)
        }
      } else {
        return
      }
      try skipSpace()
    }
  }

  /// Reads `~` with the node's name, or with none.
  private mutating func reifier() throws(ReadStop) -> Node {
    cursor += 1
    try skipSpace()
    switch peek {
    case UInt8(ascii: "_"): return kept(try whole { p throws(ReadStop) in try p.blankLabel() })
    case UInt8(ascii: "["):
      return node(try innerSubject(.subject))
    case UInt8(ascii: "<"), UInt8(ascii: ":"), 0x80...:
      return kept(try whole { parser throws(ReadStop) in try parser.iri(.subject) })
    case let byte where byte.isASCIILetter:
      return kept(try whole { parser throws(ReadStop) in try parser.iri(.subject) })
    default: return node(freshBlank())
    }
  }

  private mutating func reify(
    _ subject: Node, _ predicate: Node, _ object: TermBytes, by reifier: Node
  ) throws(ReadStop) {
    let reifies = node(known.reifies)
    let parts = arena.list(subject.term, predicate.term, object)
    try emit(reifier, reifies, Self.triple(parts))
  }

  /// Reads an IRI, a blank node or `[]` into the arena.
  private mutating func innerSubject(
    _ expectation: SyntaxError.Expectation
  ) throws(ReadStop) -> TermBytes {
    switch peek {
    case UInt8(ascii: "_"):
      return keptTerm(try whole { parser throws(ReadStop) in try parser.blankLabel() })
    case UInt8(ascii: "["):
      cursor += 1
      try skipSpace()
      guard take(UInt8(ascii: "]")) else { throw .problem(.expected(.closingBracket), at: cursor) }
      return freshBlank()
    default:
      return keptTerm(try whole { parser throws(ReadStop) in try parser.iri(expectation) })
    }
  }

  /// Reads the object of a triple term or of a reified triple into the arena.
  private mutating func innerObject(allowsReified: Bool) throws(ReadStop) -> TermBytes {
    switch peek {
    case UInt8(ascii: "["): return try innerSubject(.object)
    case UInt8(ascii: "("): throw .problem(.expected(.object), at: cursor)
    case UInt8(ascii: "<"):
      try require(3)
      guard input.bytes[cursor + 1] == UInt8(ascii: "<") else {
        return keptTerm(try whole { parser throws(ReadStop) in try parser.iriReference() })
      }
      if input.bytes[cursor + 2] == UInt8(ascii: "(") { return try tripleTerm() }
      guard allowsReified else { throw .problem(.expected(.object), at: cursor) }
      return try reifiedTriple().term
    default:
      return keptTerm(try whole { parser throws(ReadStop) in try parser.simpleObject() })
    }
  }

  static func triple(_ parts: UnsafePointer<TermBytes>) -> TermBytes {
    TermBytes(.triple, body: UnsafeBufferPointer(start: nil, count: 0), parts: parts)
  }
}
