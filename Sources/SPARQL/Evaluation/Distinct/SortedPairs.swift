/// Pairs of a group and a number, each once, of many groups or of numbers that lie far apart.
///
/// Pairs are kept as they come and sorted when there are as many new ones as known ones: memory is
/// gone through in turn, where a table of many pairs would be looked into here and there. A small
/// table in front keeps out most of those that come again and again.
struct SortedPairs {
  /// Those that came since the last sorting, perhaps several times.
  private var groups: [UInt64] = []
  private var numbers: [UInt64] = []
  /// The others, sorted, each once.
  private var knownGroups: [UInt64] = []
  private var knownNumbers: [UInt64] = []
  /// At the place of its hash the pair that last came: its group and its number, which is never 0.
  private var recent = [UInt64](repeating: 0, count: 2 << recentBits)

  private static let recentBits: UInt64 = 12
  /// How many new pairs are worth sorting.
  private let patience: Int

  init(patience: Int = 1 << 17) { self.patience = patience }

  /// The bytes that the pairs take.
  var bytes: Int {
    8 * (2 * numbers.count + 2 * knownNumbers.count + recent.count)
  }

  /// Adds a pair for each row whose number is not 0.
  ///
  /// - Complexity: O(1) for each, on average, and a sorting of them all.
  mutating func insert(_ rows: [UInt64], groups rowGroups: [Int32]) {
    var newGroups: [UInt64] = []
    let newNumbers = [UInt64](unsafeUninitializedCapacity: rows.count) { numbers, filled in
      newGroups = [UInt64](unsafeUninitializedCapacity: rows.count) { groups, groupCount in
        recent.withUnsafeMutableBufferPointer { recent in
          for row in 0..<rows.count {
            let (number, group) = (rows[row], UInt64(rowGroups[row]))
            let mixed = (number ^ group << 40) &* 0x9e37_79b9_7f4a_7c15
            let place = Int(mixed >> (64 - Self.recentBits)) << 1
            if recent[place + 1] == number && recent[place] == group || number == 0 { continue }
            recent[place] = group
            recent[place + 1] = number
            groups[filled] = group
            numbers[filled] = number
            filled += 1
          }
        }
        groupCount = filled
      }
    }
    groups += newGroups
    numbers += newNumbers
    if numbers.count >= max(patience, knownNumbers.count) { settle() }
  }

  /// How many different numbers each of so many groups has.
  mutating func counts(_ count: Int) -> [UInt64] {
    settle()
    var counts = [UInt64](repeating: 0, count: count)
    for group in knownGroups { counts[Int(group)] += 1 }
    return counts
  }

  /// Adds different pairs.
  mutating func insert(groups newGroups: [UInt64], _ newNumbers: [UInt64]) {
    groups += newGroups
    numbers += newNumbers
    settle()
  }

  /// Adds the pairs of another one, whose groups have these numbers here.
  mutating func merge(_ other: SortedPairs, groups numbers: [Int32]) {
    var other = other
    other.settle()
    settle()
    let groups = other.knownGroups.map { UInt64(numbers[Int($0)]) }
    // Groups change places; in each the numbers stay sorted.
    let order = RadixSort.rows(groups.count, by: [groups])
    add(sorted: Batch.gather(groups, order), Batch.gather(other.knownNumbers, order))
  }

  /// Puts the new pairs among the known ones.
  mutating func settle() {
    guard !numbers.isEmpty else { return }
    let order = RadixSort.rows(numbers.count, by: [groups, numbers])
    let (newGroups, newNumbers) = (Batch.gather(groups, order), Batch.gather(numbers, order))
    groups = []
    numbers = []
    add(sorted: newGroups, newNumbers)
  }

  /// Adds sorted pairs, of which some may be equal.
  private mutating func add(sorted newGroups: [UInt64], _ newNumbers: [UInt64]) {
    let (oldGroups, oldNumbers) = (knownGroups, knownNumbers)
    let most = oldNumbers.count + newNumbers.count
    knownNumbers = [UInt64](unsafeUninitializedCapacity: most) { numbers, filled in
      knownGroups = [UInt64](unsafeUninitializedCapacity: most) { groups, groupCount in
        var (old, new) = (0, 0)
        while old < oldNumbers.count || new < newNumbers.count {
          let takesOld =
            new == newNumbers.count
            || old < oldNumbers.count
              && (oldGroups[old], oldNumbers[old]) <= (newGroups[new], newNumbers[new])
          let group = takesOld ? oldGroups[old] : newGroups[new]
          let number = takesOld ? oldNumbers[old] : newNumbers[new]
          old += takesOld ? 1 : 0
          new += takesOld ? 0 : 1
          if filled > 0, groups[filled - 1] == group, numbers[filled - 1] == number { continue }
          groups[filled] = group
          numbers[filled] = number
          filled += 1
        }
        groupCount = filled
      }
    }
  }
}
