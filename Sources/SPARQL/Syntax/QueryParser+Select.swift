import GraphModel

/// What `SELECT` lists.
struct Projection {
  /// The columns in order, each with the expression that it is given.
  var columns: [(variable: Variable, expression: Expression?, place: Token)] = []
  var isStar = false
  var isDistinct = false
  var isReduced = false
  /// How high the expressions' trees are.
  var height = 1
}

/// `SELECT`, as a query and inside a pattern.
extension QueryParser {
  /// Takes a subquery, which sees none of the names around it but those that it projects.
  mutating func subquery() throws(QuerySyntaxError) -> GroupPattern {
    let outerAggregates = aggregates
    aggregates = AggregateScope()
    if let projected = try projectedNames() {
      var inner: [String: Variable] = [:]
      for name in projected { inner[name] = variable(named: name) }
      names.append(inner)
    } else {
      names.append(names[names.count - 1])
    }
    let projection = try projection()
    let body = try whereClause()
    var result = GroupPattern()
    let (pattern, columns) = try selection(projection, body, allowsTrailingValues: true)
    result.join(pattern, height: height)
    result.scope = Set(columns)
    let inner = names.removeLast()
    if projection.isStar { names[names.count - 1] = inner }
    aggregates = outerAggregates
    return result
  }

  /// The names that a `SELECT` projects, read ahead; `nil` for `*`.
  private mutating func projectedNames() throws(QuerySyntaxError) -> [String]? {
    let start = (lexer.offset, token, previousEnd)
    defer { (lexer.offset, token, previousEnd) = start }
    var names: [String] = []
    var open = 0
    var follows = false
    try advance()
    while true {
      switch token.kind {
      case .star where open == 0: return nil
      case .openParenthesis, .openBrace, .openTripleTerm:
        if token.kind == .openBrace, open == 0 { return names }
        open += 1
      case .closeParenthesis, .closeBrace, .closeTripleTerm: open -= 1
      case .variable where open == 0 || (open == 1 && follows):
        names.append(lexer.text((token.start + 1)..<token.end))
      case .word where open == 0 && at("WHERE"): return names
      case .end: return names
      default: break
      }
      follows = at("AS")
      try advance()
    }
  }

  /// Takes `SELECT` and its columns.
  mutating func projection() throws(QuerySyntaxError) -> Projection {
    var projection = Projection()
    try advance()
    if try take("DISTINCT") {
      projection.isDistinct = true
    } else if try take("REDUCED") {
      projection.isReduced = true
    }
    if try take(.star) {
      projection.isStar = true
      return projection
    }
    aggregates.place = .allowed
    repeat {
      let place = token
      if at(.variable) {
        let variable = try requireVariable()
        projection.columns.append((variable, nil, place))
      } else if at(.openParenthesis) {
        let (expression, variable) = try namedExpression()
        projection.height = max(projection.height, height)
        projection.columns.append((variable, expression, place))
      } else {
        throw expected(.projection)
      }
    } while at(.variable) || at(.openParenthesis)
    aggregates.place = .outside
    return projection
  }

  /// Takes `( expression AS ?variable )`.
  private mutating func namedExpression() throws(QuerySyntaxError) -> (Expression, Variable) {
    try nested { (parser) throws(QuerySyntaxError) in
      try parser.advance()
      let expression = try parser.expression()
      try parser.require("AS", .asKeyword)
      let variable = try parser.requireVariable()
      try parser.require(.closeParenthesis, .closeParenthesis)
      return (expression, variable)
    }
  }

  mutating func whereClause() throws(QuerySyntaxError) -> GroupPattern {
    if try !take("WHERE"), !at(.openBrace) { throw expected(.whereKeyword) }
    return try group()
  }

  /// Takes the solution modifiers and puts everything together (SPARQL 1.1, sections 18.2.4 and 18.2.5).
  mutating func selection(
    _ projection: Projection, _ body: GroupPattern, allowsTrailingValues: Bool
  ) throws(QuerySyntaxError) -> (pattern: Pattern, columns: [Variable]) {
    var modifiers = try modifiers()
    if allowsTrailingValues, try take("VALUES") { modifiers.values = try dataBlock() }
    let columns = try columns(projection, body.scope, modifiers)
    var pattern = try ordered(body, projection, modifiers)
    pattern = .project(pattern, columns)
    if projection.isDistinct { pattern = .distinct(pattern) }
    if projection.isReduced { pattern = .reduced(pattern) }
    if modifiers.isSliced {
      pattern = .slice(pattern, offset: modifiers.offset, limit: modifiers.limit)
    }
    try raise(over: height + 3)
    return (pattern, columns)
  }

  /// The columns of a selection, after checking that each may be there.
  private func columns(
    _ projection: Projection, _ scope: Set<Variable>, _ modifiers: Modifiers
  ) throws(QuerySyntaxError) -> [Variable] {
    if projection.isStar {
      if modifiers.isGrouped { throw error(.starWithGrouping) }
      var all = scope
      if let values = modifiers.values { all.formUnion(values.columns) }
      return all.sorted()
    }
    var known = modifiers.isGrouped ? Set(modifiers.keys) : scope
    if let values = modifiers.values { known.formUnion(values.columns) }
    var seen: Set<Variable> = []
    var columns: [Variable] = []
    for column in projection.columns {
      if let expression = column.expression {
        guard !known.contains(column.variable), !seen.contains(column.variable) else {
          throw error(.variableInUse(name(column.variable)), at: column.place)
        }
        if modifiers.isGrouped { try requireGrouped(expression, known, column.place) }
        known.insert(column.variable)
      } else if modifiers.isGrouped, !known.contains(column.variable) {
        throw error(.ungroupedVariable(name(column.variable)), at: column.place)
      }
      if seen.insert(column.variable).inserted { columns.append(column.variable) }
    }
    return columns
  }

  /// Checks that an expression over groups names only what groups have.
  private func requireGrouped(
    _ expression: Expression, _ known: Set<Variable>, _ place: Token
  ) throws(QuerySyntaxError) {
    for variable in expression.ownVariables
    where variables.name(variable) != nil && !known.contains(variable) {
      throw error(.ungroupedVariable(name(variable)), at: place)
    }
  }

  /// The body grouped, filtered, joined with data, extended and ordered.
  mutating func ordered(
    _ body: GroupPattern, _ projection: Projection, _ modifiers: Modifiers
  ) throws(QuerySyntaxError) -> Pattern {
    var pattern = body.pattern
    try raise(over: body.fullHeight)
    if modifiers.isGrouped {
      for (variable, expression) in modifiers.keyExpressions {
        pattern = .extend(pattern, variable, expression)
        try raise(over: max(height, modifiers.height))
      }
      pattern = .group(pattern, by: modifiers.keys, aggregates: aggregates.found)
      try raise(over: max(height, aggregates.height))
    }
    if let having = modifiers.having {
      pattern = .filter(having, pattern)
      try raise(over: max(height, modifiers.height + 1))
    }
    if let values = modifiers.values {
      pattern = .join([pattern, .values(values.columns, values.rows)])
      try raise(over: height)
    }
    for case (let variable, let expression?, _) in projection.columns {
      pattern = .extend(pattern, variable, expression)
      try raise(over: max(height, projection.height))
    }
    if !modifiers.order.isEmpty {
      pattern = .order(pattern, modifiers.order)
      try raise(over: max(height, modifiers.height))
    }
    return pattern
  }
}

extension Expression {
  /// The variables of an expression outside of `EXISTS`.
  fileprivate var ownVariables: [Variable] {
    switch self {
    case .variable(let variable): [variable]
    case .term, .exists: []
    case .call(_, let parts), .function(_, let parts), .and(let parts), .or(let parts):
      parts.flatMap(\.ownVariables)
    }
  }
}
