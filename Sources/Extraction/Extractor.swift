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
    ExtractedDocument(mentions: [], claims: [])
  }

  /// Whole propositions, one for each predicate, coordination not split, in order of the text.
  public func propositions(in document: AnnotatedDocument) -> [Proposition] {
    let text = PhraseText(document: document)
    return document.sentences.enumerated().flatMap { index, sentence in
      let finder = ClauseFinder(tree: SentenceTree(sentence, index: index))
      let builder = PropositionBuilder(finder: finder, text: text)
      return finder.clauses().compactMap(builder.proposition)
    }
  }
}
