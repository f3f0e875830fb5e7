/// The children of each token of a sentence, for walking its tree downwards.
struct SentenceTree {
  let tokens: [Token]
  /// The dependents of each token, in order.
  let children: [[Int]]
  /// The tokens from the first to the last that stand under each token, itself among them.
  let subtrees: [Range<Int>]

  init(_ sentence: Sentence) {
    tokens = sentence.tokens
    var children = [[Int]](repeating: [], count: tokens.count)
    for (i, token) in tokens.enumerated()
    where tokens.indices.contains(token.head) && token.head != i {
      children[token.head].append(i)
    }
    self.children = children
    subtrees = Self.subtrees(of: tokens)
  }

  private static func subtrees(of tokens: [Token]) -> [Range<Int>] {
    var subtrees = tokens.indices.map { $0..<$0 + 1 }
    for i in tokens.indices {
      var above = tokens[i].head
      // A token that widens nothing widens nothing further up.
      for _ in tokens {
        guard tokens.indices.contains(above), !subtrees[above].contains(i) else { break }
        let range = subtrees[above]
        subtrees[above] = min(range.lowerBound, i)..<max(range.upperBound, i + 1)
        above = tokens[above].head
      }
    }
    return subtrees
  }

  /// The dependents of a token with one of some relations.
  func children(_ index: Int, _ relations: Set<String>) -> [Int] {
    children[index].filter { relations.contains(tokens[$0].relation.universal) }
  }

  /// The token of a range that hangs on one outside it; the last if there is none.
  func head(of range: Range<Int>) -> Int {
    range.first { !range.contains(tokens[$0].head) } ?? range.upperBound - 1
  }

  /// Whether a token stands above another, or is it.
  func dominates(_ above: Int, _ below: Int) -> Bool {
    var i = below
    for _ in 0...tokens.count {
      if i == above { return true }
      guard tokens.indices.contains(i), tokens.indices.contains(tokens[i].head) else {
        return false
      }
      i = tokens[i].head
    }
    return false
  }

  /// The verb or other predicate that a token's clause hangs on.
  func clause(of index: Int) -> Int {
    var i = index
    for _ in 0..<tokens.count {
      let token = tokens[i]
      if Self.clauseRelations.contains(token.relation.universal) || token.upos == .verb { return i }
      if token.relation.universal == "conj", token.upos == .verb { return i }
      guard tokens.indices.contains(token.head), token.head != i else { return i }
      i = token.head
    }
    return i
  }

  private static let clauseRelations: Set<String> = [
    "root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis",
  ]

  /// The tokens of the noun phrase that a token heads: everything under it that belongs to the
  /// phrase itself, without appositions, relative clauses, coordinated phrases and prepositions.
  func phrase(of head: Int) -> Range<Int> {
    var low = head
    var high = head
    for child in children[head] where belongsToPhrase(child, of: head) {
      let (first, last) = extent(of: child)
      low = min(low, first)
      high = max(high, last)
    }
    // A phrase does not reach over a comma or bracket at its edge.
    while high > head, tokens[high].upos == .punct, tokens[high].form != "\"" { high -= 1 }
    while low < head, tokens[low].upos == .punct { low += 1 }
    return low..<high + 1
  }

  private func belongsToPhrase(_ child: Int, of head: Int) -> Bool {
    let relation = tokens[child].relation
    switch relation.universal {
    case "det", "amod", "compound", "nummod", "flat", "fixed", "goeswith", "list": return true
    case "nmod": return tokens[head].relation.universal != "root" || child < head || child > head
    case "acl": return false
    case "advmod": return child < head && children(head, ["cop"]).isEmpty
    default: return false
    }
  }

  private func extent(of index: Int) -> (Int, Int) {
    var low = index
    var high = index
    for child in children[index] {
      switch tokens[child].relation.universal {
      case "appos", "acl", "parataxis", "advcl", "punct", "dep", "conj", "cc": continue
      default:
        let (first, last) = extent(of: child)
        low = min(low, first)
        high = max(high, last)
      }
    }
    return (low, high)
  }
}
