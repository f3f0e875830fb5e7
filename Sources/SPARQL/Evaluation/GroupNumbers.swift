/// The numbers of groups by their keys, in the order in which the keys first came.
///
/// One key that comes in long ascending runs, as an index gives it, is looked for by walking
/// through the known ones beside it; any other goes through a table.
struct GroupNumbers {
  private var table: KeyTable
  private var runs: AscendingKeys?

  init(width: Int) {
    table = KeyTable(width: width)
    if width == 1 { runs = AscendingKeys() }
  }

  /// How many groups there are.
  var count: Int { runs?.keys.count ?? table.count }

  /// The keys, a column for each variable.
  var columns: [[UInt64]] { runs.map { [$0.keys] } ?? table.columns }

  /// The bytes that the keys take.
  var bytes: Int { (runs?.bytes ?? 0) + table.bytes }

  /// Adds the one group of rows without keys.
  mutating func insertEmpty() {
    var none: UInt64 = 0
    _ = table.insert(&none)
  }

  /// The number of each row's group, whose key stands in some columns.
  mutating func insert(_ columns: [[UInt64]], count: Int) -> [Int32] {
    guard let column = columns.first else { return [Int32](repeating: 0, count: count) }
    if var ascending = runs {
      // Taken out, so that its arrays are not copied.
      runs = nil
      let numbers = ascending.insert(column)
      if numbers.count == count {
        runs = ascending
        return numbers
      }
      _ = table.insert(ascending.keys, count: ascending.keys.count)
      return numbers + table.insert(Array(column[numbers.count...]), count: count - numbers.count)
    }
    return table.insert(KeyTable.rows(columns, count: count), count: count)
  }
}

/// Different keys, numbered as they first came, while they come in ascending runs.
private struct AscendingKeys {
  /// The keys by their numbers.
  private(set) var keys: [UInt64] = []
  /// The keys of the runs before this one, sorted, and their numbers.
  private var sorted: [UInt64] = []
  private var numbers: [Int32] = []
  /// The first of them that is not before the last key that came.
  private var place = 0
  /// Where among the keys those begin that are new in this run: they are sorted too.
  private var fresh = 0
  private var last: UInt64 = 0
  private var lastNumber: Int32 = -1
  private var runs = 1
  private var rows = 0

  var bytes: Int { 8 * keys.count + 12 * sorted.count }

  /// The number of each key, those that are not there being added; of fewer keys if the runs are so
  /// short that to look up costs less than to walk.
  mutating func insert(_ column: [UInt64]) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: column.count) { found, filled in
      for key in column {
        if key != last || lastNumber < 0 {
          if key < last {
            guard runs < 8 || rows / runs >= max(4096, keys.count / 4) else { return }
            beginRun()
          }
          last = key
          lastNumber = number(key)
        }
        found[filled] = lastNumber
        filled += 1
        rows += 1
      }
    }
  }

  /// The number of a key that is not before the last one.
  private mutating func number(_ key: UInt64) -> Int32 {
    if place < sorted.count, sorted[place] < key {
      place = OrderedSearch.gallop(in: place..<sorted.count) { sorted[$0] < key }
    }
    if place < sorted.count, sorted[place] == key { return numbers[place] }
    keys.append(key)
    return Int32(truncatingIfNeeded: keys.count - 1)
  }

  /// Puts the new keys of the run that ended among the sorted ones.
  private mutating func beginRun() {
    runs += 1
    place = 0
    guard fresh < keys.count else { return }
    var merged: [UInt64] = []
    var mergedNumbers: [Int32] = []
    merged.reserveCapacity(keys.count)
    mergedNumbers.reserveCapacity(keys.count)
    var (old, new) = (0, fresh)
    while old < sorted.count || new < keys.count {
      if new == keys.count || (old < sorted.count && sorted[old] < keys[new]) {
        merged.append(sorted[old])
        mergedNumbers.append(numbers[old])
        old += 1
      } else {
        merged.append(keys[new])
        mergedNumbers.append(Int32(truncatingIfNeeded: new))
        new += 1
      }
    }
    (sorted, numbers, fresh) = (merged, mergedNumbers, keys.count)
  }
}
