import TestSupport
import Testing

@testable import Linguistics

@Suite("Arborescence")
struct ArborescenceTests {
  /// Every assignment of heads that is a tree with one word under the root, scored.
  private func bruteForce(_ scores: [Float], words: Int) -> Double {
    let count = words + 1
    var best = -Double.infinity
    var heads = [Int](repeating: 0, count: count)
    func isTree() -> Bool {
      for start in 1..<count {
        var node = start
        var steps = 0
        while node != 0 {
          node = heads[node]
          steps += 1
          if steps > count { return false }
        }
      }
      return heads.dropFirst().count(where: { $0 == 0 }) == 1
    }
    func fill(_ word: Int) {
      if word == count {
        if isTree() { best = max(best, total(scores, heads)) }
        return
      }
      for head in 0..<count where head != word {
        heads[word] = head
        fill(word + 1)
      }
    }
    fill(1)
    return best
  }

  private func total(_ scores: [Float], _ heads: [Int]) -> Double {
    (1..<heads.count).reduce(0) { $0 + Double(scores[$1 * heads.count + heads[$1]]) }
  }

  private func isSingleRootTree(_ heads: [Int]) -> Bool {
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

  @Test("equals the best of all trees, ties included", arguments: 1...5)
  func exhaustive(words: Int) {
    var random = Xorshift(seed: UInt64(words) * 77)
    for round in 0..<400 {
      // Few values make many ties; many values make few.
      let range = round % 2 == 0 ? 4 : 1000
      let scores = (0..<(words + 1) * (words + 1)).map { _ in Float(random.next(below: range)) }
      let heads = Arborescence.heads(scores: scores, words: words)
      #expect(isSingleRootTree(heads))
      #expect(total(scores, heads) == bruteForce(scores, words: words))
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
    #expect(isSingleRootTree(heads))
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
