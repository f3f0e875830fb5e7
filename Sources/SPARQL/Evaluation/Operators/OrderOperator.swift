internal import GraphModel

/// Rows in order; with a limit it keeps only as many as are wanted.
final class OrderOperator: Operator {
  private let input: Operator
  private let keys: [(node: ExpressionNode, descending: Bool)]
  private let limit: Int?
  private let execution: Execution
  private var sorted: Operator?
  private var held = 0
  private var values: [UInt64: Value] = [:]

  init(
    _ input: Operator, _ conditions: [OrderCondition], limit: Int?,
    _ compiler: ExpressionCompiler, _ execution: Execution
  ) throws {
    self.input = input
    self.limit = limit
    self.execution = execution
    keys = try conditions.map { (try compiler.compile($0.expression), $0.descending) }
    super.init(slots: input.slots)
  }

  deinit { execution.release(held) }

  override func make() throws -> Batch? {
    if let sorted { return try sorted.next() }
    var rows = Batch(width: slots.count)
    var columns = keys.map { _ in [UInt64]() }
    while var batch = try input.next()?.expanded() {
      try execution.check()
      var own = try keys.map { try $0.node.column(batch, execution.scope) }
      if isManyMore(batch.count) { try keepFirst(&batch, &own) }
      let isFirst = rows.count == 0
      rows.append(batch)
      for place in keys.indices { columns[place] += own[place] }
      // Now and then what cannot be among the first is dropped.
      if !isFirst, isManyMore(rows.count) { try keepFirst(&rows, &columns) }
      let bytes = rows.bytes + 8 * keys.count * rows.count
      try execution.hold(bytes - held)
      held = bytes
    }
    var best = try order(rows, columns)
    if let limit, best.count > limit { best = Array(best.prefix(limit)) }
    let result = RowsOperator(slots: slots, rows.gathered(best))
    sorted = result
    return result.make()
  }

  /// Whether so many rows are many more than are wanted.
  private func isManyMore(_ count: Int) -> Bool {
    limit.map { count >= max(4 * $0, 4096) } ?? false
  }

  /// Drops the rows that are not among the first, of which as many stay as are wanted.
  private func keepFirst(_ rows: inout Batch, _ columns: inout [[UInt64]]) throws {
    let best = Array(try order(rows, columns).prefix(limit ?? rows.count))
    rows = rows.gathered(best)
    columns = columns.map { Batch.gather($0, best) }
  }

  private func value(_ id: UInt64) throws -> Value {
    if let known = values[id] { return known }
    let found = try execution.terms.value(of: id)
    if values.count > 500_000 { values = [:] }
    values[id] = found
    return found
  }

  /// How two terms stand in the order; unbound comes first.
  private func compare(_ a: UInt64, _ b: UInt64) throws -> Int {
    if a == b { return 0 }
    if a == 0 || b == 0 { return a == 0 ? -1 : 1 }
    let (x, y) = (TermID(rawValue: a), TermID(rawValue: b))
    if x.kind == y.kind {
      switch x.kind {
      case .integer, .date, .year, .yearMonth, .boolean, .dateTime, .shortString:
        return a < b ? -1 : 1
      case .decimal: return a >> 3 == b >> 3 ? 0 : a < b ? -1 : 1
      default: break
      }
    }
    return Value.total(try value(a), try value(b))
  }

  /// The rows in order, no more than are wanted.
  ///
  /// A later key is looked at only for the rows that the earlier ones leave equal.
  private func order(_ rows: Batch, _ columns: [[UInt64]]) throws -> [Int32] {
    guard rows.count > 1 else { return rows.count == 0 ? [] : [0] }
    var order = try candidates(rows.count, columns)
    // Where runs of equal rows start; a run of one needs no more keys.
    var ranks: [UInt64] = [UInt64](repeating: 0, count: order.count)
    for (place, column) in columns.enumerated() {
      var tied: [Int] = []
      for position in order.indices {
        let own = ranks[position]
        if (position > 0 && ranks[position - 1] == own)
          || (position + 1 < ranks.count && ranks[position + 1] == own)
        {
          tied.append(position)
        }
      }
      guard !tied.isEmpty else { break }
      let members = tied.map { order[$0] }
      let found = try rank(Batch.gather(column, members), descending: keys[place].descending)
      let sorted = RadixSort.rows(tied.count, by: [tied.map { ranks[$0] }, found])
      var ranksHere: [UInt64] = []
      var run: UInt64 = 0
      for (index, row) in sorted.enumerated() {
        if index > 0 {
          let before = Int(sorted[index - 1])
          let (old, new) = (ranks[tied[before]], ranks[tied[Int(row)]])
          if old != new || found[before] != found[Int(row)] { run = UInt64(index) }
        }
        ranksHere.append(UInt64(tied[Int(run)]))
      }
      for (index, row) in sorted.enumerated() { order[tied[index]] = members[Int(row)] }
      for (index, rank) in ranksHere.enumerated() { ranks[tied[index]] = rank }
      if let limit, order.count > limit {
        var end = limit
        while end < order.count, ranks[end] == ranks[end - 1] { end += 1 }
        order.removeLast(order.count - end)
        ranks.removeLast(ranks.count - end)
      }
    }
    return order
  }

  /// The rows that may be among the first by what their first key says, in their order.
  private func candidates(_ count: Int, _ columns: [[UInt64]]) throws -> [Int32] {
    let all = 0..<Int32(count)
    guard let limit, limit > 0, let column = columns.first, isManyMore(count) else {
      return all.map { $0 }
    }
    let ranks = try rank(column, descending: keys[0].descending)
    var rows = [Int](repeating: 0, count: Int(ranks.max() ?? 0) + 1)
    for rank in ranks { rows[Int(rank)] += 1 }
    var (last, enough) = (0, rows[0])
    while enough < limit {
      last += 1
      enough += rows[last]
    }
    return all.filter { ranks[Int($0)] <= last }
  }

  /// For each row where its term stands among the different terms of the column.
  private func rank(_ column: [UInt64], descending: Bool) throws -> [UInt64] {
    var table = KeyTable(width: 1, capacity: 1024)
    let numbers = table.insert(column, count: column.count)
    let terms = table.keys
    var failure: (any Error)?
    let order = (0..<terms.count).sorted { a, b in
      do {
        let known = try compare(terms[a], terms[b])
        return known != 0 ? known < 0 : false
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    var ranks = [UInt64](repeating: 0, count: terms.count)
    var rank: UInt64 = 0
    for (place, term) in order.enumerated() {
      if place > 0, try compare(terms[order[place - 1]], terms[term]) != 0 { rank += 1 }
      ranks[term] = rank
    }
    return numbers.map { descending ? rank - ranks[Int($0)] : ranks[Int($0)] }
  }
}
