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
        let subject = tree.child(of: clause, "nsubj"),
        ["that", "which", "who"].contains(tree.forms[subject]),
        tree.child(of: noun, "conj") == nil
      else { continue }
      let nearest = nearestNoun(before: clause, in: tree)
      if found == isPlural {
        // The nearer noun does not agree: the parser's doubt is settled.
        if nearest > noun, number(of: nearest) == !isPlural { attach(clause, to: noun) }
      } else if nearest > noun,
        number(of: nearest) == isPlural || isPlural && isJoined(nearest, in: tree)
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

  /// Takes "and other gear Nordia sells" for what it is, where the parser made one name of "gear Nordia" and a second
  /// predicate of its verb: a noun joined to the one before it, with a relative clause that has no pronoun.
  mutating func freeBareRelatives() {
    let tree = tree
    for verb in tokens.indices where tree.relation(of: verb) == "conj" {
      guard ["VBZ", "VBP", "VBD"].contains(tokens[verb].xpos),
        tree.child(of: verb, "obj", "ccomp", "aux:pass") == nil,
        let subject = tree.child(of: verb, "nsubj"), subject + 1 == verb, subject > 2,
        tokens[subject].upos == .propn, tokens[subject - 1].upos == .noun,
        tree.head(of: subject - 1) == subject, tree.forms[subject - 2] == "other",
        tree.forms[subject - 3] == "and" || tree.forms[subject - 3] == "or",
        let noun = (0..<subject - 3).last(where: { tokens[$0].upos == .noun }), noun == subject - 4
      else { continue }
      let joined = subject - 1
      attach(joined, to: noun, as: "conj")
      attach(subject - 2, to: joined, as: "amod")
      attach(subject - 3, to: joined, as: "cc")
      attach(verb, to: joined, as: "acl:relcl")
    }
  }
}
