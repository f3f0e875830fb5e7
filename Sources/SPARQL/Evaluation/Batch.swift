/// Some rows of solutions, a column a variable; 0 is unbound.
struct Batch {
  /// The columns, as the operator that made the batch orders them.
  var columns: [[UInt64]]
  /// How many rows there are.
  var count: Int
  /// How often each row counts; empty if each counts once.
  var weights: [UInt64] = []

  init(columns: [[UInt64]], count: Int, weights: [UInt64] = []) {
    self.columns = columns
    self.count = count
    self.weights = weights
  }

  /// An empty batch.
  init(width: Int) {
    columns = [[UInt64]](repeating: [], count: width)
    count = 0
  }

  /// The number of rows that an operator aims at.
  static let target = 4096

  /// How often all rows together count.
  var total: UInt64 { weights.isEmpty ? UInt64(count) : weights.reduce(0, &+) }

  /// The bytes that the columns take.
  var bytes: Int { 8 * count * (columns.count + (weights.isEmpty ? 0 : 1)) }

  /// The rows at some places, in that order.
  func gathered(_ rows: [Int32]) -> Batch {
    Batch(
      columns: columns.map { Self.gather($0, rows) }, count: rows.count,
      weights: weights.isEmpty ? [] : Self.gather(weights, rows))
  }

  /// The values at some places.
  static func gather(_ column: [UInt64], _ rows: [Int32]) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: rows.count) { room, count in
      column.withUnsafeBufferPointer { values in
        rows.withUnsafeBufferPointer { rows in
          for place in 0..<rows.count { room[place] = values[Int(rows[place])] }
        }
      }
      count = rows.count
    }
  }

  /// The rows whose flag is set.
  func filtered(_ keep: [Bool]) -> Batch {
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for row in 0..<count where keep[row] { rows.append(Int32(row)) }
    return rows.count == count ? self : gathered(rows)
  }

  /// The rows, each as often as it counts.
  func expanded() -> Batch {
    guard !weights.isEmpty else { return self }
    var rows: [Int32] = []
    for row in 0..<count {
      for _ in 0..<weights[row] { rows.append(Int32(row)) }
    }
    var result = gathered(rows)
    result.weights = []
    return result
  }

  /// Adds the rows of another batch with the same columns.
  mutating func append(_ other: Batch) {
    if !weights.isEmpty || !other.weights.isEmpty {
      func own(_ batch: Batch) -> [UInt64] {
        batch.weights.isEmpty ? [UInt64](repeating: 1, count: batch.count) : batch.weights
      }
      weights = own(self) + own(other)
    }
    for place in columns.indices { columns[place] += other.columns[place] }
    count += other.count
  }
}

/// How much an operator's consumer cares about how often a solution comes.
enum Multiplicity: Hashable, Sendable {
  /// Each solution is a row of its own.
  case rows
  /// A row may count several times: ``Batch/weights``.
  case counted
  /// Duplicates may come or go.
  case set
}

/// How many rows an operator gave, kept when the operator is gone.
final class RowCounter {
  var count: UInt64 = 0
}

/// A part of a running query that makes batches; the class itself makes none.
class Operator {
  /// The variables' slots, one for each column.
  let slots: [Int]
  /// How many rows it gave.
  let counter = RowCounter()
  private var places: [Int: Int] = [:]

  init(slots: [Int]) {
    self.slots = slots
    for (place, slot) in slots.enumerated() { places[slot] = place }
  }

  /// The column of a variable, if it has one.
  func column(of slot: Int) -> Int? { places[slot] }

  /// The next rows, at least one, or `nil` after the last.
  final func next() throws -> Batch? {
    while let batch = try make() {
      guard batch.count > 0 else { continue }
      counter.count += UInt64(batch.count)
      return batch
    }
    return nil
  }

  /// Makes the next batch, perhaps an empty one.
  func make() throws -> Batch? { nil }

  /// All rows that are left, as one batch.
  final func drain(_ execution: Execution) throws -> Batch {
    var result = Batch(width: slots.count)
    while let batch = try next() {
      try execution.hold(batch.bytes)
      result.append(batch)
    }
    return result
  }
}
