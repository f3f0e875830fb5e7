import TestSupport
import Testing

@testable import Linguistics

@Suite("Dependency tree")
struct DependencyTreeTests {
  /// Whether two arcs of a tree cross, by looking at all pairs.
  private func crosses(_ heads: [Int]) -> Bool {
    let arcs = heads.indices.dropFirst().map { (min($0, heads[$0]), max($0, heads[$0])) }
    return arcs.contains { a in arcs.contains { a.0 < $0.0 && $0.0 < a.1 && a.1 < $0.1 } }
  }

  @Test("without crossing arcs equals the best of all such trees", arguments: 1...6)
  func projective(words: Int) {
    var random = Xorshift(seed: UInt64(words) * 31)
    let trees = SmallTrees.all(words: words).filter { !crosses($0) }
    for round in 0..<100 {
      let range = round % 2 == 0 ? 4 : 1000
      let scores = (0..<(words + 1) * (words + 1)).map { _ in Float(random.next(below: range)) }
      let heads = ProjectiveTree.heads(scores: scores, words: words)
      #expect(trees.contains(heads))
      #expect(
        SmallTrees.total(scores, heads) == trees.map { SmallTrees.total(scores, $0) }.max())
    }
  }

  @Test("crosses arcs only if the best tree beats the others clearly", arguments: [4, 6])
  func margin(lead: Float) {
    // 3 hangs on 1 and 2 on 4, whose arcs cross; 2 under 3 would cross nothing.
    let heads = [0, 0, 4, 1, 1]
    var scores = [Float](repeating: -50, count: 25)
    for word in 1...4 { scores[word * 5 + heads[word]] = 10 }
    scores[2 * 5 + 3] = 10 - lead
    let found = DependencyTree.heads(scores: scores, words: 4)
    #expect(found == (Double(lead) > DependencyTree.crossingMargin ? heads : [0, 0, 3, 1, 1]))
  }

  @Test("tells how likely each head is")
  func probabilities() {
    // Word 1 has heads 0 and 2 alike, word 2 hangs on 1 as e² to 1; the diagonal does not count.
    let scores: [Float] = [0, 0, 0, 3, 90, 3, 1, 3, 90]
    let found = DependencyTree.probabilities(of: [0, 0, 1], scores: scores)
    #expect(found.count == 2)
    #expect(abs(found[0] - 0.5) < 1e-6)
    #expect(abs(found[1] - 0.880797) < 1e-5)
  }

  @Test("tells crossing arcs", arguments: [([0, 2, 0, 2], false), ([0, 0, 4, 1, 1], true)])
  func crossing(heads: [Int], crosses: Bool) {
    #expect(DependencyTree.hasCrossingArcs(heads) == crosses)
  }

  @Test("is a tree even for scores that are no numbers", arguments: [Float.nan, .infinity])
  func odd(score: Float) {
    let scores = [Float](repeating: score, count: 25)
    #expect(ProjectiveTree.heads(scores: scores, words: 4).allSatisfy { (0...4).contains($0) })
    #expect(ProjectiveTree.heads(scores: [0], words: 0) == [0])
  }
}
