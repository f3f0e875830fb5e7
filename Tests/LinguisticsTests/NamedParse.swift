@testable import Linguistics

extension ParsedSentence {
  /// A parse with one name, of all the words, which hang on each other as told.
  static func name(
    of words: Int, heads: [Int], _ relations: [DependencyRelation], kind: NameSpan.Kind
  ) -> ParsedSentence {
    var parse = ParsedSentence.empty
    parse.heads = heads
    parse.relations = relations
    parse.names = [NameSpan(tokens: 0..<words, kind: kind)]
    return parse
  }
}
