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
}
