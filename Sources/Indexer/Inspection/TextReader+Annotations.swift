import Documents
import Extraction
import GraphModel
import Linguistics

extension TextReader {
  /// What the reader sees in files; equal entity identifiers are one thing across all of them.
  ///
  /// - Parameter files: The files.
  /// - Returns: One annotation for each document, in order, and what gave none.
  public func annotations(
    of files: [InputFile]
  ) -> (results: [Annotation], failed: [BuildFailure]) {
    var failed: [BuildFailure] = []
    var linker = Linker()
    var read: [(annotated: AnnotatedDocument, mentions: [Extraction.Mention])] = []
    for file in files {
      failed += forEachDocument(in: file) { document in
        let annotated = pipeline.annotate(document)
        let extraction = MentionCompletion(extractor.extract(annotated), of: annotated)
          .completed(all: true)
        linker.add(
          LinkableDocument(
            id: DocumentID(name: document.name), text: document.text,
            record: ExtractionRecord(
              fingerprint: fingerprint, words: 0, extraction: extraction)))
        read.append((annotated, extraction.mentions))
      }
    }
    let results = zip(read, linker.entities()).map { read, entities in
      Annotation(read.annotated, mentions: Array(zip(read.mentions, entities)))
    }
    return (results, failed)
  }

  /// Annotates pretokenised text: CoNLL-U in, CoNLL-U out, with names as `NER=…` in MISC.
  ///
  /// - Throws: ``IndexerError/conllu(line:detail:)`` if the input is malformed.
  public func annotateCoNLLU(_ bytes: [UInt8]) throws(IndexerError) -> [UInt8] {
    do throws(LinguisticsError) {
      return try pipeline.annotateCoNLLU(bytes)
    } catch {
      throw IndexerError(error)
    }
  }

  /// Hands over the clean texts of a file: its own, or those of the documents that it holds.
  ///
  /// - Returns: What gave no text, and why.
  public func forEachText(of file: InputFile, _ body: (CleanText) -> Void) -> [BuildFailure] {
    forEachDocument(in: file) { document in
      body(
        CleanText(
          name: document.name, title: document.title, date: document.date,
          language: document.language, text: document.text))
    }
  }
}

extension Annotation {
  /// Tells in code points what the reader saw in bytes.
  init(_ annotated: AnnotatedDocument, mentions: [(Extraction.Mention, Entity)]) {
    let document = annotated.document
    let points = document.codePoints
    func place(_ bytes: Range<Int>) -> (start: Int, end: Int) {
      let range = points.codePoints(ofBytes: bytes)
      return (range.lowerBound, range.upperBound)
    }
    self.init(
      document: document.name, title: document.title, date: document.date,
      language: document.language, text: document.string(0..<document.text.count),
      sentences: annotated.sentences.map { sentence in
        let (start, end) = place(sentence.bytes)
        return Sentence(
          start: start, end: end,
          tokens: sentence.tokens.map { token in
            let (start, end) = place(token.bytes)
            return Token(
              start: start, end: end, text: token.form, lemma: token.lemma,
              upos: token.upos.rawValue, xpos: token.xpos, head: token.head,
              deprel: token.relation.full)
          })
      },
      mentions: mentions.sorted { ($0.0.span, $0.1.id) < ($1.0.span, $1.1.id) }.map {
        mention, entity in
        Mention(
          start: mention.span.start, end: mention.span.end,
          type: entity.types.first ?? "Thing", kind: mention.kind.annotated,
          entity: entity.id.value)
      },
      times: annotated.times.map { time in
        let (start, end) = place(time.bytes)
        return Time(start: start, end: end, value: time.value, type: time.kind.rawValue)
      },
      amounts: annotated.amounts.map { amount in
        let (start, end) = place(amount.bytes)
        return Amount(
          start: start, end: end, value: amount.value, unit: amount.unit, cue: amount.cue)
      })
  }
}

extension Extraction.Mention.Kind {
  /// The word of the annotation format.
  fileprivate var annotated: String {
    switch self {
    case .name: "name"
    case .nominal, .unnamedSource: "nominal"
    case .pronoun: "pronoun"
    }
  }
}
