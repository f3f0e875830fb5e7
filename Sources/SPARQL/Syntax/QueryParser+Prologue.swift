import GraphModel

/// Declarations, IRIs and names.
extension QueryParser {
  /// `BASE`, `PREFIX` and `VERSION`, as many as there are.
  mutating func prologue() throws(QuerySyntaxError) {
    while token.kind == .word {
      if try take("BASE") {
        guard at(.iri) else { throw expected(.iri) }
        base = try iriReference()
      } else if try take("PREFIX") {
        try prefixDeclaration()
      } else if try take("VERSION") {
        // The version is announced, not chosen: every version here reads the others (SPARQL 1.2, 4.2).
        guard at(.string) else { throw expected(.versionString) }
        try advance()
      } else {
        return
      }
    }
  }

  private mutating func prefixDeclaration() throws(QuerySyntaxError) {
    guard at(.prefixedName), lexer.bytes[token.end - 1] == UInt8(ascii: ":"),
      !lexer.bytes[token.start..<(token.end - 1)].contains(UInt8(ascii: ":"))
    else { throw expected(.prefixName) }
    let label = lexer.text(token.start..<(token.end - 1))
    try advance()
    guard at(.iri) else { throw expected(.iri) }
    let iri = try iriReference()
    namespaces[label] = iri.value
    declared.removeAll { $0.label == label }
    declared.append(Prefix(label, iri))
  }

  /// Takes `<…>` and resolves it.
  mutating func iriReference() throws(QuerySyntaxError) -> IRI {
    let start = token
    let range = (token.start + 1)..<(token.end - 1)
    var reference: String
    if lexer.bytes[range].contains(UInt8(ascii: "\\")) {
      reference = try unescaped(range, isIRI: true)
    } else {
      reference = lexer.text(range)
    }
    try advance()
    guard let iri = IRI(reference, relativeTo: base) else {
      throw error(.relativeIRI(reference), at: start)
    }
    return iri
  }

  /// Takes `prefix:local`.
  mutating func prefixedName() throws(QuerySyntaxError) -> IRI {
    let bytes = lexer.bytes
    guard let colon = bytes[token.start..<token.end].firstIndex(of: UInt8(ascii: ":")) else {
      throw expected(.iri)
    }
    let prefix = lexer.text(token.start..<colon)
    guard let namespace = namespaces[prefix] else {
      let similar = Spelling.nearest(to: prefix, among: declared.map(\.label).sorted())
      throw error(.unknownPrefix(prefix, similar: similar))
    }
    let range = (colon + 1)..<token.end
    var local = lexer.text(range)
    if bytes[range].contains(UInt8(ascii: "\\")) {
      local = String(decoding: bytes[range].filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
    }
    try advance()
    return IRI(namespace + local)
  }

  /// Takes an IRI in either form, if one is here.
  mutating func takeIRI() throws(QuerySyntaxError) -> IRI? {
    switch token.kind {
    case .iri: try iriReference()
    case .prefixedName: try prefixedName()
    default: nil
    }
  }

  mutating func requireIRI(
    _ expectation: QuerySyntaxError.Expectation = .iri
  ) throws(QuerySyntaxError) -> IRI {
    guard let iri = try takeIRI() else { throw expected(expectation) }
    return iri
  }

  /// Takes a variable or an IRI.
  mutating func namePattern() throws(QuerySyntaxError) -> NamePattern {
    if at(.variable) {
      guard mode.allowsVariables else { throw misplacedVariable() }
      return .variable(try requireVariable())
    }
    return .iri(try requireIRI(.iriOrVariable))
  }

  func misplacedVariable() -> QuerySyntaxError {
    error(.misplacedVariable(lexer.text((token.start + 1)..<token.end)))
  }
}
