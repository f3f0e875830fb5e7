import Linguistics

/// Finds the clauses of a sentence and takes them apart.
///
/// After the idea of ClausIE (Del Corro and Gemulla, 2013), one clause for each predicate, over
/// Universal Dependencies; infinitives merge into the verb that governs them.
struct ClauseFinder {
  /// The tree.
  let tree: SentenceTree
  /// Finds subjects.
  let subjects: SubjectFinder

  /// Creates a finder for a sentence.
  init(tree: SentenceTree) {
    self.tree = tree
    subjects = SubjectFinder(tree: tree)
  }

  /// The clauses that have a subject, by head.
  func clauses() -> [Clause] { (0..<tree.count).compactMap(clause) }

  /// The clause that a token heads, or `nil` if it heads none or has no subject.
  func clause(_ head: Int) -> Clause? {
    guard tree.isClauseHead(head), !isMerged(head) else { return nil }
    if tree.child(of: head, "expl") != nil, let existential = existential(head) {
      return existential
    }
    guard let subject = subjects.subject(of: head) else { return nil }
    let hasCopula = tree.child(of: head, "cop") != nil
    guard hasCopula || tree[head].upos == .verb || tree[head].upos == .aux else {
      return verbless(head, subject: subject)
    }
    let chain = chain(from: head)
    let kind: Clause.Kind = hasCopula ? .copula : .verb
    var arguments = hasCopula ? copulaArguments(head) : []
    for (position, verb) in chain.enumerated() {
      if position == 0, hasCopula {
        arguments += tree.children[head].compactMap { circumstance($0, of: head) }
      } else {
        arguments += tree.children[verb].compactMap { argument($0, of: verb, in: chain) }
      }
    }
    arguments += sharedArguments(head, having: arguments)
    arguments += gap(of: head, chain: chain, having: arguments, subject: subject)
    arguments = merged(arguments)
    return Clause(
      head: head, kind: kind, subject: subject, chain: chain,
      predicate: predicate(
        head, chain: chain, hasCopula: hasCopula, arguments: arguments, subject: subject),
      arguments: arguments,
      isReducedPassive: subject.isPassive
        && tree.child(of: head, "aux:pass", "aux", "nsubj:pass") == nil
        && !sharesAuxiliary(head))
  }

  /// Whether a verb is part of its governor's predicate and makes no clause of its own.
  func isMerged(_ token: Int) -> Bool {
    guard tree.relation(of: token) == "xcomp", let governor = tree.head(of: token) else {
      return false
    }
    return merges(token, into: governor)
  }

  private func merges(_ token: Int, into governor: Int) -> Bool {
    guard tree.relation(of: token) == "xcomp", tree.isClauseHead(governor) else { return false }
    guard tree[token].upos == .verb || tree.child(of: token, "cop") != nil else { return false }
    return tree.child(of: governor, "obj", "iobj") == nil
      || token < (tree.child(of: governor, "obj", "iobj") ?? 0)
  }

  /// The head and the infinitives merged into it.
  private func chain(from head: Int) -> [Int] {
    var chain = [head]
    while let next = tree.children(of: chain[chain.count - 1], "xcomp").first(where: {
      merges($0, into: chain[chain.count - 1])
    }),
      chain.count < 6
    {
      chain.append(next)
    }
    return chain
  }

  private func existential(_ head: Int) -> Clause? {
    guard let there = tree.child(of: head, "expl"), tree.lemmas[there] == "there",
      let thing = tree.child(of: head, "nsubj")
    else { return nil }
    let arguments = tree.children[head].filter { $0 != thing }.compactMap {
      argument($0, of: head, in: [head])
    }
    return Clause(
      head: head, kind: .existential,
      subject: .init(head: thing, source: .own, isPassive: false), chain: [head],
      predicate: predicate(
        head, chain: [head], hasCopula: false, arguments: arguments,
        subject: .init(head: thing, source: .own, isPassive: false)),
      arguments: arguments, isReducedPassive: false)
  }

  /// A clause whose copula is left out ("sales flat, profit down") tells too little.
  private func verbless(_ head: Int, subject: SubjectFinder.Subject) -> Clause? { nil }

  /// Whether a conjunct verb takes its auxiliary from the first: "was built and sold".
  private func sharesAuxiliary(_ head: Int) -> Bool {
    guard tree.relation(of: head) == "conj", let first = tree.head(of: head) else { return false }
    return tree.child(of: first, "aux:pass") != nil
  }

  private func merged(_ arguments: [Clause.Argument]) -> [Clause.Argument] {
    var seen: Set<Int> = []
    let inside = arguments.filter { !$0.isAntecedent }.sorted { $0.head < $1.head }
    return (arguments.filter(\.isAntecedent) + inside).filter { seen.insert($0.head).inserted }
  }
}
