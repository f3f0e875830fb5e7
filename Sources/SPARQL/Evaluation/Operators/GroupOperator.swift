internal import GraphModel

/// Groups rows by some variables and computes aggregates; counts are made on numbers alone.
final class GroupOperator: Operator {
  private let input: Operator
  private let execution: Execution
  private let by: [Int?]
  private let aggregates: [Aggregation]
  private var accumulators: [Accumulator] = []
  private var groups: KeyTable
  private var isDone = false
  private var held = 0

  init(
    _ input: Operator, by slots: [Int], _ aggregates: [Aggregation],
    _ compiler: ExpressionCompiler, _ execution: Execution
  ) throws {
    self.input = input
    self.execution = execution
    self.aggregates = aggregates
    by = slots.map { input.column(of: $0) }
    groups = KeyTable(width: slots.count)
    super.init(slots: slots + aggregates.map(\.variable.slot))
    for aggregate in aggregates {
      let argument = try aggregate.argument.map(compiler.compile)
      accumulators.append(Accumulator(aggregate, argument, width: input.slots.count, execution))
    }
  }

  deinit { execution.release(held) }

  override func make() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    if by.isEmpty {
      var none: UInt64 = 0
      _ = groups.insert(&none)
      for accumulator in accumulators { accumulator.grow(to: 1) }
    }
    while let batch = try input.next() {
      try execution.check()
      let numbers = numbers(batch)
      for accumulator in accumulators {
        accumulator.grow(to: groups.count)
        try accumulator.add(batch, numbers)
      }
      let bytes = groups.bytes + accumulators.reduce(0) { $0 + $1.bytes }
      try execution.hold(bytes - held)
      held = bytes
    }
    var columns: [[UInt64]] = []
    let keys = groups.keys
    for place in by.indices {
      columns.append((0..<groups.count).map { keys[$0 * by.count + place] })
    }
    for accumulator in accumulators { columns.append(try accumulator.results()) }
    return Batch(columns: columns, count: groups.count)
  }

  /// The number of each row's group.
  private func numbers(_ batch: Batch) -> [Int32] {
    guard !by.isEmpty else { return [Int32](repeating: 0, count: batch.count) }
    let columns = by.map { place in
      place.map { batch.columns[$0] } ?? [UInt64](repeating: 0, count: batch.count)
    }
    return groups.insert(KeyTable.rows(columns, count: batch.count), count: batch.count)
  }
}
