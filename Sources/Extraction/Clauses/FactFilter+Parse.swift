import Linguistics

/// What the parser itself was unsure of.
extension FactFilter {
  /// An arc less likely than this has a near rival.
  ///
  /// Of 400 statements that were read, every sixth wrong one has such an arc, and one in twenty-eight of the right ones.
  private static let leastProbability: Float = 0.7

  /// Whether the parser had a near rival for one of the arcs that join subject, predicate and object.
  ///
  /// O(*n*) in the depth of the tree.
  func isUncertainParse(_ fact: Fact) -> Bool {
    var ends = [fact.subject]
    switch fact.object {
    case .phrase(let token), .kind(let token), .amount(let token): ends.append(token)
    // Where a content begins and ends is settled by what frames it.
    case .words(let words) where fact.rule != "clause/content": ends += words.prefix(1)
    case .words, nil: break
    }
    return ends.contains { leastProbability(between: $0, and: fact.head) < Self.leastProbability }
  }

  /// The least probability among the arcs of the path between two tokens.
  private func leastProbability(between a: Int, and b: Int) -> Float {
    let above = [a] + tree.ancestors(of: a)
    let below = [b] + tree.ancestors(of: b)
    guard let meeting = above.first(where: below.contains) else { return 1 }
    let path = above.prefix { $0 != meeting } + below.prefix { $0 != meeting }
    return path.map { tree[$0].headProbability }.min() ?? 1
  }
}
