internal import GraphModel

/// Groups of the rows of a scan's pieces, counted on several threads.
///
/// Each piece has a table of its own; the tables are put together in the order of the pieces, so
/// that groups come in the order in which one thread would find them.
final class PieceGroupsOperator: Operator {
  /// The groups of one piece; used by one thread at a time.
  private final class Run: @unchecked Sendable {
    private let input: Operator
    private let table: GroupTable
    private var failure: (any Error)?

    init(_ input: Operator, _ table: GroupTable) {
      self.input = input
      self.table = table
    }

    func count() {
      do { try table.add(input) } catch { failure = error }
    }

    /// The groups, or what failed.
    func groups() throws -> GroupTable {
      if let failure { throw failure }
      return table
    }
  }

  private let maker: PieceMaker
  private let execution: Execution
  private let makeTable: (Operator, Execution) throws -> GroupTable
  private var isDone = false

  /// Creates an operator over pieces; `makeTable` makes the table for the rows of an operator.
  init(
    slots: [Int], _ maker: PieceMaker, _ execution: Execution,
    makeTable: @escaping (Operator, Execution) throws -> GroupTable
  ) {
    self.maker = maker
    self.execution = execution
    self.makeTable = makeTable
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    var total: GroupTable?
    var rest = try maker.pieces()[...]
    let threads = execution.threads
    while !rest.isEmpty {
      let some = rest.prefix(threads == 1 ? 1 : 4 * threads)
      rest = rest.dropFirst(some.count)
      let runs = try some.map { piece in
        let (input, own) = try maker.make(piece)
        return Run(input, try makeTable(input, own))
      }
      Threads.forEach(runs.count, threads: threads) { runs[$0].count() }
      for run in runs {
        let groups = try run.groups()
        if let total { try total.merge(groups) } else { total = groups }
      }
    }
    return try total?.rows()
  }
}
