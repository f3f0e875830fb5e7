internal import GraphModel

/// An aggregate's state for each group.
final class Accumulator {
  private let aggregate: Aggregation
  private let argument: ExpressionNode?
  private let execution: Execution
  private var counts: [UInt64] = []
  private var sums: [Numeric?] = []
  private var best: [Value?] = []
  private var bestIDs: [UInt64] = []
  private var texts: [Text?] = []
  private var failed: [Bool] = []
  private var seen: KeyTable
  /// For `COUNT(DISTINCT …)` of an argument, what was seen.
  private var pairs: DistinctPairs?

  init(_ aggregate: Aggregation, _ argument: ExpressionNode?, width: Int, _ execution: Execution) {
    self.aggregate = aggregate
    self.argument = argument
    self.execution = execution
    seen = KeyTable(width: argument == nil ? width + 1 : 2)
    if aggregate.function == .count, aggregate.distinct, argument != nil { pairs = DistinctPairs() }
  }

  /// The bytes that the state takes.
  var bytes: Int { counts.count * 48 + seen.bytes + (pairs?.bytes ?? 0) + textBytes }
  private var textBytes = 0

  /// Makes room for groups.
  func grow(to count: Int) {
    let more = count - counts.count
    guard more > 0 else { return }
    counts += [UInt64](repeating: 0, count: more)
    switch aggregate.function {
    case .count: break
    case .sum, .avg: sums += [Numeric?](repeating: .integer(0), count: more)
    case .min, .max:
      best += [Value?](repeating: nil, count: more)
      bestIDs += [UInt64](repeating: 0, count: more)
    case .sample: bestIDs += [UInt64](repeating: 0, count: more)
    case .groupConcat: texts += [Text?](repeating: nil, count: more)
    }
    failed += [Bool](repeating: false, count: more)
  }

  /// Adds rows, each to its group.
  func add(_ batch: Batch, _ groups: [Int32]) throws {
    guard let argument else {
      addRows(batch, groups)
      return
    }
    if aggregate.function == .count {
      addCounts(batch, groups, try argument.column(batch, execution.scope))
      return
    }
    let scope = execution.scope
    for row in 0..<batch.count {
      let group = Int(groups[row])
      let weight = batch.weights.isEmpty ? 1 : batch.weights[row]
      guard let value = try argument.value(batch, row) else {
        failed[group] = true
        continue
      }
      if aggregate.distinct {
        var key = [UInt64(group), try scope.terms.id(of: value)]
        guard seen.insert(&key).isNew else { continue }
        try add(value, group, 1)
      } else {
        try add(value, group, weight)
      }
    }
  }

  private func addRows(_ batch: Batch, _ groups: [Int32]) {
    if aggregate.distinct {
      countNew(KeyTable.rows([groups.map(UInt64.init)] + batch.columns, count: batch.count), groups)
    } else if batch.weights.isEmpty {
      for group in groups { counts[Int(group)] += 1 }
    } else {
      for (row, group) in groups.enumerated() { counts[Int(group)] += batch.weights[row] }
    }
  }

  private func addCounts(_ batch: Batch, _ groups: [Int32], _ ids: [UInt64]) {
    // An unbound argument, or an error, is not counted.
    if aggregate.distinct {
      pairs?.insert(ids, groups: groups)
      return
    }
    for row in 0..<batch.count where ids[row] != 0 {
      counts[Int(groups[row])] += batch.weights.isEmpty ? 1 : batch.weights[row]
    }
  }

  /// Counts each of some rows, which begin with their groups, that was not seen before.
  private func countNew(_ rows: [UInt64], _ groups: [Int32]) {
    var known = seen.count
    for (row, number) in seen.insert(rows, count: groups.count).enumerated() where number >= known {
      counts[Int(groups[row])] += 1
      known += 1
    }
  }

  private func add(_ value: Value, _ group: Int, _ weight: UInt64) throws {
    let terms = execution.terms
    switch aggregate.function {
    case .count: counts[group] += weight
    case .sum, .avg:
      counts[group] += weight
      guard case .number(let number) = try terms.resolve(value).unwrapped, let sum = sums[group],
        let times = weight == 1 ? number : number.applying(.multiply, .integer(Int128(weight)))
      else {
        sums[group] = nil
        return
      }
      sums[group] = sum.applying(.add, times)
    case .min, .max:
      let found = try terms.resolve(value).unwrapped
      if let known = best[group] {
        let order = Value.total(found, known)
        guard aggregate.function == .min ? order < 0 : order > 0 else { return }
      }
      best[group] = found
      bestIDs[group] = try terms.id(of: value)
    case .sample:
      if bestIDs[group] == 0 { bestIDs[group] = try terms.id(of: value) }
    case .groupConcat(let separator):
      try concatenate(value, group, weight, separator)
    }
  }

  private func concatenate(
    _ value: Value, _ group: Int, _ weight: UInt64, _ separator: String
  ) throws {
    guard let plain = try Functions(execution.scope).call(.str, value), let text = Text(plain)
    else {
      failed[group] = true
      return
    }
    for _ in 0..<weight {
      textBytes += text.value.utf8.count + separator.utf8.count
      guard textBytes <= execution.options.memoryLimit else {
        throw QueryError.outOfMemory(limit: execution.options.memoryLimit)
      }
      if texts[group] == nil {
        texts[group] = text
      } else {
        texts[group]?.value += separator + text.value
      }
    }
  }

  /// Does what is left to do with the rows that were added, before others are merged into them.
  func settle() { pairs?.settle() }

  /// Adds what another one counted, whose groups have these numbers here.
  func merge(_ other: Accumulator, groups numbers: [Int32]) {
    for (group, count) in other.counts.enumerated() { counts[Int(numbers[group])] += count }
    if let theirs = other.pairs { pairs?.merge(theirs, groups: numbers) }
  }

  /// The number of each group's result; 0 is an error.
  func results() throws -> [UInt64] {
    let terms = execution.terms
    if aggregate.function == .count {
      if let distinct = pairs?.counts(counts.count) { counts = distinct }
      return try counts.map { try terms.id(of: .number(.integer(Int128($0)))) }
    }
    var ids: [UInt64] = []
    for group in counts.indices {
      var value: Value?
      switch aggregate.function {
      case .count: break
      case .sum: value = failed[group] ? nil : sums[group].map(Value.number)
      case .avg:
        if !failed[group], let sum = sums[group] {
          value =
            counts[group] == 0
            ? .number(.integer(0))
            : sum.applying(.divide, .integer(Int128(counts[group]))).map(Value.number)
        }
      case .min, .max: value = failed[group] || best[group] == nil ? nil : .id(bestIDs[group])
      case .sample: value = bestIDs[group] == 0 ? nil : .id(bestIDs[group])
      case .groupConcat:
        value = failed[group] ? nil : .string(texts[group]?.value ?? "")
      }
      ids.append(try value.map(terms.id(of:)) ?? 0)
    }
    return ids
  }
}
