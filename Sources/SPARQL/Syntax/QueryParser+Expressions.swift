import GraphModel

/// Operators, loosest first (grammar rules `Expression` to `UnaryExpression`).
extension QueryParser {
  mutating func expression() throws(QuerySyntaxError) -> Expression {
    let first = try conjunction()
    guard at(.or) else { return first }
    var parts = [first]
    var highest = height
    while try take(.or) {
      parts.append(try conjunction())
      highest = max(highest, height)
    }
    try raise(over: highest)
    return .or(parts)
  }

  private mutating func conjunction() throws(QuerySyntaxError) -> Expression {
    let first = try relation()
    guard at(.and) else { return first }
    var parts = [first]
    var highest = height
    while try take(.and) {
      parts.append(try relation())
      highest = max(highest, height)
    }
    try raise(over: highest)
    return .and(parts)
  }

  private mutating func relation() throws(QuerySyntaxError) -> Expression {
    let left = try sum()
    let leftHeight = height
    let function: BuiltIn
    switch token.kind {
    case .equal: function = .equal
    case .notEqual: function = .notEqual
    case .less: function = .less
    case .greater: function = .greater
    case .lessOrEqual: function = .lessOrEqual
    case .greaterOrEqual: function = .greaterOrEqual
    case .word where at("IN"): function = .in
    case .word where at("NOT"): function = .notIn
    default: return left
    }
    try advance()
    let result: Expression
    switch function {
    case .notIn, .in:
      if function == .notIn { try require("IN", .inKeyword) }
      result = .call(function, [left] + (try expressionList()))
    default: result = .call(function, [left, try sum()])
    }
    try raise(over: max(leftHeight, height))
    return result
  }

  private mutating func sum() throws(QuerySyntaxError) -> Expression {
    var left = try product(nil)
    while true {
      let leftHeight = height
      let isSigned =
        (at(.integer) || at(.decimal) || at(.double))
        && !lexer.bytes[token.start].isDigit && lexer.bytes[token.start] != UInt8(ascii: ".")
      if at(.plus) || at(.minus) {
        let function: BuiltIn = at(.plus) ? .add : .subtract
        try advance()
        left = .call(function, [left, try product(nil)])
      } else if isSigned, let literal = try takeLiteral() {
        // `?x -1` is a sum whose second part is the number -1.
        height = 1
        left = .call(.add, [left, try product(.term(literal))])
      } else {
        return left
      }
      try raise(over: max(leftHeight, height))
    }
  }

  private mutating func product(_ first: Expression?) throws(QuerySyntaxError) -> Expression {
    var left: Expression
    if let first { left = first } else { left = try unary() }
    while at(.star) || at(.slash) {
      let leftHeight = height
      let function: BuiltIn = at(.star) ? .multiply : .divide
      try advance()
      left = .call(function, [left, try unary()])
      try raise(over: max(leftHeight, height))
    }
    return left
  }

  private mutating func unary() throws(QuerySyntaxError) -> Expression {
    let function: BuiltIn
    switch token.kind {
    case .not: function = .not
    case .plus: function = .unaryPlus
    case .minus: function = .unaryMinus
    default: return try primary()
    }
    try advance()
    let argument = try nested { (parser) throws(QuerySyntaxError) in
      function == .not ? try parser.unary() : try parser.primary()
    }
    try raise(over: height)
    return .call(function, [argument])
  }
}

/// Operands.
extension QueryParser {
  private mutating func primary() throws(QuerySyntaxError) -> Expression {
    switch token.kind {
    case .openParenthesis: return try bracketed()
    case .openTripleTerm: return try tripleExpression()
    case .variable:
      height = 1
      return .variable(try requireVariable())
    case .iri, .prefixedName: return try iriOrFunction(mustCall: false)
    case .word where !at("TRUE") && !at("FALSE"): return try builtInCall(.expression)
    default:
      guard let literal = try takeLiteral() else { throw expected(.expression) }
      height = 1
      return .term(literal)
    }
  }

  /// Takes `( expression )`.
  mutating func bracketed() throws(QuerySyntaxError) -> Expression {
    try nested { (parser) throws(QuerySyntaxError) in
      try parser.require(.openParenthesis, .openParenthesis)
      let expression = try parser.expression()
      try parser.require(.closeParenthesis, .closeParenthesis)
      return expression
    }
  }

  /// Takes what may follow `FILTER` and `HAVING`.
  mutating func constraint(
    _ expectation: QuerySyntaxError.Expectation = .condition
  ) throws(QuerySyntaxError) -> Expression {
    switch token.kind {
    case .openParenthesis: try bracketed()
    case .iri, .prefixedName: try iriOrFunction(mustCall: true)
    case .word: try builtInCall(expectation)
    default: throw expected(expectation)
    }
  }

  mutating func iriOrFunction(mustCall: Bool) throws(QuerySyntaxError) -> Expression {
    let name = token
    let iri = try requireIRI()
    guard mustCall || at(.openParenthesis) else {
      height = 1
      return .term(.iri(iri))
    }
    let arguments = try expressionList()
    try raise(over: height)
    try check(iri, arguments.count, at: name)
    return .function(iri, arguments)
  }

  /// Refuses a call in the namespace of ``EvidenceFunction`` that is none of them.
  private func check(_ iri: IRI, _ count: Int, at name: Token) throws(QuerySyntaxError) {
    guard iri.value.hasPrefix(Quipu.functions) else { return }
    let written = text(of: name)
    guard let function = EvidenceFunction(iri) else {
      let local = String(iri.value.dropFirst(Quipu.functions.count))
      throw error(.unknownFunction(written, similar: Spelling.evidence(like: local)), at: name)
    }
    let allowed = function.arguments
    guard allowed.contains(count) else {
      throw error(
        .argumentCount(
          function: written, minimum: allowed.lowerBound, maximum: allowed.upperBound, found: count),
        at: name)
    }
  }

  /// Takes `( expression, … )`, which may be empty.
  mutating func expressionList() throws(QuerySyntaxError) -> [Expression] {
    try nested { (parser) throws(QuerySyntaxError) in
      try parser.require(.openParenthesis, .openParenthesis)
      var items: [Expression] = []
      var highest = 1
      guard try !parser.take(.closeParenthesis) else {
        parser.height = 1
        return items
      }
      repeat {
        items.append(try parser.expression())
        highest = max(highest, parser.height)
      } while try parser.take(.comma)
      try parser.require(.closeParenthesis, .closeParenthesis)
      parser.height = highest
      return items
    }
  }

  /// Takes `<<( s p o )>>` in an expression: the same as `TRIPLE(s, p, o)`.
  private mutating func tripleExpression() throws(QuerySyntaxError) -> Expression {
    try nested { (parser) throws(QuerySyntaxError) in
      try parser.advance()
      let subject = try parser.tripleOperand(.term)
      let predicate: Expression
      if parser.atRDFType {
        predicate = .term(.iri(try parser.takeRDFType()))
      } else if parser.at(.variable) {
        predicate = .variable(try parser.requireVariable())
      } else {
        predicate = .term(.iri(try parser.requireIRI(.verb)))
      }
      let object: Expression
      if parser.at(.openTripleTerm) {
        object = try parser.tripleExpression()
      } else {
        object = try parser.tripleOperand(.object)
        parser.height = 1
      }
      try parser.require(.closeTripleTerm, .closeTripleTerm)
      try parser.raise(over: parser.height)
      return .call(.triple, [subject, predicate, object])
    }
  }

  private mutating func tripleOperand(
    _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) -> Expression {
    if at(.variable) { return .variable(try requireVariable()) }
    if let iri = try takeIRI() { return .term(.iri(iri)) }
    guard expectation == .object, let literal = try takeLiteral() else {
      throw expected(expectation)
    }
    return .term(literal)
  }
}
