import GraphModel

/// Built-in functions, `EXISTS` and aggregates.
extension QueryParser {
  mutating func builtInCall(
    _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) -> Expression {
    if at("EXISTS") || at("NOT") { return try exists() }
    let word = token
    let name = text(of: word).uppercased()
    if let function = Self.aggregate(named: name) { return try aggregate(function, name) }
    if name == "BOUND" { return try bound() }
    guard let function = FunctionTable.function(named: name) else {
      try advance()
      guard at(.openParenthesis) else {
        token = word
        lexer.offset = word.end
        throw expected(expectation)
      }
      let given = text(of: word)
      throw error(.unknownFunction(given, similar: Spelling.functions(like: given)), at: word)
    }
    try advance()
    let arguments = try expressionList()
    let (minimum, maximum) = FunctionTable.arguments(of: function)
    guard arguments.count >= minimum, arguments.count <= maximum ?? .max else {
      throw error(
        .argumentCount(
          function: name, minimum: minimum, maximum: maximum, found: arguments.count), at: word)
    }
    try raise(over: height)
    return .call(function, arguments)
  }

  private mutating func bound() throws(QuerySyntaxError) -> Expression {
    try advance()
    try require(.openParenthesis, .openParenthesis)
    let variable = try requireVariable()
    try require(.closeParenthesis, .closeParenthesis)
    height = 2
    return .call(.bound, [.variable(variable)])
  }

  private mutating func exists() throws(QuerySyntaxError) -> Expression {
    let isNegated = try take("NOT")
    try require("EXISTS", .existsKeyword)
    let outer = aggregates
    aggregates = AggregateScope()
    let group = try group()
    aggregates = outer
    try raise(over: height + 1)
    return isNegated ? .call(.not, [.exists(group.pattern)]) : .exists(group.pattern)
  }
}

/// Aggregates: each becomes a variable that the group binds.
extension QueryParser {
  private static func aggregate(named name: String) -> Aggregation.Function? {
    switch name {
    case "COUNT": .count
    case "SUM": .sum
    case "MIN": .min
    case "MAX": .max
    case "AVG": .avg
    case "SAMPLE": .sample
    case "GROUP_CONCAT": .groupConcat(separator: " ")
    default: nil
    }
  }

  private mutating func aggregate(
    _ function: Aggregation.Function, _ name: String
  ) throws(QuerySyntaxError) -> Expression {
    guard aggregates.place == .allowed else { throw error(.misplacedAggregate(name)) }
    try advance()
    aggregates.place = .inside
    let (argument, separator, isDistinct) = try nested { (parser) throws(QuerySyntaxError) in
      try parser.aggregateArguments(function)
    }
    aggregates.place = .allowed
    var function = function
    if let separator { function = .groupConcat(separator: separator) }
    let same = aggregates.found.first {
      $0.function == function && $0.argument == argument && $0.distinct == isDistinct
    }
    height = 1
    if let same { return .variable(same.variable) }
    let variable = variables.add()
    aggregates.found.append(Aggregation(variable, function, argument, distinct: isDistinct))
    return .variable(variable)
  }

  private mutating func aggregateArguments(
    _ function: Aggregation.Function
  ) throws(QuerySyntaxError) -> (Expression?, separator: String?, isDistinct: Bool) {
    try require(.openParenthesis, .openParenthesis)
    let isDistinct = try take("DISTINCT")
    var argument: Expression?
    var separator: String?
    if function == .count, try take(.star) {
      argument = nil
    } else {
      argument = try expression()
      aggregates.height = max(aggregates.height, height)
    }
    if case .groupConcat = function, try take(.semicolon) {
      try require("SEPARATOR", .separator)
      try require(.equal, .equalsSign)
      separator = try requireString()
    }
    try require(.closeParenthesis, .closeParenthesis)
    return (argument, separator, isDistinct)
  }
}
