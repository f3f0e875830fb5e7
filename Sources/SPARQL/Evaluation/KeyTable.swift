/// A table of rows of numbers, each row once, numbered in the order in which they came.
struct KeyTable {
  /// How many numbers a row has.
  let width: Int
  /// The rows, one after the other, and room behind them.
  private var storage: [UInt64] = []
  /// How many rows there are.
  private(set) var count = 0
  /// For each place in the table a row's number plus one, and above it half of the row's hash.
  private var buckets: [UInt64]
  private var mask: Int

  init(width: Int, capacity: Int = 64) {
    self.width = width
    var size = 128
    while size < capacity * 2 { size *= 2 }
    buckets = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// The bytes that the table takes.
  var bytes: Int { buckets.count * 8 + storage.count * 8 }

  /// The rows, one after the other.
  ///
  /// - Complexity: O(*n*): a copy.
  var keys: [UInt64] { Array(storage.prefix(count * width)) }

  /// The rows, a column for each number.
  var columns: [[UInt64]] {
    if width == 1 { return [keys] }
    return (0..<width).map { place in
      (0..<count).map { storage[$0 * width + place] }
    }
  }

  private static let start: UInt64 = 0x51_7cc1_b727_220a
  private static let upperHalf: UInt64 = 0xffff_ffff_0000_0000

  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 29)
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0xbf58_476d_1ce4_e5b9
    return product ^ (product >> 32)
  }

  private static func hash(_ row: UnsafePointer<UInt64>, _ width: Int) -> UInt64 {
    var hash = start
    for place in 0..<width { hash = mix(hash, row[place]) }
    return finish(hash)
  }

  @inline(__always)
  private static func same(
    _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>, _ width: Int
  ) -> Bool {
    for column in 0..<width where a[column] != b[column] { return false }
    return true
  }

  /// The place of a row with this hash in the table, or the empty place where it would stand.
  @inline(__always)
  private static func place(
    of row: UnsafePointer<UInt64>, _ hash: UInt64, _ width: Int,
    in buckets: UnsafePointer<UInt64>, _ mask: Int, _ keys: UnsafePointer<UInt64>
  ) -> Int {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let bucket = buckets[place]
      if bucket == 0 { return place }
      if (bucket ^ hash) & upperHalf == 0,
        same(keys + (Int(UInt32(truncatingIfNeeded: bucket)) - 1) &* width, row, width)
      {
        return place
      }
      place = (place + 1) & mask
    }
  }

  /// The number of a row, or -1 if it is not there.
  func find(_ row: UnsafePointer<UInt64>) -> Int {
    var number: Int32 = -1
    find(row, 1, into: &number)
    return Int(number)
  }

  /// The number of each of some rows, which stand one after the other; -1 for one that is not there.
  func find(_ rows: [UInt64], count rowCount: Int) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: rowCount) { numbers, filled in
      rows.withUnsafeBufferPointer { rows in
        guard let rows = rows.baseAddress, let numbers = numbers.baseAddress else { return }
        find(rows, rowCount, into: numbers)
        filled = rowCount
      }
    }
  }

  private func find(
    _ rows: UnsafePointer<UInt64>, _ rowCount: Int, into numbers: UnsafeMutablePointer<Int32>
  ) {
    if width == 0 || count == 0 {
      numbers.update(repeating: count > 0 ? 0 : -1, count: rowCount)
      return
    }
    buckets.withUnsafeBufferPointer { buckets in
      storage.withUnsafeBufferPointer { keys in
        guard let buckets = buckets.baseAddress, let keys = keys.baseAddress else { return }
        for index in 0..<rowCount {
          let row = rows + index &* width
          let place = Self.place(of: row, Self.hash(row, width), width, in: buckets, mask, keys)
          numbers[index] = Int32(truncatingIfNeeded: buckets[place]) &- 1
        }
      }
    }
  }

  /// The number of a row, which is added if it is not there.
  mutating func insert(_ row: UnsafePointer<UInt64>) -> (index: Int, isNew: Bool) {
    let before = count
    var number: Int32 = 0
    insert(row, 1, into: &number)
    return (Int(number), count > before)
  }

  /// The number of each of some rows, which stand one after the other; those that are not there
  /// are added.
  ///
  /// New ones get the next numbers in turn: a row is new if its number is not less than what the
  /// table's count was before it.
  mutating func insert(_ rows: [UInt64], count rowCount: Int) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: rowCount) { numbers, filled in
      rows.withUnsafeBufferPointer { rows in
        guard let rows = rows.baseAddress, let numbers = numbers.baseAddress else { return }
        insert(rows, rowCount, into: numbers)
        filled = rowCount
      }
    }
  }

  private mutating func insert(
    _ rows: UnsafePointer<UInt64>, _ rowCount: Int, into numbers: UnsafeMutablePointer<Int32>
  ) {
    guard rowCount > 0 else { return }
    if width == 0 {
      count = 1
      numbers.update(repeating: 0, count: rowCount)
      return
    }
    makeRoom(rowCount)
    let (width, mask) = (width, mask)
    var total = count
    // The room behind the keys is there, so that they do not move.
    storage.withUnsafeMutableBufferPointer { keys in
      buckets.withUnsafeMutableBufferPointer { buckets in
        guard let keys = keys.baseAddress, let buckets = buckets.baseAddress else { return }
        for index in 0..<rowCount {
          let row = rows + index &* width
          // Equal rows often come together.
          if index > 0, Self.same(row, row - width, width) {
            numbers[index] = numbers[index - 1]
            continue
          }
          let hash = Self.hash(row, width)
          let place = Self.place(of: row, hash, width, in: buckets, mask, keys)
          if buckets[place] == 0 {
            (keys + total &* width).update(from: row, count: width)
            total += 1
            buckets[place] = hash & Self.upperHalf | UInt64(total)
          }
          numbers[index] = Int32(truncatingIfNeeded: buckets[place]) &- 1
        }
      }
    }
    count = total
  }

  /// Makes room for more rows: behind the keys, which are as many as there may be, and among the
  /// places, of which at least half stay empty.
  private mutating func makeRoom(_ more: Int) {
    let wanted = (count + more) * width
    if storage.count < wanted {
      let room = max(wanted, 2 * storage.count) - storage.count
      storage.append(contentsOf: repeatElement(0, count: room))
    }
    var size = buckets.count
    while size < (count + more) * 2 { size *= 2 }
    guard size > buckets.count else { return }
    mask = size - 1
    buckets = [UInt64](repeating: 0, count: size)
    buckets.withUnsafeMutableBufferPointer { buckets in
      storage.withUnsafeBufferPointer { keys in
        guard let keys = keys.baseAddress else { return }
        for index in 0..<count {
          let hash = Self.hash(keys + index * width, width)
          var place = Int(truncatingIfNeeded: hash) & mask
          while buckets[place] != 0 { place = (place + 1) & mask }
          buckets[place] = hash & Self.upperHalf | UInt64(index + 1)
        }
      }
    }
  }

  /// The rows of some columns, one after the other.
  static func rows(_ columns: [[UInt64]], count: Int) -> [UInt64] {
    let width = columns.count
    // One number more, so that there always is an address.
    return [UInt64](unsafeUninitializedCapacity: count * width + 1) { room, filled in
      for (place, column) in columns.enumerated() {
        column.withUnsafeBufferPointer { column in
          for row in 0..<count { room[row * width + place] = column[row] }
        }
      }
      room[count * width] = 0
      filled = count * width + 1
    }
  }
}
