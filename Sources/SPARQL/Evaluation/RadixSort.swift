/// Sorting of rows by columns of numbers.
enum RadixSort {
  /// The rows in the order of some columns, the first counting most; equal rows keep their order.
  static func rows(_ count: Int, by columns: [[UInt64]]) -> [Int32] {
    var rows = [Int32](unsafeUninitializedCapacity: count) { room, filled in
      for row in 0..<count { room[row] = Int32(row) }
      filled = count
    }
    for column in columns.reversed() where !isSorted(column, rows) {
      sort(&rows, by: column)
    }
    return rows
  }

  private static func isSorted(_ column: [UInt64], _ rows: [Int32]) -> Bool {
    column.withUnsafeBufferPointer { values in
      for place in 1..<max(1, rows.count)
      where values[Int(rows[place])] < values[Int(rows[place - 1])] { return false }
      return true
    }
  }

  private static func sort(_ rows: inout [Int32], by column: [UInt64]) {
    let count = rows.count
    if count < 256 {
      // Insertion by (value, place) keeps equal rows in order.
      let order = rows.enumerated().sorted { a, b in
        let (x, y) = (column[Int(a.element)], column[Int(b.element)])
        return x != y ? x < y : a.offset < b.offset
      }
      rows = order.map(\.element)
      return
    }
    var varying: UInt64 = 0
    for row in rows { varying |= column[Int(row)] ^ column[Int(rows[0])] }
    var keys = rows.map { column[Int($0)] }
    var otherKeys = [UInt64](repeating: 0, count: count)
    var otherRows = [Int32](repeating: 0, count: count)
    var shift: UInt64 = 0
    while shift < 64 {
      defer { shift += 11 }
      guard varying >> shift & 2047 != 0 else { continue }
      var starts = [Int](repeating: 0, count: 2049)
      keys.withUnsafeBufferPointer { keys in
        for key in keys { starts[Int(key >> shift & 2047) + 1] += 1 }
      }
      for digit in 1...2048 { starts[digit] += starts[digit - 1] }
      keys.withUnsafeBufferPointer { keys in
        rows.withUnsafeBufferPointer { rows in
          otherKeys.withUnsafeMutableBufferPointer { toKeys in
            otherRows.withUnsafeMutableBufferPointer { toRows in
              starts.withUnsafeMutableBufferPointer { starts in
                for place in 0..<count {
                  let digit = Int(keys[place] >> shift & 2047)
                  let target = starts[digit]
                  starts[digit] = target + 1
                  toKeys[target] = keys[place]
                  toRows[target] = rows[place]
                }
              }
            }
          }
        }
      }
      swap(&keys, &otherKeys)
      swap(&rows, &otherRows)
    }
  }
}
