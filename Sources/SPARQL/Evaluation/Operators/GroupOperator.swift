internal import GraphModel

/// Groups rows by some variables and computes aggregates; counts are made on numbers alone.
final class GroupOperator: Operator {
  private let input: Operator
  private var table: GroupTable?

  init(
    _ input: Operator, by slots: [Int], _ aggregates: [Aggregation],
    _ compiler: ExpressionCompiler, _ execution: Execution
  ) throws {
    self.input = input
    table = try GroupTable(of: input, by: slots, aggregates, compiler, execution)
    super.init(slots: slots + aggregates.map(\.variable.slot))
  }

  override func make() throws -> Batch? {
    guard let table else { return nil }
    self.table = nil
    try table.add(input)
    return try table.rows()
  }
}
