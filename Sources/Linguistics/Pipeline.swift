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
    finish(document, sentences(of: [split(document, segmentation)], in: [document])[0])
  }

  /// Reads several documents; each comes out as it would alone, but short ones go through the network
  /// together, which is faster.
  public func annotate(
    _ documents: [Document], segmentation: Segmentation = .sentences
  ) -> [AnnotatedDocument] {
    let raw = documents.map { split($0, segmentation) }
    return zip(documents, sentences(of: raw, in: documents)).map(finish)
  }

  private func split(_ document: Document, _ segmentation: Segmentation) -> [RawSentence] {
    switch segmentation {
    case .sentences: return splitter.split(document)
    case .wholeText:
      let whole = splitter.line(0..<document.text.count, of: document.text)
      return whole.map { [$0] } ?? []
    }
  }

  /// Parses the sentences of all documents in one call.
  private func sentences(of raw: [[RawSentence]], in documents: [Document]) -> [[Sentence]] {
    let forms = zip(raw, documents).map { sentences, document in
      sentences.map { $0.tokens.map(document.string) }
    }
    let parses = parser.read(forms)
    var next = 0
    return zip(raw, forms).map { sentences, forms in
      zip(sentences, forms).map { sentence, forms in
        defer { next += 1 }
        return Sentence(sentence, forms: forms, parse: parses[next])
      }
    }
  }

  private func finish(_ document: Document, _ sentences: [Sentence]) -> AnnotatedDocument {
    let times = TimeTagger().tag(sentences: sentences, document: document)
    return AnnotatedDocument(
      document: document, sentences: sentences,
      chains: CoreferenceResolver().chains(sentences: sentences, document: document),
      times: times,
      amounts: AmountTagger().tag(sentences: sentences, document: document, times: times))
  }
}

extension Sentence {
  /// Puts the analysis of a sentence's words beside their places in the text.
  init(_ raw: RawSentence, forms: [String], parse: ParsedSentence) {
    let tokens = raw.tokens.indices.map { index in
      Token(
        bytes: raw.tokens[index], form: forms[index], lemma: parse.lemmas[index],
        upos: parse.upos[index], xpos: parse.xpos[index], head: parse.heads[index],
        relation: parse.relations[index], headProbability: parse.headProbabilities[index])
    }
    self.init(bytes: raw.bytes, block: raw.block, tokens: tokens, names: parse.wholeNames)
  }
}
