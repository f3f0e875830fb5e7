/// A variable of one query: the number of a column of its solutions.
///
/// Numbers are dense from 0. A variable means the same wherever its number stands: a variable that
/// a subquery does not project has a number of its own, so nothing needs to be renamed.
public struct Variable: Hashable, Sendable, Comparable {
  /// The column's number.
  public let slot: Int

  /// Creates a variable from its column's number.
  public init(slot: Int) { self.slot = slot }

  /// Whether one column comes before another.
  public static func < (a: Variable, b: Variable) -> Bool { a.slot < b.slot }
}

/// The names of a query's variables.
public struct VariableTable: Hashable, Sendable {
  /// The name of each variable, without `?`.
  ///
  /// A blank node of a pattern, a step inside a path and an aggregate's value have no name: `nil`.
  public private(set) var names: [String?] = []

  /// Creates an empty table.
  public init() {}

  /// How many variables there are.
  public var count: Int { names.count }

  /// Adds a variable: with a name, or without one for what no query text can name.
  public mutating func add(_ name: String? = nil) -> Variable {
    names.append(name)
    return Variable(slot: names.count - 1)
  }

  /// The name of a variable, without `?`, or `nil` if it has none.
  public func name(_ variable: Variable) -> String? { names[variable.slot] }
}
