/// Columns of whole numbers, packed one behind another.
///
/// A number is folded (0, -1, 1, -2, … become 0, 1, 2, 3, …) and written in groups of seven bits,
/// the lowest first, with the eighth bit set where more follow.
struct PageColumns {
  /// The columns' names and how many numbers each has, in order.
  private(set) var index: [(name: String, count: Int)] = []
  private(set) var bytes: [UInt8] = []

  mutating func add(_ name: String, _ numbers: [Int]) {
    index.append((name, numbers.count))
    for number in numbers {
      var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
      while rest > 0x7f {
        bytes.append(UInt8(truncatingIfNeeded: rest & 0x7f | 0x80))
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
    }
  }

  /// Adds numbers that grow, as the differences between neighbours, the first from 0.
  mutating func add(_ name: String, growing numbers: [Int]) {
    var last = 0
    add(
      name,
      numbers.map { number in
        defer { last = number }
        return number - last
      })
  }
}
