import GraphModel

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
    EditDistance.alignment(Array(a.utf8), Array(b.utf8))
  }
}
