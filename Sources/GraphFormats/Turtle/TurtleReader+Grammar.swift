import GraphModel

/// Statements, lists and brackets.
extension TurtleReader {
  mutating func statement() throws(SyntaxError) {
    if peek == UInt8(ascii: "@") {
      let start = offset
      offset += 1
      if takeWord("prefix") {
        try prefixDeclaration()
      } else if takeWord("base") {
        try baseDeclaration()
      } else {
        throw error(.expected(.directive), at: start)
      }
      return try require(UInt8(ascii: "."), .dot)
    }
    if takeKeyword("prefix") { return try prefixDeclaration() }
    if takeKeyword("base") { return try baseDeclaration() }
    try triples()
    try require(UInt8(ascii: "."), .dot)
  }

  private mutating func prefixDeclaration() throws(SyntaxError) {
    skipSpace()
    let start = offset
    scanPrefix()
    let name = text(start..<offset)
    guard take(UInt8(ascii: ":")) else { throw error(.expected(.prefixName), at: start) }
    skipSpace()
    prefixes[name] = try iriReference()
  }

  private mutating func baseDeclaration() throws(SyntaxError) {
    skipSpace()
    base = try iriReference()
  }

  private mutating func triples() throws(SyntaxError) {
    let subject: Subject
    switch peek {
    case UInt8(ascii: "["):
      let (node, isEmpty) = try bracket()
      skipSpace()
      if !isEmpty, peek == UInt8(ascii: ".") { return }
      subject = node
    case UInt8(ascii: "("):
      switch try collection() {
      case .iri(let iri): subject = .iri(iri)
      case .blank(let label): subject = .blank(label)
      default: throw error(.expected(.subject), at: offset)
      }
    case UInt8(ascii: "_"):
      subject = .blank(try blankNodeLabel())
    default:
      subject = .iri(try iri(.subject))
    }
    try predicateObjectList(of: subject)
  }

  private mutating func predicateObjectList(of subject: Subject) throws(SyntaxError) {
    while true {
      skipSpace()
      let predicate = try verb()
      repeat {
        skipSpace()
        let object = try self.object()
        buffer.append(Triple(subject, predicate, object))
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: ";")) else { return }
      skipSpace()
      while take(UInt8(ascii: ";")) { skipSpace() }
      if peek == UInt8(ascii: ".") || peek == UInt8(ascii: "]") { return }
    }
  }

  private mutating func verb() throws(SyntaxError) -> IRI {
    if peek == UInt8(ascii: "<") { return try iriReference() }
    let start = offset
    scanPrefix()
    if peek != UInt8(ascii: ":"), offset == start + 1, bytes[start] == UInt8(ascii: "a") {
      return RDF.type
    }
    offset = start
    return try iri(.predicate)
  }

  private mutating func object() throws(SyntaxError) -> Term {
    switch peek {
    case UInt8(ascii: "<"): return .iri(try iriReference())
    case UInt8(ascii: "_"): return .blank(try blankNodeLabel())
    case UInt8(ascii: "("): return try collection()
    case UInt8(ascii: "["):
      guard case .blank(let label) = try bracket().node else {
        throw error(.expected(.object), at: offset)
      }
      return .blank(label)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal()
    case .some(let byte) where byte.isDigit || byte == UInt8(ascii: "+"):
      return try number()
    case UInt8(ascii: "-"), UInt8(ascii: "."): return try number()
    default: break
    }
    let start = offset
    scanPrefix()
    if peek != UInt8(ascii: ":") {
      switch text(start..<offset) {
      case "true": return .literal("true", datatype: XSD.boolean)
      case "false": return .literal("false", datatype: XSD.boolean)
      default: break
      }
    }
    offset = start
    return .iri(try iri(.object))
  }

  /// Reads `[ … ]`.
  private mutating func bracket() throws(SyntaxError) -> (node: Subject, isEmpty: Bool) {
    let start = offset
    offset += 1
    let node = Subject.blank(freshLabel())
    skipSpace()
    if take(UInt8(ascii: "]")) { return (node, true) }
    try nest(at: start)
    try predicateObjectList(of: node)
    depth -= 1
    skipSpace()
    guard offset < bytes.count else { throw error(.unterminated(.closingBracket), at: start) }
    try require(UInt8(ascii: "]"), .closingBracket)
    return (node, false)
  }

  /// Reads `( … )`.
  private mutating func collection() throws(SyntaxError) -> Term {
    let start = offset
    offset += 1
    try nest(at: start)
    var first: Term?
    var last: Subject?
    while true {
      skipSpace()
      guard offset < bytes.count else { throw error(.unterminated(.closingParenthesis), at: start) }
      if take(UInt8(ascii: ")")) { break }
      let label = freshLabel()
      if let last { buffer.append(Triple(last, RDFList.rest, .blank(label))) }
      if first == nil { first = .blank(label) }
      let item = try object()
      buffer.append(Triple(.blank(label), RDFList.first, item))
      last = .blank(label)
    }
    depth -= 1
    guard let first, let last else { return .iri(RDFList.none) }
    buffer.append(Triple(last, RDFList.rest, .iri(RDFList.none)))
    return first
  }

  private mutating func nest(at start: Int) throws(SyntaxError) {
    depth += 1
    guard depth <= Self.nestingLimit else {
      throw error(.nestedTooDeeply(limit: Self.nestingLimit), at: start)
    }
  }

  /// Reads one line of N-Triples.
  mutating func lineTriple() throws(SyntaxError) {
    let subject: Subject
    switch peek {
    case UInt8(ascii: "<"): subject = .iri(try iriReference())
    case UInt8(ascii: "_"): subject = .blank(try blankNodeLabel())
    default: throw error(.expected(.subject), at: offset)
    }
    skipBlanks()
    guard peek == UInt8(ascii: "<") else { throw error(.expected(.predicate), at: offset) }
    let predicate = try iriReference()
    skipBlanks()
    let object: Term
    switch peek {
    case UInt8(ascii: "<"): object = .iri(try iriReference())
    case UInt8(ascii: "_"): object = .blank(try blankNodeLabel())
    case UInt8(ascii: "\""): object = try plainLiteral()
    default: throw error(.expected(.object), at: offset)
    }
    skipBlanks()
    try require(UInt8(ascii: "."), .dot)
    buffer.append(Triple(subject, predicate, object))
    skipBlanks()
    if peek == UInt8(ascii: "#") { skipComment() }
    guard peek == nil || peek == UInt8(ascii: "\n") || peek == UInt8(ascii: "\r") else {
      throw error(.expected(.lineEnd), at: offset)
    }
  }
}

enum RDFList {
  static let first = IRI(RDF.namespace + "first")
  static let rest = IRI(RDF.namespace + "rest")
  static let none = IRI(RDF.namespace + "nil")
}
