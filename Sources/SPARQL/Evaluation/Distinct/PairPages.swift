/// Pairs of a group and a number, each once, of numbers that lie close together in their group.
///
/// Numbers that differ in their last eleven bits alone share a page, with a bit for each of them.
struct PairPages {
  /// Group, and what the numbers of a page share, by the page's number.
  private var places = KeyTable(width: 2)
  private var words: [UInt64] = []
  /// How many pairs there are.
  private(set) var count = 0

  private static let pageBits: UInt64 = 11
  private static let pageWords = 32

  /// The bytes that the pairs take.
  var bytes: Int { places.bytes + 8 * words.count }

  /// Whether so few numbers share a page that the pages take more room than the pairs would.
  var isSparse: Bool { places.count > 1 << 14 && count < 16 * places.count }

  /// Adds a pair for each row whose number is not 0.
  ///
  /// - Complexity: O(1) for each, on average.
  mutating func insert(_ rows: [UInt64], groups: [Int32]) {
    let keys = [UInt64](unsafeUninitializedCapacity: 2 * rows.count + 1) { keys, filled in
      for row in 0..<rows.count where rows[row] != 0 {
        keys[filled] = UInt64(groups[row])
        keys[filled + 1] = rows[row] >> Self.pageBits
        filled += 2
      }
      // One number more, so that there always is an address.
      keys[filled] = 0
      filled += 1
    }
    let pages = places.insert(keys, count: keys.count / 2)
    makeRoom()
    var place = 0
    words.withUnsafeMutableBufferPointer { words in
      for number in rows where number != 0 {
        let word = Int(pages[place]) * Self.pageWords + Int(number >> 6 & 31)
        let bit: UInt64 = 1 << (number & 63)
        if words[word] & bit == 0 {
          words[word] |= bit
          count += 1
        }
        place += 1
      }
    }
  }

  /// Adds the pairs of another one, whose groups have these numbers here.
  mutating func merge(_ other: PairPages, groups numbers: [Int32]) {
    var keys = other.places.keys
    for page in 0..<other.places.count { keys[2 * page] = UInt64(numbers[Int(keys[2 * page])]) }
    keys.append(0)
    let pages = places.insert(keys, count: other.places.count)
    makeRoom()
    for (page, target) in pages.enumerated() {
      for word in 0..<Self.pageWords {
        let more = other.words[page * Self.pageWords + word]
        let place = Int(target) * Self.pageWords + word
        count += (more & ~words[place]).nonzeroBitCount
        words[place] |= more
      }
    }
  }

  /// How many different numbers each of so many groups has.
  func counts(_ count: Int) -> [UInt64] {
    var counts = [UInt64](repeating: 0, count: count)
    let keys = places.keys
    for (place, word) in words.enumerated() {
      counts[Int(keys[place / Self.pageWords * 2])] += UInt64(word.nonzeroBitCount)
    }
    return counts
  }

  /// The pairs: the group of each, and its number.
  func pairs() -> (groups: [UInt64], numbers: [UInt64]) {
    var groups: [UInt64] = []
    var numbers: [UInt64] = []
    groups.reserveCapacity(count)
    numbers.reserveCapacity(count)
    let keys = places.keys
    for (place, word) in words.enumerated() {
      let page = place / Self.pageWords
      let start = keys[2 * page + 1] << Self.pageBits | UInt64(place % Self.pageWords) << 6
      var rest = word
      while rest != 0 {
        groups.append(keys[2 * page])
        numbers.append(start | UInt64(rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return (groups, numbers)
  }

  private mutating func makeRoom() {
    let more = places.count * Self.pageWords - words.count
    if more > 0 { words.append(contentsOf: repeatElement(0, count: more)) }
  }
}
