import Linguistics

extension FactBuilder {
  /// A head and the nouns coordinated with it, and what it names as its examples.
  func conjuncts(_ head: Int, withExamples: Bool = true) -> [Int] {
    let apposition = tree.children(of: head, "appos").first { phrase.isSetOff($0) }
    let joined = tree.children(of: head, "conj").filter {
      !tree.isClauseHead($0) && tree[$0].upos != .verb && $0 < (apposition ?? tree.count)
        && !isDenied($0) && !isFragment($0) && !isOneName(head, $0) && !isMixed(head, $0)
    }
    return [head] + joined + (withExamples ? examples(of: head) : [])
  }

  /// Whether a conjunct can be of the attribute that it hangs on: behind a phrase with "with" or "of" it
  /// may as well go with that ("a maker with a capacity of … and a share of …").
  func isLike(_ conjunct: Int, _ attribute: Int) -> Bool {
    guard conjunct != attribute, [.noun, .propn].contains(tree[attribute].upos) else { return true }
    let type = ClassNouns.type(of: tree.lemmas[attribute])
    if type != nil, type == ClassNouns.type(of: tree.lemmas[conjunct]) { return true }
    return !tree.children(of: attribute, "nmod").contains { $0 > attribute && $0 < conjunct }
  }

  /// Whether one name covers both: "the Qualifications and Curriculum Authority".
  func isOneName(_ a: Int, _ b: Int) -> Bool {
    tree.name(at: a).map { $0.tokens.contains(b) } ?? false
  }

  /// Whether an amount is joined to a thing, which only a misread tree does.
  func isMixed(_ a: Int, _ b: Int) -> Bool {
    (analysis.amount(at: a, in: tree.index) == nil)
      != (analysis.amount(at: b, in: tree.index) == nil)
      && (tree.name(at: a) != nil || tree.name(at: b) != nil)
  }

  /// What a plural names as its examples: "investors including SoftBank and Temasek".
  func examples(of head: Int) -> [Int] {
    guard ["NNS", "NNPS"].contains(tree[head].xpos) else { return [] }
    return tree.children(of: head, "nmod").filter { child in
      guard let mark = tree.child(of: child, "case"), mark > head else { return false }
      let next = tree.children(of: mark, "fixed").map { tree.forms[$0] }
      return tree.forms[mark] == "including" || tree.forms[mark] == "such" && next == ["as"]
    }.flatMap { conjuncts($0) }
  }

  /// Whether a conjunct is only a piece of the name before it: "Temasek Holdings Pte.".
  func isFragment(_ part: Int) -> Bool {
    tree.children[part].isEmpty && tree.forms[part].hasSuffix(".") && tree[part].upos == .propn
  }

  /// "but not the hardware": a conjunct that is left out.
  func isDenied(_ token: Int) -> Bool {
    // "neither Acme nor Zenith": both are denied alike, by the clause.
    if tree.children(of: token, "cc").contains(where: { tree.forms[$0] == "nor" }) { return false }
    // "of barley rather than malt"
    if tree.children(of: token, "cc").contains(where: { tree.forms[$0] == "rather" }) {
      return true
    }
    return tree.subtree(of: token).contains {
      $0 < token && ModalWords.negations.contains(tree.forms[$0])
    }
      || token > 0 && ModalWords.negations.contains(tree.forms[token - 1])
  }

  /// An amount if one covers the token, else its phrase.
  func filler(_ token: Int) -> Fact.Filler {
    if let amount = analysis.amount(at: token, in: tree.index),
      amount.unit != nil || !hasNoun(token, in: amount.tokens) && !isSomeOfThem(token)
    {
      return .amount(token)
    }
    return .phrase(token)
  }

  /// "six of the committees", "all three": things, no number.
  private func isSomeOfThem(_ token: Int) -> Bool {
    tree.children(of: token, "nmod").contains { child in
      tree.children(of: child, "case").contains { tree.forms[$0] == "of" }
    }
      || tree.children(of: token, "det").contains {
        ["all", "both", "these", "those"].contains(tree.forms[$0])
      }
  }

  func hasNoun(_ token: Int, in range: Range<Int>) -> Bool { tree[token].upos == .noun }

  func attributeWords(_ target: Int, of clause: Clause) -> [Int] {
    let skipped = Set(clause.predicate)
    return phrase.trimmed(
      tree.subtree(of: target) { child, parent in
        guard parent == target else { return false }
        return skipped.contains(child)
          || [
            "nsubj", "csubj", "cop", "aux", "mark", "conj", "cc", "parataxis", "advcl", "expl",
            "discourse", "case", "punct",
          ].contains(tree.relation(of: child))
          || child < (tree.child(of: target, "cop", "nsubj") ?? 0)
          || tree.relation(of: child) == "obl" && child < target
            && !tree.isMeasure(child, of: target)
      })
  }
}
