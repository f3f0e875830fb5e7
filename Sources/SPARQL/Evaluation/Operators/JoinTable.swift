/// The rows of one side of a join by their keys; it does not change once it is made.
///
/// Numbers of terms that were loaded together lie close together: where a single key's values do,
/// the value's distance from the least is its place, and nothing is hashed.
struct JoinTable {
  /// How a key finds its group.
  private enum Places {
    case dense(least: UInt64, greatest: UInt64)
    case hashed(KeyTable)
  }

  /// The rows.
  let rows: Batch
  private let places: Places
  /// Where the members of each group begin, and where those of the last one stop.
  private let starts: [Int32]
  /// The rows, those of a group together, each group's in their order.
  private let members: [Int32]
  /// Whether no two rows have the same key.
  let isUnique: Bool

  /// Creates a table of rows with some columns as their key.
  init(_ rows: Batch, keys: [Int]) {
    self.rows = rows
    let numbers: [Int32]
    let groups: Int
    if keys.count == 1, let (least, greatest) = Self.denseRange(rows.columns[keys[0]]) {
      numbers = rows.columns[keys[0]].map { Int32(truncatingIfNeeded: $0 &- least) }
      groups = Int(greatest - least) + 1
      places = .dense(least: least, greatest: greatest)
    } else {
      var table = KeyTable(width: keys.count)
      let columns = keys.map { rows.columns[$0] }
      numbers = table.insert(KeyTable.rows(columns, count: rows.count), count: rows.count)
      groups = table.count
      places = .hashed(table)
    }
    (starts, members, isUnique) = Self.grouped(numbers, groups)
  }

  /// The bytes that it takes besides the rows.
  var bytes: Int {
    let own = 4 * (starts.count + members.count)
    if case .hashed(let table) = places { return own + table.bytes }
    return own
  }

  /// The least and the greatest number, if there are not many more between them than there are.
  private static func denseRange(_ column: [UInt64]) -> (UInt64, UInt64)? {
    guard var least = column.first else { return nil }
    var greatest = least
    for value in column {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    return greatest - least < UInt64(4 * column.count + 256) ? (least, greatest) : nil
  }

  private static func grouped(
    _ numbers: [Int32], _ groups: Int
  ) -> (starts: [Int32], members: [Int32], isUnique: Bool) {
    var starts = [Int32](repeating: 0, count: groups + 1)
    var isUnique = true
    starts.withUnsafeMutableBufferPointer { starts in
      for number in numbers { starts[Int(number) + 1] += 1 }
      for group in 0..<groups {
        if starts[group + 1] > 1 { isUnique = false }
        starts[group + 1] += starts[group]
      }
    }
    let members = [Int32](unsafeUninitializedCapacity: numbers.count) { members, filled in
      var next = starts
      next.withUnsafeMutableBufferPointer { next in
        for (row, number) in numbers.enumerated() {
          members[Int(next[Int(number)])] = Int32(row)
          next[Int(number)] += 1
        }
      }
      filled = numbers.count
    }
    return (starts, members, isUnique)
  }

  /// The group of each of some rows by their key's columns; -1 where none has the key.
  func groups(_ columns: [[UInt64]], count: Int) -> [Int32] {
    switch places {
    case .hashed(let table): return table.find(KeyTable.rows(columns, count: count), count: count)
    case .dense(let least, let greatest):
      let span = greatest - least
      return [Int32](unsafeUninitializedCapacity: count) { groups, filled in
        columns[0].withUnsafeBufferPointer { column in
          starts.withUnsafeBufferPointer { starts in
            for row in 0..<count {
              let distance = column[row] &- least
              let group = Int(truncatingIfNeeded: distance)
              let isThere = distance <= span && starts[group] != starts[group + 1]
              groups[row] = isThere ? Int32(truncatingIfNeeded: group) : -1
            }
          }
        }
        filled = count
      }
    }
  }

  /// The rows of a group.
  func members(_ group: Int32) -> ArraySlice<Int32> {
    members[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }

  /// The rows of the left side that have a partner, and the partner of each, where there is one at
  /// most; with `all`, also those without one, whose partner is -1.
  func partners(_ groups: [Int32], all: Bool) -> (lefts: [Int32], rights: [Int32]) {
    var lefts: [Int32] = []
    var rights: [Int32] = []
    lefts.reserveCapacity(groups.count)
    rights.reserveCapacity(groups.count)
    for (row, group) in groups.enumerated() where all || group >= 0 {
      lefts.append(Int32(row))
      rights.append(group < 0 ? -1 : members[Int(starts[Int(group)])])
    }
    return (lefts, rights)
  }
}
