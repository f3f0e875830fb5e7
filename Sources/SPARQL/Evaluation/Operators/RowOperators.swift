internal import GraphModel

/// Rows that are there already.
final class RowsOperator: Operator {
  private let rows: Batch
  private var place = 0

  init(slots: [Int], _ rows: Batch) {
    self.rows = rows
    super.init(slots: slots)
  }

  override func make() -> Batch? {
    guard place < rows.count else { return nil }
    if rows.count <= Batch.target * 4 {
      place = rows.count
      return rows
    }
    let end = min(place + Batch.target, rows.count)
    let part = (Int32(place)..<Int32(end)).map { $0 }
    place = end
    return rows.gathered(part)
  }
}

/// Only some of the variables, unbound ones among them if the input lacks them.
final class ProjectOperator: Operator {
  private let input: Operator
  private let places: [Int?]

  init(_ input: Operator, slots: [Int]) {
    self.input = input
    places = slots.map { input.column(of: $0) }
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    guard let batch = try input.next() else { return nil }
    if input.slots == slots { return batch }
    return Batch(
      columns: places.map { place in
        place.map { batch.columns[$0] } ?? [UInt64](repeating: 0, count: batch.count)
      }, count: batch.count, weights: batch.weights)
  }
}

/// The rows of one input after those of another.
final class UnionOperator: Operator {
  private var inputs: [Operator]

  init(_ inputs: [Operator], slots: [Int]) {
    self.inputs = inputs.map {
      $0.slots == slots ? $0 : ProjectOperator($0, slots: slots)
    }.reversed()
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    while let first = inputs.last {
      if let batch = try first.next() { return batch }
      inputs.removeLast()
    }
    return nil
  }
}

/// The rows for which all conditions are true.
final class FilterOperator: Operator {
  private let input: Operator
  private let conditions: [ExpressionNode]
  private let execution: Execution
  private let places: [Int]

  init(
    _ input: Operator, _ conditions: [Expression], slots: [Int], _ compiler: ExpressionCompiler,
    _ execution: Execution
  ) throws {
    self.input = input
    self.conditions = try conditions.map(compiler.compile)
    self.execution = execution
    places = slots.compactMap { input.column(of: $0) }
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    guard let batch = try input.next() else { return nil }
    try execution.check()
    var keep = [Bool](repeating: true, count: batch.count)
    for condition in conditions { try condition.select(batch, &keep, execution.terms) }
    var result = batch
    if places.count < batch.columns.count { result.columns = places.map { batch.columns[$0] } }
    return result.filtered(keep)
  }
}

/// The rows with more variables.
final class ExtendOperator: Operator {
  private let input: Operator
  private var values: [ExpressionNode] = []
  private let places: [Int]
  private let execution: Execution

  init(
    _ input: Operator, _ values: [(slot: Int, value: Expression)], slots: [Int],
    _ execution: Execution, compiler: (@escaping (Int) -> Int?) -> ExpressionCompiler
  ) throws {
    self.input = input
    self.execution = execution
    // A later expression sees the variables of earlier ones.
    var columns: [Int: Int] = [:]
    for (place, slot) in input.slots.enumerated() { columns[slot] = place }
    for (slot, value) in values {
      let seen = columns
      self.values.append(try compiler({ seen[$0] }).compile(value))
      columns[slot] = input.slots.count + self.values.count - 1
    }
    places = slots.map { columns[$0] ?? 0 }
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    guard var batch = try input.next() else { return nil }
    try execution.check()
    let scope = execution.scope
    let width = batch.columns.count
    if values.allSatisfy({ $0 is ColumnNode }) {
      for value in values { batch.columns.append(try value.column(batch, scope)) }
    } else if values.count == 1 {
      let only = values[0]
      var column = [UInt64](repeating: 0, count: batch.count)
      for row in 0..<batch.count {
        scope.beginRow()
        if let value = try only.value(batch, row) { column[row] = try scope.terms.id(of: value) }
      }
      batch.columns.append(column)
    } else {
      // Row by row: a blank node's label means the same in all values of a row.
      for _ in values { batch.columns.append([UInt64](repeating: 0, count: batch.count)) }
      for row in 0..<batch.count {
        scope.beginRow()
        for (place, node) in values.enumerated() {
          guard let value = try node.value(batch, row) else { continue }
          batch.columns[width + place][row] = try scope.terms.id(of: value)
        }
      }
    }
    return Batch(
      columns: places.map { batch.columns[$0] }, count: batch.count, weights: batch.weights)
  }
}

/// Each row once, when it first comes.
final class DistinctOperator: Operator {
  private let input: Operator
  private let execution: Execution
  private var seen: KeyTable
  private var held = 0

  init(_ input: Operator, _ execution: Execution) {
    self.input = input
    self.execution = execution
    seen = KeyTable(width: input.slots.count)
    super.init(slots: input.slots)
  }

  deinit { execution.release(held) }

  override func make() throws -> Batch? {
    if slots.isEmpty, seen.count > 0 { return nil }
    guard var batch = try input.next() else { return nil }
    try execution.check()
    batch.weights = []
    var keep = [Bool](repeating: false, count: batch.count)
    var known = seen.count
    let numbers = seen.insert(KeyTable.rows(batch.columns, count: batch.count), count: batch.count)
    for (row, number) in numbers.enumerated() where number >= known {
      keep[row] = true
      known += 1
    }
    try execution.hold(seen.bytes - held)
    held = seen.bytes
    return batch.filtered(keep)
  }
}

/// The rows from one on, at most so many.
final class SliceOperator: Operator {
  private let input: Operator
  private var skip: Int
  private var left: Int

  init(_ input: Operator, offset: Int, limit: Int?, slots: [Int]) {
    self.input = input.slots == slots ? input : ProjectOperator(input, slots: slots)
    skip = offset
    left = limit ?? .max
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    guard left > 0, let batch = try input.next()?.expanded() else { return nil }
    let start = min(skip, batch.count)
    skip -= start
    let end = start + min(left, batch.count - start)
    left -= end - start
    if start == 0, end == batch.count { return batch }
    return batch.gathered((Int32(start)..<Int32(end)).map { $0 })
  }
}
