import TestSupport
import Testing

@testable import Resolution

@Suite("NameTokens")
struct NameTokensTests {
  @Test(
    "folds case, accents, points and possessives",
    arguments: [
      ("SenseTime Group Ltd.’s", ["sensetime", "group", "ltd"]), ("U.S.", ["us"]),
      ("U. S.", ["us"]), ("the Élysée", ["elysee"]), ("Tang Xiao'ou", ["tang", "xiaoou"]),
      ("AT&T", ["at", "t"]), ("J. P. Morgan", ["jp", "morgan"]), ("Łódź-Ærø", ["lodz", "aero"]),
      ("…", []), ("", []), ("Москва", ["москва"]),
    ])
  func folds(name: String, words: [String]) { #expect(NameTokens(name).words == words) }

  @Test("reads ASCII as it reads other letters")
  func plain() {
    // A combining mark says nothing, but sends the name the other way.
    var random = Xorshift(seed: 5)
    let letters = Array("aAsS09.'` -&,")
    for _ in 0..<4_000 {
      let name = "x" + String((0..<random.next(below: 12)).map { _ in random.pick(letters) })
      #expect(NameTokens(name) == NameTokens("\u{301}" + name), "\(name)")
    }
  }
}
