/// The built-in functions by name, and how many arguments each takes.
enum FunctionTable {
  /// The function of a name in capitals.
  static func function(named name: String) -> BuiltIn? { functions[name] }

  /// How many arguments a function takes; `nil` is any number.
  static func arguments(of function: BuiltIn) -> (minimum: Int, maximum: Int?) {
    switch function {
    case .rand, .now, .uuid, .struuid: (0, 0)
    case .bnode: (0, 1)
    case .coalesce, .concat: (0, nil)
    case .sameTerm, .sameValue, .langMatches, .contains, .strstarts, .strends, .strbefore,
      .strafter, .strlang, .strdt:
      (2, 2)
    case .substr, .regex: (2, 3)
    case .replace: (3, 4)
    case .if, .strlangdir, .triple: (3, 3)
    default: (1, 1)
    }
  }

  /// The names that a misspelt one is compared with.
  static let allNames =
    functions.keys.sorted()
    + [
      "AVG", "BOUND", "COUNT", "EXISTS", "GROUP_CONCAT", "MAX", "MIN", "SAMPLE", "SUM",
    ]

  private static let functions: [String: BuiltIn] = {
    let operators: Set<BuiltIn> = [
      .not, .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .add, .subtract,
      .multiply, .divide, .unaryPlus, .unaryMinus, .in, .notIn, .bound,
    ]
    var table: [String: BuiltIn] = ["URI": .iri, "ISURI": .isIRI]
    for function in BuiltIn.allCases where !operators.contains(function) {
      table[function.rawValue] = function
    }
    return table
  }()
}
