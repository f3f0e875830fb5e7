import Linguistics

/// What somebody is said to say, as far as the words show whether it was found whole.
struct SaidWords {
  private let tree: SentenceTree
  /// The words that are said, in order.
  private let words: [Int]
  /// Whether the frame of speech stands among them: "Speaking to reporters, Lund said".
  private let holdsFrame: Bool

  /// The content of a statement, or `nil` for any other match.
  init?(_ match: TypedMatch, in tree: SentenceTree) {
    guard match.relation == "said", case .text(let tokens, _) = match.object else { return nil }
    self.tree = tree
    words = Array(tokens)
    holdsFrame = tokens.contains(match.head)
  }

  /// The content clause of a fact, or `nil` for any other fact.
  init?(_ fact: Fact, in tree: SentenceTree) {
    guard fact.rule == "clause/content", !fact.isOuter, case .words(let words) = fact.object,
      let first = words.first, let last = words.last
    else { return nil }
    self.tree = tree
    self.words = words
    // "Prices, he said, fell" is said around its frame, "In a speech, he said, “…”" begins with it.
    let before = words.prefix { $0 < fact.head }
    holdsFrame =
      first < fact.head && fact.head < last
      && !before.contains {
        Self.isFinite($0, in: tree) || ["nsubj", "csubj", "expl"].contains(tree.relation(of: $0))
      }
  }

  /// Whether they are no whole clause, hold their own frame, or speak by name of the one who is to have said
  /// them.
  func isUnsure(of speaker: Mention, _ table: MentionTable) -> Bool {
    guard let first = words.first, let last = words.last, !holdsFrame else { return true }
    // "…, citing": a participle whose object was left out.
    if last > first, tree[last].xpos == "VBG", tree.forms[last - 1] == "," { return true }
    if ["although", "because", "since", "though", "to"].contains(tree.forms[first]) { return true }
    // "what | they can do", "behind this | should be a net": the subject was left out.
    if tree[first].xpos == "MD" || tree[first].upos == .aux { return true }
    if words.count < 2, !tree.isQuoted(first) { return true }
    let isAsked = tree[first].xpos.hasPrefix("W") || tree.forms[first] == "whether"
    // "No comment": a quotation needs no verb.
    let isWord = words.count < 4 && words.contains(where: tree.isQuoted)
    guard isAsked || isWord || words.contains(where: { Self.isFinite($0, in: tree) }) else {
      return true
    }
    return words.contains { token in
      guard tree[token].upos == .propn || tree[token].upos == .noun && speaker.kind == .pronoun
      else { return false }
      return table.chain(of: TokenAddress(sentence: tree.index, token: token)) == speaker.chain
    }
  }

  private static func isFinite(_ token: Int, in tree: SentenceTree) -> Bool {
    ["MD", "VBD", "VBP", "VBZ"].contains(tree[token].xpos)
  }
}
