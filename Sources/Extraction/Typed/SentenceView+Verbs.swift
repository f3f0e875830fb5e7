import Linguistics

/// A token that takes a role, and how it was reached.
struct RoleFiller: Hashable {
  /// The token.
  var token: Int
  /// The words that join it ("from", "by"), ascending.
  var via: [Int] = []
  /// Whether it was handed down from another clause.
  var isInherited = false
  /// Whether it stands for itself alone, and not for what is coordinated with it.
  var isAlone = false
}

extension SentenceView {
  /// Whether a verb's surface subject is its logical object.
  func isPassive(_ verb: Int) -> Bool {
    for child in children[verb] {
      switch fullRelation(of: child) {
      case "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent": return true
      default: break
      }
    }
    guard sentence.tokens[verb].xpos == "VBN" else { return false }
    switch fullRelation(of: verb) {
    case "acl", "advcl", "amod": return !children[verb].contains { relation(of: $0) == "aux" }
    case "parataxis", "dep": return isBracketedParticiple(verb)
    case "conj":
      let first = head(of: verb)
      return first >= 0 && !has(verb, "aux") && !has(verb, "nsubj") && isPassive(first)
    default: return false
    }
  }

  /// The surface subjects of a clause, its own or those it takes over.
  ///
  /// Taken over from a coordinated clause, from the governor of an infinitive or participle, and
  /// from the noun that a participle modifies.
  func surfaceSubjects(of predicate: Int, depth: Int = 0) -> [RoleFiller] {
    let own = children[predicate].filter { relation(of: $0) == "nsubj" }
    if !own.isEmpty { return own.map { RoleFiller(token: $0) } }
    let governor = head(of: predicate)
    guard governor >= 0, depth < 6 else { return [] }
    func inherited(_ fillers: [RoleFiller]) -> [RoleFiller] {
      fillers.map { RoleFiller(token: $0.token, isInherited: true) }
    }
    let xpos = sentence.tokens[predicate].xpos
    switch fullRelation(of: predicate) {
    case "conj":
      guard isVerb(governor) || has(governor, "cop") || isVerb(predicate) else { return [] }
      return inherited(surfaceSubjects(of: governor, depth: depth + 1))
    case "xcomp":
      if let object = children[governor].first(where: { relation(of: $0) == "obj" }),
        isVerb(predicate)
      {
        return inherited([RoleFiller(token: object)])
      }
      return inherited(surfaceSubjects(of: governor, depth: depth + 1))
    case "acl":
      guard xpos == "VBN" || xpos == "VBG", !has(predicate, "mark") else { return [] }
      return [RoleFiller(token: governor, isInherited: true)]
    case "parataxis", "dep":
      return isBracketedParticiple(predicate)
        ? [RoleFiller(token: governor, isInherited: true)] : []
    case "amod":
      return xpos == "VBN" ? [RoleFiller(token: governor, isInherited: true)] : []
    case "advcl":
      guard xpos == "VBN" || xpos == "VBG" else { return [] }
      // "lists it as belonging to …": what is said is said of the object.
      if caseWords(of: predicate).contains(where: { formIs($0, "as") }),
        let object = children[governor].first(where: { relation(of: $0) == "obj" })
      {
        return inherited([RoleFiller(token: object)])
      }
      return inherited(surfaceSubjects(of: governor, depth: depth + 1))
    default: return []
    }
  }

  /// Whether a participle stands at the start of brackets behind a name: "Ada Byron (born 1815)".
  private func isBracketedParticiple(_ verb: Int) -> Bool {
    let name = head(of: verb)
    guard name >= 0, isName(name), verb > 1, sentence.tokens[verb].xpos == "VBN",
      !has(verb, "aux")
    else { return false }
    return ["(", "[", ";"].contains(sentence.tokens[verb - 1].form)
  }

  /// Who does what a verb says.
  func agents(of verb: Int) -> [RoleFiller] {
    guard isPassive(verb) else { return surfaceSubjects(of: verb) }
    return children[verb].compactMap { child in
      guard relation(of: child) == "obl",
        let by = caseWords(of: child).first(where: { formIs($0, "by") })
      else { return nil }
      if fullRelation(of: child) != "obl:agent", times[child] >= 0 || amounts[child] >= 0 {
        return nil
      }
      return RoleFiller(token: child, via: [by])
    }
  }

  /// What it is done to.
  func patients(of verb: Int) -> [RoleFiller] {
    let objects = children[verb].filter { relation(of: $0) == "obj" }
    if !objects.isEmpty { return objects.map { RoleFiller(token: $0) } }
    if isPassive(verb) { return surfaceSubjects(of: verb) }
    // "named Ada director", both hung as complements: the first is whom.
    let complements = children[verb].filter { relation(of: $0) == "xcomp" && isNominal($0) }
    if complements.count > 1, isName(complements[0]) { return [RoleFiller(token: complements[0])] }
    // "the cameras that SenseTime sells": the noun fills the gap in its relative clause.
    guard fullRelation(of: verb) == "acl:relcl", head(of: verb) >= 0,
      let subject = children[verb].first(where: { relation(of: $0) == "nsubj" }),
      !isRelativePronoun(subject)
    else { return [] }
    return [RoleFiller(token: head(of: verb), isInherited: true)]
  }

  /// To whom.
  func recipients(of verb: Int) -> [RoleFiller] {
    let own = children[verb].filter { relation(of: $0) == "iobj" }
    if !own.isEmpty { return own.map { RoleFiller(token: $0) } }
    return isPassive(verb) && has(verb, "obj") ? surfaceSubjects(of: verb) : []
  }

  /// The noun of which a relative pronoun speaks, else the token.
  func resolveRelative(_ token: Int) -> Int {
    guard isRelativePronoun(token) else { return token }
    var clause = head(of: token)
    var steps = 0
    while clause >= 0, steps < 4 {
      if fullRelation(of: clause) == "acl:relcl", head(of: clause) >= 0 {
        return head(of: clause)
      }
      // "SenseTime, whose valuation …", hung as an apposition.
      if clause == head(of: token), relation(of: clause) == "appos", formIs(token, "whose") {
        return head(of: clause)
      }
      clause = head(of: clause)
      steps += 1
    }
    return token
  }

  func isRelativePronoun(_ token: Int) -> Bool {
    let entry = sentence.tokens[token]
    guard entry.upos == .pron || entry.upos == .det || entry.upos == .sconj else { return false }
    return ["who", "which", "that", "whom", "whose"].contains(entry.form.lowercased())
  }

  /// The prepositions of a phrase.
  func caseWords(of token: Int) -> [Int] {
    children[token].filter { relation(of: $0) == "case" || relation(of: $0) == "mark" }
  }

  func formIs(_ token: Int, _ word: String) -> Bool {
    let form = sentence.tokens[token].form
    return form == word || form.lowercased() == word
  }
}
