/// Pairs of a group and a number, each once, to count the different numbers of each group.
struct DistinctPairs {
  /// The pairs, as long as they lie close together.
  private var pages: PairPages? = PairPages()
  private var sorted = SortedPairs()

  /// The bytes that the pairs take.
  var bytes: Int { pages?.bytes ?? sorted.bytes }

  /// Adds a pair for each row whose number is not 0.
  mutating func insert(_ rows: [UInt64], groups: [Int32]) {
    guard var own = pages.take() else { return sorted.insert(rows, groups: groups) }
    own.insert(rows, groups: groups)
    keep(own)
  }

  /// Adds the pairs of another one, whose groups have these numbers here.
  mutating func merge(_ other: DistinctPairs, groups numbers: [Int32]) {
    if var own = pages.take() {
      if let theirs = other.pages {
        own.merge(theirs, groups: numbers)
        return keep(own)
      }
      spread(own)
    }
    var other = other
    if let theirs = other.pages.take() { other.spread(theirs) }
    sorted.merge(other.sorted, groups: numbers)
  }

  /// Does what is left to do with the pairs that were added.
  mutating func settle() { sorted.settle() }

  /// How many different numbers each of so many groups has.
  mutating func counts(_ count: Int) -> [UInt64] { pages?.counts(count) ?? sorted.counts(count) }

  private mutating func keep(_ own: PairPages) {
    if own.isSparse { spread(own) } else { pages = own }
  }

  private mutating func spread(_ own: PairPages) {
    let (groups, numbers) = own.pairs()
    sorted.insert(groups: groups, numbers)
  }
}
