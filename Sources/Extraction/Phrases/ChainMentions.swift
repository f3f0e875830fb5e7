import Linguistics

/// The mentions of a document's coreference chains, by sentence.
struct ChainMentions {
  /// The chains.
  let chains: [CoreferenceChain]
  /// Whether each chain has a name.
  let isNamed: [Bool]
  /// The chain of each mention, all mentions counted through.
  private let chainOf: [UInt32]
  /// The number of each chain's first mention.
  private let firstOf: [UInt32]
  private let index: SentenceIndex

  /// Sorts the mentions of a document; O(*m*).
  init(_ document: AnnotatedDocument) {
    chains = document.chains
    isNamed = chains.map { $0.mentions.contains { $0.kind == .name } }
    var chainOf: [UInt32] = []
    var firstOf: [UInt32] = []
    chainOf.reserveCapacity(chains.reduce(0) { $0 + $1.mentions.count })
    for (number, chain) in chains.enumerated() {
      firstOf.append(UInt32(chainOf.count))
      chainOf += repeatElement(UInt32(number), count: chain.mentions.count)
    }
    self.chainOf = chainOf
    self.firstOf = firstOf
    index = SentenceIndex(
      chains.lazy.flatMap(\.mentions).map(\.sentence), count: document.sentences.count)
  }

  /// The mentions in a sentence, each with the number of its chain; by chain, then in order of the text.
  subscript(sentence: Int) -> [(chain: Int, mention: CoreferenceChain.Mention)] {
    index[sentence].map { number in
      let chain = Int(chainOf[number])
      return (chain, chains[chain].mentions[number - Int(firstOf[chain])])
    }
  }
}
