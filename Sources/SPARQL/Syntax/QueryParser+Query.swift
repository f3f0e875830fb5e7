public import GraphModel

/// Whole queries.
extension QueryParser {
  mutating func query() throws(QuerySyntaxError) -> Query {
    try prologue()
    var query: Query
    if at("SELECT") {
      query = try select()
    } else if try take("ASK") {
      let dataset = try dataset()
      query = self.query(.ask, try modified(try whereClause()), dataset)
    } else if try take("CONSTRUCT") {
      query = try construct()
    } else if try take("DESCRIBE") {
      query = try describe()
    } else {
      throw expected(.query)
    }
    guard at(.end) else { throw expected(.end) }
    query.variables = variables
    return query
  }

  private func query(
    _ form: Query.Form, _ pattern: Pattern, _ dataset: DatasetClause
  ) -> Query {
    Query(
      form: form, pattern: pattern, dataset: dataset, variables: variables, base: base,
      prefixes: declared)
  }

  private mutating func select() throws(QuerySyntaxError) -> Query {
    let projection = try projection()
    let dataset = try dataset()
    let body = try whereClause()
    let (pattern, columns) = try selection(projection, body, allowsTrailingValues: true)
    return query(.select(columns), pattern, dataset)
  }

  /// Takes the modifiers and trailing values of a query that projects nothing.
  private mutating func modified(_ body: GroupPattern) throws(QuerySyntaxError) -> Pattern {
    var modifiers = try modifiers()
    if try take("VALUES") { modifiers.values = try dataBlock() }
    let pattern = try ordered(body, Projection(), modifiers)
    guard modifiers.isSliced else { return pattern }
    try raise(over: height)
    return .slice(pattern, offset: modifiers.offset, limit: modifiers.limit)
  }

  private mutating func construct() throws(QuerySyntaxError) -> Query {
    if at(.openBrace) {
      let template = try template()
      let dataset = try dataset()
      let body = try whereClause()
      return query(.construct(template), try modified(body), dataset)
    }
    let dataset = try dataset()
    try require("WHERE", .whereKeyword)
    let template = try template()
    var body = GroupPattern()
    var nodes: [String: Variable] = [:]
    body.join(template.map { asPattern($0, &nodes) }, paths: [], height: 1)
    body.scope = Set(variables.names.indices.map(Variable.init(slot:)))
    return query(.construct(template), try modified(body), dataset)
  }

  /// Takes the template of `CONSTRUCT`.
  private mutating func template() throws(QuerySyntaxError) -> [TriplePattern] {
    try require(.openBrace, .openBrace)
    mode = .template
    try triples()
    mode = .pattern
    labels.template.removeAll()
    try require(.closeBrace, .dotOrClose)
    defer { block = TripleBlock() }
    return block.triples
  }

  /// Takes triples with dots between them, none at all too.
  mutating func triples() throws(QuerySyntaxError) {
    while atTriples {
      try triplesSameSubject()
      guard try take(.dot) else { return }
    }
  }

  private mutating func describe() throws(QuerySyntaxError) -> Query {
    var targets: [TermPattern] = []
    let isStar = try take(.star)
    if !isStar {
      repeat {
        switch try namePattern() {
        case .iri(let iri): targets.append(.term(.iri(iri)))
        case .variable(let variable): targets.append(.variable(variable))
        }
      } while at(.variable) || at(.iri) || at(.prefixedName)
    }
    let dataset = try dataset()
    var body = GroupPattern()
    if at("WHERE") || at(.openBrace) { body = try whereClause() }
    if isStar { targets = body.scope.sorted().map(TermPattern.variable) }
    return query(.describe(targets), try modified(body), dataset)
  }

  /// Takes `FROM` and `FROM NAMED`.
  private mutating func dataset() throws(QuerySyntaxError) -> DatasetClause {
    try dataset("FROM")
  }

  /// Takes the graphs after each of these keywords.
  mutating func dataset(_ keyword: StaticString) throws(QuerySyntaxError) -> DatasetClause {
    guard at(keyword) else { return DatasetClause() }
    var clause = DatasetClause(defaultGraphs: [], namedGraphs: [])
    while try take(keyword) {
      if try take("NAMED") {
        clause.namedGraphs?.append(try requireIRI())
      } else {
        clause.defaultGraphs?.append(try requireIRI())
      }
    }
    return clause
  }

  /// A triple of a template as one of a pattern, its blank nodes as variables.
  mutating func asPattern(
    _ triple: TriplePattern, _ nodes: inout [String: Variable]
  ) -> TriplePattern {
    TriplePattern(
      asPattern(triple.subject, &nodes), asPattern(triple.predicate, &nodes),
      asPattern(triple.object, &nodes))
  }

  private mutating func asPattern(
    _ term: TermPattern, _ nodes: inout [String: Variable]
  ) -> TermPattern {
    switch term {
    case .variable: return term
    case .term(.blank(let label)):
      if let known = nodes[label] { return .variable(known) }
      let variable = variables.add()
      nodes[label] = variable
      return .variable(variable)
    case .term: return term
    case .triple(let triple): return .triple(asPattern(triple, &nodes))
    }
  }
}

extension Query {
  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: SPARQL 1.1 or 1.2 in UTF-8.
  ///   - base: What relative IRIs are resolved against until the query says `BASE`.
  ///   - prefixes: Prefixes that need no declaration.
  /// - Throws: ``QuerySyntaxError`` at the first place that breaks the rules.
  public init(
    _ text: [UInt8], base: IRI? = nil, prefixes: [Prefix] = []
  ) throws(QuerySyntaxError) {
    var parser = try QueryParser(text, base: base, prefixes: prefixes)
    self = try parser.query()
  }

  /// Reads a query.
  public init(
    _ text: String, base: IRI? = nil, prefixes: [Prefix] = []
  ) throws(QuerySyntaxError) {
    try self.init(Array(text.utf8), base: base, prefixes: prefixes)
  }
}
