/// A table of rows of numbers, each row once, numbered in the order in which they came.
struct KeyTable {
  /// How many numbers a row has.
  let width: Int
  /// The rows, one after the other.
  private(set) var keys: [UInt64] = []
  /// How many rows there are.
  private(set) var count = 0
  private var buckets: [Int32]
  private var mask: Int

  init(width: Int, capacity: Int = 64) {
    self.width = width
    var size = 128
    while size < capacity * 2 { size *= 2 }
    buckets = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The bytes that the table takes.
  var bytes: Int { buckets.count * 4 + keys.count * 8 }

  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 29)
  }

  private func hash(_ row: UnsafePointer<UInt64>) -> Int {
    var hash: UInt64 = 0x51_7cc1_b727_220a
    for place in 0..<width { hash = Self.mix(hash, row[place]) }
    hash = hash &* 0xbf58_476d_1ce4_e5b9
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The number of a row, or -1 if it is not there.
  func find(_ row: UnsafePointer<UInt64>) -> Int {
    if width == 0 { return count > 0 ? 0 : -1 }
    return buckets.withUnsafeBufferPointer { buckets in
      keys.withUnsafeBufferPointer { keys in
        var place = hash(row) & mask
        while true {
          let found = Int(buckets[place])
          if found < 0 { return -1 }
          let start = found &* width
          var same = true
          for column in 0..<width where keys[start + column] != row[column] {
            same = false
            break
          }
          if same { return found }
          place = (place + 1) & mask
        }
      }
    }
  }

  /// The number of a row, which is added if it is not there.
  mutating func insert(_ row: UnsafePointer<UInt64>) -> (index: Int, isNew: Bool) {
    if width == 0 {
      defer { count = 1 }
      return (0, count == 0)
    }
    var place = hash(row) & mask
    while true {
      let found = Int(buckets[place])
      if found < 0 { break }
      let start = found &* width
      var same = true
      for column in 0..<width where keys[start + column] != row[column] {
        same = false
        break
      }
      if same { return (found, false) }
      place = (place + 1) & mask
    }
    buckets[place] = Int32(count)
    for column in 0..<width { keys.append(row[column]) }
    count += 1
    if count * 2 > buckets.count { grow() }
    return (count - 1, true)
  }

  private mutating func grow() {
    let size = buckets.count * 2
    mask = size - 1
    buckets = [Int32](repeating: -1, count: size)
    for index in 0..<count {
      let hashed = keys.withUnsafeBufferPointer { keys -> Int in
        guard let base = keys.baseAddress else { return 0 }
        return hash(base + index * width)
      }
      var place = hashed & mask
      while buckets[place] >= 0 { place = (place + 1) & mask }
      buckets[place] = Int32(index)
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
