import GraphModel

/// The solutions of a query, or those that a test expects.
struct SolutionTable {
  var variables: [String]
  var rows: [[Term?]]
  /// Whether the order of the rows is part of the answer.
  var isOrdered = false

  /// The rows with their columns in another order; a missing column is unbound.
  func columns(_ names: [String]) -> [[Term?]] {
    let places = names.map { variables.firstIndex(of: $0) }
    return rows.map { row in places.map { $0.flatMap { row[$0] } } }
  }
}

/// What a query answers, or a test expects.
enum Answer {
  case solutions(SolutionTable)
  case boolean(Bool)
  case graph([Triple])
}
