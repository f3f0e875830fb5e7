internal import GraphModel

/// A variable that both sides of a join have.
struct JoinKey {
  let slot: Int
  /// Whether every row of both sides binds it; if not, an unbound one agrees with anything.
  let isCertain: Bool
}

/// What becomes of a left row and its partners.
enum JoinKind {
  case inner, optional, semi, anti
  /// As `anti`, but a partner must share a bound variable.
  case minus
}

/// Joins by a table of the right side's rows.
final class HashJoinOperator: Operator {
  private let left: Operator
  private let right: Operator
  private let kind: JoinKind
  private let execution: Execution
  private var condition: ExpressionNode?
  private let leftKeys: [Int]
  private let rightKeys: [Int]
  /// Columns of variables that may be unbound: left, right.
  private let loose: [(left: Int, right: Int)]
  private let sources: [(left: Int?, right: Int?)]
  /// The columns that the condition sees.
  private let pairSources: [(left: Int?, right: Int?)]

  // The table: rows of the right side by key.
  private var table: KeyTable
  private var starts: [Int32] = []
  private var members: [Int32] = []
  private var build = Batch(width: 0)
  private var isBuilt = false
  private var held = 0

  // The left rows being worked on.
  private var rows: Batch?
  private var groups: [Int32] = []
  private var row = 0
  private var member = 0
  private var matched = false

  init(
    _ left: Operator, _ right: Operator, on keys: [JoinKey], slots: [Int], _ kind: JoinKind,
    _ condition: Expression?, _ execution: Execution,
    compiler: ((@escaping (Int) -> Int?) -> ExpressionCompiler)? = nil
  ) throws {
    self.left = left
    self.right = right
    self.kind = kind
    self.execution = execution
    let hashed = keys.filter(\.isCertain).map(\.slot)
    leftKeys = hashed.compactMap { left.column(of: $0) }
    rightKeys = hashed.compactMap { right.column(of: $0) }
    loose = keys.filter { !$0.isCertain }.compactMap { key in
      guard let a = left.column(of: key.slot), let b = right.column(of: key.slot) else {
        return nil
      }
      return (a, b)
    }
    table = KeyTable(width: hashed.count)
    sources = slots.map { (left.column(of: $0), right.column(of: $0)) }
    let all = Set(left.slots).union(right.slots).sorted()
    pairSources = all.map { (left.column(of: $0), right.column(of: $0)) }
    super.init(slots: slots)
    if let condition, let compiler {
      let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
      self.condition = try compiler { places[$0] }.compile(condition)
    }
  }

  deinit { execution.release(held) }

  private func buildTable() throws {
    isBuilt = true
    while let batch = try right.next() {
      if build.columns.isEmpty, build.count == 0 { build = Batch(width: batch.columns.count) }
      try execution.check()
      try execution.hold(batch.bytes)
      held += batch.bytes
      build.append(batch)
      // Without keys and columns, how many rows there are is all that counts.
      if kind == .semi || kind == .anti, table.width == 0, loose.isEmpty { break }
    }
    if build.count == 0 { build = Batch(width: right.slots.count) }
    let keys = KeyTable.rows(rightKeys.map { build.columns[$0] }, count: build.count)
    var numbers = [Int32](repeating: 0, count: build.count)
    let width = table.width
    keys.withUnsafeBufferPointer { keys in
      guard let base = keys.baseAddress else { return }
      for row in 0..<build.count { numbers[row] = Int32(table.insert(base + row * width).index) }
    }
    starts = [Int32](repeating: 0, count: table.count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for group in 0..<table.count { starts[group + 1] += starts[group] }
    members = [Int32](repeating: 0, count: build.count)
    var next = starts
    for row in 0..<build.count {
      let group = Int(numbers[row])
      members[Int(next[group])] = Int32(row)
      next[group] += 1
    }
    try execution.hold(table.bytes + build.count * 8)
    held += table.bytes + build.count * 8
  }

  override func make() throws -> Batch? {
    if !isBuilt { try buildTable() }
    if build.count == 0, kind == .inner || kind == .semi { return nil }
    try execution.check()
    if rows == nil {
      guard let batch = try left.next() else { return nil }
      rows = batch
      row = 0
      member = 0
      matched = false
      let keys = KeyTable.rows(leftKeys.map { batch.columns[$0] }, count: batch.count)
      groups = [Int32](repeating: -1, count: batch.count)
      let width = table.width
      keys.withUnsafeBufferPointer { keys in
        guard let base = keys.baseAddress else { return }
        for row in 0..<batch.count { groups[row] = Int32(table.find(base + row * width)) }
      }
    }
    guard let batch = rows else { return nil }
    switch kind {
    case .inner, .optional: return try pairs(batch)
    default:
      rows = nil
      return selected(batch)
    }
  }

  private func agree(_ batch: Batch, _ row: Int, _ member: Int) -> Bool {
    for (a, b) in loose {
      let (x, y) = (batch.columns[a][row], build.columns[b][member])
      if x != 0, y != 0, x != y { return false }
    }
    return true
  }

  private func sharesBound(_ batch: Batch, _ row: Int, _ member: Int) -> Bool {
    if !leftKeys.isEmpty { return true }
    return loose.contains {
      batch.columns[$0.left][row] != 0 && build.columns[$0.right][member] != 0
    }
  }

  private func selected(_ batch: Batch) -> Batch {
    var keep = [Bool](repeating: false, count: batch.count)
    for row in 0..<batch.count {
      let group = Int(groups[row])
      var found = false
      if group >= 0 {
        if loose.isEmpty {
          found = kind != .minus || !leftKeys.isEmpty
        } else {
          for place in Int(starts[group])..<Int(starts[group + 1]) {
            let member = Int(members[place])
            if agree(batch, row, member), kind != .minus || sharesBound(batch, row, member) {
              found = true
              break
            }
          }
        }
      }
      keep[row] = found == (kind == .semi)
    }
    var result = batch
    result.columns = sources.map { batch.columns[$0.left ?? 0] }
    return result.filtered(keep)
  }

  /// The next pairs of rows; -1 as a partner is none.
  private func pairs(_ batch: Batch) throws -> Batch? {
    var lefts: [Int32] = []
    var rights: [Int32] = []
    let end = batch.count
    let testsLater = condition != nil
    while row < end, lefts.count < Batch.target {
      let group = Int(groups[row])
      if group >= 0 {
        let first = Int(starts[group])
        let last = Int(starts[group + 1])
        while first + member < last {
          if lefts.count >= Batch.target * 2, !testsLater { break }
          let partner = members[first + member]
          member += 1
          guard loose.isEmpty || agree(batch, row, Int(partner)) else { continue }
          matched = true
          lefts.append(Int32(row))
          rights.append(partner)
        }
        if first + member < last { break }
      }
      if kind == .optional, !matched || testsLater {
        // With a condition, whether this row stays is seen later.
        lefts.append(Int32(row))
        rights.append(-1)
      }
      matched = false
      member = 0
      row += 1
    }
    if row >= end { rows = nil }
    if let condition { try test(condition, batch, &lefts, &rights) }
    return combined(batch, lefts, rights, sources)
  }

  /// Keeps the pairs for which the condition is true, and of a row without any its left side.
  private func test(
    _ condition: ExpressionNode, _ batch: Batch, _ lefts: inout [Int32], _ rights: inout [Int32]
  ) throws {
    let candidates = combined(batch, lefts, rights, pairSources)
    var keep = rights.map { $0 >= 0 }
    try condition.select(candidates, &keep, execution.terms)
    var found = false
    for place in lefts.indices {
      if rights[place] >= 0 {
        if keep[place] { found = true }
      } else {
        keep[place] = !found
        found = false
      }
    }
    lefts = lefts.indices.filter { keep[$0] }.map { lefts[$0] }
    rights = rights.indices.filter { keep[$0] }.map { rights[$0] }
  }

  private func combined(
    _ batch: Batch, _ lefts: [Int32], _ rights: [Int32], _ sources: [(left: Int?, right: Int?)]
  ) -> Batch {
    var columns: [[UInt64]] = []
    let complete = kind == .inner
    for source in sources {
      switch source {
      case (let a?, nil): columns.append(Batch.gather(batch.columns[a], lefts))
      case (let a?, let b?):
        var column = Batch.gather(batch.columns[a], lefts)
        // A variable that is unbound on the left takes the right side's term.
        if loose.contains(where: { $0.left == a }) {
          for place in column.indices where column[place] == 0 && rights[place] >= 0 {
            column[place] = build.columns[b][Int(rights[place])]
          }
        }
        columns.append(column)
      case (nil, let b?):
        if complete {
          columns.append(Batch.gather(build.columns[b], rights))
        } else {
          let column = build.columns[b]
          columns.append(rights.map { $0 < 0 ? 0 : column[Int($0)] })
        }
      default: columns.append([UInt64](repeating: 0, count: lefts.count))
      }
    }
    var weights: [UInt64] = []
    if !batch.weights.isEmpty || !build.weights.isEmpty {
      weights = lefts.indices.map { place in
        let own = batch.weights.isEmpty ? 1 : batch.weights[Int(lefts[place])]
        let other =
          build.weights.isEmpty || rights[place] < 0 ? 1 : build.weights[Int(rights[place])]
        return own * other
      }
    }
    return Batch(columns: columns, count: lefts.count, weights: weights)
  }
}

/// Joins a batch at a time with a plan that is run for the terms of the batch.
final class BindJoinOperator: Operator {
  private let input: Operator
  private let execution: Execution
  private let join: (Batch) throws -> Operator
  private var current: Operator?
  private var wanted = 1024

  init(
    _ input: Operator, slots: [Int], _ execution: Execution,
    join: @escaping (Batch) throws -> Operator
  ) {
    self.input = input
    self.execution = execution
    self.join = join
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    while true {
      if let batch = try current?.next() { return batch }
      guard var rows = try input.next() else { return nil }
      while rows.count < wanted, let more = try input.next() { rows.append(more) }
      wanted = min(wanted * 8, 65_536)
      current = try join(rows)
    }
  }
}
