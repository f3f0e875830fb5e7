import Glibc

/// Gives each distinct byte string a number: the order in which it came first.
struct ByteInterner {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing; 0 is free, else the number plus one.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// How many strings it holds.
  var count: Int { hashes.count }

  /// The bytes of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { arena[starts[number]..<starts[number + 1]] }

  /// The number of some bytes; a new one if they are new.
  mutating func intern(_ bytes: ArraySlice<UInt8>) -> Int {
    let value = bytes.withUnsafeBytes { Checksum.hash($0) }
    var slot = Int(truncatingIfNeeded: value) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == value, holds(bytes, at: number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(count + 1)
    hashes.append(value)
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    if count * 2 > slots.count { enlarge() }
    return count - 1
  }

  private func holds(_ bytes: ArraySlice<UInt8>, at number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBytes { arena in
      bytes.withUnsafeBytes { bytes in
        guard let stored = arena.baseAddress, let given = bytes.baseAddress else { return true }
        return memcmp(stored + start, given, bytes.count) == 0
      }
    }
  }

  private mutating func enlarge() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// The numbers in the order of their bytes.
  func sorted() -> [Int] {
    arena.withUnsafeBytes { arena in
      guard let base = arena.baseAddress else { return Array(0..<count) }
      return (0..<count).sorted { a, b in
        let (lengthA, lengthB) = (starts[a + 1] - starts[a], starts[b + 1] - starts[b])
        let order = memcmp(base + starts[a], base + starts[b], min(lengthA, lengthB))
        return order == 0 ? lengthA < lengthB : order < 0
      }
    }
  }
}
