import Linguistics

/// What a document knows of one sentence beside its tree, gathered once for all sentences.
struct SentenceFacts {
  /// A mention of a coreference chain.
  struct Mention {
    var head: Int
    var chain: Int
    var kind: NameSpan.Kind?
    /// Whether the document names the thing somewhere.
    var isNamed: Bool
  }

  var mentions: [Mention] = []
  /// Indexes into the document's amounts.
  var amounts: [Int] = []
  /// Indexes into the document's times.
  var times: [Int] = []

  /// The facts of each sentence; O(*n*) in mentions, amounts and times.
  static func all(of document: AnnotatedDocument) -> [SentenceFacts] {
    var result = [SentenceFacts](repeating: SentenceFacts(), count: document.sentences.count)
    for (number, chain) in document.chains.enumerated() {
      let isNamed = chain.mentions.contains { $0.kind == .name }
      for mention in chain.mentions where result.indices.contains(mention.sentence) {
        result[mention.sentence].mentions.append(
          Mention(head: mention.head, chain: number, kind: chain.kind, isNamed: isNamed))
      }
    }
    for (number, amount) in document.amounts.enumerated()
    where result.indices.contains(amount.sentence) && amount.unit != AmountExpression.ordinal {
      result[amount.sentence].amounts.append(number)
    }
    for (number, time) in document.times.enumerated() where result.indices.contains(time.sentence) {
      result[time.sentence].times.append(number)
    }
    return result
  }
}
