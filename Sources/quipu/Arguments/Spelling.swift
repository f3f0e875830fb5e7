/// Guesses what was meant by a word that is not known.
enum Spelling {
  /// The candidate nearest to a word, if it is near enough to be worth a question.
  ///
  /// Near enough is one edit for every three letters, and at least one. Ties go to the candidate
  /// that comes first. O(*n m*) for each candidate.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.utf8.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let found = distance(word, candidate)
      if found <= limit, found < best?.distance ?? Int.max { best = (candidate, found) }
    }
    return best?.word
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between two words
  /// (optimal string alignment).
  static func distance(_ a: String, _ b: String) -> Int {
    let x = Array(a.utf8)
    let y = Array(b.utf8)
    var beforeLast: [Int] = []
    var last = Array(0...y.count)
    for i in x.indices {
      var row = [i + 1]
      row.reserveCapacity(y.count + 1)
      for j in y.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (x[i] == y[j] ? 0 : 1))
        if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[y.count]
  }
}
