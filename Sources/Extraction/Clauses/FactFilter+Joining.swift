import Linguistics

/// Words that stand side by side and belong to different things.
extension FactFilter {
  /// Whether coordination or apposition joins what does not belong together, or parts what does.
  func isMisjoined(_ fact: Fact) -> Bool {
    isHalfName(fact) || isOneOfTwo(fact) || isRunOn(fact) || isMisjoinedTitle(fact)
      || isGapped(fact) || isListed(fact)
      || isFarExample(fact)
  }

  /// "the plan to sell the mine and warned of losses": the next predicate of the sentence in a phrase.
  private func isRunOn(_ fact: Fact) -> Bool {
    guard case .phrase(let object) = fact.object else { return false }
    // "decided two of them did well": a clause of its own.
    if fact.rule == "clause/verb",
      SpeechVerbs.force[tree.lemmas[fact.head]] != nil
        || Self.judging.contains(tree.lemmas[fact.head]),
      tree.children(of: object, "acl").contains(where: { clause in
        ["VBD", "VBZ", "VBP"].contains(tree[clause].xpos)
          && tree.child(of: clause, "nsubj", "nsubj:pass", "aux:pass") == nil
      })
    {
      return true
    }
    return NounPhrase(tree: tree).tokens(object, .conjunct).contains { token in
      ["VBD", "VBZ"].contains(tree[token].xpos) && tree.relation(of: token) == "conj"
        && tree.head(of: token).map { tree[$0].xpos == "VB" } == true
    }
  }

  /// "for president and banker Ada Lund": a title that belongs to what precedes; "giants Nordia and Halden": to many.
  private func isMisjoinedTitle(_ fact: Fact) -> Bool {
    switch fact.object {
    case .kind(let noun):
      // "in the capital city Oslo, Ada Lund …": the name right behind the noun is another.
      if noun + 1 < fact.subject, let nearer = tree.name(at: noun + 1),
        !nearer.tokens.contains(fact.subject), fact.rule == "nominal/apposition-name",
        tree.child(of: fact.subject, "conj") == nil, tree.relation(of: fact.subject) != "conj"
      {
        return true
      }
      if tree[noun].xpos == "NNS" { return true }
      return noun > 0 && noun + 1 < tree.count && tree[noun - 1].upos == .adp
        && ["and", ","].contains(tree.forms[noun + 1])
    case .phrase(let noun):
      return fact.rule == "nominal/apposition" && tree[noun].xpos == "NNS"
        && tree.name(at: fact.subject)?.kind == .person
    case .words, .amount, nil: return false
    }
  }

  /// "between Oslo and Bergen" is at neither; "worship and burial of cats" is the worship of cats.
  private func isOneOfTwo(_ fact: Fact) -> Bool {
    if case .phrase(let object) = fact.object {
      if fact.label.hasSuffix(" between"),
        tree.child(of: object, "conj") != nil || tree.relation(of: object) == "conj"
      {
        return true
      }
      if lacksShared(object) { return true }
    }
    return lacksShared(fact.subject)
  }

  private func lacksShared(_ noun: Int) -> Bool {
    guard tree[noun].upos == .noun else { return false }
    let first = tree.relation(of: noun) == "conj" ? tree.head(of: noun) ?? noun : noun
    let others = tree.children(of: first, "conj")
    // Behind the coordination, whichever of its nouns the parser hung it on.
    if let last = others.last, others.contains(noun) || noun == first,
      ofComplements(of: first).contains(where: { $0 > last })
    {
      return true
    }
    return tree.child(of: noun, "nmod", "det", "nmod:poss", "amod") == nil
      && tree.children(of: noun, "conj").contains { other in
        tree.child(of: other, "det", "nmod:poss", "amod") == nil
          && ofComplements(of: other).contains { $0 > other }
      }
  }

  private func ofComplements(of noun: Int) -> [Int] {
    tree.children(of: noun, "nmod").filter { complement in
      tree.children(of: complement, "case").contains { tree.forms[$0] == "of" }
    }
  }

  /// "someone who …, such as a guard": behind a comma an example may be of the nearer noun.
  private func isFarExample(_ fact: Fact) -> Bool {
    guard fact.rule == "nominal/example", case .phrase(let kind) = fact.object, kind < fact.subject
    else { return false }
    return (kind + 1..<fact.subject).contains {
      tree[$0].upos == .verb && !["including"].contains(tree.forms[$0])
    }
  }

  /// "the Joint Force Quiet Resolve": a piece of a name is not what the rest of it is.
  private func isHalfName(_ fact: Fact) -> Bool {
    guard fact.rule == "nominal/apposition", case .phrase(let object) = fact.object else {
      // "mortar and shell maker Nordia": the first may be of the maker as well.
      return isHalfCompound(fact)
    }
    return tree[object].upos == .propn && !NounPhrase(tree: tree).isSetOff(object)
  }

  private func isHalfCompound(_ fact: Fact) -> Bool {
    guard case .phrase(let object) = fact.object, object + 3 < tree.count,
      tree[object].xpos == "NN", tree.child(of: object, "det", "nmod:poss") == nil,
      ["and", "or"].contains(tree.forms[object + 1])
    else { return false }
    return tree[object + 2].xpos == "NN" && ["NN", "NNP"].contains(tree[object + 3].xpos)
  }

  /// "Ada is the chairman and Ole her deputy": she is not Ole.
  private func isGapped(_ fact: Fact) -> Bool {
    guard fact.rule == "clause/copula", case .phrase(let object) = fact.object else { return false }
    return tree.name(at: fact.subject)?.kind == .person && tree.name(at: object)?.kind == .person
  }

  /// "Film - Low Tide; director - Ada Lund": a bare noun before a dash heads a list.
  private func isListed(_ fact: Fact) -> Bool {
    guard case .kind(let noun) = fact.object, noun < fact.subject,
      tree.child(of: noun, "det", "nmod:poss") == nil
    else { return false }
    return (noun + 1..<fact.subject).contains {
      ["-", "–", "—", "--", ":"].contains(tree.forms[$0])
    }
      && !(noun + 1..<fact.subject).contains { tree.sentence.tokens.isJoint($0) }
  }

  private static let judging: Set<String> = [
    "believe", "decide", "expect", "feel", "find", "hope", "know", "reckon", "rule", "think",
  ]
}
