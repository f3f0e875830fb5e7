import Linguistics

extension SentenceView {
  /// How a noun comes to be said of something.
  struct Predication {
    var fillers: [RoleFiller]
    /// Whether it is taken for granted (apposition, title) and not stated (copula).
    var isPresupposed: Bool
  }

  /// What a noun is said of: "X *is* the CEO", "X, the CEO", "the CEO, X", "CEO X".
  func predication(of noun: Int, depth: Int = 0) -> Predication {
    let none = Predication(fillers: [], isPresupposed: false)
    guard depth < 4 else { return none }
    if has(noun, "cop") {
      let own = surfaceSubjects(of: noun)
      return Predication(fillers: own, isPresupposed: false)
    }
    let governor = head(of: noun)
    let relation = fullRelation(of: noun)
    if governor >= 0, !isName(noun) {
      let made = holders(ofComplement: noun)
      if !made.isEmpty { return Predication(fillers: made, isPresupposed: false) }
      switch relation {
      case "nsubj":
        // "The chief executive is X."
        if isName(governor), has(governor, "cop") {
          return Predication(
            fillers: [RoleFiller(token: unit(governor), isAlone: true)], isPresupposed: false)
        }
      case "appos":
        // "A and B, the two shareholders" are both, "A and B, the chairman" is B.
        let first =
          isPlural(noun) ? firstConjunct(of: governor) : lastConjunct(of: governor, before: noun)
        return Predication(
          fillers: [RoleFiller(token: first, isAlone: !isPlural(noun))], isPresupposed: true)
      case "nmod:desc", "compound", "flat", "nmod:unmarked":
        let holder = unit(governor)
        if isName(holder), noun < holder || relation == "nmod:desc" {
          return Predication(
            fillers: [RoleFiller(token: holder, isAlone: true)], isPresupposed: true)
        }
      case "conj":
        // "X is the founder and chairman of …": what is said of the first is said of the second.
        if !isName(governor), isNominal(governor), !isPlural(noun) || isPlural(governor) {
          let first = predication(of: governor, depth: depth + 1)
          if !first.fillers.isEmpty {
            return Predication(
              fillers: first.fillers.map {
                RoleFiller(token: $0.token, isInherited: true, isAlone: $0.isAlone)
              }, isPresupposed: first.isPresupposed)
          }
        }
        // "X, chief executive of … and another co-founder", hung on the name.
        if !appositions(of: governor, before: noun).isEmpty, !isPlural(noun) {
          return Predication(
            fillers: [RoleFiller(token: governor, isInherited: true, isAlone: true)],
            isPresupposed: true)
        }
      default: break
      }
    }
    // "the CEO, X" and "co-founder X" where the title is the head.
    let names = children[noun].filter { child in
      guard child > noun, isName(child) else { return false }
      switch fullRelation(of: child) {
      case "appos", "flat", "nmod:desc", "compound": return true
      default: return false
      }
    }
    if isPlural(noun), names.allSatisfy({ !has($0, "conj") }) { return none }
    return Predication(
      fillers: names.map { RoleFiller(token: unit($0), isAlone: !isPlural(noun)) },
      isPresupposed: !names.isEmpty)
  }

  private func isPlural(_ noun: Int) -> Bool {
    sentence.tokens[noun].xpos == "NNS" || sentence.tokens[noun].xpos == "NNPS"
  }

  private func firstConjunct(of token: Int) -> Int {
    relation(of: token) == "conj" && head(of: token) >= 0 ? head(of: token) : token
  }

  /// The last of coordinated names that stands before a token: an apposition means the nearest.
  private func lastConjunct(of token: Int, before end: Int) -> Int {
    guard isName(token) else { return token }
    return children[token].last {
      relation(of: $0) == "conj" && $0 < end && isName($0)
    } ?? token
  }

  /// The nouns in apposition to a name that stand before another token.
  private func appositions(of name: Int, before token: Int) -> [Int] {
    guard isName(name) else { return [] }
    return children[name].filter {
      $0 < token && relation(of: $0) == "appos" && sentence.tokens[$0].upos == .noun
    }
  }

  /// The names and nouns that stand before a noun as modifiers: "*Apple* chief executive".
  func compounds(of noun: Int) -> [RoleFiller] {
    var result: [Int] = []
    let start = noun - max(nounLengths[noun], 1) + 1
    for child in dependents(of: noun) where child < start {
      switch fullRelation(of: child) {
      case "compound", "nmod:desc", "nmod:unmarked", "flat", "amod": result.append(child)
      default: break
      }
    }
    // "SenseTime CEO Xu Li" where the company hangs on the person.
    let governor = head(of: noun)
    if governor >= 0, ["nmod", "compound", "flat"].contains(self.relation(of: noun)),
      isName(governor), noun < governor
    {
      for child in children[unit(governor)]
      where child < noun && isName(child) && self.relation(of: child) == "compound" {
        result.append(child)
      }
    }
    return result.map { RoleFiller(token: $0) }
  }

  /// The possessors of a noun; a coordinated noun shares those of the first ("its founder and
  /// chairman").
  func possessors(of noun: Int) -> [RoleFiller] {
    let own = dependents(of: noun).filter { fullRelation(of: $0) == "nmod:poss" }
    if !own.isEmpty { return own.map { RoleFiller(token: $0) } }
    let governor = head(of: noun)
    guard governor >= 0, relation(of: noun) == "conj", !isName(governor),
      !has(noun, "det"), isNominal(governor), sentence.tokens[governor].upos == .noun
    else { return [] }
    return children[governor].filter { fullRelation(of: $0) == "nmod:poss" }
      .map { RoleFiller(token: $0, isInherited: true) }
  }

  /// Tokens that a preposition joins to a noun or verb.
  ///
  /// Prepositional phrases are often hung one step too high or too low, so those of a verb's
  /// object count for the verb ("raised $2 million from X") and those of the verb count for its
  /// object ("led a round in X"), save "of" and "by".
  func prepositional(_ preposition: Int32, of token: Int) -> [RoleFiller] {
    var result = joined(by: preposition, to: token)
    let isBinding = bindingPrepositions.contains(preposition)
    if isVerb(token) {
      for object in children[token] where relation(of: object) == "obj" {
        for child in [object] + children[object].filter({ relation(of: $0) == "nummod" })
        where !isBinding {
          result += joined(by: preposition, to: child)
        }
      }
    } else if !isBinding, !isName(token) {
      let governor = head(of: token)
      let role = fullRelation(of: token)
      if governor >= 0, isVerb(governor), role == "obj" || role == "nsubj:pass" {
        result += joined(by: preposition, to: governor).filter { $0.token > token }
      }
    }
    // "born and raised in X": what is joined to the second verb holds of the first.
    if result.isEmpty, isVerb(token), !isBinding {
      for other in children[token]
      where relation(of: other) == "conj" && isVerb(other) && other - token <= 2
        && !has(other, "nsubj") && !has(other, "obj")
      {
        result += joined(by: preposition, to: other).map {
          RoleFiller(token: $0.token, via: $0.via, isInherited: true)
        }
      }
    }
    // "chief executive of X and another co-founder": the first noun's complement serves the second.
    if result.isEmpty, relation(of: token) == "conj", !isVerb(token), head(of: token) >= 0 {
      let first = head(of: token)
      let siblings = isName(first) ? appositions(of: first, before: token) : [first]
      for sibling in siblings where sentence.tokens[sibling].upos == .noun {
        result += joined(by: preposition, to: sibling).map {
          RoleFiller(token: $0.token, via: $0.via, isInherited: true)
        }
      }
    }
    // "founder and chairman of X": the second noun's complement serves the first as well.
    if result.isEmpty, !isVerb(token), isNominal(token), !has(token, "compound") {
      for other in children[token]
      where relation(of: other) == "conj" && sentence.tokens[other].upos == .noun {
        result += joined(by: preposition, to: other).map {
          RoleFiller(token: $0.token, via: $0.via, isInherited: true)
        }
      }
    }
    return result
  }

  private func joined(by preposition: Int32, to token: Int) -> [RoleFiller] {
    dependents(of: token).compactMap { child in
      switch relation(of: child) {
      case "obl", "nmod", "advcl", "xcomp", "acl", "ccomp": break
      default: return nil
      }
      let marks = caseWords(of: child).filter { prepositions[$0] == preposition }
      return marks.isEmpty ? nil : RoleFiller(token: child, via: marks)
    }
  }
}
