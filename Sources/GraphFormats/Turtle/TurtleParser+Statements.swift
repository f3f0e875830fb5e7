import GraphModel

/// Directives, graphs and triples.
extension TurtleParser {
  /// Reads a directive, a triple with what is abbreviated after it, or the border of a graph.
  mutating func statement() throws(ReadStop) {
    if isInGraph {
      return take(UInt8(ascii: "}")) ? leaveGraph() : try triples()
    }
    switch peek {
    case UInt8(ascii: "@"): try atDirective()
    case UInt8(ascii: "B"), UInt8(ascii: "P"), UInt8(ascii: "V"), UInt8(ascii: "G"),
      UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "v"), UInt8(ascii: "g"):
      guard try !keyword() else { return }
      try triples()
    case UInt8(ascii: "{"):
      guard syntax == .trig else { throw .problem(.expected(.subject), at: cursor) }
      cursor += 1
      isInDefaultGraph = true
    default: try triples()
    }
  }

  /// Reads `@prefix`, `@base` or `@version`.
  private mutating func atDirective() throws(ReadStop) {
    // The words looked for below are then in the window, which does not move under `start`.
    try require(12)
    let start = cursor
    cursor += 1
    if try takeWord("prefix", foldingCase: false) {
      try prefixDeclaration()
    } else if try takeWord("base", foldingCase: false) {
      try baseDeclaration()
    } else if try takeWord("version", foldingCase: false) {
      try version()
    } else {
      throw .problem(.expected(.directive), at: start)
    }
    try expect(UInt8(ascii: "."), .dot)
  }

  /// Reads what one of SPARQL's words starts, if one stands here.
  private mutating func keyword() throws(ReadStop) -> Bool {
    if try takeWord("prefix", foldingCase: true) {
      try prefixDeclaration()
    } else if try takeWord("base", foldingCase: true) {
      try baseDeclaration()
    } else if try takeWord("version", foldingCase: true) {
      try version()
    } else if syntax == .trig, try takeWord("graph", foldingCase: true) {
      try skipSpace()
      let name = try graphName()
      try skipSpace()
      guard take(UInt8(ascii: "{")) else { throw .problem(.expected(.graph), at: cursor) }
      open(name)
    } else {
      return false
    }
    return true
  }

  private mutating func prefixDeclaration() throws(ReadStop) {
    try skipSpace()
    let name = try whole { parser throws(ReadStop) in
      let start = parser.cursor
      try parser.scanPrefix()
      guard parser.take(UInt8(ascii: ":")) else {
        throw parser.cursor >= parser.input.end
          ? parser.cutOff(.expected(.prefixName), at: start)
          : .problem(.expected(.prefixName), at: start)
      }
      return parser.arena.copy(parser.slice(start, parser.cursor - 1))
    }
    try skipSpace()
    let iri = try whole { parser throws(ReadStop) in try parser.iriReference() }
    let entry = prefixes.declare(name, as: iri.body)
    do {
      try sink.prefix(
        PrefixBytes(number: entry.number, name: entry.name, namespace: entry.namespace))
    } catch { throw .outside(error) }
  }

  private mutating func baseDeclaration() throws(ReadStop) {
    try skipSpace()
    let iri = try whole { parser throws(ReadStop) in try parser.iriReference() }
    base = IRIBase(IRI(iri.text))
  }

  private mutating func version() throws(ReadStop) {
    try skipSpace()
    try require(3)
    let place = cursor
    let quote = peek
    let isLong = input.bytes[place + 1] == quote && input.bytes[place + 2] == quote
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), !isLong else {
      throw .problem(.expected(.version), at: place)
    }
    _ = try whole { parser throws(ReadStop) in try parser.string(from: parser.cursor) }
  }

  private mutating func graphName() throws(ReadStop) -> Node {
    switch peek {
    case UInt8(ascii: "_"): return kept(try whole { p throws(ReadStop) in try p.blankLabel() })
    case UInt8(ascii: "["):
      cursor += 1
      try skipSpace()
      guard take(UInt8(ascii: "]")) else { throw .problem(.expected(.closingBracket), at: cursor) }
      return node(freshBlank())
    default:
      return kept(try whole { parser throws(ReadStop) in try parser.iri(.graph) })
    }
  }

  /// Enters a graph; its name outlives the statement.
  private mutating func open(_ name: Node) {
    graphNames.removeAll()
    var name = name
    name.term = graphNames.copy(name.term)
    graph = name
  }

  /// Reads a subject with its properties, up to the dot.
  private mutating func triples() throws(ReadStop) {
    let subject: Node
    var mayStandAlone = false
    switch peek {
    case UInt8(ascii: "["):
      let place = input.position(of: cursor)
      cursor += 1
      try skipSpace()
      let node = node(freshBlank())
      if take(UInt8(ascii: "]")) {
        if try opensGraph(node) { return }
      } else {
        try bracket(node, from: place)
        mayStandAlone = true
      }
      subject = node
    case UInt8(ascii: "("):
      subject = node(try collection())
    case UInt8(ascii: "_"):
      subject = kept(try whole { parser throws(ReadStop) in try parser.blankLabel() })
      if try opensGraph(subject) { return }
    case UInt8(ascii: "<"):
      try require(2)
      if input.bytes[cursor + 1] == UInt8(ascii: "<") {
        subject = try reifiedTriple()
        mayStandAlone = true
      } else {
        subject = kept(try whole { parser throws(ReadStop) in try parser.iriReference() })
        if try opensGraph(subject) { return }
      }
    default:
      subject = kept(try whole { parser throws(ReadStop) in try parser.iri(.subject) })
      if try opensGraph(subject) { return }
    }
    try skipSpace()
    if !(mayStandAlone && (peek == UInt8(ascii: ".") || (isInGraph && peek == UInt8(ascii: "}")))) {
      try predicateObjectList(of: subject)
      try skipSpace()
    }
    if isInGraph, peek == UInt8(ascii: "}") { return }
    guard take(UInt8(ascii: ".")) else {
      throw .problem(.expected(isInGraph ? .dotOrBrace : .dot), at: cursor)
    }
  }

  /// Enters the graph that a subject turns out to name, if `{` comes next.
  private mutating func opensGraph(_ name: Node) throws(ReadStop) -> Bool {
    guard syntax == .trig, !isInGraph else { return false }
    try skipSpace()
    guard take(UInt8(ascii: "{")) else { return false }
    open(name)
    return true
  }

  /// Reads verbs with their objects until neither `;` nor `,` follows.
  mutating func predicateObjectList(of subject: Node) throws(ReadStop) {
    let mark = arena.mark
    while true {
      try skipSpace()
      let predicate = try verb()
      repeat {
        try skipSpace()
        try object(of: subject, predicate)
        try skipSpace()
      } while take(UInt8(ascii: ","))
      arena.release(to: mark)
      guard take(UInt8(ascii: ";")) else { return }
      try skipSpace()
      while take(UInt8(ascii: ";")) { try skipSpace() }
      switch peek {
      case UInt8(ascii: "."), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "|"): return
      default: if cursor >= input.end { return }
      }
    }
  }

  /// Reads a predicate or `a`.
  mutating func verb() throws(ReadStop) -> Node {
    if peek == UInt8(ascii: "a") {
      try require(5)
      let next = input.bytes[cursor + 1]
      if table[Int(next)] & ByteClass.name == 0, next != UInt8(ascii: ":"),
        nameCharacter(at: cursor + 1) == 0,
        next != UInt8(ascii: ".") || nameCharacter(at: cursor + 2) == 0
      {
        cursor += 1
        return node(known.type)
      }
    }
    return kept(try whole { parser throws(ReadStop) in try parser.iri(.predicate) })
  }
}
