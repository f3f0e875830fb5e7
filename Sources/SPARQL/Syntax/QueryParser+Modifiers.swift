import GraphModel

/// Solution modifiers: what stands after the pattern of a query.
struct Modifiers {
  /// Whether solutions are grouped.
  var isGrouped = false
  /// The variables grouped by.
  var keys: [Variable] = []
  /// The expressions among the keys, with the variables that take their values.
  var keyExpressions: [(Variable, Expression)] = []
  var having: Expression?
  var order: [OrderCondition] = []
  var offset = 0
  var limit: Int?
  var values: (columns: [Variable], rows: [[Term?]])?
  /// How high the expressions' trees are.
  var height = 1

  var isSliced: Bool { offset > 0 || limit != nil }
}

extension QueryParser {
  /// Takes `GROUP BY`, `HAVING`, `ORDER BY`, `LIMIT` and `OFFSET`.
  mutating func modifiers() throws(QuerySyntaxError) -> Modifiers {
    var modifiers = Modifiers()
    if try take("GROUP") {
      try require("BY", .byKeyword)
      modifiers.isGrouped = true
      repeat { try groupCondition(&modifiers) } while atGroupCondition
    }
    aggregates.place = .allowed
    if try take("HAVING") {
      modifiers.isGrouped = true
      var conditions: [Expression] = []
      repeat {
        conditions.append(try constraint(.having))
        modifiers.height = max(modifiers.height, height + 1)
      } while atConstraint
      modifiers.having = conditions.count == 1 ? conditions[0] : .and(conditions)
    }
    if try take("ORDER") {
      try require("BY", .byKeyword)
      repeat { try orderCondition(&modifiers) } while atOrderCondition
    }
    aggregates.place = .outside
    if !aggregates.found.isEmpty { modifiers.isGrouped = true }
    try limitAndOffset(&modifiers)
    return modifiers
  }

  private mutating func limitAndOffset(_ modifiers: inout Modifiers) throws(QuerySyntaxError) {
    var hasOffset = false
    while true {
      if modifiers.limit == nil, try take("LIMIT") {
        modifiers.limit = try count()
      } else if !hasOffset, try take("OFFSET") {
        modifiers.offset = try count()
        hasOffset = true
      } else {
        return
      }
    }
  }

  private mutating func count() throws(QuerySyntaxError) -> Int {
    guard at(.integer), lexer.bytes[token.start].isDigit else { throw expected(.integer) }
    let digits = text(of: token)
    guard let value = Int(digits) else { throw error(.numberTooLarge(digits)) }
    try advance()
    return value
  }

  private mutating func groupCondition(_ modifiers: inout Modifiers) throws(QuerySyntaxError) {
    let expression: Expression
    var variable: Variable?
    switch token.kind {
    case .variable:
      modifiers.keys.append(try requireVariable())
      return
    case .openParenthesis:
      (expression, variable) = try nested { (parser) throws(QuerySyntaxError) in
        try parser.advance()
        let expression = try parser.expression()
        let variable: Variable? = try parser.take("AS") ? try parser.requireVariable() : nil
        try parser.require(.closeParenthesis, .closeParenthesis)
        return (expression, variable)
      }
    case .iri, .prefixedName: expression = try iriOrFunction(mustCall: true)
    case .word: expression = try builtInCall(.groupCondition)
    default: throw expected(.groupCondition)
    }
    modifiers.height = max(modifiers.height, height)
    let key = variable ?? variables.add()
    modifiers.keys.append(key)
    modifiers.keyExpressions.append((key, expression))
  }

  private mutating func orderCondition(_ modifiers: inout Modifiers) throws(QuerySyntaxError) {
    let isDescending = at("DESC")
    let expression: Expression
    if at("ASC") || isDescending {
      try advance()
      expression = try bracketed()
    } else if at(.variable) {
      height = 1
      expression = .variable(try requireVariable())
    } else {
      expression = try constraint(.orderCondition)
    }
    modifiers.height = max(modifiers.height, height)
    modifiers.order.append(OrderCondition(expression, descending: isDescending))
  }

  private var atConstraint: Bool {
    switch token.kind {
    case .openParenthesis, .iri, .prefixedName: true
    case .word: !Self.ends.contains(text(of: token).uppercased())
    default: false
    }
  }

  private var atGroupCondition: Bool { at(.variable) || atConstraint }

  private var atOrderCondition: Bool { at(.variable) || atConstraint }

  /// The keywords that may follow a list of conditions.
  private static let ends: Set<String> = ["HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"]
}
