internal import GraphModel

/// How a pattern will be evaluated: a tree of operators, with what is expected of each.
final class Plan {
  /// The operators.
  indirect enum Kind {
    /// One row that binds nothing.
    case unit
    /// No row.
    case none
    /// The rows that an operator above hands in.
    case seed(Int)
    case values([[UInt64]])
    case scan(Scan)
    /// For each row, what a scan finds; a row without any stays if it is optional.
    case lookup(Plan, Scan, optional: Bool)
    case path(Plan, PathScan)
    case hashJoin(Plan, Plan)
    /// Edges that close cycles, joined at once, the variables bound in this order.
    case multiway([Scan], order: [Int])
    case leftJoin(Plan, Plan, Expression?)
    /// For the rows, a batch at a time, the right side with their terms handed in.
    case bindJoin(Plan, Plan, seed: Int, seeded: [Int], Expression?, optional: Bool)
    /// The rows that have a partner on the right side, or those that have none.
    case bindSemiJoin(Plan, Plan, seed: Int, seeded: [Int], anti: Bool)
    case minus(Plan, Plan)
    case semiJoin(Plan, Plan, anti: Bool)
    case filter(Plan, [Expression], PatternScope)
    case extend(Plan, [(slot: Int, value: Expression)], PatternScope)
    case union([Plan])
    case project(Plan)
    case distinct(Plan, isReduced: Bool)
    case group(Plan, by: [Int], [Aggregation], PatternScope)
    case order(Plan, [OrderCondition], limit: Int?, PatternScope)
    case slice(Plan, offset: Int, limit: Int?)
    case graphs(Int)
    case service(NamePattern, query: String, silent: Bool, variables: [Int])
    /// A count that the source knows.
    case count(Int, UInt64)
  }

  let kind: Kind
  /// The slots that rows may bind.
  let variables: [Int]
  /// Those that every row binds.
  let certain: Set<Int>
  /// How many rows are expected.
  let rows: Double
  /// The variable by which the rows come sorted.
  let sortedBy: Int?
  /// How many different terms a variable is expected to have.
  let distinct: [Int: Double]
  /// The order in which a scan was read in the end.
  var order: QuadOrder?
  /// What the operators that were made of it gave.
  var counters: [RowCounter] = []

  init(
    _ kind: Kind, variables: some Sequence<Int>, certain: Set<Int>, rows: Double,
    sortedBy: Int? = nil, distinct: [Int: Double] = [:]
  ) {
    self.kind = kind
    self.variables = Set(variables).sorted()
    self.certain = certain
    self.rows = rows
    self.sortedBy = sortedBy
    self.distinct = distinct
  }

  /// How many different terms a variable is expected to have.
  func distinct(_ slot: Int) -> Double { max(1, min(distinct[slot] ?? rows, rows)) }
}

/// The graph that patterns are matched in.
enum PatternScope: Hashable {
  case defaultGraph
  case named(UInt64)
  case variable(Int)
}

/// A property path between two ends in a graph.
struct PathScan {
  var subject: Place
  var path: PropertyPath
  var object: Place
  var scope: PatternScope

  var slots: [Int] {
    var found = [subject.slot, object.slot].compactMap(\.self)
    if case .variable(let slot) = scope { found.append(slot) }
    return Array(Set(found)).sorted()
  }
}
