internal import GraphModel

/// Groups of rows, and what their aggregates have come to.
final class GroupTable {
  private let execution: Execution
  private let by: [Int?]
  private var accumulators: [Accumulator] = []
  private var groups: GroupNumbers
  private var held = 0

  /// Creates a table of the rows that an operator gives, by some variables.
  init(
    of input: Operator, by slots: [Int], _ aggregates: [Aggregation],
    _ compiler: ExpressionCompiler, _ execution: Execution
  ) throws {
    self.execution = execution
    by = slots.map { input.column(of: $0) }
    groups = GroupNumbers(width: slots.count)
    for aggregate in aggregates {
      let argument = try aggregate.argument.map(compiler.compile)
      accumulators.append(Accumulator(aggregate, argument, width: input.slots.count, execution))
    }
    if slots.isEmpty {
      groups.insertEmpty()
      for accumulator in accumulators { accumulator.grow(to: 1) }
    }
  }

  deinit { execution.release(held) }

  /// Adds every row of an operator.
  func add(_ input: Operator) throws {
    while let batch = try input.next() {
      try execution.check()
      let numbers = numbers(batch)
      for accumulator in accumulators {
        accumulator.grow(to: groups.count)
        try accumulator.add(batch, numbers)
      }
      try hold()
    }
    for accumulator in accumulators { accumulator.settle() }
  }

  /// Adds the groups of another table, whose aggregates are counts, after those that are here.
  func merge(_ other: GroupTable) throws {
    try execution.check()
    let count = other.groups.count
    let numbers = groups.insert(other.groups.columns, count: count)
    for (accumulator, theirs) in zip(accumulators, other.accumulators) {
      accumulator.grow(to: groups.count)
      accumulator.merge(theirs, groups: numbers)
    }
    try hold()
  }

  /// A row for each group: the variables that it is by, and the aggregates.
  func rows() throws -> Batch {
    var columns = by.isEmpty ? [] : groups.columns
    for accumulator in accumulators { columns.append(try accumulator.results()) }
    return Batch(columns: columns, count: groups.count)
  }

  /// The number of each row's group.
  private func numbers(_ batch: Batch) -> [Int32] {
    let columns = by.map { place in
      place.map { batch.columns[$0] } ?? [UInt64](repeating: 0, count: batch.count)
    }
    return groups.insert(columns, count: batch.count)
  }

  private func hold() throws {
    let bytes = groups.bytes + accumulators.reduce(0) { $0 + $1.bytes }
    try execution.hold(bytes - held)
    held = bytes
  }
}
