extension Array where Element: Comparable {
  /// How many elements this sorted array has in common with another, in which, as in this, each stands once.
  ///
  /// O(*n* + *m*).
  @inline(__always)
  func sharedCount(with other: [Element]) -> Int {
    var (i, j, both) = (0, 0, 0)
    while i < count, j < other.count {
      if self[i] == other[j] {
        both += 1
        i += 1
        j += 1
      } else if self[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return both
  }
}
