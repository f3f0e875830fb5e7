@testable import Linguistics

extension ParsedSentence {
  /// What a step leaves of one name of all the words, which hang on each other as told.
  static func names(
    of text: String, heads: [Int], _ relations: [DependencyRelation], kind: NameSpan.Kind,
    after step: (ParsedSentence, [String]) -> [NameSpan]
  ) -> [Range<Int>] {
    let words = text.split(separator: " ").map(String.init)
    var parse = ParsedSentence.empty
    parse.heads = heads
    parse.relations = relations
    parse.names = [NameSpan(tokens: words.indices, kind: kind)]
    return step(parse, words).map(\.tokens)
  }
}
