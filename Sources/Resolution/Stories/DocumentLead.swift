import Extraction

/// What a document begins with: a headline and the sentences that tell what it is about.
///
/// News tells a whole story in its first sentences (the inverted pyramid), so two documents that begin
/// with the same things tell of the same events, which the rest of them need not.
struct DocumentLead {
  /// The content words of its phrases, folded and sorted, each once.
  let words: [String]

  /// Collects the words of the phrases of a document, in O(*n* log *n*) of the words.
  init(_ mentions: [Mention]) {
    var found: Set<String> = []
    for mention in mentions where mention.kind != .pronoun && Self.holds(mention) {
      for word in NameTokens(mention.text).words
      where word.utf8.count > 1 && !NameTables.determiners.contains(word)
        && !NameTables.functionWords.contains(word)
      {
        found.insert(word)
      }
    }
    words = found.sorted()
  }

  /// Whether a mention stands in the lead.
  static func holds(_ mention: Mention) -> Bool { mention.sentence < Lead.sentences }

  /// How alike two leads are, by their words: 0 to 1 (the coefficient of Ochiai 1957).
  static func similarity(_ a: [String], _ b: [String]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    return Double(a.sharedCount(with: b)) / Double(a.count * b.count).squareRoot()
  }
}
