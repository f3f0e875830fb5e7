import Linguistics

/// What the personal pronouns of a document stand for, where their own sentence says so.
struct Antecedents {
  private let analysis: DocumentAnalysis
  /// The chains of each sentence, each with its mentions there.
  private var chains: [[[CoreferenceChain.Mention]]]

  /// Gathers the mentions of a document.
  ///
  /// - Complexity: O(*m*) in the number of mentions.
  init(analysis: DocumentAnalysis) {
    self.analysis = analysis
    chains = Array(repeating: [], count: analysis.trees.count)
    for chain in analysis.document.chains {
      var latest: Int?
      for mention in chain.mentions where chains.indices.contains(mention.sentence) {
        if latest != mention.sentence { chains[mention.sentence].append([]) }
        chains[mention.sentence][chains[mention.sentence].count - 1].append(mention)
        latest = mention.sentence
      }
    }
  }

  /// The head of the first phrase before a pronoun that names or describes the same thing, or `nil`.
  ///
  /// "They" stands for a plural, "he", "she" and "it" for none; a time is nothing that a pronoun stands for.
  func antecedent(of pronoun: Int, in tree: SentenceTree) -> Int? {
    guard let isPlural = Self.pronouns[tree.forms[pronoun]],
      let chain = chains[tree.index].first(where: { mentions in
        mentions.contains { $0.kind == .pronoun && $0.tokens.contains(pronoun) }
      }),
      let head = chain.first(where: { $0.kind != .pronoun && $0.tokens.upperBound <= pronoun })?
        .head,
      (0..<tree.count).contains(head), analysis.time(at: head, in: tree.index) == nil,
      Self.isPlural(head, in: tree) == isPlural
    else { return nil }
    return head
  }

  private static func isPlural(_ head: Int, in tree: SentenceTree) -> Bool {
    ["NNS", "NNPS"].contains(tree[head].xpos) || tree.child(of: head, "conj") != nil
  }

  /// The pronouns and whether they are plural.
  private static let pronouns: [String: Bool] = [
    "he": false, "she": false, "it": false, "they": true,
  ]
}
