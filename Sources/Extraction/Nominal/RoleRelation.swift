import Linguistics

extension NominalFacts {
  /// The other side of a role: "president of IDC", "SenseTime's founders", "SenseTime CEO".
  ///
  /// Whoever the role is said of (by apposition, title or copula) has it. A role that is said of
  /// nobody here stands for its holder; it is a claim only if the document names them elsewhere
  /// ("The co-founder of Acme … Ann Lee, the co-founder").
  func roles() -> [Fact] {
    (0..<tree.count).flatMap { token -> [Fact] in
      guard [.noun, .propn].contains(tree[token].upos), tree.name(at: token)?.kind != .person,
        Roles.isRole(tree.lemmas[token]), !isSecondHalf(token)
      else { return [] }
      let (holder, presupposed) = holder(of: token)
      let isMany = ["NNS", "NNPS"].contains(tree[token].xpos)
      guard holder != nil || tree.lemmas[token] != "part" && !isMany else { return [] }
      let label = "be " + roleName(token) + " of"
      // "the mayors of Oslo and Bergen": neither is of both.
      let sides = otherSides(of: token)
      guard sides.count < 2 || !isMany else { return [] }
      return sides.map { named($0) }.filter { $0 != holder }.map { side in
        var made = fact(
          holder ?? token, label, .phrase(side), at: token,
          words: phrase.tokens(token, .core).filter { $0 <= token }, rule: "nominal/role")
        made.isPresupposed = presupposed
        return presupposed && holder != nil ? vouched(made) : made
      }
    }
  }

  /// "prosecutor general": the rank behind an office is a part of its name.
  private func isSecondHalf(_ token: Int) -> Bool {
    guard token > 0, tree.lemmas[token] == "general" else { return false }
    return tree.head(of: token - 1) == token
      || tree.head(of: token) == token - 1 && [.noun, .propn].contains(tree[token - 1].upos)
  }

  /// Who has a role, and whether the sentence takes it for granted.
  private func holder(of role: Int) -> (Int?, Bool) {
    var role = role
    if tree.relation(of: role) == "conj", let first = tree.head(of: role) {
      if let name = tree.children(of: first, "appos").first, isPersonName(first), name < role {
        return (first, true)
      }
      if tree[first].upos == .noun { role = first }
    }
    if tree.child(of: role, "cop") != nil, let subject = SubjectFinder(tree: tree).subject(of: role)
    {
      return (subject.head, false)
    }
    guard let host = tree.head(of: role) else { return (nil, true) }
    switch tree.relation(of: role) {
    case "appos" where [.noun, .propn].contains(tree[host].upos):
      return (lastConjunct(of: host, before: role), true)
    case "compound", "nmod", "flat", "amod", "dep":
      if isName(host), host > role, tree.child(of: role, "case") == nil { return (host, true) }
    default: break
    }
    let name = tree.children(of: role, "appos").first { tree.name(at: $0) != nil }
    return (name, true)
  }

  /// The name that stands right behind a common noun, or the noun: "the research firm IDC".
  private func named(_ token: Int) -> Int {
    guard tree.name(at: token) == nil, tree[token].upos == .noun else { return token }
    return tree.children(of: token, "appos").first {
      tree.name(at: $0) != nil && !phrase.isSetOff($0)
        && phrase.isRight(token, before: $0)
    } ?? token
  }

  private func otherSides(of role: Int) -> [Int] {
    var sides: [Int] = []
    for child in tree.children[role] {
      switch tree.fullRelation(of: child) {
      case "nmod":
        guard
          tree.children(of: child, "case").first.map({
            ["of", "at", "for"].contains(tree.forms[$0])
          }) == true,
          tree.forms[tree.children(of: child, "case")[0]] == "of"
            || tree.name(at: child)?.kind == .organization
        else { continue }
        sides += builder.conjuncts(child)
      case "nmod:poss":
        // "its 747 rival": a rival of the one that stands nearer.
        let isNearer = tree.children(of: role, "compound").contains { tree[$0].upos == .propn }
        guard tree[child].xpos != "WP$", tree[child].upos != .pron || !isNearer,
          tree.lemmas[role] != "head" || !isPersonName(child)
        else {
          continue
        }
        sides += builder.conjuncts(child)
      case "compound":
        guard let kind = tree.name(at: child)?.kind, kind != .person, child < role,
          ["NN", "NNP"].contains(tree[role].xpos),
          kind != .place || Roles.isOfPlace(tree.lemmas[role])
        else { continue }
        sides.append(child)
      default: continue
      }
    }
    // "Secretary of State" is one title.
    return sides.filter { !isMeasure($0) && tree.forms[$0] != "state" }
  }

  /// The role with what narrows it: "chief executive officer", "co-founder".
  private func roleName(_ token: Int) -> String {
    let narrowing = tree.children[token].filter {
      $0 < token && ["compound", "amod"].contains(tree.relation(of: $0)) && tree.name(at: $0) == nil
        && !["new", "former", "another", "other", "own", "old", "latest", "first"].contains(
          tree.lemmas[$0])
        && !tree.forms[$0].contains("old") && !tree.forms[$0].contains { $0.isNumber }
    }
    let former = tree.children(of: token, "amod").contains {
      ["former", "ex", "late", "then"].contains(tree.lemmas[$0])
    }
    let words = (narrowing.flatMap { tree.subtree(of: $0) } + [token]).filter {
      !tree.isPunctuation($0)
    }
    return (former ? "former " : "")
      + words.map { $0 == token ? tree.lemmas[$0] : tree.forms[$0] }.joined(separator: " ")
  }
}
