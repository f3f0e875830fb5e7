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
  func clauses() -> [Clause] {
    (0..<tree.count).flatMap { head in [outer(head), clause(head)].compactMap(\.self) }
  }

  /// The clause that a token heads, or `nil` if it heads none or has no subject.
  func clause(_ head: Int) -> Clause? {
    guard tree.isClauseHead(head), !isMerged(head), !isPreposition(head) else { return nil }
    if tree.child(of: head, "expl") != nil, let existential = existential(head) {
      return existential
    }
    guard let subject = subjects.subject(of: head) else { return nil }
    let hasCopula = tree.child(of: head, "cop") != nil && outerSubject(head) == nil
    guard hasCopula || tree[head].upos == .verb || tree[head].upos == .aux else { return nil }
    let chain = chain(from: head)
    var arguments = hasCopula ? copulaArguments(head) : []
    for (position, verb) in chain.enumerated() {
      if tree.child(of: verb, "cop") != nil, position > 0 || hasCopula {
        if position > 0 { arguments += copulaArguments(verb) }
        arguments += tree.children[verb].filter { !chain.contains($0) }.compactMap {
          circumstance($0, of: verb)
        }
      } else {
        arguments += tree.children[verb].compactMap { argument($0, of: verb, in: chain) }
      }
    }
    let light = lightObject(chain[chain.count - 1], among: arguments)
    arguments.removeAll { $0.head == light }
    arguments += doubleSubject(head, having: arguments)
    arguments += sharedArguments(head, having: arguments)
    arguments += gap(of: head, chain: chain, having: arguments, subject: subject)
    arguments += framed(head, having: arguments)
    arguments = merged(arguments)
    return Clause(
      head: head, kind: hasCopula ? .copula : .verb, subject: subject, chain: chain,
      predicate: (predicate(head, chain: chain, arguments: arguments) + (light.map { [$0] } ?? []))
        .sorted(), arguments: arguments,
      isReducedPassive: subject.isPassive
        && tree.child(of: head, "aux:pass", "aux", "nsubj:pass") == nil
        && !sharesAuxiliary(head))
  }

  /// The outer clause of a copula whose attribute is a clause: "the challenge is that it fell".
  private func outer(_ head: Int) -> Clause? {
    guard let subject = outerSubject(head), let copula = tree.child(of: head, "cop") else {
      return nil
    }
    return Clause(
      head: head, kind: .copula, subject: .init(head: subject, source: .own, isPassive: false),
      chain: [head],
      predicate: [copula],
      arguments: [
        Clause.Argument(
          role: .content, head: head,
          marker: tree.children(of: head, "mark").filter { tree.forms[$0] == "that" })
      ],
      isOuter: true, isReducedPassive: false)
  }

  private func outerSubject(_ head: Int) -> Int? {
    guard let outer = tree.child(of: head, "nsubj:outer"), tree.child(of: head, "cop") != nil,
      tree.children(of: head, "nsubj").count > 1
    else { return nil }
    return outer
  }

  /// A second subject before the nearer one is the object of a relative clause without a pronoun.
  private func doubleSubject(_ head: Int, having own: [Clause.Argument]) -> [Clause.Argument] {
    let found = tree.children(of: head, "nsubj").filter {
      tree.fullRelation(of: $0) != "nsubj:outer"
    }
    guard found.count > 1, let first = found.first, let second = found.last, second < head,
      tree.child(of: head, "cop", "aux:pass", "nsubj:pass") == nil, tree[first].upos == .noun,
      !own.contains(where: { [.object, .content].contains($0.role) }),
      !(isDescription(first, of: second) || SpeechVerbs.force[tree.lemmas[head]] != nil),
      tree.subtree(of: second).first == (tree.subtree(of: first).last ?? 0) + 1
    else { return [] }
    return [Clause.Argument(role: .object, head: first, marker: [], isAntecedent: true)]
  }

  /// "producers' cartel Opec": a kind right before a name, both taken for subjects, is one phrase.
  private func isDescription(_ noun: Int, of name: Int) -> Bool {
    [.propn].contains(tree[name].upos) && tree.subtree(of: name).first == noun + 1
      && (Roles.isRole(tree.lemmas[noun]) || ClassNouns.type(of: tree.lemmas[noun]) != nil)
  }

  /// Whether a participle serves as a preposition: "given rising tensions", "including two banks".
  private func isPreposition(_ head: Int) -> Bool {
    [
      "given", "including", "following", "concerning", "regarding", "considering", "according",
      "excluding", "compared",
      "depending", "barring",
    ].contains(tree.forms[head]) && tree.child(of: head, "nsubj", "aux", "aux:pass") == nil
      && ["advcl", "acl"].contains(tree.relation(of: head))
  }

  /// The clause around a frame of speech is what is said: "prices fell, a report suggests".
  private func framed(_ head: Int, having own: [Clause.Argument]) -> [Clause.Argument] {
    guard tree.relation(of: head) == "parataxis", let content = tree.head(of: head),
      tree.isClauseHead(content),
      tree.child(of: head, "nsubj") != nil,
      SpeechVerbs.force[tree.lemmas[head]] != nil
        || ModalWords.factives.contains(tree.lemmas[head]),
      !own.contains(where: { $0.role == .content || $0.role == .object && !$0.isAntecedent })
    else { return [] }
    return [Clause.Argument(role: .content, head: content, marker: [])]
  }

  /// The bare object that makes one verb with its verb: "take place", "play part".
  private func lightObject(_ verb: Int, among arguments: [Clause.Argument]) -> Int? {
    guard ["take", "play", "give", "make", "come", "pay"].contains(tree.lemmas[verb]) else {
      return nil
    }
    return arguments.first {
      $0.role == .object && !$0.isAntecedent && tree.children[$0.head].isEmpty
        && Self.lightObjects.contains(tree.forms[$0.head])
    }?.head
  }

  static let lightObjects: Set<String> = [
    "place", "part", "effect", "care", "note", "advantage", "shape", "office", "control", "charge",
    "aim", "root",
    "hold", "birth", "way", "sense", "attention", "heed", "notice", "revenge", "refuge",
  ]

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
      predicate: predicate(head, chain: [head], arguments: arguments),
      arguments: arguments, isReducedPassive: false)
  }

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
