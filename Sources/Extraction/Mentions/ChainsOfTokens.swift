import GraphModel
import Linguistics

/// The coreference chain of each token that heads a mention or is part of its name, by sentence.
struct ChainsOfTokens {
  private let mentions: ChainMentions
  private let trees: SentenceTrees
  private let recent = RecentValues<[Int: Int]>(slots: 32)

  /// Prepares the look-up in a document.
  init(_ mentions: ChainMentions, _ trees: SentenceTrees) {
    self.mentions = mentions
    self.trees = trees
  }

  /// The chain of a token, or `nil`; of several it is the first.
  subscript(address: TokenAddress) -> Int? {
    guard trees.indices.contains(address.sentence) else { return nil }
    return recent.value(at: address.sentence) { chains(in: address.sentence) }[address.token]
  }

  private func chains(in sentence: Int) -> [Int: Int] {
    var chains: [Int: Int] = [:]
    let tree = trees[sentence]
    for (chain, mention) in mentions[sentence] {
      chains[mention.head] = chains[mention.head] ?? chain
      let name = mention.kind == .name ? tree.name(at: mention.head) : nil
      for token in name?.tokens ?? 0..<0 { chains[token] = chains[token] ?? chain }
    }
    return chains
  }
}
