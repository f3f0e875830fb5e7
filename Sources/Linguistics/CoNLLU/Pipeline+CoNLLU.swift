extension Pipeline {
  /// Parses sentences that are tokenised already, and gives them back with tags, lemmas, trees and
  /// names.
  ///
  /// Numbers, forms, comments, multiword tokens and empty nodes stay as they are. A comment `# newdoc`
  /// begins a document; without one, all sentences are of one.
  ///
  /// - Throws: ``LinguisticsError/conllu(line:detail:)`` if the input is malformed.
  public func annotateCoNLLU(_ bytes: [UInt8]) throws(LinguisticsError) -> [UInt8] {
    var sentences = try CoNLLU.read(bytes)
    var documents: [[[String]]] = []
    for (index, sentence) in sentences.enumerated() {
      if index == 0 || sentence.beginsDocument { documents.append([]) }
      documents[documents.count - 1].append(sentence.forms)
    }
    let parses = parser.read(documents)
    for (index, parse) in parses.enumerated() { sentences[index].set(parse) }
    return CoNLLU.write(sentences)
  }
}
