/// Finds the tree of highest total score with exactly one word under the root.
///
/// Chu & Liu (1965) and Edmonds (1967): each word takes its best head; a cycle is contracted to one
/// node and the search goes on. A penalty larger than any difference between trees keeps a second
/// word from hanging under the root. The lowest number wins a tie.
///
/// - Complexity: O(*n*²) for the usual sentence, whose best heads are a tree, O(*n*³) at worst;
///   O(*n*²) in memory.
struct Arborescence {
  /// The root, 0, and the words.
  private let count: Int
  /// `scores[dependant * count + head]`.
  private var scores: [Double]
  private var isActive: [Bool]
  private var heads: [Int]
  private var contractions: [Contraction] = []

  /// A cycle that became one node, and how to undo that.
  private struct Contraction {
    let node: Int
    /// The words of the cycle and their heads in it.
    let cycle: [(word: Int, head: Int)]
    /// For each head outside: the word of the cycle that it would take.
    let enters: [Int]
    /// For each word outside: its best head in the cycle.
    let leaves: [Int]
  }

  /// Heads of the words 1...n, 0 for the root; element 0 is unused.
  ///
  /// `scores` holds (n+1)² of them, `scores[dependant * (n + 1) + head]`; the row of 0 and the diagonal
  /// are ignored.
  static func heads(scores: [Float], words: Int) -> [Int] {
    guard words > 0 else { return [0] }
    let count = words + 1
    var solver = Arborescence(count: count, scores: scores.map(Double.init))
    solver.chooseHeads()
    if solver.findCycle() == nil, solver.heads.dropFirst().count(where: { $0 == 0 }) == 1 {
      return solver.heads
    }
    var least = Double.infinity
    var most = -Double.infinity
    for word in 1..<count {
      for head in 0..<count where head != word {
        least = min(least, solver.scores[word * count + head])
        most = max(most, solver.scores[word * count + head])
      }
    }
    let penalty = Double(count) * (most - least) + 1
    for word in 1..<count { solver.scores[word * count] -= penalty }
    solver.solve()
    return solver.heads
  }

  private init(count: Int, scores: [Double]) {
    self.count = count
    self.scores = scores
    isActive = Array(repeating: true, count: count)
    heads = Array(repeating: 0, count: count)
  }

  private mutating func chooseHeads() {
    for word in 1..<count where isActive[word] {
      var best = 0
      for head in 1..<count
      where isActive[head] && head != word
        && scores[word * count + head] > scores[word * count + best]
      {
        best = head
      }
      heads[word] = best
    }
  }

  /// The words of the first cycle, each followed by its head.
  private func findCycle() -> [Int]? {
    var seen = [Int](repeating: 0, count: count)
    for start in 1..<count where isActive[start] && seen[start] == 0 {
      var word = start
      while word != 0, seen[word] == 0 {
        seen[word] = start
        word = heads[word]
      }
      guard word != 0, seen[word] == start else { continue }
      var cycle = [word]
      var next = heads[word]
      while next != word {
        cycle.append(next)
        next = heads[next]
      }
      return cycle
    }
    return nil
  }

  private mutating func solve() {
    chooseHeads()
    while let cycle = findCycle() {
      contract(cycle)
      chooseHeads()
    }
    while let last = contractions.popLast() { expand(last) }
  }

  private mutating func contract(_ cycle: [Int]) {
    let node = cycle[0]
    var isInside = [Bool](repeating: false, count: count)
    for word in cycle { isInside[word] = true }
    var enters = [Int](repeating: node, count: count)
    var leaves = enters
    // What each word of the cycle loses when it leaves its head there.
    let kept = cycle.map { scores[$0 * count + heads[$0]] }
    for other in 0..<count where isActive[other] && !isInside[other] {
      var entry = 0
      var gain = -Double.infinity
      var exit = node
      for (index, word) in cycle.enumerated() {
        let score = scores[word * count + other] - kept[index]
        if score > gain {
          gain = score
          entry = word
        }
        if scores[other * count + word] > scores[other * count + exit] { exit = word }
      }
      enters[other] = entry
      leaves[other] = exit
      scores[node * count + other] = gain
      scores[other * count + node] = scores[other * count + exit]
    }
    for word in cycle.dropFirst() { isActive[word] = false }
    contractions.append(
      Contraction(
        node: node, cycle: cycle.map { ($0, heads[$0]) }, enters: enters, leaves: leaves))
  }

  private mutating func expand(_ contraction: Contraction) {
    let node = contraction.node
    let head = heads[node]
    let entry = contraction.enters[head]
    for word in 1..<count where isActive[word] && word != node && heads[word] == node {
      heads[word] = contraction.leaves[word]
    }
    for (word, own) in contraction.cycle {
      heads[word] = own
      isActive[word] = true
    }
    heads[entry] = head
  }
}
