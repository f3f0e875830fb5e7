import Linguistics

extension ClauseFinder {
  /// The tokens of a predicate: auxiliaries, negation, adverbs between them, verbs, particles.
  func predicate(_ head: Int, chain: [Int], arguments: [Clause.Argument]) -> [Int] {
    var tokens: Set<Int> = []
    for (position, verb) in chain.enumerated() {
      let isAttribute = arguments.contains { $0.role == .attribute && $0.head == verb }
      if !isAttribute { tokens.insert(verb) }
      let first = firstWord(of: verb)
      for child in tree.children[verb] {
        switch tree.fullRelation(of: child) {
        case "aux", "aux:pass": tokens.insert(child)
        case "cop"
        where tree.child(of: verb, "nsubj:outer") == nil
          || tree.children(of: verb, "nsubj").count < 2:
          tokens.insert(child)
        case "compound:prt": tokens.insert(child)
        case "advmod"
        where child == verb + 1 && PredicateLabel.particles.contains(tree.forms[child])
          && tree.children[child].isEmpty:
          tokens.insert(child)
        case "mark" where position > 0 && tree.lemmas[child] == "to": tokens.insert(child)
        case "advmod":
          let isBetween =
            child < verb && child >= min(first, verb) - 2 && !isBeforeSubject(child, of: verb)
          let isPlain = tree.children[child].allSatisfy { tree.relation(of: $0) != "obl" }
          if isBetween, isPlain, !["when", "where", "how", "why"].contains(tree.forms[child]),
            !arguments.contains(where: { $0.head == child })
          {
            if isAttribute, !isNearCopula(child, of: verb) { continue }
            tokens.formUnion(tree.subtree(of: child).filter { !tree.isPunctuation($0) })
          }
        default: break
        }
      }
    }
    if tree.relation(of: head) == "conj", let shared = sharedAuxiliaries(head) {
      tokens.formUnion(shared)
    }
    return tokens.sorted()
  }

  /// The first auxiliary or copula of a verb, or the verb itself.
  private func firstWord(of verb: Int) -> Int {
    tree.children(of: verb, "aux", "aux:pass", "cop").first.map { min($0, verb) } ?? verb
  }

  private func isNearCopula(_ adverb: Int, of head: Int) -> Bool {
    guard let copula = tree.child(of: head, "cop") else { return true }
    // "is still an academic": the adverb belongs to the predicate; "is very big": to the adjective.
    if tree[head].upos == .adj || tree[head].upos == .adv {
      return adverb < copula || ModalWords.negations.contains(tree.forms[adverb])
    }
    return true
  }

  /// The auxiliaries that a conjunct without its own takes from the first verb.
  private func sharedAuxiliaries(_ head: Int) -> [Int]? {
    guard let first = tree.head(of: head), tree.isClauseHead(first),
      tree.child(of: head, "aux", "aux:pass", "cop", "nsubj") == nil,
      ["VBN", "VB", "VBG"].contains(tree[head].xpos), tree[head].xpos == tree[first].xpos
    else { return nil }
    let shared = tree.children(of: first, "aux", "aux:pass")
    return shared.isEmpty ? nil : shared
  }
}
