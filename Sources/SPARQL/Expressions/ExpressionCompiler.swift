internal import GraphModel

/// Compiles expressions for batches whose columns are known.
struct ExpressionCompiler {
  let scope: QueryScope
  let functions: (any ExtensionFunctions)?
  /// The column of a variable.
  let column: (Int) -> Int?
  /// Whether a pattern has a solution, with some variables put in.
  let exists: (Pattern, [Int: Term]) throws -> Bool

  func compile(_ expression: Expression) throws -> ExpressionNode {
    let node = try make(expression)
    // What depends on nothing is computed once.
    if !(node is ConstantNode), expression.variables.isEmpty, !expression.isVolatile,
      !expression.hasExists
    {
      return ConstantNode(try node.value(Batch(width: 0), 0))
    }
    return node
  }

  private func make(_ expression: Expression) throws -> ExpressionNode {
    switch expression {
    case .variable(let variable):
      return column(variable.slot).map(ColumnNode.init) ?? ConstantNode(nil)
    case .term(let term): return ConstantNode(.id(try scope.terms.id(of: term)))
    case .and(let parts):
      return LogicNode(try parts.map(compile), decisive: false, scope.terms)
    case .or(let parts): return LogicNode(try parts.map(compile), decisive: true, scope.terms)
    case .function(let iri, let arguments):
      return try FunctionNode(iri, try arguments.map(compile), functions, scope.terms)
    case .exists(let pattern):
      let places = pattern.mentioned.sorted().compactMap { slot in
        column(slot).map { (slot: slot, place: $0) }
      }
      let exists = exists
      return ExistsNode(places, scope.terms) { try exists(pattern, $0) }
    case .call(let function, let arguments):
      return try special(function, arguments)
        ?? CallNode(function, try arguments.map(compile), scope)
    }
  }

  private func special(_ function: BuiltIn, _ arguments: [Expression]) throws -> ExpressionNode? {
    switch function {
    case .bound:
      guard case .variable(let variable)? = arguments.first else { return ConstantNode(nil) }
      return BoundNode(column(variable.slot))
    case .not: return NotNode(try compile(arguments[0]), scope.terms)
    case .if: return ConditionalNode(try arguments.map(compile), scope.terms)
    case .coalesce: return CoalesceNode(try arguments.map(compile))
    case .in, .notIn:
      return try MembershipNode(try arguments.map(compile), isNegated: function == .notIn, scope)
    case .bnode where arguments.count == 1: return LabelNode(try compile(arguments[0]), scope)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try comparison(function, arguments)
    case .contains, .strstarts, .strends: return textTest(function, arguments)
    default: return nil
    }
  }

  private func comparison(_ function: BuiltIn, _ arguments: [Expression]) throws -> ExpressionNode?
  {
    let (left, right) = (try compile(arguments[0]), try compile(arguments[1]))
    if let variable = left as? ColumnNode, let constant = (right as? ConstantNode)?.constant {
      return try ComparisonNode(function, variable.place, constant, scope)
    }
    if let variable = right as? ColumnNode, let constant = (left as? ConstantNode)?.constant {
      let turned: BuiltIn =
        switch function {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: function
        }
      return try ComparisonNode(turned, variable.place, constant, scope)
    }
    return CallNode(function, [left, right], scope)
  }

  /// A test of a variable's text against a constant, perhaps in lower case, perhaps of any term.
  private func textTest(_ function: BuiltIn, _ arguments: [Expression]) -> ExpressionNode? {
    guard arguments.count == 2, case .term(.literal(let needle, XSD.string)) = arguments[1] else {
      return nil
    }
    var inner = arguments[0]
    var isFolded = false
    var isOfAnyTerm = false
    if case .call(.lcase, let more) = inner, let only = more.first {
      isFolded = true
      inner = only
    }
    if case .call(.str, let more) = inner, let only = more.first {
      isOfAnyTerm = true
      inner = only
    }
    guard case .variable(let variable) = inner, let place = column(variable.slot) else {
      return nil
    }
    let test: TextMatcher.Test =
      switch function {
      case .strstarts: .starts
      case .strends: .ends
      default: .contains
      }
    return TextTestNode(
      place, TextMatcher(test, needle, inLowerCase: isFolded), isOfAnyTerm: isOfAnyTerm,
      scope.terms)
  }
}
