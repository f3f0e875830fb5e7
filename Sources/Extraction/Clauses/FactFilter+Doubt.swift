import Documents
import Linguistics

/// Readings that the words leave open: right often enough to be looked at, not to be stated.
extension FactFilter {
  /// Whether a fact may as well be of another subject or object than the one found.
  func isDoubtful(_ fact: Fact) -> Bool {
    isFarRelative(fact) || isFarParticiple(fact) || isTornParticiple(fact) || isResult(fact)
      || isWithoutAuxiliary(fact) || isSaidThing(fact) || isScore(fact) || isComparison(fact)
      || isSubjunctive(fact) || isMannerAlone(fact) || isOneOfMany(fact)
      || isOfAnother(fact) || isTorn(fact) || isUncertainParse(fact)
  }

  /// "a blow for the firm, which lost half": behind a comma the relative pronoun may stand for the nearer noun
  /// as well.
  private func isFarRelative(_ fact: Fact) -> Bool {
    guard fact.source == .relative || fact.rule == "clause/gap",
      tree.fullRelation(of: fact.head) == "acl:relcl",
      let noun = tree.head(of: fact.head), noun < fact.head
    else { return false }
    let clause = tree.subtree(of: fact.head)
    // A clause that a parser tore apart may begin before its noun.
    guard let first = clause.first(where: { !tree.isPunctuation($0) }), first > noun + 1,
      tree.isPunctuation(first - 1)
    else { return false }
    // "the fair in Oslo, which ran a week": a place hardly does.
    if tree.name(at: noun)?.kind == .place, ["obl", "nmod"].contains(tree.relation(of: noun)),
      tree.child(of: fact.head, "cop") == nil, fact.object != nil
    {
      return true
    }
    return (noun + 1..<first).contains { [.noun, .propn].contains(tree[$0].upos) }
      && tree.name(at: noun).map { !$0.tokens.contains(first - 2) } ?? true
  }

  /// "The German won in the tie-break, striking a winner": behind a comma a participle is seldom of the noun of
  /// a circumstance.
  private func isFarParticiple(_ fact: Fact) -> Bool {
    guard fact.source == .participle, tree[fact.head].xpos == "VBG",
      let noun = tree.head(of: fact.head), noun < fact.head,
      ["obl", "nmod"].contains(tree.relation(of: noun)),
      let first = tree.subtree(of: fact.head).first(where: { !tree.isPunctuation($0) })
    else { return false }
    return first > 0 && tree.forms[first - 1] == ","
  }

  /// "In a letter, published on Monday, Lund said …": a past form that hangs freely on a clause tells what was
  /// done to something else.
  private func isTornParticiple(_ fact: Fact) -> Bool {
    fact.source == .adverbial && ["VBD", "VBN"].contains(tree[fact.head].xpos)
      && tree.child(of: fact.head, "aux", "aux:pass", "mark", "advmod", "obj") == nil
      && !fact.label.hasPrefix("be ")
  }

  /// "analysts said one of the ways to fund it was …": nobody says a thing, so its clause was torn apart.
  private func isSaidThing(_ fact: Fact) -> Bool {
    guard tree.lemmas[fact.head] == "say", fact.label == "say",
      case .phrase(let thing) = fact.object
    else { return false }
    return tree[thing].upos == .noun && !Self.sayings.contains(tree.lemmas[thing])
      && !tree.isQuoted(thing)
  }

  /// "is being craftily and slowly sold": what remains of a predicate is how it is done.
  private func isMannerAlone(_ fact: Fact) -> Bool {
    guard fact.rule == "clause/copula" || fact.rule == "clause/attribute",
      case .words(let words) = fact.object, words.count == 1
    else { return false }
    return tree[words[0]].upos == .adv
      && (tree.forms[words[0]].hasSuffix("ly")
        || ["here", "so", "there", "thus"].contains(tree.forms[words[0]]))
  }

  /// "one of the divers who died": it may be the one.
  private func isOneOfMany(_ fact: Fact) -> Bool {
    guard fact.source == .relative, tree.relation(of: fact.subject) == "nmod",
      let one = tree.head(of: fact.subject), tree.lemmas[one] == "one"
    else { return false }
    let finite = tree.children(of: fact.head, "aux", "aux:pass", "cop").first ?? fact.head
    return tree[finite].xpos == "VBD" && tree.forms[finite] != "were"
  }

  /// "voted 66 to 27": the halves of a result are no objects.
  private func isScore(_ fact: Fact) -> Bool {
    guard case .amount(let number) = fact.object, number + 2 < tree.count else { return false }
    return ["to", "-", "–"].contains(tree.forms[number + 1]) && tree[number + 2].upos == .num
      && tree[number].upos == .num
  }

  /// "The stance paid off with just 24 issued.": a whole sentence needs more than a participle, so another
  /// verb was taken for a part of the subject.
  private func isWithoutAuxiliary(_ fact: Fact) -> Bool {
    guard fact.source == .own, tree.fullRelation(of: fact.subject) == "nsubj:pass",
      tree.head(of: fact.head) == nil, tree.sentence.block != .heading,
      tree.child(of: fact.head, "aux", "cop") == nil
    else { return false }
    return tree.sentence.tokens.last.map { $0.xpos == "." } ?? false
  }

  /// "is more a graduate than an economist": two things weighed against each other.
  private func isComparison(_ fact: Fact) -> Bool {
    if [.participle, .relative].contains(fact.source), fact.subject < fact.head,
      (fact.subject..<fact.head).contains(where: { tree.forms[$0] == "than" })
    {
      return true
    }
    guard fact.rule == "clause/copula", case .phrase(let object) = fact.object else { return false }
    return tree.subtree(of: object).contains { tree.forms[$0] == "than" && $0 > object }
  }

  /// "Sales fell, reflecting weak demand": what the fall reflects, its subject need not.
  private func isResult(_ fact: Fact) -> Bool {
    fact.source == .adverbial && tree[fact.head].xpos == "VBG"
      && Self.results.contains(tree.lemmas[fact.head])
      && tree.child(of: fact.head, "mark", "case") == nil
      && tree.head(of: fact.head).map { $0 < fact.head } == true
  }

  /// "be it for a page or a picture", "be they rich or poor".
  private func isSubjunctive(_ fact: Fact) -> Bool {
    guard let copula = tree.child(of: fact.head, "cop"), tree.forms[copula] == "be" else {
      return false
    }
    return fact.subject > copula && tree.child(of: fact.head, "aux", "mark") == nil
  }

  /// Verbs whose free participle tells what the whole clause before it brings about or shows.
  private static let results: Set<String> = [
    "allow", "bring", "cause", "enable", "end", "ensure", "fuel", "highlight", "indicate", "lead",
    "leave", "make", "mark", "mean", "prompt", "push", "raise", "reflect", "result", "send",
    "show", "signal", "spark", "suggest", "take", "trigger", "underline", "underscore",
  ]

  /// What can be said like a thing.
  private static let sayings: Set<String> = [
    "farewell", "goodbye", "hello", "line", "name", "no", "nothing", "prayer", "sentence", "thank",
    "thing", "word", "yes",
  ]
}
