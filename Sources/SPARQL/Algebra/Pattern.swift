public import GraphModel

/// The graph pattern algebra of SPARQL (SPARQL 1.1 Query, section 18).
///
/// Evaluation is bottom-up: a pattern inside another sees no binding from outside, only
/// ``Expression/exists(_:)`` puts the outer solution in. `join`, `union` and `triples` are flat, so a
/// tree is never deeper than ``QueryLimits/depth``.
public indirect enum Pattern: Hashable, Sendable {
  /// A basic graph pattern: all of its triples match in the active graph.
  ///
  /// Without triples it has one solution that binds nothing.
  case triples([TriplePattern])
  /// A property path between two terms in the active graph.
  ///
  /// The translation has taken `link`, `inverse`, `sequence` and `alternative` at the top apart
  /// (section 18.2.2.4), so the path is `zeroOrOne`, `zeroOrMore`, `oneOrMore` or `negated`.
  case path(TermPattern, PropertyPath, TermPattern)
  /// Every compatible combination of solutions, one of each pattern.
  case join([Pattern])
  /// `OPTIONAL`: the join where the condition holds, else the left solution alone.
  ///
  /// The condition sees both sides; `nil` is true.
  case leftJoin(Pattern, Pattern, condition: Expression?)
  /// The solutions whose condition has the effective boolean value true; an error is false.
  case filter(Expression, Pattern)
  /// The solutions of each pattern, one after the other.
  case union([Pattern])
  /// The left solutions without those that a right one is compatible with and shares a bound variable with.
  case minus(Pattern, Pattern)
  /// The pattern with a named graph as the active one; a variable ranges over the named graphs and is bound.
  case graph(NamePattern, Pattern)
  /// The solutions with one more variable; an error leaves it unbound.
  case extend(Pattern, Variable, Expression)
  /// Inline data: a row a solution, `nil` for `UNDEF`.
  case values([Variable], [[Term?]])
  /// A pattern for another endpoint.
  ///
  /// `query` is the pattern as a `SELECT *` query of its own, ready to be sent. `silent` turns any
  /// failure into one solution that binds nothing.
  case service(NamePattern, Pattern, query: String, silent: Bool)
  /// One solution for each group of solutions with the same terms for the variables `by`.
  ///
  /// It binds those variables and the aggregates' own. Expressions grouped by were bound by
  /// `extend` below. With `by` empty there is exactly one group, also of no solutions.
  case group(Pattern, by: [Variable], aggregates: [Aggregation])
  /// The solutions sorted by the first condition, equal ones by the next and so on.
  case order(Pattern, [OrderCondition])
  /// The solutions with only these variables.
  case project(Pattern, [Variable])
  /// The solutions without duplicates.
  case distinct(Pattern)
  /// The solutions; duplicates may go.
  case reduced(Pattern)
  /// The solutions without the first `offset`, and of the rest at most `limit`.
  case slice(Pattern, offset: Int, limit: Int?)
}

/// A key to sort by.
public struct OrderCondition: Hashable, Sendable {
  /// The key; an error sorts as unbound, before everything.
  public var expression: Expression
  /// Whether the order is descending.
  public var descending: Bool

  /// Creates a condition.
  public init(_ expression: Expression, descending: Bool = false) {
    self.expression = expression
    self.descending = descending
  }
}

/// An aggregate over a group's solutions, and the variable that takes its value.
public struct Aggregation: Hashable, Sendable {
  /// What is computed.
  public enum Function: Hashable, Sendable {
    /// `COUNT(*)`, when there is no argument, or `COUNT(x)`.
    case count
    case sum, min, max, avg, sample
    /// `GROUP_CONCAT` with its separator, a space if the query names none.
    case groupConcat(separator: String)
  }

  /// The variable that takes the value; an error leaves it unbound.
  public var variable: Variable
  /// What is computed.
  public var function: Function
  /// The argument, or `nil` for `COUNT(*)`.
  public var argument: Expression?
  /// Whether equal values (for `COUNT(DISTINCT *)`, equal solutions) count once.
  public var distinct: Bool

  /// Creates an aggregation.
  public init(
    _ variable: Variable, _ function: Function, _ argument: Expression?, distinct: Bool = false
  ) {
    self.variable = variable
    self.function = function
    self.argument = argument
    self.distinct = distinct
  }
}
