extension Pipeline {
  /// Parses sentences that are tokenised already, and gives them back with tags, lemmas, trees and
  /// names.
  ///
  /// Numbers, forms, comments, multiword tokens and empty nodes stay as they are.
  ///
  /// - Throws: ``LinguisticsError/conllu(line:detail:)`` if the input is malformed.
  public func annotateCoNLLU(_ bytes: [UInt8]) throws(LinguisticsError) -> [UInt8] {
    var sentences = try CoNLLU.read(bytes)
    let parses = parser.parse(sentences.map(\.forms))
    for (index, parse) in parses.enumerated() { sentences[index].set(parse) }
    return CoNLLU.write(sentences)
  }
}
