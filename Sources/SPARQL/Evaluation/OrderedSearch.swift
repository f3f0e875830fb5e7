/// Searches among numbers of places, those that are before what is sought in front of all others.
enum OrderedSearch {
  /// The first place of a range that is not before what is sought, or the range's end.
  ///
  /// - Complexity: O(log *n*).
  @inline(__always)
  static func first(in range: Range<Int>, notBefore isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The same by steps that double (Bentley and Yao 1976): quick if the place is near the beginning.
  ///
  /// - Complexity: O(log *d*) with a place *d* behind the beginning.
  @inline(__always)
  static func gallop(in range: Range<Int>, notBefore isBefore: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var step = 1
    while low + step < range.upperBound, isBefore(low + step) {
      low += step
      step *= 2
    }
    return first(in: low..<min(low + step + 1, range.upperBound), notBefore: isBefore)
  }
}
