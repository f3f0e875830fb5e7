import Testing

@testable import Linguistics

@Suite("NameComparison")
struct NameComparisonTests {
  private func words(_ name: String) -> [String] {
    name.lowercased().split(separator: " ").map(String.init)
  }

  @Test(
    "people agree by first and last name, or where one name is part of the other",
    arguments: [
      ("Ann Lee", "Ann Lee", true), ("Lee", "Ann Lee", true), ("Wei", "Wei Jun", true),
      ("Ann B. Lee", "Ann Lee", true), ("A. Lee", "Ann Lee", true), ("Wei Jun", "Wei Tao", false),
      ("Ann Lee", "Bo Lee", false), ("Lee", "Ford", false),
    ])
  func persons(left: String, right: String, agree: Bool) {
    #expect(NameComparison.persons(words(left), words(right)) == agree)
    #expect(NameComparison.persons(words(right), words(left)) == agree)
  }

  @Test(
    "bodies agree without their legal form, or by a word of their own",
    arguments: [
      ("Orbita Ltd.", "Orbita Inc.", true), ("Orbita", "Orbita Systems Group Ltd.", true),
      ("Lumenix", "Oslo Lumenix Digital Co.", true), ("Bank", "Bank of Oslo", false),
      ("Oslo", "Oslo Lumenix Digital Co.", false), ("Orbita", "Lumenix", false),
    ])
  func bodies(left: String, right: String, agree: Bool) {
    let common: Set<String> = ["bank", "oslo"]
    let names = [left, right].map { NameComparison.core(words($0), .organization) }
    #expect(NameComparison.others(names[0], names[1]) { common.contains($0) } == agree)
  }

  @Test(
    "letters stand for the names they begin",
    arguments: [
      ("ICL", "International Cargo Lines", true), ("I.C.L.", "International Cargo Lines", true),
      ("BOO", "Bank of Oslo", true), ("BO", "Bank of Oslo", true), ("ICE", "Inland Cargo", false),
      ("O", "Orbita", false),
    ])
  func acronyms(letters: String, name: String, stands: Bool) {
    #expect(NameComparison.isAcronym(letters, of: words(name)) == stands)
  }

  @Test("countries have other names")
  func aliases() {
    #expect(NameComparison.core(["u.s."], .place) == ["united", "states"])
  }

  @Test("know the word that tells a make from its maker")
  func designation() {
    #expect(NameComparison.designation(in: ["orion", "k380s"]) == "k380")
    #expect(NameComparison.designation(in: ["k380"]) == "k380")
    #expect(NameComparison.designation(in: ["orion"]) == nil)
    #expect(NameComparison.designation(in: ["orion", "747"]) == nil)
  }
}
