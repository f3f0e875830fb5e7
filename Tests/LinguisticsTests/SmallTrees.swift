/// The slow, right model of searches for the best tree: all trees of a few words.
enum SmallTrees {
  /// Every assignment of heads that is a tree with one word under the root; element 0 is unused.
  static func all(words: Int) -> [[Int]] {
    var found: [[Int]] = []
    var heads = [Int](repeating: 0, count: words + 1)
    func fill(_ word: Int) {
      guard word <= words else {
        if isSingleRootTree(heads) { found.append(heads) }
        return
      }
      for head in 0...words where head != word {
        heads[word] = head
        fill(word + 1)
      }
    }
    fill(1)
    return found
  }

  /// Whether every word hangs below the root, and one word on it.
  static func isSingleRootTree(_ heads: [Int]) -> Bool {
    for start in 1..<heads.count {
      var node = start
      var steps = 0
      while node != 0, steps <= heads.count {
        node = heads[node]
        steps += 1
      }
      if node != 0 { return false }
    }
    return heads.dropFirst().count(where: { $0 == 0 }) == 1
  }

  /// The sum of the scores of a tree's arcs.
  static func total(_ scores: [Float], _ heads: [Int]) -> Double {
    (1..<heads.count).reduce(0) { $0 + Double(scores[$1 * heads.count + heads[$1]]) }
  }
}
