import Documents
public import Linguistics
public import Schema

/// Reads statements off annotated documents.
///
/// A value without state: one extractor serves any number of documents and threads.
public struct Extractor: Sendable {
  private let schema: Schema
  private let matcher: TypedMatcher?

  /// Creates an extractor that knows the relations of a vocabulary.
  ///
  /// A vocabulary with a malformed pattern gives open claims alone: check one that a user wrote with
  /// ``init(checking:)`` first.
  public init(schema: Schema) {
    self.schema = schema
    matcher = try? TypedMatcher(schema: schema)
  }

  /// Creates an extractor, unless a pattern of the vocabulary is malformed.
  ///
  /// - Throws: ``PatternError`` with the place of the first malformed pattern.
  public init(checking schema: Schema) throws(PatternError) {
    self.schema = schema
    matcher = try TypedMatcher(schema: schema)
  }

  /// The claims of a document and the phrases that they speak of.
  ///
  /// - Complexity: O(*n*) in the number of tokens for sentences of bounded length.
  public func extract(_ document: AnnotatedDocument) -> ExtractedDocument {
    let analysis = DocumentAnalysis(document, repairs: true)
    var claims = ClaimBuilder(analysis: analysis)
    for tree in analysis.trees where tree.sentence.block != .header && !tree.isForeign {
      claims.beginSentence()
      let finder = ClauseFinder(tree: tree)
      let builder = FactBuilder(analysis: analysis, tree: tree)
      for clause in finder.clauses() {
        let features = ConfidenceFeatures(
          clause, tree: tree, context: analysis.context(ofHead: clause.head, in: tree.index))
        for fact in builder.facts(of: clause) {
          claims.add(
            fact, in: tree,
            confidence: ConfidenceModel.confidence(features, shift: RuleConfidence.shift(fact.rule))
          )
        }
      }
      for fact in NominalFacts(analysis: analysis, tree: tree, builder: builder).facts() {
        claims.add(fact, in: tree, confidence: RuleConfidence.nominal(fact, in: tree))
      }
      let typed = matcher?.match(
        tree.sentence, index: tree.index, in: document, facts: analysis.facts[tree.index])
      for match in typed ?? [] { claims.add(match, schema: schema) }
      claims.dropDoubles(in: tree)
    }
    return claims.finished()
  }

  /// How the clauses of a document are written out.
  public enum PropositionView: Hashable, Sendable {
    /// One proposition for each predicate with all its arguments, coordination not split; those that noun
    /// phrases state without a verb come behind the clauses of their sentence.
    case whole
    /// The same so that each proposition stands by itself: one for each conjunct of subject and arguments,
    /// and a pronoun's antecedent in its place, if its sentence has one.
    case standalone
    /// Two arguments each, coordination split on both sides.
    case binary
  }

  /// The clauses of a document in the words of its text, in order.
  public func propositions(in document: AnnotatedDocument, as view: PropositionView = .whole)
    -> [Proposition]
  {
    let analysis = DocumentAnalysis(document, repairs: true)
    lazy var antecedents = Antecedents(analysis: analysis)
    return analysis.trees.flatMap { tree in
      let finder = ClauseFinder(tree: tree)
      let clauses = finder.clauses().map {
        ($0, analysis.context(ofHead: $0.head, in: tree.index))
      }
      switch view {
      case .whole, .standalone:
        let builder = PropositionBuilder(finder: finder, text: analysis.text)
        let nominal = NominalFacts(
          analysis: analysis, tree: tree, builder: FactBuilder(analysis: analysis, tree: tree))
        let written: [Proposition]
        if view == .whole {
          written = clauses.compactMap { builder.proposition($0, context: $1) }
        } else {
          let standalone = StandalonePropositions(builder: builder, antecedents: antecedents)
          written = clauses.flatMap { standalone.propositions($0, context: $1) }
        }
        return written + NominalPropositions(facts: nominal, text: analysis.text).propositions()
      case .binary:
        let builder = BinaryPropositionBuilder(finder: finder, analysis: analysis)
        return clauses.flatMap { builder.propositions($0, context: $1) }
      }
    }
  }
}
