import Linguistics

/// Relative clauses that hang on the wrong noun.
extension TreeRepair {
  /// Hangs a relative clause on another noun if its verb agrees with that one alone: on the noun above in "a
  /// collection of songs that has sold well", on the nearest in "the time spent on affairs which are ours".
  mutating func nameAgreeingAntecedents() {
    let tree = tree
    for clause in tokens.indices where tree.fullRelation(of: clause) == "acl:relcl" {
      guard let noun = tree.head(of: clause), noun < clause,
        let isPlural = finiteVerb(of: clause, in: tree), let found = number(of: noun),
        found != isPlural, let subject = tree.child(of: clause, "nsubj"),
        ["that", "which", "who"].contains(tree.forms[subject]),
        tree.child(of: noun, "conj") == nil
      else { continue }
      let nearest = nearestNoun(before: clause, in: tree)
      if nearest > noun, number(of: nearest) == isPlural || isPlural && isJoined(nearest, in: tree)
      {
        attach(clause, to: nearest)
      } else if tree.relation(of: noun) == "nmod", let upper = tree.head(of: noun), upper < noun,
        number(of: upper) == isPlural, tree.child(of: upper, "conj") == nil
      {
        attach(clause, to: upper)
      }
    }
  }

  /// The token right before a clause, without a comma between.
  private func nearestNoun(before clause: Int, in tree: SentenceTree) -> Int {
    let first = tree.subtree(of: clause).first { !tree.isPunctuation($0) } ?? clause
    let token = first - 1
    return token >= 0 && tokens[token].upos == .noun ? token : -1
  }

  private func isJoined(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.relation(of: noun) == "conj" && tree.head(of: noun).map { tree[$0].upos == .noun } == true
  }

  /// Whether the finite verb of a clause is plural; `nil` if its form does not tell.
  private func finiteVerb(of clause: Int, in tree: SentenceTree) -> Bool? {
    let finite = tree.children(of: clause, "aux", "aux:pass", "cop").first ?? clause
    switch (tree[finite].xpos, tree.forms[finite]) {
    case ("VBZ", _), (_, "was"): return false
    case ("VBP", _), (_, "were"): return true
    default: return nil
    }
  }

  /// Whether a common noun is plural; `nil` for names and for nouns that take either verb: "the team have".
  private func number(of noun: Int) -> Bool? {
    switch tokens[noun].xpos {
    case "NNS": true
    case "NN":
      ClassNouns.type(of: tokens[noun].lemma.lowercased()) == "Organization" ? nil : false
    default: nil
    }
  }
}
