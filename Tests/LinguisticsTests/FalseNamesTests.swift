import Testing

@testable import Linguistics

@Suite("False names")
struct FalseNamesTests {
  /// The names that stay in a sentence whose words hang on the first by one relation.
  private func kept(
    _ text: String, _ names: [(Range<Int>, NameSpan.Kind)], relation: DependencyRelation = "dep"
  ) -> [Range<Int>] {
    let words = text.split(separator: " ").map(String.init)
    var parse = ParsedSentence.empty
    parse.heads = words.indices.map { $0 == 0 ? -1 : 0 }
    parse.relations = words.indices.map { $0 == 0 ? "root" : relation }
    parse.names = names.map { NameSpan(tokens: $0.0, kind: $0.1) }
    return FalseNames.removed(parse, words: words).map(\.tokens)
  }

  @Test("are titles alone, but not surnames or whole names")
  func titles() {
    #expect(kept("the Gov. said", [(1..<2, .person)]) == [])
    #expect(kept("Bishop said", [(0..<1, .person)]) == [0..<1])
    #expect(kept("General Lund", [(0..<2, .person)]) == [0..<2])
  }

  @Test("are degrees behind a person")
  func degrees() {
    #expect(kept("Ada Lund , MD , left", [(0..<2, .person), (3..<4, .place)]) == [0..<2])
    #expect(kept("Towson , MD", [(0..<1, .place), (2..<3, .place)]) == [0..<1, 2..<3])
  }

  @Test("are initials of streets")
  func initials() {
    #expect(kept("corner of S. 10th", [(2..<3, .place)]) == [])
    #expect(kept("asked M. about", [(1..<2, .person)]) == [1..<2])
  }

  @Test("are designations of makes, but not broadcasters, services or roads")
  func makes() {
    #expect(kept("the Orion A380", [(1..<3, .organization)]) == [])
    #expect(
      kept("on BBC2 , by MI5", [(1..<2, .organization), (4..<5, .organization)]) == [1..<2, 4..<5])
    #expect(kept("on the M25", [(2..<3, .place)]) == [2..<3])
  }

  @Test("are makers whose make goes on their name")
  func makers() {
    #expect(kept("Orion A380", [(0..<1, .organization)], relation: "flat") == [])
    #expect(kept("Orion A380", [(0..<1, .organization)], relation: "compound") == [0..<1])
    #expect(kept("Orion flew", [(0..<1, .organization)], relation: "flat") == [0..<1])
  }
}
