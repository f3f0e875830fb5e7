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

/// The side of a join whose rows are read first, into a table; several joins may share it.
final class JoinSide {
  /// The variables of the rows.
  let slots: [Int]
  /// The variables that both sides have.
  let keys: [JoinKey]
  private let execution: Execution
  private let kind: JoinKind
  private var rows: Operator?
  private var made: JoinTable?
  private var held = 0

  init(_ rows: Operator, _ keys: [JoinKey], _ kind: JoinKind, _ execution: Execution) {
    slots = rows.slots
    self.rows = rows
    self.keys = keys
    self.kind = kind
    self.execution = execution
  }

  deinit { execution.release(held) }

  /// The column of a variable, if it has one.
  func column(of slot: Int) -> Int? { slots.firstIndex(of: slot) }

  /// The table; all rows are read when it is first asked for.
  func table() throws -> JoinTable {
    if let made { return made }
    var build = Batch(width: slots.count)
    let certain = keys.filter(\.isCertain).compactMap { column(of: $0.slot) }
    // Without keys and columns, how many rows there are is all that counts.
    let isCount = (kind == .semi || kind == .anti) && keys.isEmpty
    while let batch = try rows?.next() {
      try execution.check()
      try execution.hold(batch.bytes)
      held += batch.bytes
      build.append(batch)
      if isCount { break }
    }
    rows = nil
    let table = JoinTable(build, keys: certain)
    try execution.hold(table.bytes)
    held += table.bytes
    made = table
    return table
  }
}

/// Joins by a table of the right side's rows.
final class HashJoinOperator: Operator {
  private let left: Operator
  private let right: JoinSide
  private let kind: JoinKind
  private let execution: Execution
  private var condition: ExpressionNode?
  private let leftKeys: [Int]
  /// Columns of variables that may be unbound: left, right.
  private let loose: [(left: Int, right: Int)]
  private let sources: [(left: Int?, right: Int?)]
  /// The columns that the condition sees.
  private let pairSources: [(left: Int?, right: Int?)]

  // The left rows being worked on.
  private var rows: Batch?
  private var groups: [Int32] = []
  private var row = 0
  private var member = 0
  private var matched = false

  init(
    _ left: Operator, _ right: JoinSide, slots: [Int], _ kind: JoinKind,
    _ condition: Expression?, _ execution: Execution,
    compiler: ((@escaping (Int) -> Int?) -> ExpressionCompiler)? = nil
  ) throws {
    self.left = left
    self.right = right
    self.kind = kind
    self.execution = execution
    leftKeys = right.keys.filter(\.isCertain).compactMap { left.column(of: $0.slot) }
    loose = right.keys.filter { !$0.isCertain }.compactMap { key in
      guard let a = left.column(of: key.slot), let b = right.column(of: key.slot) else {
        return nil
      }
      return (a, b)
    }
    sources = slots.map { (left.column(of: $0), right.column(of: $0)) }
    let all = Set(left.slots).union(right.slots).sorted()
    pairSources = all.map { (left.column(of: $0), right.column(of: $0)) }
    super.init(slots: slots)
    if let condition, let compiler {
      let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
      self.condition = try compiler { places[$0] }.compile(condition)
    }
  }

  override func make() throws -> Batch? {
    let table = try right.table()
    if table.rows.count == 0, kind == .inner || kind == .semi { return nil }
    try execution.check()
    if rows == nil {
      guard let batch = try left.next() else { return nil }
      rows = batch
      row = 0
      member = 0
      matched = false
      groups = table.groups(leftKeys.map { batch.columns[$0] }, count: batch.count)
    }
    guard let batch = rows else { return nil }
    switch kind {
    case .inner, .optional:
      guard table.isUnique, loose.isEmpty, condition == nil else {
        return try pairs(batch, table)
      }
      rows = nil
      let (lefts, rights) = table.partners(groups, all: kind == .optional)
      return combined(batch, lefts, rights, sources, table.rows)
    default:
      rows = nil
      return selected(batch, table)
    }
  }

  private func agree(_ batch: Batch, _ row: Int, _ build: Batch, _ member: Int) -> Bool {
    for (a, b) in loose {
      let (x, y) = (batch.columns[a][row], build.columns[b][member])
      if x != 0, y != 0, x != y { return false }
    }
    return true
  }

  private func sharesBound(_ batch: Batch, _ row: Int, _ build: Batch, _ member: Int) -> Bool {
    if !leftKeys.isEmpty { return true }
    return loose.contains {
      batch.columns[$0.left][row] != 0 && build.columns[$0.right][member] != 0
    }
  }

  private func selected(_ batch: Batch, _ table: JoinTable) -> Batch {
    var keep = [Bool](repeating: false, count: batch.count)
    for row in 0..<batch.count {
      let group = groups[row]
      var found = false
      if group >= 0 {
        if loose.isEmpty {
          found = kind != .minus || !leftKeys.isEmpty
        } else {
          found = table.members(group).contains { member in
            agree(batch, row, table.rows, Int(member))
              && (kind != .minus || sharesBound(batch, row, table.rows, Int(member)))
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
  private func pairs(_ batch: Batch, _ table: JoinTable) throws -> Batch? {
    var lefts: [Int32] = []
    var rights: [Int32] = []
    let end = batch.count
    let testsLater = condition != nil
    while row < end, lefts.count < Batch.target {
      let group = groups[row]
      if group >= 0 {
        let partners = table.members(group)
        for partner in partners.dropFirst(member) {
          if lefts.count >= Batch.target * 2, !testsLater { break }
          member += 1
          guard loose.isEmpty || agree(batch, row, table.rows, Int(partner)) else { continue }
          matched = true
          lefts.append(Int32(row))
          rights.append(partner)
        }
        if member < partners.count { break }
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
    if let condition { try test(condition, batch, &lefts, &rights, table.rows) }
    return combined(batch, lefts, rights, sources, table.rows)
  }

  /// Keeps the pairs for which the condition is true, and of a row without any its left side.
  private func test(
    _ condition: ExpressionNode, _ batch: Batch, _ lefts: inout [Int32], _ rights: inout [Int32],
    _ build: Batch
  ) throws {
    let candidates = combined(batch, lefts, rights, pairSources, build)
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
    _ batch: Batch, _ lefts: [Int32], _ rights: [Int32], _ sources: [(left: Int?, right: Int?)],
    _ build: Batch
  ) -> Batch {
    var columns: [[UInt64]] = []
    let complete = kind == .inner
    // Rows that each come once stay where they are.
    let isSame = lefts.count == batch.count && lefts.indices.allSatisfy { lefts[$0] == $0 }
    func own(_ column: Int) -> [UInt64] {
      isSame ? batch.columns[column] : Batch.gather(batch.columns[column], lefts)
    }
    for source in sources {
      switch source {
      case (let a?, nil): columns.append(own(a))
      case (let a?, let b?):
        var column = own(a)
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
