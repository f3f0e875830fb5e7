internal import GraphModel

/// The tree that is read off a sentence's arc scores.
///
/// English arcs seldom cross, and a parser that crosses them is mostly wrong: the best tree of all is
/// taken only if it beats the best without crossing arcs clearly.
enum DependencyTree {
  /// By how much a tree with crossing arcs must be likelier, as a difference of natural logarithms.
  static let crossingMargin = 5.0

  /// Heads of the words 1...n, 0 for the root; element 0 is unused.
  ///
  /// `scores` are logits, `scores[dependant * (n + 1) + head]`; the row of 0 and the diagonal are ignored.
  ///
  /// - Complexity: as ``Arborescence``; O(*n*³) where arcs cross.
  static func heads(scores: [Float], words: Int) -> [Int] {
    let best = Arborescence.heads(scores: scores, words: words)
    guard hasCrossingArcs(best) else { return best }
    let projective = ProjectiveTree.heads(scores: scores, words: words)
    let lead = total(scores, best) - total(scores, projective)
    return lead < crossingMargin ? projective : best
  }

  /// How likely the head of each word 1...n is, other words' heads aside (softmax of its row).
  ///
  /// O(*n*²).
  static func probabilities(of heads: [Int], scores: [Float]) -> [Float] {
    let count = heads.count
    return heads.indices.dropFirst().map { word in
      let row = scores[word * count..<(word + 1) * count]
      let chosen = row[row.startIndex + heads[word]]
      var total = 0.0
      for (head, score) in row.enumerated() where head != word {
        total += ReproducibleMath.exponential(Double(score - chosen))
      }
      return Float(1 / total)
    }
  }

  /// Whether two arcs cross, that from the root among them.
  ///
  /// O(*n*²).
  static func hasCrossingArcs(_ heads: [Int]) -> Bool {
    for word in heads.indices.dropFirst() {
      let (low, high) = (min(word, heads[word]), max(word, heads[word]))
      guard high - low > 1 else { continue }
      for inner in low + 1..<high where heads[inner] < low || heads[inner] > high { return true }
    }
    return false
  }

  private static func total(_ scores: [Float], _ heads: [Int]) -> Double {
    heads.indices.dropFirst().reduce(0) {
      $0 + Double(scores[$1 * heads.count + heads[$1]])
    }
  }
}
