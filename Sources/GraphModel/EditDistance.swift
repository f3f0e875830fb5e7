/// How far apart two spellings are.
public enum EditDistance {
  /// The number of insertions, deletions, substitutions and swaps of neighbours between two words.
  ///
  /// Optimal string alignment (Damerau 1964), over whatever elements the caller compares: bytes,
  /// or bytes in lower case. O(*n m*) time, O(*m*) memory.
  public static func alignment(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
