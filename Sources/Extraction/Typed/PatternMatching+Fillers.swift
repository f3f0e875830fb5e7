import Linguistics

extension PatternMatching {
  /// The tokens in a role, each member of a coordination on its own.
  func fillers(of role: PatternRole, at token: Int) -> [RoleFiller] {
    var result: [RoleFiller] = []
    var seen: Set<Int> = []
    for filler in direct(role, at: token) {
      for member in members(of: filler) where member.token != token {
        if seen.insert(member.token).inserted { result.append(member) }
      }
    }
    // "The founder of Acme resigned": a role's holder whom the document names elsewhere.
    if result.isEmpty, role == .subject, isHolder(token) { return [RoleFiller(token: token)] }
    return result
  }

  /// Whether a noun stands for the one of whom it could be said: "the founder of Acme".
  func isHolder(_ noun: Int) -> Bool {
    view.isNamedSomewhere[noun] && !view.isName(noun) && !view.has(noun, "cop")
      && view.sentence.tokens[noun].upos == .noun
      && view.classes[noun] & (lexicon.classBits["Person"] ?? 0) != 0
  }

  private func direct(_ role: PatternRole, at token: Int) -> [RoleFiller] {
    switch role {
    case .subject:
      return view.isVerb(token) ? view.agents(of: token) : view.predication(of: token).fillers
    case .object: return view.patients(of: token)
    case .recipient: return view.recipients(of: token)
    case .possessor: return view.possessors(of: token)
    case .compound: return view.compounds(of: token)
    case .modifier:
      return children(of: token, ["amod", "advmod", "compound", "nmod", "nummod", "det", "acl"])
    case .adjective: return children(of: token, ["amod"])
    case .amount: return amounts(of: token)
    case .time:
      return view.children[token].filter { view.times[$0] >= 0 && view.caseWords(of: $0).isEmpty }
        .map { RoleFiller(token: $0) }
    case .apposition: return appositions(of: token)
    case .spanStart:
      return view.bracketedSpan(behind: token).map { [RoleFiller(token: $0.start)] } ?? []
    case .spanEnd:
      return view.bracketedSpan(behind: token).map { [RoleFiller(token: $0.end)] } ?? []
    case .complement: return complements(of: token)
    case .clause: return children(of: token, ["ccomp"])
    case .adverbial: return adverbials(of: token)
    case .preposition(let word): return view.prepositional(word, of: token)
    }
  }

  /// Adverbial clauses of a verb, of its object and of what it makes of it.
  private func adverbials(of verb: Int) -> [RoleFiller] {
    let hosts =
      [verb]
      + view.children[verb].filter { ["obj", "xcomp", "obl"].contains(view.relation(of: $0)) }
    return hosts.flatMap { children(of: $0, ["advcl", "acl", "xcomp"]) }
      .filter { view.isVerb($0.token) }
  }

  private func children(of token: Int, _ relations: Set<String>) -> [RoleFiller] {
    view.dependents(of: token).filter { relations.contains(view.relation(of: $0)) }
      .map { RoleFiller(token: $0) }
  }

  /// Appositions; beside a name another name too: "Ridgefield, CT".
  private func appositions(of token: Int) -> [RoleFiller] {
    view.dependents(of: token).filter { child in
      let areNames = view.isName(token) && view.isName(child)
      if areNames, isListed(token) || isListed(child) { return false }
      switch view.fullRelation(of: child) {
      case "appos": return true
      case "nmod:unmarked", "list", "flat": return areNames && child > token
      default: return false
      }
    }.map { RoleFiller(token: $0) }
  }

  /// Whether a name is followed by names coordinated with it: "Michigan, Missouri and Ohio" are
  /// three, whatever the tree says.
  private func isListed(_ name: Int) -> Bool {
    view.children[name].contains { view.relation(of: $0) == "conj" && view.isName($0) }
  }

  private func amounts(of token: Int) -> [RoleFiller] {
    view.children[token].filter { view.amounts[$0] >= 0 }.map { RoleFiller(token: $0) }
  }

  /// What a verb makes of its object: an `xcomp` that is a noun, "as" and a noun, or a second
  /// object.
  private func complements(of verb: Int) -> [RoleFiller] {
    var result: [RoleFiller] = []
    for child in view.children[verb] {
      switch view.fullRelation(of: child) {
      case "xcomp":
        if !view.isVerb(child) {
          result.append(RoleFiller(token: child, via: view.caseWords(of: child)))
        }
      case "obl", "advcl":
        let cases = view.caseWords(of: child)
        if cases.contains(where: { view.formIs($0, "as") }) {
          result.append(RoleFiller(token: child, via: cases))
        }
      case "obj":
        if view.isPassive(verb)
          || view.children[verb].contains(where: { view.relation(of: $0) == "iobj" })
        {
          result.append(RoleFiller(token: child))
        }
      default: break
      }
    }
    return result
  }

  // MARK: Coordination and lists

  /// A filler and what is coordinated with it; a list's members for the noun that announces it
  /// ("investors including A and B").
  private func members(of filler: RoleFiller) -> [RoleFiller] {
    let first = view.resolveRelative(filler.token)
    var tokens = [view.unit(first)]
    var pending = filler.isAlone ? [] : conjuncts(of: first)
    while let next = pending.first {
      pending.removeFirst()
      let unit = view.unit(next)
      guard !tokens.contains(unit), view.isNominal(unit) else { continue }
      tokens.append(unit)
      pending += conjuncts(of: next)
    }
    var result: [RoleFiller] = []
    for token in tokens {
      let listed = examples(announcedBy: token)
      if listed.isEmpty {
        result.append(
          RoleFiller(token: token, via: filler.via, isInherited: filler.isInherited))
      }
      for example in listed {
        result.append(
          RoleFiller(
            token: example.token, via: filler.via + [token] + example.via,
            isInherited: filler.isInherited))
      }
    }
    return result
  }

  private func conjuncts(of token: Int) -> [Int] {
    let name = view.nameOf[token]
    let parts =
      name >= 0 ? Array(view.sentence.names[name].tokens.clamped(to: 0..<view.count)) : [token]
    return parts.flatMap { view.children[$0] }
      .filter { view.relation(of: $0) == "conj" && (name < 0 || view.nameOf[$0] != name) }
      .sorted()
  }

  private func examples(announcedBy token: Int) -> [RoleFiller] {
    guard !view.isName(token), view.sentence.tokens[token].upos == .noun else { return [] }
    var result: [RoleFiller] = []
    for child in view.children[token] {
      switch view.relation(of: child) {
      case "nmod":
        let marks = view.caseWords(of: child).filter {
          ["including", "such", "like", "namely"].contains(
            view.sentence.tokens[$0].form.lowercased())
        }
        let words = marks + marks.flatMap { view.children[$0] }
        if !marks.isEmpty { result.append(RoleFiller(token: child, via: words)) }
      case "acl":
        if view.formIs(child, "including"),
          let object = view.children[child].first(where: { view.relation(of: $0) == "obj" })
        {
          result.append(RoleFiller(token: object, via: [child]))
        }
      default: break
      }
    }
    return result.flatMap { members(of: $0) }
  }
}
