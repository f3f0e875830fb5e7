import Documents
import Linguistics

/// Refuses facts that would not be true or would not say anything.
struct FactFilter {
  /// The tree.
  let tree: SentenceTree

  /// Whether a fact may become a claim.
  func allows(_ fact: Fact, context: ClauseContext) -> Bool {
    guard isThing(fact.subject), tree.relation(of: fact.subject) != "expl", !fact.label.isEmpty
    else { return false }
    if case .phrase(let object) = fact.object, !isThing(object) { return false }
    // "sued for $25m by an artist who claimed": the amount took the place of the antecedent.
    if tree[fact.subject].upos == .sym, fact.source == .relative { return false }
    if tree[fact.head].upos == .aux, tree[fact.head].xpos == "MD" { return false }
    if context.isAsserted {
      guard tellsSomething(fact, context: context), !isDoubtful(fact), !isAsked(fact.subject),
        !isDummy(fact.subject), !isUntold(fact.subject)
      else { return false }
      switch fact.object {
      case .phrase(let object):
        if isAsked(object) || isUntold(object) || isLoneAdjective(object) || isDummy(object) {
          return false
        }
      case .kind(let object): if isDummy(object) { return false }
      case .words, .amount, nil: break
      }
    }
    // "Ocean's Twelve raids box office": in a headline a possessive may be half of a title.
    // "Oslo, Bergen join the league": in a headline a comma may stand for "and".
    if tree.sentence.block == .heading,
      ["nominal/possession", "nominal/place-in-place"].contains(fact.rule)
    {
      return false
    }
    if isTitleCase(fact.head), fact.predicate.contains(fact.head) { return false }
    // "it remained": a linking verb whose attribute was not found.
    if fact.object == nil, fact.label == tree.lemmas[fact.head],
      Self.linking.contains(tree.lemmas[fact.head]),
      tree[fact.head].upos == .verb || tree[fact.head].upos == .aux
    {
      return false
    }
    if tree.sentence.block == .header { return false }
    if context.isAsserted, isTail { return false }
    return true
  }

  /// Whether the sentence begins with a small letter: what it goes on from was cut off.
  private var isTail: Bool {
    guard let first = (0..<tree.count).first(where: { !tree.isPunctuation($0) }) else {
      return true
    }
    return tree[first].form.first?.isLowercase == true
      && !tree[first].form.contains { $0.isUppercase }
      && tree.sentence.tokens.last?.xpos == "." && !tree.sentence.tokens.isJoint(first + 1)
  }

  /// Whether a fact without an object says more than that its subject did or was something: when or where
  /// it did, or a deed that is news by itself.
  private func tellsSomething(_ fact: Fact, context: ClauseContext) -> Bool {
    guard fact.object == nil else { return true }
    if context.time != nil { return true }
    switch fact.rule {
    case "clause/existential":
      let places = fact.details.compactMap { detail -> Int? in
        if case .phrase(let head) = detail.filler { return head }
        return nil
      }
      return places.contains { tree.name(at: $0) != nil }
        || tree.subtree(of: fact.subject).contains { tree.name(at: $0) != nil }
    default:
      return !fact.details.isEmpty || tree.child(of: fact.head, "aux:pass", "nsubj:pass") != nil
        || EventVerbs.contains(tree.lemmas[fact.head])
    }
  }

  /// "what types of traffic", "how many people": a phrase that asks.
  private func isAsked(_ token: Int) -> Bool {
    tree.children(of: token, "det", "advmod", "amod", "nmod:poss").contains { child in
      ["WDT", "WP", "WRB"].contains(tree[child].xpos)
        || tree.children[child].contains { tree[$0].xpos == "WRB" }
    }
  }

  /// "most of the people who died", "some of whom": what narrows it stands outside the phrase.
  private func isUntold(_ token: Int) -> Bool {
    tree.children(of: token, "nmod").contains { part in
      ["whom", "which"].contains(tree.forms[part])
        || tree.child(of: part, "acl:relcl") != nil && !NounPhrase(tree: tree).isSetOff(part)
          && Self.anybody.contains(tree.lemmas[part])
    }
      || Self.anybody.contains(tree.lemmas[token]) && tree.child(of: token, "acl:relcl") != nil
        && tree.child(of: token, "nummod", "nmod:poss") == nil
  }

  /// "attacked “false” reports": an adjective that lost its noun.
  private func isLoneAdjective(_ token: Int) -> Bool {
    tree[token].upos == .adj && tree.name(at: token) == nil
      && tree.child(of: token, "det", "nmod", "nmod:poss") == nil
  }

  private static let anybody: Set<String> = ["man", "people", "person", "thing", "woman"]

  /// Whether a verb stands with a capital in the middle of a sentence, as in the title of a book or film.
  private func isTitleCase(_ head: Int) -> Bool {
    guard tree[head].upos == .verb, tree[head].form.first?.isUppercase == true,
      let first = (0..<head).first(where: { tree[$0].upos != .punct })
    else { return false }
    // A quotation may begin here.
    return first < head && tree[head - 1].upos != .punct
  }

  /// Whether a token can head a thing: a noun, name, pronoun or number, no mark.
  private func isThing(_ token: Int) -> Bool {
    switch tree[token].upos {
    case .punct, .adp, .cconj, .sconj, .part, .aux, .intj: return false
    case .sym: return tree.children[token].contains { tree[$0].upos == .num }
    case .adv: return false
    case .det, .pron:
      return !["that", "which", "who", "whom", "what", "whose", "there", "when", "where", "how"]
        .contains(tree.forms[token]) || tree[token].xpos == "DT"
    // "It was agreed that it fell": a clause is no thing, but a gerund may be.
    case .verb where tree[token].xpos != "VBG": return false
    default:
      return tree[token].form.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    }
  }

  /// Whether a phrase names nothing that a reader of the fact alone could find: a pronoun for a clause or
  /// for one of many, or people at large.
  private func isDummy(_ token: Int) -> Bool {
    let form = tree.forms[token]
    let narrowing = tree.children(
      of: token, "nmod", "amod", "nummod", "compound", "det", "nmod:poss")
    if form == "people" || form == "person" { return narrowing.isEmpty }
    // "a large number": of what was told before.
    if ["a", "an", "the"].contains(form) { return true }
    if Self.quantities.contains(tree.lemmas[token]) {
      return tree.child(of: token, "nmod", "acl", "compound") == nil
    }
    // "1,720 had left": of what was told before.
    if tree[token].upos == .num, form.allSatisfy({ $0.isNumber || $0 == "," }) {
      return tree.children[token].allSatisfy { tree[$0].upos != .noun && tree[$0].upos != .sym }
    }
    guard Self.dummies.contains(form),
      tree[token].upos != .noun || ["others", "latter", "former", "following"].contains(form)
    else {
      return false
    }
    // "some of the banks", "one in Oslo"
    return narrowing.allSatisfy { tree.relation(of: $0) == "det" }
  }

  /// Verbs that say nothing by themselves.
  private static let linking: Set<String> = [
    "be", "become", "remain", "seem", "appear", "tend", "go", "come", "turn", "get", "take", "make",
    "do", "have", "give", "put", "keep", "let", "set", "prove",
    "say", "tell", "add", "announce", "claim",
  ]

  private static let quantities: Set<String> = [
    "couple", "handful", "lot", "majority", "minority", "number", "rest",
  ]

  private static let dummies: Set<String> = [
    "this", "that", "these", "those", "there", "all", "some", "one", "ones", "many", "most", "what",
    "each", "other", "others", "you", "everything", "something", "anything", "nothing", "everyone",
    "someone", "anyone", "everybody", "somebody", "anybody", "whatever", "whoever", "whichever",
    "several", "both", "few", "another", "same", "none", "myself", "itself", "himself", "herself",
    "themselves", "ourselves", "yourself", "latter", "former", "following",
  ]
}
