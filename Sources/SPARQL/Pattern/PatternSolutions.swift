public import GraphModel

/// What a pattern query found.
public struct PatternSolutions: Hashable, Sendable {
  /// One way to match all patterns.
  public struct Row: Hashable, Sendable {
    /// The term of each variable, in the order of ``PatternQuery/variables``.
    public let terms: [Term]
    /// The number of the statement that matches each pattern, in the order of the patterns.
    public let statements: [UInt32]

    /// Creates a row.
    public init(terms: [Term], statements: [UInt32]) {
      self.terms = terms
      self.statements = statements
    }
  }

  /// The query's variables.
  public let variables: [PatternQuery.Variable]
  /// The rows, by the terms of the variables and then by statement.
  public let rows: [Row]
  /// How many rows there are with those that a limit left out.
  public let total: Int

  /// Creates solutions.
  public init(variables: [PatternQuery.Variable], rows: [Row], total: Int) {
    self.variables = variables
    self.rows = rows
    self.total = total
  }
}
