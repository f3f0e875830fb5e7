internal import CKernels
public import Documents

/// Reads documents: sentences, tokens, tags, trees, names, coreference, times and amounts.
///
/// A pipeline is a value that threads may share; each call works on its own buffers.
///
///     let pipeline = Pipeline(model: try Model.embedded())
///     let annotated = pipeline.annotate(document)
public struct Pipeline: Sendable {
  /// Where sentences come from.
  public enum Segmentation: Hashable, Sendable {
    /// Each block of the document is split into sentences.
    case sentences
    /// The whole text is one sentence, as in input that comes one sentence a line.
    case wholeText
  }

  let parser: Parser
  private let splitter: SentenceSplitter

  /// Creates a pipeline around a trained model.
  public init(model: Model) { self.init(model: model, level: ck_best_level()) }

  /// Creates a pipeline that computes with one set of instructions.
  init(model: Model, level: ck_level) {
    parser = Parser(model: model, level: level)
    splitter = SentenceSplitter(scorer: model.boundaries)
  }

  /// Reads one document.
  public func annotate(
    _ document: Document, segmentation: Segmentation = .sentences
  ) -> AnnotatedDocument {
    var reading = SentenceRun(parser)
    add(document, segmentation, to: &reading)
    return finish(document, reading.finish(0))
  }

  /// Reads several documents; each comes out as it would alone, but short ones go through the network
  /// together, which is faster.
  public func annotate(
    _ documents: [Document], segmentation: Segmentation = .sentences
  ) -> [AnnotatedDocument] {
    var reading = SentenceRun(parser)
    for document in documents { add(document, segmentation, to: &reading) }
    return documents.enumerated().map { finish($1, reading.finish($0)) }
  }

  private func add(
    _ document: Document, _ segmentation: Segmentation, to reading: inout SentenceRun
  ) {
    reading.begin(document)
    switch segmentation {
    case .sentences: splitter.forEachSentence(of: document) { reading.add($0, of: document) }
    case .wholeText:
      if let whole = splitter.line(0..<document.text.count, of: document.text) {
        reading.add(whole, of: document)
      }
    }
  }

  private func finish(_ document: Document, _ sentences: SentenceList) -> AnnotatedDocument {
    let times = TimeTagger().tag(sentences: sentences, document: document)
    return AnnotatedDocument(
      document: document, sentences: sentences,
      chains: CoreferenceResolver().chains(sentences: sentences, document: document),
      times: times,
      amounts: AmountTagger().tag(sentences: sentences, document: document, times: times))
  }
}
