import Linguistics

/// Relative clauses that hang on the wrong noun.
extension TreeRepair {
  /// Hangs a relative clause on the noun above if its verb agrees with that one alone: "a collection of
  /// songs that has sold well", "the owners of a mine that have left".
  mutating func nameAgreeingAntecedents() {
    let tree = tree
    for clause in tokens.indices where tree.fullRelation(of: clause) == "acl:relcl" {
      guard let noun = tree.head(of: clause), noun < clause,
        let verb = finiteVerb(of: clause, in: tree),
        let subject = tree.child(of: clause, "nsubj"),
        ["that", "which", "who"].contains(tree.forms[subject]),
        let nounIsPlural = isPlural(noun), nounIsPlural != verb,
        tree.relation(of: noun) == "nmod", tree.child(of: noun, "conj") == nil,
        let upper = tree.head(of: noun), upper < noun, isPlural(upper) == verb,
        tree.child(of: upper, "conj") == nil
      else { continue }
      attach(clause, to: upper)
    }
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
  private func isPlural(_ noun: Int) -> Bool? {
    switch tokens[noun].xpos {
    case "NNS": true
    case "NN":
      ClassNouns.type(of: tokens[noun].lemma.lowercased()) == "Organization" ? nil : false
    default: nil
    }
  }
}
