public import GraphModel

/// What a query answers.
public enum QueryAnswer {
  /// The solutions of a `SELECT`.
  case solutions(Solutions)
  /// Whether an `ASK` has a solution.
  case boolean(Bool)
  /// The graph of a `CONSTRUCT` or `DESCRIBE`.
  case graph(GraphAnswer)
}

/// Some solutions, a column a variable.
public struct SolutionBatch: Sendable {
  /// The terms' numbers, a column for each variable; 0 is unbound.
  public let columns: [[UInt64]]
  /// How many solutions there are.
  public let count: Int

  /// Creates a batch.
  public init(columns: [[UInt64]], count: Int) {
    self.columns = columns
    self.count = count
  }
}

/// The solutions of a `SELECT`, found while they are read.
///
/// They are read once, by one thread. Equal numbers are equal terms, so that a writer may keep
/// what it wrote of a number.
public final class Solutions {
  /// The names of the variables, without `?`, in the order of the columns.
  public let variables: [String]
  private let slots: [Int]
  private let execution: Execution
  private let root: Operator
  private var buffered: [SolutionBatch] = []

  init(variables: [String], slots: [Int], execution: Execution, root: Operator) {
    self.variables = variables
    self.slots = slots
    self.execution = execution
    self.root = root
  }

  /// The next solutions, some thousands at most, or `nil` after the last.
  public func next() throws(QueryError) -> SolutionBatch? {
    try execution.guarded {
      guard let batch = try root.next() else { return nil }
      let columns = slots.map { slot in
        root.column(of: slot).map { batch.columns[$0] }
          ?? [UInt64](repeating: 0, count: batch.count)
      }
      return SolutionBatch(columns: columns, count: batch.count)
    }
  }

  /// The term of a number in a column, or `nil` if it is 0.
  public func term(of id: UInt64) throws(QueryError) -> Term? {
    if id == 0 { return nil }
    return try execution.guarded { try execution.terms.term(of: id) }
  }

  /// Every solution that is left, as terms.
  public func rows() throws(QueryError) -> [[Term?]] {
    var rows: [[Term?]] = []
    while let batch = try next() {
      for row in 0..<batch.count {
        var terms: [Term?] = []
        for column in batch.columns { terms.append(try term(of: column[row])) }
        rows.append(terms)
      }
    }
    return rows
  }
}

/// The graph of a `CONSTRUCT` or `DESCRIBE`, found while it is read: each triple once.
public final class GraphAnswer {
  private let execution: Execution
  private let make: () throws -> [Triple]?
  private var ready: [Triple] = []
  private var seen: Set<ExactTerm> = []

  init(execution: Execution, _ make: @escaping () throws -> [Triple]?) {
    self.execution = execution
    self.make = make
  }

  /// The next triple, or `nil` after the last.
  public func next() throws(QueryError) -> Triple? {
    try execution.guarded {
      while true {
        while let triple = ready.popLast() {
          if seen.insert(ExactTerm(.triple(triple))).inserted { return triple }
        }
        guard let more = try make() else { return nil }
        ready = more.reversed()
      }
    }
  }

  /// Every triple that is left.
  public func triples() throws(QueryError) -> [Triple] {
    var triples: [Triple] = []
    while let triple = try next() { triples.append(triple) }
    return triples
  }
}
