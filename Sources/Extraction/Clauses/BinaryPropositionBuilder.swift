import Linguistics

/// Cuts a clause into its smallest propositions, in the words of the text: two arguments each, coordination
/// split on both sides.
///
/// "Lund and Moe became directors of a fund in Oslo" gives "Lund | became | directors", "Lund | became directors
/// of | a fund", "Lund | became directors of a fund in | Oslo", and the same of Moe. The view that fact-based
/// scorers compare (BenchIE: Gashteovski et al., 2022).
struct BinaryPropositionBuilder {
  /// The tree.
  let tree: SentenceTree
  /// The words of phrases.
  let text: PhraseText
  private let phrase: NounPhrase
  private let finder: ClauseFinder
  private let facts: FactBuilder

  /// The most propositions that one clause gives, so that long lists do not multiply.
  private static let limit = 48

  /// Creates a builder for a sentence.
  init(finder: ClauseFinder, analysis: DocumentAnalysis) {
    self.finder = finder
    tree = finder.tree
    text = analysis.text
    phrase = NounPhrase(tree: finder.tree)
    facts = FactBuilder(analysis: analysis, tree: finder.tree)
  }

  /// The propositions of a clause, in order of its arguments.
  func propositions(_ clause: Clause, context: ClauseContext) -> [Proposition] {
    let features = ConfidenceFeatures(clause, tree: tree, context: context)
    let relations = relations(of: clause)
    let made = subjects(of: clause).flatMap { subject in
      relations.map { relation in
        Proposition(
          sentence: tree.index, subject: text.words(subject, in: tree),
          predicate: text.words(relation.predicate, in: tree),
          arguments: relation.argument.isEmpty ? [] : [text.words(relation.argument, in: tree)],
          features: features)
      }
    }
    return Array(made.filter { !$0.subject.isEmpty && !$0.predicate.isEmpty }.prefix(Self.limit))
  }

  /// What is said of the subject: the words of the predicate with all that precedes the argument, and the
  /// argument.
  private struct Relation {
    let predicate: [Int]
    let argument: [Int]
  }

  private func subjects(of clause: Clause) -> [[Int]] {
    if clause.subject.source == .participle || clause.subject.source == .relative {
      return facts.conjuncts(clause.subject.head).map { phrase.tokens($0, .bare) }
    }
    if let possessed = clause.subject.possessed {
      return [
        phrase.tokens(clause.subject.head, .conjunct)
          + phrase.tokens(possessed, .conjunct).filter { tree[$0].xpos != "WP$" }
      ]
    }
    return facts.conjuncts(clause.subject.head).map { phrase.tokens($0, .conjunct) }
  }

  private func relations(of clause: Clause) -> [Relation] {
    let central = clause.arguments.first {
      [.object, .attribute, .indirectObject].contains($0.role)
    }
    var found: [Relation] = []
    if let central {
      for target in facts.conjuncts(central.head) {
        found += chain(clause.predicate + central.marker, target: target, in: clause)
      }
    }
    for argument in clause.arguments where argument != central {
      let lead =
        central.map { clause.predicate + $0.marker + bare($0.head, in: clause) } ?? clause.predicate
      found += further(argument, after: lead, in: clause)
    }
    return found.isEmpty ? [Relation(predicate: clause.predicate, argument: [])] : found
  }

  private func further(_ argument: Clause.Argument, after lead: [Int], in clause: Clause)
    -> [Relation]
  {
    switch argument.role {
    case .oblique, .agent, .object, .attribute, .indirectObject:
      return facts.conjuncts(argument.head).flatMap {
        chain(lead + argument.marker, target: $0, in: clause)
      }
    case .content:
      return [
        Relation(
          predicate: lead + argument.marker, argument: facts.contentWords(argument, of: clause))
      ]
    case .infinitive:
      return [
        Relation(predicate: lead, argument: phrase.trimmed(tree.subtree(of: argument.head)))
      ]
    case .adverbialClause:
      guard
        let mark = tree.children(of: argument.head, "mark", "case").first(where: {
          Self.temporal.contains(tree.forms[$0])
        }), argument.head > clause.head
      else { return [] }
      let words = phrase.trimmed(tree.subtree(of: argument.head).filter { $0 != mark })
      return [Relation(predicate: lead + [mark], argument: words)]
    case .adverb:
      return []
    }
  }

  /// Subordinators that tie what they begin to a predicate as a preposition does.
  private static let temporal: Set<String> = ["after", "before", "until", "since", "because"]

  /// The relation to a phrase, and through the phrase's own prepositions to those behind it: "became |
  /// a justice", "became a justice of | the court".
  private func chain(_ lead: [Int], target: Int, in clause: Clause, depth: Int = 0) -> [Relation] {
    let words = bare(target, in: clause)
    var found = [Relation(predicate: lead, argument: words)]
    guard depth < 3, !Partitives.isPartitive(target, in: tree) else { return found }
    for child in tree.children(of: target, "nmod") where child > target {
      let marker = finder.markers(of: child)
      guard !marker.isEmpty, !phrase.isSetOff(child) else { continue }
      for next in facts.conjuncts(child) {
        found += chain(lead + words + marker, target: next, in: clause, depth: depth + 1)
      }
    }
    return found
  }

  /// The words of an argument without what follows its head; the attribute of a copula is the clause's own
  /// head.
  private func bare(_ head: Int, in clause: Clause) -> [Int] {
    let skipped = Set(clause.predicate)
    let words = phrase.tokens(head, .bare).filter { !skipped.contains($0) }
    guard head == clause.head else { return words }
    let subject = Set(
      tree.children(of: head, "nsubj", "csubj", "expl").flatMap { tree.subtree(of: $0) })
    let others = clause.arguments.filter { $0.head != head }.flatMap { tree.subtree(of: $0.head) }
    return words.filter { !subject.contains($0) && !others.contains($0) }
  }
}
