import Documents
import Linguistics

/// Deeds that may be another's than the subject's that the tree gives them, or nobody's.
extension FactFilter {
  /// Whether the words leave open who did it, or whether it was done.
  func isOfAnother(_ fact: Fact) -> Bool {
    isOfWholeClause(fact) || isSought(fact) || isSeen(fact) || isBehindDash(fact)
      || isOfSuchTime(fact) || isUndergone(fact) || isImposed(fact) || isLeanedTo(fact)
      || isHeadlineForm(fact)
      || isForAnother(fact)
      || isHeadOfClause(fact)
      || isFarPassive(fact)
  }

  /// "The pipe made a hole open, flooding the streets": a participle below what an object is made to do may go
  /// with the verb above as well.
  private func isOfWholeClause(_ fact: Fact) -> Bool {
    guard fact.source == .adverbial, let verb = tree.head(of: fact.head), verb < fact.head,
      tree.relation(of: verb) == "xcomp", let upper = tree.head(of: verb)
    else { return false }
    return tree.child(of: upper, "obj", "iobj") != nil
  }

  /// "how to improve", "whether to leave": what is asked is not done.
  private func isSought(_ fact: Fact) -> Bool {
    // "How much it costs is open."
    if ["ccomp", "csubj"].contains(tree.relation(of: fact.head)),
      tree.subtree(of: fact.head).first.map({ tree.forms[$0] == "how" }) == true
    {
      return true
    }
    let marks = tree.children(of: fact.head, "mark", "advmod")
    return marks.contains { tree.forms[$0] == "to" }
      && marks.contains { ["how", "when", "where", "whether", "why"].contains(tree.forms[$0]) }
  }

  /// "30% saw orders rise": what happened to those who saw it only.
  private func isSeen(_ fact: Fact) -> Bool {
    guard ["ccomp", "xcomp"].contains(tree.relation(of: fact.head)),
      let verb = tree.head(of: fact.head), tree.lemmas[verb] == "see"
    else { return false }
    return tree.child(of: fact.head, "mark") == nil
      && !["VBD", "VBZ", "VBP"].contains(tree[fact.head].xpos)
  }

  /// "The works were on hold -- men who …": behind a dash stands no predicate of what precedes it.
  private func isBehindDash(_ fact: Fact) -> Bool {
    guard fact.source == .relative, let noun = tree.head(of: fact.head), fact.subject < noun else {
      return false
    }
    return (fact.subject..<noun).contains { ["--", "–", "—", "-", ":"].contains(tree.forms[$0]) }
      && tree.child(of: noun, "cop") != nil
  }

  /// "Trader convicted of fraud", "Games win for the new format": of a headline only a form that nothing but a
  /// finite verb has is sure, and its object.
  private func isHeadlineForm(_ fact: Fact) -> Bool {
    guard tree.sentence.block == .heading, fact.rule.hasPrefix("clause/") else { return false }
    let verbs = [fact.head] + tree.children(of: fact.head, "aux", "aux:pass", "cop")
    let isFinite = verbs.contains {
      ["MD", "VBZ"].contains(tree[$0].xpos) || tree[$0].upos == .aux
    }
    if fact.rule.hasSuffix("preposition") { return true }
    if isFinite { return false }
    return fact.source != .own || !["VBD", "VBP"].contains(tree[fact.head].xpos)
      || tree.child(of: fact.head, "obj", "ccomp") == nil
  }

  /// "could be sent when two people met": whenever that may be.
  private func isOfSuchTime(_ fact: Fact) -> Bool {
    let isWhenever = tree.children(of: fact.head, "advcl").contains { clause in
      tree.children(of: clause, "advmod", "mark").contains { tree.forms[$0] == "whenever" }
    }
    if isWhenever { return true }
    guard tree.relation(of: fact.head) == "advcl", let verb = tree.head(of: fact.head),
      tree.children(of: verb, "aux").contains(where: { tree[$0].xpos == "MD" })
    else { return false }
    return tree.children(of: fact.head, "advmod", "mark").contains {
      ["when", "whenever", "where", "wherever", "while", "until"].contains(tree.forms[$0])
    }
  }

  /// "Her term was cut after serving a year": what undergoes the one deed does not do the other.
  private func isUndergone(_ fact: Fact) -> Bool {
    guard fact.source == .adverbial, tree[fact.head].xpos == "VBG",
      let verb = tree.head(of: fact.head), tree.child(of: verb, "nsubj:pass") == fact.subject
    else { return false }
    return tree[fact.subject].upos == .noun && ClassNouns.type(of: tree.lemmas[fact.subject]) == nil
      && !Roles.isRole(tree.lemmas[fact.subject])
  }

  /// "was sentenced to a year and to pay a fine": what somebody is to do.
  private func isImposed(_ fact: Fact) -> Bool {
    tree[fact.head].xpos == "VB"
      && tree.children(of: fact.head, "mark").contains { tree.forms[$0] == "to" }
      && tree.ancestors(of: fact.head).prefix(2).contains {
        ["condemn", "order", "require", "sentence"].contains(tree.lemmas[$0])
          && tree.child(of: $0, "aux:pass") != nil
      }
  }

  /// "uninterested in leading", "capable of winning": no deed.
  private func isLeanedTo(_ fact: Fact) -> Bool {
    guard tree[fact.head].xpos == "VBG", let adjective = tree.head(of: fact.head),
      tree[adjective].upos == .adj
    else { return false }
    return tree.children(of: fact.head, "mark", "case").contains {
      ["about", "at", "from", "in", "of", "to"].contains(tree.forms[$0])
    }
  }

  /// "called for his death to be examined": who asks for a thing does not undergo it.
  private func isForAnother(_ fact: Fact) -> Bool {
    fact.predicate.contains { token in
      tree.relation(of: token) == "xcomp"
        && tree.head(of: token).map { verb in
          tree.children(of: verb, "obl").contains { noun in
            noun > verb && noun < token
              && tree.children(of: noun, "case").contains { tree.forms[$0] == "for" }
          }
        } == true
    }
  }

  /// "Berg, Lund having left": behind the last of some things a participle makes a clause of its own of it.
  private func isHeadOfClause(_ fact: Fact) -> Bool {
    guard case .phrase(let object) = fact.object, tree.relation(of: object) == "conj",
      object + 1 < tree.count
    else { return false }
    return tree[object + 1].xpos == "VBG" || ["VBD", "VBZ", "VBP"].contains(tree[object + 1].xpos)
  }

  /// "a shelter in Oslo, run by nuns", behind a comma: it may be of either noun.
  private func isFarPassive(_ fact: Fact) -> Bool {
    guard tree.fullRelation(of: fact.head) == "acl", tree[fact.head].xpos == "VBN",
      let noun = tree.head(of: fact.head), noun < fact.head,
      let first = tree.subtree(of: fact.head).first(where: { !tree.isPunctuation($0) }),
      first > noun + 1, tree.forms[first - 1] == ","
    else { return false }
    return (noun + 1..<first).contains { [.noun, .num, .propn].contains(tree[$0].upos) }
      && tree.name(at: noun).map { !$0.tokens.contains(first - 2) } ?? true
  }
}
