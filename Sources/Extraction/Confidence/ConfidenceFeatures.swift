import Linguistics

/// The features of one clause with their values, the absent ones left out.
struct ConfidenceFeatures {
  /// The values.
  var values: [ConfidenceFeature: Double] = [.bias: 1]

  /// Reads the features of a clause.
  init(_ clause: Clause, tree: SentenceTree, context: ClauseContext) {
    setSubject(clause, tree: tree)
    setPlace(clause, tree: tree)
    setArguments(clause, tree: tree)
    set(.copula, clause.kind == .copula)
    set(.existential, clause.kind == .existential)
    set(.unasserted, !context.isAsserted)
    set(.chain, clause.chain.count > 1)
    set(.passive, clause.subject.isPassive)
    set(.oddTag, clause.kind == .verb && tree[clause.head].upos != .verb)
    values[.predicateLength] = Double(min(clause.predicate.count, 8)) / 5
    values[.sentenceLength] = Double(min(tree.count, 60)) / 30
    set(
      .verblessSentence,
      !tree.sentence.tokens.contains { ["VBD", "VBZ", "VBP", "MD"].contains($0.xpos) })
  }

  /// Reads the features of what a noun phrase states without a verb: of an owner and a thing, or of a thing
  /// and what it is.
  init(_ kind: ConfidenceFeature, subject: Int, object: Int, tree: SentenceTree) {
    values[kind] = 1
    set(.pronounSubject, tree[subject].upos == .pron || tree[subject].upos == .det)
    set(.nameSubject, tree[subject].upos == .propn)
    set(.nameObject, tree[object].upos == .propn)
    let phrase = NounPhrase(tree: tree)
    values[.subjectLength] = Double(min(phrase.tokens(subject, .whole).count, 20)) / 10
    values[.argumentLength] = Double(min(phrase.tokens(object, .whole).count, 40)) / 10
    values[.distance] = Double(min(abs(object - subject), 20)) / 10
    values[.depth] = Double(min(tree.ancestors(of: object).count, 8)) / 5
    values[.sentenceLength] = Double(min(tree.count, 60)) / 30
  }

  mutating func set(_ feature: ConfidenceFeature, _ isPresent: Bool) {
    if isPresent { values[feature] = 1 }
  }

  private mutating func setSubject(_ clause: Clause, tree: SentenceTree) {
    switch clause.subject.source {
    case .own: break
    case .conjunct: values[.conjunctSubject] = 1
    case .control: values[.controlledSubject] = 1
    case .relative: values[.relativeSubject] = 1
    case .participle: values[.participleSubject] = 1
    case .adverbial: values[.adverbialSubject] = 1
    }
    let head = clause.subject.head
    set(.pronounSubject, tree[head].upos == .pron || tree[head].upos == .det)
    set(.nameSubject, tree[head].upos == .propn)
    values[.subjectLength] = Double(min(NounPhrase(tree: tree).tokens(head, .whole).count, 20)) / 10
    if clause.subject.source == .own {
      set(.inversion, head > clause.head)
      values[.distance] = Double(min(abs(clause.head - head), 20)) / 10
    }
  }

  private mutating func setPlace(_ clause: Clause, tree: SentenceTree) {
    switch tree.relation(of: clause.head) {
    case "ccomp", "csubj", "xcomp": values[.contentClause] = 1
    case "advcl": values[.adverbialClause] = 1
    case "acl": values[.adnominalClause] = 1
    case "parataxis", "dep", "list", "appos", "discourse": values[.looseClause] = 1
    default: break
    }
    values[.depth] = Double(min(tree.ancestors(of: clause.head).count, 8)) / 5
  }

  private mutating func setArguments(_ clause: Clause, tree: SentenceTree) {
    set(.noArgument, clause.arguments.isEmpty)
    values[.furtherArguments] = Double(min(max(clause.arguments.count - 1, 0), 4)) / 2
    let length = clause.arguments.reduce(0) { $0 + tree.subtree(of: $1.head).count }
    values[.argumentLength] = Double(min(length, 40)) / 10
    set(.contentArgument, clause.arguments.contains { $0.role == .content })
    set(.adverbialArgument, clause.arguments.contains { $0.role == .adverbialClause })
    set(.infinitiveArgument, clause.arguments.contains { $0.role == .infinitive })
    set(.object, clause.arguments.contains { $0.role == .object })
    set(.gap, clause.arguments.contains(where: \.isAntecedent))
  }
}
