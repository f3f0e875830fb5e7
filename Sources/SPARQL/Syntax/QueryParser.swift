import GraphModel

/// Reads SPARQL 1.1 and 1.2 by recursive descent and gives the algebra at once.
///
/// Scopes, blank nodes and aggregates are settled while reading, so no syntax tree is built. Time is
/// linear in the text for a fixed nesting; the nesting is limited (``QueryLimits``).
struct QueryParser {
  var lexer: Lexer
  /// The token that was not taken yet.
  var token = Token(kind: .end, start: 0, end: 0)
  /// Where the token before it ended.
  var previousEnd = 0

  var base: IRI?
  var namespaces: [String: String] = [:]
  var declared: [Prefix] = []

  var variables = VariableTable()
  /// The variables by name: of the query, and of each subquery around this place.
  var names: [[String: Variable]] = [[:]]

  /// How many brackets are open.
  var depth = 0
  /// How high the tree of the last pattern or expression is.
  var height = 1

  /// The triples of the block or template that is being read.
  var block = TripleBlock()
  var labels = BlankLabels()
  var mode = TripleMode.pattern
  var aggregates = AggregateScope()

  init(_ bytes: [UInt8], base: IRI?, prefixes: [Prefix]) throws(QuerySyntaxError) {
    lexer = Lexer(bytes)
    self.base = base
    for prefix in prefixes { namespaces[prefix.label] = prefix.iri.value }
    declared = prefixes
    if String(validating: bytes, as: UTF8.self) == nil {
      let repaired = String(decoding: bytes, as: UTF8.self).utf8
      let place = zip(bytes, repaired).enumerated().first { $0.element.0 != $0.element.1 }
      throw lexer.error(.notUTF8, at: place?.offset ?? repaired.count)
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { lexer.offset = 3 }
    token = try lexer.next()
  }
}

/// Moving over the tokens.
extension QueryParser {
  mutating func advance() throws(QuerySyntaxError) {
    previousEnd = token.end
    token = try lexer.next()
  }

  func at(_ kind: Token.Kind) -> Bool { token.kind == kind }

  mutating func take(_ kind: Token.Kind) throws(QuerySyntaxError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func require(
    _ kind: Token.Kind, _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) {
    guard try take(kind) else { throw expected(expectation) }
  }

  /// Whether the token is this keyword, given in capitals; case does not count.
  func at(_ keyword: StaticString) -> Bool {
    guard token.kind == .word, token.end - token.start == keyword.utf8CodeUnitCount else {
      return false
    }
    for index in 0..<keyword.utf8CodeUnitCount {
      let byte = lexer.bytes[token.start + index]
      let upper = byte.isASCIILetter ? byte & 0xdf : byte
      if upper != keyword.utf8Start[index] { return false }
    }
    return true
  }

  mutating func take(_ keyword: StaticString) throws(QuerySyntaxError) -> Bool {
    guard at(keyword) else { return false }
    try advance()
    return true
  }

  mutating func require(
    _ keyword: StaticString, _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) {
    guard try take(keyword) else { throw expected(expectation) }
  }

  func text(of token: Token) -> String { lexer.text(token.start..<token.end) }

  func error(_ problem: QuerySyntaxError.Problem, at token: Token? = nil) -> QuerySyntaxError {
    lexer.error(problem, at: (token ?? self.token).start)
  }

  /// The error that the token is not what the grammar allows here.
  func expected(_ expectation: QuerySyntaxError.Expectation) -> QuerySyntaxError {
    guard token.kind != .end else {
      return error(.expected(expectation, found: .end, similar: []))
    }
    var found = text(of: token)
    let similar = token.kind == .word ? Spelling.keywords(like: found) : []
    if found.count > 40 { found = found.prefix(39) + "…" }
    return error(.expected(expectation, found: .text(found), similar: similar))
  }

  /// Reads something inside brackets of any kind.
  mutating func nested<Result>(
    _ body: (inout QueryParser) throws(QuerySyntaxError) -> Result
  ) throws(QuerySyntaxError) -> Result {
    guard depth < QueryLimits.nesting else {
      throw error(.nestedTooDeeply(limit: QueryLimits.nesting))
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Sets the height of what was just built of parts this high, if it is not too high.
  mutating func raise(over parts: Int) throws(QuerySyntaxError) {
    guard parts < QueryLimits.depth else {
      throw error(.nestedTooDeeply(limit: QueryLimits.depth))
    }
    height = parts + 1
  }
}

/// Names of variables.
extension QueryParser {
  /// The variable of a name in the innermost subquery.
  mutating func variable(named name: String) -> Variable {
    if let known = names[names.count - 1][name] { return known }
    let variable = variables.add(name)
    names[names.count - 1][name] = variable
    return variable
  }

  /// Takes a variable.
  mutating func requireVariable() throws(QuerySyntaxError) -> Variable {
    guard at(.variable) else { throw expected(.variable) }
    let name = lexer.text((token.start + 1)..<token.end)
    try advance()
    return variable(named: name)
  }

  /// The name of a variable that has one.
  func name(_ variable: Variable) -> String { variables.name(variable) ?? "" }
}
