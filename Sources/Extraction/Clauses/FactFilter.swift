import Documents
import Linguistics

/// Refuses facts that would not be true or would not say anything.
struct FactFilter {
  /// The tree.
  let tree: SentenceTree

  /// Whether a fact may become a claim.
  func allows(_ fact: Fact, context: ClauseContext) -> Bool {
    guard isThing(fact.subject), !fact.label.isEmpty else { return false }
    if case .phrase(let object) = fact.object, !isThing(object) { return false }
    // "sued for $25m by an artist who claimed": the amount took the place of the antecedent.
    if tree[fact.subject].upos == .sym, fact.source == .relative { return false }
    if tree[fact.head].upos == .aux, tree[fact.head].xpos == "MD" { return false }
    if context.isAsserted {
      if isDummy(fact.subject) { return false }
      if case .phrase(let object) = fact.object, isDummy(object) { return false }
    }
    // "it remained": a linking verb whose attribute was not found.
    if fact.object == nil, fact.label == tree.lemmas[fact.head],
      Self.linking.contains(tree.lemmas[fact.head]),
      tree[fact.head].upos == .verb || tree[fact.head].upos == .aux
    {
      return false
    }
    if tree.sentence.block == .header { return false }
    return true
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
    guard Self.dummies.contains(form), tree[token].upos != .noun || form == "others" else {
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

  private static let dummies: Set<String> = [
    "this", "that", "these", "those", "there", "all", "some", "one", "ones", "many", "most", "what",
    "each", "other", "others", "you", "everything", "something", "anything", "nothing", "everyone",
    "someone", "anyone", "everybody", "somebody", "anybody", "whatever", "whoever", "whichever",
    "several", "both", "few", "another", "same", "none", "myself", "itself", "himself", "herself",
    "themselves", "ourselves", "yourself",
  ]
}
