import Linguistics

/// What the personal pronouns of a document stand for, where their own sentence says so.
struct Antecedents {
  private let analysis: DocumentAnalysis

  /// Prepares the search in a document.
  init(analysis: DocumentAnalysis) { self.analysis = analysis }

  /// The head of the first phrase before a pronoun that names or describes the same thing, or `nil`.
  ///
  /// "They" stands for a plural, "he", "she" and "it" for none; a time is nothing that a pronoun stands for.
  func antecedent(of pronoun: Int, in tree: SentenceTree) -> Int? {
    guard let isPlural = Self.pronouns[tree.forms[pronoun]],
      let head = head(before: pronoun, in: tree.index),
      (0..<tree.count).contains(head), analysis.time(at: head, in: tree.index) == nil,
      Self.isPlural(head, in: tree) == isPlural
    else { return nil }
    return head
  }

  /// The head of the first phrase of a pronoun's chain in its sentence that stands before it.
  private func head(before pronoun: Int, in sentence: Int) -> Int? {
    let mentions = analysis.facts.mentions[sentence]
    let own = mentions.first {
      $0.mention.kind == .pronoun && $0.mention.tokens.contains(pronoun)
    }
    return mentions.first {
      $0.chain == own?.chain && $0.mention.kind != .pronoun
        && $0.mention.tokens.upperBound <= pronoun
    }?.mention.head
  }

  private static func isPlural(_ head: Int, in tree: SentenceTree) -> Bool {
    ["NNS", "NNPS"].contains(tree[head].xpos) || tree.child(of: head, "conj") != nil
  }

  /// The pronouns and whether they are plural.
  private static let pronouns: [String: Bool] = [
    "he": false, "she": false, "it": false, "they": true,
  ]
}
