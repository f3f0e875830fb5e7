import TestSupport
import Testing

@testable import Linguistics

@Suite("Arborescence")
struct ArborescenceTests {
  @Test("equals the best of all trees, ties included", arguments: 1...5)
  func exhaustive(words: Int) {
    var random = Xorshift(seed: UInt64(words) * 77)
    let trees = SmallTrees.all(words: words)
    for round in 0..<400 {
      // Few values make many ties; many values make few.
      let range = round % 2 == 0 ? 4 : 1000
      let scores = (0..<(words + 1) * (words + 1)).map { _ in Float(random.next(below: range)) }
      let heads = Arborescence.heads(scores: scores, words: words)
      #expect(SmallTrees.isSingleRootTree(heads))
      #expect(
        SmallTrees.total(scores, heads) == trees.map { SmallTrees.total(scores, $0) }.max())
    }
  }

  @Test("solves cycles within cycles of a long sentence")
  func nested() {
    let words = 60
    let count = words + 1
    // Every word prefers a neighbour, so that cycles nest; the root is everyone's last choice.
    var scores = [Float](repeating: 0, count: count * count)
    for word in 1..<count {
      for head in 0..<count {
        scores[word * count + head] = head == 0 ? -100 : -Float(abs(word - head) * (1 + word % 3))
      }
    }
    let heads = Arborescence.heads(scores: scores, words: words)
    #expect(SmallTrees.isSingleRootTree(heads))
    #expect(heads == Arborescence.heads(scores: scores, words: words))
  }

  @Test(
    "gives a tree even for scores that are no numbers",
    arguments: [Float.nan, .infinity, -.infinity])
  func odd(score: Float) {
    let heads = Arborescence.heads(scores: Array(repeating: score, count: 25), words: 4)
    #expect(heads.count == 5)
    #expect(heads.allSatisfy { (0...4).contains($0) })
  }

  @Test("an empty sentence has no heads")
  func empty() {
    #expect(Arborescence.heads(scores: [0], words: 0) == [0])
  }
}
