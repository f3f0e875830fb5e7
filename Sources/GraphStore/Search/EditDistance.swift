/// How many slips of the pen lie between two words.
enum EditDistance {
  /// The number of slips that a word of a given length is forgiven.
  static func allowance(_ length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

  /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one
  /// word into the other, or `nil` if it is more than `limit`.
  ///
  /// The optimal string alignment distance over bytes, computed in a band of width 2 · `limit` + 1.
  ///
  /// - Complexity: O(*n* · `limit`).
  static func between(_ a: [UInt8], _ b: UnsafeRawBufferPointer, limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    let far = limit + 1
    var beforeLast = [Int](repeating: far, count: b.count + 1)
    var last = (0...b.count).map { min($0, far) }
    var row = last
    for i in 0..<a.count {
      let low = max(0, i - limit)
      let high = min(b.count, i + limit + 1)
      row[low] = low == 0 ? min(i + 1, far) : far
      var best = row[low]
      for j in low..<high {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = min(cost, far)
        best = min(best, row[j + 1])
      }
      if high < b.count { row[high + 1] = far }
      guard best <= limit else { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
