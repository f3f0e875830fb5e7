import Linguistics

/// Finds the subject that a clause has or takes over from its surroundings.
struct SubjectFinder {
  /// How a subject was found, from the surest to the least sure.
  enum Source: String, Hashable, Sendable, CaseIterable {
    case own
    case conjunct
    case control
    case relative
    case participle
    case adverbial
  }

  /// A subject: its head and how it was found.
  struct Subject: Hashable, Sendable {
    /// The head of the phrase; for a relative clause that of the antecedent.
    let head: Int
    /// How it was found.
    let source: Source
    /// Whether it undergoes and does not act.
    let isPassive: Bool
    /// Whether the phrase is a possessor ("whose valuation"), with the possessed noun.
    var possessed: Int?
  }

  /// The tree.
  let tree: SentenceTree

  /// The subject of the clause that a token heads, or `nil`.
  func subject(of clause: Int) -> Subject? { subject(of: clause, depth: 0) }

  private func subject(of clause: Int, depth: Int) -> Subject? {
    guard depth < 12 else { return nil }
    if let own = ownSubject(of: clause) { return own }
    guard let governor = tree.head(of: clause) else { return nil }
    switch tree.relation(of: clause) {
    case "conj":
      guard tree.isClauseHead(governor), let shared = subject(of: governor, depth: depth + 1) else {
        return nil
      }
      return Subject(
        head: shared.head, source: shared.source == .own ? .conjunct : shared.source,
        isPassive: isPassive(clause), possessed: shared.possessed)
    case "xcomp":
      if let object = tree.child(of: governor, "obj", "iobj") {
        return Subject(head: object, source: .control, isPassive: isPassive(clause))
      }
      return subject(of: governor, depth: depth + 1).map {
        Subject(
          head: $0.head, source: .control, isPassive: isPassive(clause), possessed: $0.possessed)
      }
    case "acl":
      return adnominalSubject(of: clause, noun: governor, depth: depth)
    case "advcl":
      if tree.isClauseHead(governor) || tree[governor].upos == .verb {
        guard let main = subject(of: governor, depth: depth + 1) else { return nil }
        return Subject(
          head: main.head, source: .adverbial, isPassive: isPassive(clause),
          possessed: main.possessed)
      }
      return nil
    case "ccomp", "parataxis", "dep":
      guard ["VBG", "VBN", "VB"].contains(tree[clause].xpos), tree.child(of: clause, "aux") == nil,
        tree.relation(of: clause) == "ccomp"
      else { return nil }
      return subject(of: governor, depth: depth + 1).map {
        Subject(head: $0.head, source: .adverbial, isPassive: isPassive(clause))
      }
    default: return nil
    }
  }

  /// Whether a clause is passive by its auxiliary or its subject, or is a bare past participle.
  func isPassive(_ clause: Int) -> Bool {
    if tree.child(of: clause, "aux:pass", "nsubj:pass") != nil { return true }
    return tree[clause].xpos == "VBN" && tree.child(of: clause, "aux", "obj", "nsubj") == nil
      && tree.child(of: clause, "cop") == nil
      && ["acl", "advcl", "xcomp"].contains(tree.relation(of: clause))
      && tree.fullRelation(of: clause) != "acl:relcl"
  }

  private func ownSubject(of clause: Int) -> Subject? {
    guard
      let own = tree.children(of: clause, "nsubj").first(where: {
        tree.fullRelation(of: $0) != "nsubj:outer"
      }) ?? tree.child(of: clause, "nsubj:outer", "csubj")
    else { return nil }
    let passive = tree.fullRelation(of: own).hasSuffix(":pass")
    if tree.fullRelation(of: clause) == "acl:relcl", let noun = tree.head(of: clause),
      isRelativePronoun(own)
    {
      return Subject(head: noun, source: .relative, isPassive: passive)
    }
    if let whose = tree.children(of: own, "nmod:poss").first(where: {
      tree.lemmas[$0] == "whose" || tree[$0].xpos == "WP$"
    }),
      whose >= 0, tree.relation(of: clause) == "acl", let noun = tree.head(of: clause)
    {
      return Subject(head: noun, source: .relative, isPassive: passive, possessed: own)
    }
    return Subject(head: own, source: .own, isPassive: passive)
  }

  private func adnominalSubject(of clause: Int, noun: Int, depth: Int) -> Subject? {
    if tree.fullRelation(of: clause) == "acl:relcl" {
      // Without a subject of its own the antecedent is the subject, unless a pronoun fills another role.
      return Subject(head: noun, source: .relative, isPassive: isPassive(clause))
    }
    switch tree[clause].xpos {
    case "VBN", "VBD", "VBG", "VBZ", "VBP", "JJ":
      guard tree.child(of: clause, "mark").map({ tree.lemmas[$0] != "to" }) ?? true else {
        return nil
      }
      if tree[clause].xpos == "VBG", let mark = tree.child(of: clause, "mark", "case"),
        ["of", "for"].contains(tree.lemmas[mark])
      {
        return nil
      }
      return Subject(head: noun, source: .participle, isPassive: isPassive(clause))
    default: return nil
    }
  }

  /// Whether a token is a relative pronoun.
  func isRelativePronoun(_ token: Int) -> Bool {
    ["WDT", "WP"].contains(tree[token].xpos)
      || ["that", "which", "who", "whom"].contains(tree.forms[token])
  }
}
