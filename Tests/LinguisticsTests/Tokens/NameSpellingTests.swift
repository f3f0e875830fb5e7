import Testing

@testable import Linguistics

@Suite("The spelling of names")
struct NameSpellingTests {
  @Test("designations of makes", arguments: ["K380", "F-16", "PS3s", "B777-200LR", "H5N1"])
  func designations(_ word: String) { #expect(NameSpelling.isDesignation(word)) }

  @Test("no designations", arguments: ["Q4", "747", "MPs", "Acme", "a380", "K-", "", "Rev2a"])
  func noDesignations(_ word: String) { #expect(!NameSpelling.isDesignation(word)) }

  @Test("numbers of models", arguments: ["747", "737s", "777-200LR", "360"])
  func models(_ word: String) { #expect(NameSpelling.isModelNumber(word)) }

  @Test(
    "no numbers of models", arguments: ["2004", "1990s", "25", "1,500", "3.5", "A380", "s", ""])
  func noModels(_ word: String) { #expect(!NameSpelling.isModelNumber(word)) }

  @Test("capitals inside", arguments: ["iPhone", "MacBooks", "eBay", "YouTube"])
  func inner(_ word: String) { #expect(NameSpelling.hasInnerCapital(word)) }

  @Test("no capitals inside", arguments: ["MPs", "CEO", "Acme", "Anti-American", "phone", "X", ""])
  func noInner(_ word: String) { #expect(!NameSpelling.hasInnerCapital(word)) }
}
