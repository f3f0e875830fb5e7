import Linguistics

/// What a document knows of one sentence beside its tree.
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
}

/// The facts of a document's sentences.
struct DocumentFacts {
  /// The mentions of chains.
  let mentions: ChainMentions
  /// The amounts, as indexes into the document's.
  let amounts: SentenceIndex
  /// The times, as indexes into the document's.
  let times: SentenceIndex

  /// Sorts mentions, amounts and times by sentence; O(*n*) in their number.
  init(_ document: AnnotatedDocument) {
    let count = document.sentences.count
    mentions = ChainMentions(document)
    times = SentenceIndex(document.times.lazy.map(\.sentence), count: count)
    // A number that ranks is no amount.
    amounts = SentenceIndex(
      document.amounts.lazy.map { $0.unit == AmountExpression.ordinal ? -1 : $0.sentence },
      count: count)
  }

  /// The facts of a sentence.
  subscript(sentence: Int) -> SentenceFacts {
    SentenceFacts(
      mentions: mentions[sentence].map { chain, mention in
        SentenceFacts.Mention(
          head: mention.head, chain: chain, kind: mentions.chains[chain].kind,
          isNamed: mentions.isNamed[chain])
      },
      amounts: Array(amounts[sentence]), times: Array(times[sentence]))
  }
}
