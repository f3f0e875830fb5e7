import Linguistics

/// Puts a predicate into its dictionary form.
///
/// Tense, perfect, modals and negation go (time, certainty and polarity hold them); the first word
/// that stays is a lemma, the others keep their form: "was visiting" becomes "be visiting", "has
/// been trying to reassure" becomes "be trying to reassure", "raised" becomes "raise".
struct PredicateLabel {
  /// The tree.
  let tree: SentenceTree

  /// The dictionary form of a clause's predicate.
  func label(of clause: Clause) -> String {
    var words: [String] = []
    if clause.isReducedPassive { words.append("be") }
    for token in labelTokens(clause) where keeps(token, in: clause) {
      if tree.lemmas[token] == "be", words.last == "be" { continue }
      let isPlain = words.isEmpty || losesPerfect(token, in: clause)
      words.append(isPlain ? tree.lemmas[token] : tree.forms[token])
    }
    if words.isEmpty { words.append(tree.lemmas[clause.head]) }
    return words.joined(separator: " ")
  }

  /// Adverbs that make another verb of a verb: "press ahead", "turn back".
  static let particles: Set<String> = [
    "ahead", "back", "away", "out", "up", "down", "forward", "off", "together", "apart", "aside",
    "along", "in", "over",
  ]

  /// A verb's active dictionary form with its particle: "blacklist", "take over".
  func active(_ verb: Int) -> String {
    let particles = tree.children(of: verb, "compound:prt", "advmod").filter {
      tree.fullRelation(of: $0) == "compound:prt"
        || $0 == verb + 1 && Self.particles.contains(tree.forms[$0])
    }
    return ([tree.lemmas[verb]] + particles.map { tree.forms[$0] })
      .joined(separator: " ")
  }

  /// The predicate's tokens, with the article of a superlative: "be the highest for".
  private func labelTokens(_ clause: Clause) -> [Int] {
    guard clause.kind == .copula, clause.predicate.contains(clause.head),
      tree[clause.head].upos == .adj
    else { return clause.predicate }
    return (clause.predicate + tree.children(of: clause.head, "det")).sorted()
  }

  /// Whether a verb loses its "have": "is alleged to have said" becomes "be alleged to say".
  private func losesPerfect(_ token: Int, in clause: Clause) -> Bool {
    clause.chain.dropFirst().contains(token) && tree[token].xpos == "VBN"
      && tree.children(of: token, "aux").contains { tree.lemmas[$0] == "have" }
      && tree.child(of: token, "aux:pass") == nil
  }

  private func keeps(_ token: Int, in clause: Clause) -> Bool {
    guard !clause.chain.contains(token) else { return true }
    let inHead =
      tree.head(of: token) == clause.chain[0] || !clause.chain.contains(tree.head(of: token) ?? -1)
    switch tree.fullRelation(of: token) {
    case "aux":
      guard tree.lemmas[token] == "be", let verb = tree.head(of: token) else { return false }
      // "it's done nothing": the clitic stands for "has".
      return tree[verb].xpos == "VBG" || tree[verb].upos != .verb
    case "aux:pass", "cop":
      // "have been visiting" and "has been blacklisted" keep one "be".
      return true
    case "compound:prt", "mark", "det", "obj": return true
    case "advmod":
      if Self.particles.contains(tree.forms[token]), token > clause.head { return true }
      return !inHead && ModalWords.negations.contains(tree.forms[token])
    default: return false
    }
  }
}
