import Linguistics

/// Tells heads that only count or measure what an "of" phrase behind them names.
enum Partitives {
  /// Whether a token heads such a phrase: "one of the albums", "a range of supplies".
  static func isPartitive(_ head: Int, in tree: SentenceTree) -> Bool {
    guard
      tree.children(of: head, "nmod").contains(where: { child in
        child > head && tree.children(of: child, "case").contains { tree.forms[$0] == "of" }
      })
    else { return false }
    switch tree[head].upos {
    case .num, .det, .pron, .sym: return true
    case .adj, .adv: return true
    default: return nouns.contains(tree.lemmas[head])
    }
  }

  private static let nouns: Set<String> = [
    "number", "lot", "range", "variety", "series", "kind", "type", "sort", "size", "form",
    "majority",
    "amount", "set", "pair", "couple", "dozen", "half", "quarter", "third", "percent", "%", "rest",
    "part", "portion", "piece", "bit", "handful", "plenty", "hundred", "thousand", "million",
    "billion", "group", "bulk", "share", "minority", "proportion",
  ]
}
