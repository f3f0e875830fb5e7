import Testing

@testable import Extraction

@Suite("Confidence of typed relations")
struct TypedConfidenceTests {
  private func confidence(
    trust: Double = 0.9, rule: String = "own/test", gap: Int = 10, length: Int = 80
  ) -> Double {
    TypedConfidence(
      trust: trust, rule: rule, gap: gap, length: length, isPronounSubject: false,
      isPronounObject: false
    ).value
  }

  @Test("grows with the pattern's trust, and falls with distance and length")
  func order() {
    #expect(confidence(trust: 0.6) < confidence(trust: 0.9))
    #expect(confidence(gap: 200) < confidence(gap: 2))
    #expect(confidence(length: 400) < confidence(length: 40))
  }

  @Test("stays between 0.01 and 0.99, whatever is put in")
  func bounds() {
    for trust in [0, 0.5, 1, 7] {
      for gap in [-5, 0, 100_000] {
        let value = confidence(trust: trust, gap: gap, length: gap)
        #expect((0.01...0.99).contains(value))
      }
    }
  }

  @Test("tells more than a hundred levels apart")
  func levels() {
    let values = (1...20).flatMap { gap in
      (1...20).map { confidence(gap: gap * 7, length: $0 * 20) }
    }
    #expect(Set(values).count > 100)
  }

  @Test("a rule that was right more often is trusted more")
  func rules() {
    #expect(confidence(rule: "lead/verb") < confidence())
    #expect(confidence() < confidence(rule: "born/date"))
  }
}
