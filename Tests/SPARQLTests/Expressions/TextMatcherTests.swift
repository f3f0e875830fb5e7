import TestSupport
import Testing

@testable import SPARQL

@Suite("Looking for texts in bytes")
struct TextMatcherTests {
  private func matches(
    _ test: TextMatcher.Test, _ needle: String, _ text: String, folded: Bool
  ) -> Bool {
    var text = text
    return text.withUTF8(TextMatcher(test, needle, inLowerCase: folded).matches)
  }

  /// The definition: over the text as Swift writes it in lower case.
  private func expected(
    _ test: TextMatcher.Test, _ needle: String, _ text: String, folded: Bool
  ) -> Bool {
    let hay = Array((folded ? text.lowercased() : text).utf8)
    let pin = Array(needle.utf8)
    switch test {
    case .starts: return hay.starts(with: pin)
    case .ends: return hay.reversed().starts(with: pin.reversed())
    case .contains: return (0...hay.count).contains { hay[$0...].starts(with: pin) }
    }
  }

  @Test("finds what the definition finds", arguments: 0..<8 as Range<UInt64>)
  func agrees(seed: UInt64) {
    var random = Xorshift(seed: seed)
    func below(_ bound: Int) -> Int { random.next(below: bound) }
    let letters = ["a", "b", "A", "B", "k", "K", "i", "\u{130}", "\u{212a}", "é", "Σ", "ς", " "]
    func word(_ count: Int, _ kinds: Int) -> String {
      (0..<count).map { _ in letters[below(kinds)] }.joined()
    }
    for _ in 0..<600 {
      let kinds = [4, 7, 13][below(3)]
      let text = word(below(90), kinds)
      // Half of the needles are parts of the text.
      let scalars = Array((below(2) == 0 ? text : text.lowercased()).unicodeScalars)
      var needle = word(1 + below(3), kinds)
      if below(2) == 0, !scalars.isEmpty {
        let start = below(scalars.count)
        let end = min(scalars.count, start + 1 + below(40))
        needle = String(String.UnicodeScalarView(scalars[start..<end]))
      }
      for test in [TextMatcher.Test.contains, .starts, .ends] {
        for folded in [false, true] {
          #expect(
            matches(test, needle, text, folded: folded)
              == expected(test, needle, text, folded: folded),
            "\(test) \(needle) in \(text), folded: \(folded)")
        }
      }
    }
    #expect(matches(.contains, "", "", folded: true) && matches(.ends, "", "x", folded: false))
  }

  @Test("two letters alone are in lower case ASCII and are not ASCII themselves")
  func foldings() {
    let found = (UInt32(128)...0x10ffff).compactMap(Unicode.Scalar.init).filter { scalar in
      scalar.properties.lowercaseMapping.unicodeScalars.contains { $0.isASCII }
    }
    #expect(found.map(\.value) == [0x130, 0x212a])
  }
}
