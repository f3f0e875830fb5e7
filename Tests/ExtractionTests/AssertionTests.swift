import Foundation
import GraphModel
import Testing

@testable import Extraction

/// A sentence with what may be asserted of it, from `Fixtures/assertions.txt`.
struct AssertionCase {
  /// A group of words one of which a claim's predicate has, and who says so.
  struct Expectation {
    let words: Set<String>
    let speaker: String?

    func matches(_ claim: Claim) -> Bool {
      !words.isDisjoint(with: claim.predicate.label.split(separator: " ").map(String.init))
    }
  }

  let sentence: String
  var open: [Expectation] = []
  var fact: [Expectation] = []

  static func all() throws -> [AssertionCase] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/assertions.txt")
    var cases: [AssertionCase] = []
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      guard line.hasPrefix("  ") else {
        cases.append(AssertionCase(sentence: String(line)))
        continue
      }
      let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
      let halves = try #require(parts.last).components(separatedBy: " by ")
      let expectation = Expectation(
        words: Set(halves[0].split(separator: " ").map(String.init)),
        speaker: halves.count > 1 ? halves[1] : nil)
      let last = cases.count - 1
      if parts[0] == "open" {
        cases[last].open.append(expectation)
      } else {
        cases[last].fact.append(expectation)
      }
    }
    return cases
  }
}

@Suite("What a sentence asserts")
struct AssertionTests {
  @Test("nothing denied, possible, asked, planned or only said is asserted")
  func assertions() throws {
    let cases = try AssertionCase.all()
    #expect(cases.count >= 60)
    var speakers = (right: 0, all: 0)
    var wrong: [String] = []
    for (example, extraction) in zip(cases, try RealText.extracted(cases.map(\.sentence))) {
      let asserted = extraction.claims.filter {
        $0.polarity == .positive && $0.certainty == .certain
      }
      let labels = asserted.map(\.predicate.label)
      for claim in asserted {
        #expect(
          example.fact.contains { $0.matches(claim) },
          "\(example.sentence)\n  asserted: \(claim.predicate.label)")
      }
      for fact in example.fact {
        #expect(
          asserted.contains { fact.matches($0) },
          "\(example.sentence)\n  wanted: \(fact.words); asserted: \(labels)")
      }
      for open in example.open {
        #expect(
          extraction.claims.contains { open.matches($0) && !labels.contains($0.predicate.label) },
          "\(example.sentence)\n  wanted unasserted: \(open.words)")
      }
      for expectation in example.open + example.fact where expectation.speaker != nil {
        speakers.all += 1
        let said = extraction.claims.filter { expectation.matches($0) }.map { claim in
          claim.speaker.map { extraction.mentions[$0] }
        }
        let isRight =
          !said.isEmpty
          && said.allSatisfy {
            $0?.core == expectation.speaker || $0?.text == expectation.speaker
          }
        speakers.right += isRight ? 1 : 0
        if !isRight {
          wrong.append("\(example.sentence) — \(said.map { $0?.text ?? "nobody" })")
        }
      }
    }
    #expect(speakers.all >= 20)
    #expect(
      speakers.right * 10 >= speakers.all * 9, "wrong speakers: \(wrong)")
  }
}
