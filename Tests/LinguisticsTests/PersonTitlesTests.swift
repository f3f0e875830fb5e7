import Testing

@testable import Linguistics

@Suite("Titles of persons")
struct PersonTitlesTests {
  /// The names of a parse whose words hang on each other as told.
  private func names(
    _ words: String, heads: [Int], _ relations: [DependencyRelation], kind: NameSpan.Kind = .person
  ) -> [Range<Int>] {
    ParsedSentence.names(of: words, heads: heads, relations, kind: kind) {
      PersonTitles.trimmed($0, words: $1)
    }
  }

  @Test("are no part of the name")
  func outside() {
    #expect(
      names(
        "General Secretary Ada Lund", heads: [1, 2, -1, 2],
        ["amod", "nmod:desc", "root", "flat"]) == [2..<4])
  }

  @Test("are no names of their own")
  func alone() {
    var parse = ParsedSentence.empty
    parse.heads = [1, 2, -1, 2]
    parse.relations = ["amod", "nmod:desc", "root", "flat"]
    let bearer = NameSpan(tokens: 2..<4, kind: .person)
    let words = ["General", "Secretary", "Ada", "Lund"]
    parse.names = [NameSpan(tokens: 0..<2, kind: .person), bearer]
    #expect(PersonTitles.trimmed(parse, words: words) == [bearer])
    let union = NameSpan(tokens: 0..<2, kind: .organization)
    parse.names = [union, bearer]
    #expect(PersonTitles.trimmed(parse, words: words) == [union, bearer])
  }

  @Test("are not initials, and only persons have them")
  func kept() {
    #expect(
      names("A. Ada Lund", heads: [1, -1, 1], ["nmod:desc", "root", "flat"]) == [0..<3])
    #expect(
      names("Group Nordia", heads: [1, -1], ["nmod:desc", "root"], kind: .organization) == [0..<2])
    #expect(names("Ada Lund", heads: [-1, 0], ["root", "flat"]) == [0..<2])
  }
}
