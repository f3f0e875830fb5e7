import Testing

@testable import Linguistics

@Suite("Well-known organizations")
struct KnownOrganizationsTests {
  private let list = KnownOrganizations(
    "# Told, not listed\nNordia\nNordia Health Board\nal-Rasid\nB&W\n".utf8)

  private func found(_ text: String) -> [Range<Int>] {
    list.occurrences(in: text.split(separator: " ").map(String.init)[...])
  }

  @Test("are found by their words, the longest first")
  func longest() {
    #expect(found("the Nordia Health Board met Nordia Health") == [1..<4, 5..<6])
    #expect(found("nordia left Health Board") == [])
    #expect(found("") == [])
  }

  @Test("are found however words are cut at marks, and in part of a sentence")
  func cut() {
    #expect(found("al-Rasid") == [0..<1])
    #expect(found("al - Rasid of B&W") == [0..<3, 4..<5])
    #expect(found("al - Rasids") == [])
    let words = ["by", "Nordia", "and", "Nordia"]
    #expect(list.occurrences(in: words[2...]) == [3..<4])
  }

  @Test("leave out what tells about the list")
  func comment() {
    #expect(found("# Told, not listed") == [])
    #expect(!KnownOrganizations.embedded.occurrences(in: ["NATO"]).isEmpty)
  }

  @Test("raise the scores of their words alone")
  func favoured() {
    let tags: [NameTag] = [.outside, .begin(.organization), .inside(.organization), .begin(.place)]
    var scores = [Float](repeating: 1, count: 4 * 5)
    list.favour(["near", "Nordia", "Health", "Board"], &scores, tags: tags, stride: 5)
    #expect(scores[0..<5].allSatisfy { $0 == 1 })
    #expect(scores[5..<10].indices.filter { scores[$0] > 1 } == [6, 7])
    #expect(scores[10..<20].indices.filter { scores[$0] > 1 } == [12, 17])
  }
}
