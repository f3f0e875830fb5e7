/// The whole of a noun phrase, as annotators mark it.
extension SentenceTree {
  /// The tokens of the noun phrase that a token heads, with all that belongs to it: determiners,
  /// modifiers, prepositional phrases, relative clauses and a genitive ending, but no apposition, no
  /// coordinated phrase and nothing of the clause whose predicate it is.
  ///
  /// Longer than ``phrase(of:)``, which is what the thing is called. O(*d*) in the number of dependents,
  /// after O(*n* · depth) once a sentence.
  func extent(of head: Int) -> Range<Int> {
    var low = head
    var high = head
    let isPredicate = !children(head, ["cop"]).isEmpty
    // What stands before a preposition or the subject belongs to the clause.
    let border = children[head].last { $0 < head && Self.clauseMarks.contains(relation($0)) } ?? -1
    for child in children[head] where child > border {
      guard isPart(child, of: head, isPredicate: isPredicate) else { continue }
      low = min(low, subtrees[child].lowerBound)
      high = max(high, subtrees[child].upperBound - 1)
    }
    while high > head, tokens[high].upos == .punct, !Self.closers.contains(tokens[high].form) {
      high -= 1
    }
    while low < head, tokens[low].upos == .punct, !Self.openers.contains(tokens[low].form) {
      low += 1
    }
    return low..<high + 1
  }

  private func relation(_ index: Int) -> String { tokens[index].relation.universal }

  private func isPart(_ child: Int, of head: Int, isPredicate: Bool) -> Bool {
    switch relation(child) {
    case "det", "amod", "compound", "nummod", "nmod", "flat", "fixed", "goeswith", "acl":
      return true
    case "obl", "xcomp": return !isPredicate
    // "Byron's"
    case "case": return child > head && Self.genitives.contains(tokens[child].form)
    default: return false
    }
  }

  private static let clauseMarks: Set<String> = ["case", "cop", "mark", "nsubj", "aux"]
  private static let genitives: Set<String> = ["'s", "’s", "'", "’"]
  private static let openers: Set<String> = ["“", "``", "\"", "(", "["]
  private static let closers: Set<String> = ["”", "''", "\"", ")", "]"]
}
