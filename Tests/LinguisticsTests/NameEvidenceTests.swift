import Foundation
import TestSupport
import Testing

@testable import Linguistics

@Suite("Name evidence")
struct NameEvidenceTests {
  private static let tags: [NameTag] = [
    .outside, .begin(.person), .inside(.person), .begin(.organization), .inside(.organization),
    .begin(.place), .inside(.place),
  ]

  /// The probability of a span from all probabilities, none left out.
  private func probability(
    of tokens: Range<Int>, _ kind: NameSpan.Kind, _ chances: [[Double]]
  ) -> Double {
    let begin = 1 + 2 * kind.index
    let inside = begin + 1
    var result = chances[tokens.lowerBound][begin]
    for word in tokens.dropFirst() { result *= chances[word][inside] }
    if tokens.upperBound < chances.count {
      result *= 1 - [2, 4, 6].reduce(0) { $0 + chances[tokens.upperBound][$1] }
    }
    return result
  }

  @Test("is the product of the words' probabilities", arguments: 1...6)
  func equalsProduct(words: Int) {
    var random = Xorshift(seed: UInt64(words))
    let stride = Self.tags.count + 1
    for _ in 0..<40 {
      let scores = (0..<words * stride).map { _ in Float(random.next(below: 80)) / 10 }
      let chances = (0..<words).map { word in
        let weights = Self.tags.indices.map { exp(Double(scores[word * stride + $0])) }
        return weights.map { $0 / weights.reduce(0, +) }
      }
      let evidence = NameEvidence(scores, tags: Self.tags, words: words, stride: stride)
      for start in 0..<words {
        for end in start + 1...words {
          let found = evidence.probabilities(of: start..<end)
          for kind in NameSpan.Kind.allCases {
            let expected = probability(of: start..<end, kind, chances)
            #expect(abs(found[kind] - expected) < NameEvidence.least + 1e-4)
            #expect(found[kind] <= 1)
          }
        }
      }
    }
  }

  @Test("of a long sentence's parts is that of the words at their places")
  func parts() {
    let name: [Float] = [0, 9, 0, 0, 0, 0, 0]
    let other: [Float] = [9, 0, 0, 0, 0, 0, 0]
    var whole = NameEvidence(other + name, tags: Self.tags, words: 2, stride: 7)
    whole.append(NameEvidence(name + other, tags: Self.tags, words: 2, stride: 7), after: 2)
    let certain = (0..<4).map { whole.probabilities(of: $0..<$0 + 1)[.person] > 0.9 }
    #expect(certain == [false, true, true, false])
    #expect(NameEvidence.none.probabilities(of: 0..<1) == KindValues())
  }
}
