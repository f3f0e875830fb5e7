import Linguistics

/// The features of a proposition that its clause alone does not have.
extension ConfidenceFeatures {
  /// Tells into how many propositions coordination divides a clause, and whether its subject is the
  /// antecedent of a pronoun.
  mutating func setConjuncts(_ count: Int, isResolved: Bool) {
    if count > 1 { values[.conjuncts] = Double(min(count, 10)) / 5 }
    set(.resolvedSubject, isResolved)
  }

  /// Tells whether a proposition is of the first conjuncts of its clause.
  mutating func setPlace(ofConjunct place: Int) { set(.laterConjunct, place > 0) }

  /// The features with those of the words that a clause was given: the tokens of its subject, and those of
  /// each argument that was written.
  func worded(
    _ clause: Clause, subject: [Int], arguments: [[Int]], in tree: SentenceTree
  ) -> ConfidenceFeatures {
    var features = self
    features.setForm(of: clause.head, in: tree)
    let relation = tree.fullRelation(of: clause.head)
    features.set(.mainClause, relation == "root")
    features.set(.relativeClause, relation == "acl:relcl")
    features.set(.conjunctClause, tree.relation(of: clause.head) == "conj")
    features.values[.position] = Double(clause.head) / Double(max(tree.count, 1))
    features.values[.clauseCount] =
      Double(min((0..<tree.count).count(where: tree.isClauseHead), 8)) / 4
    features.set(.verbInSubject, subject.contains { tree[$0].upos == .verb })
    features.set(
      .demonstrativeSubject,
      subject.count == 1 && tree.lemmas[subject[0]].hasPrefix("th")
        && tree[subject[0]].xpos == "DT")
    features.setLengths(subject.count + clause.predicate.count, arguments.map(\.count), of: tree)
    for argument in clause.arguments {
      switch argument.role {
      case .oblique: features.set(.obliqueArgument, true)
      case .agent: features.set(.agentArgument, true)
      case .attribute: features.set(.attributeArgument, true)
      case .adverb: features.set(.adverbArgument, true)
      default: break
      }
      features.set(
        .frontedArgument, argument.head < min(clause.subject.head, clause.predicate.first ?? 0))
    }
    features.set(
      .quotation, arguments.joined().contains { Self.quotationMarks.contains(tree.forms[$0]) })
    features.set(.saying, SpeechVerbs.isSaying(tree.lemmas[clause.head]))
    features.set(.having, tree.lemmas[clause.head] == "have")
    return features
  }

  private static let quotationMarks: Set<String> = ["``", "''", "\"", "“", "”"]

  private mutating func setForm(of head: Int, in tree: SentenceTree) {
    let auxiliaries = tree.children(of: head, "aux", "aux:pass", "cop").map { tree[$0].xpos }
    let tags = [tree[head].xpos] + auxiliaries
    set(.modal, auxiliaries.contains("MD"))
    set(.past, tags.contains("VBD"))
    guard !tags.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains($0) }) else { return }
    set(.infinitive, tags[0] == "VB")
    set(.presentParticiple, tags[0] == "VBG")
    set(.pastParticiple, tags[0] == "VBN")
  }

  private mutating func setLengths(_ core: Int, _ arguments: [Int], of tree: SentenceTree) {
    let length = core + arguments.reduce(0, +)
    values[.longestArgument] = Double(min(arguments.max() ?? 0, 30)) / 10
    values[.coverage] = Double(length) / Double(max(tree.count, 1))
    values[.length] = Double(min(length, 50)) / 20
  }
}
