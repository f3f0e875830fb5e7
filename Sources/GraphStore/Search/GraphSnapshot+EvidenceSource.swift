public import GraphModel

/// What functions of a query ask for.
extension GraphSnapshot: EvidenceSource {
  /// The words of a sentence, counted from 0 in its document, or `nil` if there is none.
  public func sentence(_ number: Int, of document: DocumentID) throws -> String? {
    guard let sentences = try reader.sentences(document), sentences.indices.contains(number),
      let text = try reader.textView(document)
    else { return nil }
    return String(decoding: text[sentences[number]], as: UTF8.self)
  }

  /// All sentences that have the words and quoted phrases of a text, with their BM25.
  ///
  /// - Complexity: O(*m* · log *n*) in the number of places where the words stand.
  public func sentences(matching text: String) throws -> [SentenceScore] {
    try rankedSentences(SearchQuery(text)).map { number, score in
      let (document, sentence) = try reader.place(ofSentence: number)
      return SentenceScore(document: document, sentence: sentence, score: score)
    }
  }

  /// All entities that a text may name.
  ///
  /// The very name scores 1, the beginning of one 0.75, all its words 0.5, and words with *n* slips
  /// 0.25 / *n*. Slips are looked for only if nothing fits without.
  public func entities(matching text: String) throws -> [EntityScore] {
    try findEntities(matching: text, limit: .max, slipsBelow: 1).map { match in
      let score =
        switch match.kind {
        case .exact: 1.0
        case .prefix: 0.75
        case .word: 0.5
        case .similar: 0.25 / Double(max(1, match.distance))
        }
      return EntityScore(entity: match.entity.id, score: score)
    }
  }
}
