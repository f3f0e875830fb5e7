import Documents
public import Linguistics
public import Schema

/// Reads statements off annotated documents.
///
/// A value without state: one extractor serves any number of documents and threads.
public struct Extractor: Sendable {
  private let schema: Schema

  /// Creates an extractor that knows the relations of a vocabulary.
  public init(schema: Schema) { self.schema = schema }

  /// The claims of a document and the phrases that they speak of.
  ///
  /// - Complexity: O(*n*) in the number of tokens for sentences of bounded length.
  public func extract(_ document: AnnotatedDocument) -> ExtractedDocument {
    let analysis = DocumentAnalysis(document)
    var claims = ClaimBuilder(analysis: analysis)
    for tree in analysis.trees where tree.sentence.block != .header {
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
    }
    return claims.finished()
  }

  /// Whole propositions, one for each predicate, coordination not split, in order of the text.
  public func propositions(in document: AnnotatedDocument) -> [Proposition] {
    let analysis = DocumentAnalysis(document)
    return analysis.trees.flatMap { tree in
      let finder = ClauseFinder(tree: tree)
      let builder = PropositionBuilder(finder: finder, text: analysis.text)
      return finder.clauses().compactMap {
        builder.proposition($0, context: analysis.context(ofHead: $0.head, in: tree.index))
      }
    }
  }
}
