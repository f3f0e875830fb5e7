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
        if let object = tree.child(of: governor, "obj", "iobj"), object < clause,
          isDoneByObject(clause, of: governor)
        {
          return Subject(head: object, source: .control, isPassive: isPassive(clause))
        }
        guard let main = subject(of: governor, depth: depth + 1),
          !isDoneByAgent(clause, of: governor), !isManner(clause)
        else { return nil }
        return Subject(
          head: main.head, source: .adverbial, isPassive: isPassive(clause),
          possessed: main.possessed)
      }
      return nil
    case "ccomp", "parataxis", "dep":
      guard ["VBG", "VBN", "VB"].contains(tree[clause].xpos), tree.child(of: clause, "aux") == nil,
        tree.relation(of: clause) == "ccomp"
      else { return nil }
      if let object = tree.child(of: governor, "obj", "iobj"), object < clause {
        return Subject(head: object, source: .control, isPassive: isPassive(clause))
      }
      return subject(of: governor, depth: depth + 1).map {
        Subject(head: $0.head, source: .adverbial, isPassive: isPassive(clause))
      }
    default: return nil
    }
  }

  /// Whether a gerund with a preposition is the object's doing: "barred the bank from lending", "accuse
  /// the trader of lying".
  private func isDoneByObject(_ clause: Int, of governor: Int) -> Bool {
    tree.children(of: clause, "mark", "case").contains {
      tree.forms[$0] == "from"
        || ["of", "for", "into"].contains(tree.forms[$0])
          && Self.blaming.contains(tree.lemmas[governor])
    }
  }

  /// Verbs that tell what their object did or is made to do.
  private static let blaming: Set<String> = [
    "accuse", "acquit", "arrest", "blame", "censure", "charge", "clear", "coax", "condemn",
    "convict",
    "criticise", "criticize", "denounce", "fine", "force", "jail", "lure", "mislead", "persuade",
    "praise", "pressure", "punish", "push", "sentence", "sue", "suspect", "talk", "thank", "trick",
  ]

  /// "as expected", "as was the match", "than thought": a comparison says nothing of the main subject.
  private func isManner(_ clause: Int) -> Bool {
    tree.children(of: clause, "mark", "case").contains { ["as", "than"].contains(tree.forms[$0]) }
  }

  /// Whether a free participle may as well be the doing of a passive's agent: "was built by Acme, working
  /// with the city".
  private func isDoneByAgent(_ clause: Int, of governor: Int) -> Bool {
    tree[clause].xpos == "VBG" && clause > governor && tree.child(of: clause, "mark") == nil
      && tree.child(of: governor, "obl:agent") != nil
  }

  /// Whether a clause is passive by its auxiliary or its subject, or is a bare past participle.
  func isPassive(_ clause: Int) -> Bool {
    if tree.child(of: clause, "aux:pass", "nsubj:pass") != nil { return true }
    // "written and directed by": a participle joined to a bare one.
    if tree.relation(of: clause) == "conj", tree[clause].xpos == "VBN",
      let first = tree.head(of: clause),
      tree[first].xpos == "VBN", tree.relation(of: first) != "conj",
      tree.child(of: clause, "aux", "obj", "nsubj", "cop") == nil
    {
      return isPassive(first)
    }
    // "when asked whether it fell": without a subject the past form is a participle.
    if tree.relation(of: clause) == "advcl", ["VBN", "VBD"].contains(tree[clause].xpos),
      tree.child(of: clause, "aux", "obj", "nsubj", "cop") == nil,
      tree.children(of: clause, "mark", "advmod").contains(where: {
        ["when", "if", "once", "unless", "until"].contains(tree.forms[$0])
      })
    {
      return true
    }
    return tree[clause].xpos == "VBN" && tree.child(of: clause, "aux", "obj", "nsubj") == nil
      && tree.child(of: clause, "cop") == nil
      && ["acl", "advcl", "xcomp"].contains(tree.relation(of: clause))
      && tree.fullRelation(of: clause) != "acl:relcl"
  }

  private func ownSubject(of clause: Int) -> Subject? {
    let inner = tree.children(of: clause, "nsubj").filter {
      tree.fullRelation(of: $0) != "nsubj:outer"
    }
    guard
      let own = inner.last ?? expletive(of: clause)
        ?? tree.child(of: clause, "nsubj:outer", "csubj")
        ?? strayedSubject(of: clause)
    else { return nil }
    let passive = tree.fullRelation(of: own).hasSuffix(":pass")
    if tree.relation(of: clause) == "acl", let noun = tree.head(of: clause), isRelativePronoun(own)
    {
      return antecedent(noun, isPassive: passive)
    }
    if tree.relation(of: clause) == "acl", let noun = tree.head(of: clause),
      isPossessedByRelative(own)
    {
      return Subject(head: noun, source: .relative, isPassive: passive, possessed: own)
    }
    return Subject(head: own, source: .own, isPassive: passive)
  }

  /// The "it" that stands for a clause: "it is likely that prices fall".
  private func expletive(of clause: Int) -> Int? {
    tree.children(of: clause, "expl").first { tree.lemmas[$0] == "it" && $0 < clause }
  }

  /// A noun right before a verb without a subject, which the parser hung on it as a modifier.
  private func strayedSubject(of clause: Int) -> Int? {
    guard tree[clause].upos == .verb, ["VBD", "VBZ", "VBP"].contains(tree[clause].xpos) else {
      return nil
    }
    return tree.children(of: clause, "compound", "dep", "nmod").last {
      $0 < clause && [.noun, .propn].contains(tree[$0].upos) && tree.child(of: $0, "case") == nil
    }
  }

  /// Whether a noun is possessed by a relative pronoun: "whose valuation".
  private func isPossessedByRelative(_ noun: Int) -> Bool {
    tree.children(of: noun, "nmod:poss").contains {
      tree[$0].xpos == "WP$" || tree.lemmas[$0] == "whose"
    }
  }

  /// The subject that an antecedent gives; what a copula or an apposition says of a thing leads to
  /// the thing: in "they are academics who left" it is they who left.
  private func antecedent(_ noun: Int, isPassive: Bool) -> Subject {
    var head = noun
    if tree.relation(of: head) == "conj", let first = tree.head(of: head),
      tree.child(of: first, "cop") != nil
    {
      head = first
    }
    if tree.name(at: noun) == nil, tree[noun].upos != .propn, tree.child(of: head, "cop") != nil,
      let thing = tree.child(of: head, "nsubj"),
      !isRelativePronoun(thing)
    {
      return Subject(head: thing, source: .relative, isPassive: isPassive)
    }
    if tree.relation(of: noun) == "appos", let thing = tree.head(of: noun),
      [.propn, .noun].contains(tree[thing].upos),
      !NominalFacts.summaries.contains(tree.lemmas[noun])
    {
      return Subject(head: thing, source: .relative, isPassive: isPassive)
    }
    return Subject(head: noun, source: .relative, isPassive: isPassive)
  }

  private func adnominalSubject(of clause: Int, noun: Int, depth: Int) -> Subject? {
    if tree.fullRelation(of: clause) == "acl:relcl" {
      if let owned = tree.children[noun].last(where: { $0 < clause && isPossessedByRelative($0) }) {
        return Subject(
          head: noun, source: .relative, isPassive: isPassive(clause), possessed: owned)
      }
      // Without a subject of its own the antecedent is the subject.
      return antecedent(noun, isPassive: isPassive(clause))
    }
    switch tree[clause].xpos {
    case "VBN", "VBD", "VBG", "VBZ", "VBP", "JJ":
      // "rules on marketing": a gerund with a preposition is not done by the noun.
      guard tree.child(of: clause, "mark", "case") == nil else { return nil }
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
