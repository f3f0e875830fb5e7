import Linguistics

/// Takes coordinated phrases apart, each conjunct with what it shares with the others.
struct Coordination {
  /// The tree.
  let tree: SentenceTree
  private let phrase: NounPhrase

  /// Creates a splitter for a sentence.
  init(tree: SentenceTree) {
    self.tree = tree
    phrase = NounPhrase(tree: tree)
  }

  /// The phrases that a phrase joins, in order, or the phrase alone if it joins none or must stay whole.
  ///
  /// "Nordia's ships and mines" gives "Nordia's ships" and "Nordia's mines". One name over both ("Lund and
  /// Sons"), "writer and critic Ada Lund", a fraction, alternatives and what is denied stay as they are. The
  /// phrase is given by its head and its tokens, sorted.
  func phrases(_ head: Int, in tokens: [Int]) -> [[Int]] {
    let present = Set(tokens)
    let others = tree.children(of: head, "conj").filter {
      present.contains($0) && isApart($0, head)
    }
    guard present.contains(head), let first = others.first, isJoint([head] + others),
      !isTitle([head] + others, from: first),
      !tokens.contains(where: { $0 < head && isNegation($0) })
    else { return [tokens] }
    let joined = Set(others.flatMap { tree.subtree(of: $0) })
    let links = links(of: head)
    let leading = tokens.filter { token in
      !joined.contains(token) && !links.contains(token)
        && !(isComma(token) && (joined.contains(token + 1) || links.contains(token + 1)))
    }
    let owner = tree.children(of: head, "nmod:poss").filter { $0 < head }
      .flatMap { tree.subtree(of: $0) }
    // "kings and queens of Norway": what follows the last is of them all.
    let shared = leading.filter { $0 > joined.max() ?? head }
    let rest = others.map { conjunct -> [Int] in
      // "by air and by sea": the preposition said again is that of the whole.
      let left = self.links(of: conjunct).union(tree.children(of: conjunct, "case"))
        .filter { $0 < conjunct }
      let own = tree.subtree(of: conjunct).filter { present.contains($0) && !left.contains($0) }
      let words = phrase.trimmed(own)
      guard !words.isEmpty else { return [] }
      let isOwned = tree.child(of: conjunct, "nmod:poss", "det") == nil
      return phrase.trimmed((isOwned ? owner.sorted() : []) + words + shared)
    }
    return ([phrase.trimmed(leading)] + rest).filter { !$0.isEmpty }
  }

  /// Whether a conjunct can stand alone beside the first.
  private func isApart(_ conjunct: Int, _ head: Int) -> Bool {
    guard conjunct > head, !tree.isClauseHead(conjunct), tree[conjunct].upos != .verb else {
      return false
    }
    // "1/2", "2 to 4": one measure.
    if isNumber(head) != isNumber(conjunct) { return false }
    if isNumber(conjunct) {
      if Self.ranges.contains(tree.forms[conjunct - 1]) { return false }
      // "May 16 and 17": a number that leans on the words before.
      let isBare = tree.children(of: conjunct, "compound", "nmod", "nummod").isEmpty
      if isBare, tree.child(of: head, "compound", "nmod") != nil { return false }
    }
    if preposition(of: conjunct) != nil, preposition(of: conjunct) != preposition(of: head) {
      return false
    }
    if tree.name(at: head).map({ $0.tokens.contains(conjunct) }) == true { return false }
    return !tree.isNameTail(conjunct) && !isNegation(conjunct - 1)
      && !tree.subtree(of: conjunct).contains { $0 < conjunct && isNegation($0) }
  }

  /// The preposition in front of a conjunct that is said of it alone.
  private func preposition(of token: Int) -> String? {
    tree.children(of: token, "case").first { $0 < token && tree[$0].upos != .part }
      .map { tree.forms[$0] }
  }

  /// Whether a conjunction says that all are meant: a comma alone may set something else beside, of "ships or
  /// mines" it is left open which, and "Lund & Moe" is one firm.
  private func isJoint(_ conjuncts: [Int]) -> Bool {
    let words = conjuncts.flatMap { links(of: $0) }.map { tree.forms[$0] }
    return !words.isEmpty && !words.contains { ["or", "and/or", "&", "/"].contains($0) }
  }

  /// "writer and critic Ada Lund": kinds joined before the one name that they are of.
  private func isTitle(_ conjuncts: [Int], from first: Int) -> Bool {
    conjuncts.contains { conjunct in
      tree.children(of: conjunct, "appos", "flat").contains { $0 > first && !phrase.isSetOff($0) }
    }
  }

  /// The conjunctions in front of a conjunct: "and", "as well as".
  private func links(of token: Int) -> Set<Int> {
    Set(tree.children(of: token, "cc").flatMap { tree.subtree(of: $0) })
  }

  private func isComma(_ token: Int) -> Bool { [",", ";"].contains(tree.forms[token]) }

  private func isNegation(_ token: Int) -> Bool {
    ModalWords.negations.contains(tree.forms[token])
  }

  private func isNumber(_ token: Int) -> Bool { [.num, .sym].contains(tree[token].upos) }

  private static let ranges: Set<String> = ["/", "\\/", "-", "–", "to"]
}
