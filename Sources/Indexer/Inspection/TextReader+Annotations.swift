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
    var results: [Annotation] = []
    let failed = annotate(files) { results.append($0) }
    return (results, failed)
  }

  /// Tells what the reader sees in files, one after the other.
  ///
  /// Equal entity identifiers are one thing. So that memory stays bounded, different names of a thing are
  /// brought together within runs of files that hold half a megabyte of text; a thing that has the same
  /// fullest name in two runs has the same identifier in both.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - runLimit: The bytes of text that make a run.
  ///   - body: Is given the annotation of each file that could be read, in order.
  /// - Returns: The files that could not be read, and why.
  /// - Throws: What `body` throws.
  public func annotate<Problem: Error>(
    _ files: [InputFile], runLimit: Int = 1 << 19, _ body: (Annotation) throws(Problem) -> Void
  ) throws(Problem) -> [BuildFailure] {
    var failed: [BuildFailure] = []
    var problem: Problem?
    var run = AnnotationRun()
    func finish() {
      do throws(Problem) { try run.finish(body) } catch { problem = error }
    }
    for file in files where problem == nil {
      failed += forEachDocument(in: file) { document in
        guard problem == nil else { return }
        let annotated = pipeline.annotate(document)
        run.add(annotated, extraction(of: annotated, all: true))
        if run.size >= runLimit { finish() }
      }
    }
    if problem == nil { finish() }
    if let problem { throw problem }
    return failed
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
  init(
    _ annotated: AnnotatedDocument, mentions: [AnnotationRun.Seen],
    entity: (_ mention: Int) -> Entity
  ) {
    let document = annotated.document
    let points = document.codePoints
    func place(_ bytes: Range<Int>) -> (start: Int, end: Int) {
      let range = points.codePoints(ofBytes: bytes)
      return (range.lowerBound, range.upperBound)
    }
    self.init(
      document: document.name, title: document.title, date: document.date,
      language: document.language, text: document.string(0..<document.text.count),
      sentences: Sentences(annotated.sentences, points),
      mentions: Self.mentions(mentions, entity),
      times: annotated.times.map { time in
        let (start, end) = place(time.bytes)
        return Time(start: start, end: end, value: time.value, type: time.kind.rawValue)
      },
      amounts: annotated.amounts.map { amount in
        let (start, end) = place(amount.bytes)
        return Amount(
          start: start, end: end, value: amount.value, upper: amount.upper, unit: amount.unit,
          cue: amount.cue)
      })
  }
}

extension Annotation {
  /// The mentions in order, each place told once.
  private static func mentions(
    _ mentions: [AnnotationRun.Seen], _ entity: (_ mention: Int) -> Entity
  ) -> [Mention] {
    var seen = Set<TextSpan>()
    return mentions.indices.compactMap { number in
      mentions[number].span.map { (span: $0, number: number) }
    }
    .sorted { a, b in
      if a.span != b.span { return a.span < b.span }
      let ranks = (mentions[a.number].kind.rank, mentions[b.number].kind.rank)
      return ranks.0 == ranks.1 ? entity(a.number).id < entity(b.number).id : ranks.0 < ranks.1
    }
    .filter { seen.insert($0.span).inserted }
    .map {
      let thing = entity($0.number)
      return Mention(
        start: $0.span.start, end: $0.span.end, type: thing.types.first ?? "Thing",
        kind: mentions[$0.number].kind.annotated, entity: thing.id.value)
    }
  }
}

extension Extraction.Mention.Kind {
  /// A name before a phrase of the same words, and that before a pronoun.
  fileprivate var rank: Int {
    switch self {
    case .name: 0
    case .nominal, .unnamedSource: 1
    case .pronoun: 2
    }
  }

  /// The word of the annotation format.
  fileprivate var annotated: String {
    switch self {
    case .name: "name"
    case .nominal, .unnamedSource: "nominal"
    case .pronoun: "pronoun"
    }
  }
}
