import Documents
import Extraction
public import GraphModel
import Linguistics

/// The statements of one document: a file, a member of one, or a line.
public struct FileTriples: Sendable {
  /// The document's name; that of the file, if it is a line.
  public let name: String
  /// The line, counted from 0, if each line is a document.
  public let line: Int?
  /// What it states.
  public let graph: StatementGraph
}

/// A clause of a document in words: one predicate with its arguments.
public struct FileProposition: Hashable, Sendable {
  /// How clauses are written out.
  public enum View: Hashable, Sendable {
    /// As they stand, with all their arguments and coordination not split.
    case whole
    /// With all their arguments, each conjunct by itself and pronouns replaced within the sentence.
    case standalone
    /// Cut to two arguments each, coordination split.
    case binary
  }

  /// The document's name; that of the file, if it is a line.
  public let name: String
  /// The line, counted from 0, if each line is a document.
  public let line: Int?
  /// The sentence's number in its document, from 0.
  public let sentence: Int
  /// The words of the subject.
  public let subject: String
  /// The words of the predicate.
  public let predicate: String
  /// The words of the further arguments, in order.
  public let arguments: [String]
  /// The extractor's own confidence, in 0...1.
  public let confidence: Double
  /// What the confidence was worked out from.
  public let features: [String: Double]
}

extension TextReader {
  /// The statements of files, without a store.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - lines: Whether each line is a document by itself.
  /// - Returns: One graph for each document or line, in order, with entity identifiers that all
  ///   share; and what gave nothing. Blank lines are passed over.
  public func triples(
    of files: [InputFile], lines: Bool = false
  ) -> (results: [FileTriples], failed: [BuildFailure]) {
    var linker = Linker()
    var read: [(source: SourceDocument, name: String, line: Int?)] = []
    let failed = forEachDocument(of: files, lines: lines, segmentation: .sentences) {
      annotated, name, line in
      let extraction = extraction(of: annotated)
      let document = ReadDocument(annotated, extraction: extraction)
      linker.add(
        LinkableDocument(
          id: document.source.id, text: document.text,
          record: ExtractionRecord(
            fingerprint: fingerprint, words: document.words, extraction: extraction)))
      read.append((document.source, name, line))
    }
    let results = zip(read, linker.linkEach()).map { read, graph in
      FileTriples(
        name: read.name, line: read.line,
        graph: StatementGraph(
          documents: [read.source], entities: graph.entities, statements: graph.statements))
    }
    return (results, failed)
  }

  /// The propositions of files, in the words of their texts.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - lines: Whether each line is a document, and a sentence, by itself.
  ///   - view: How clauses are written out.
  /// - Returns: The propositions in order of the text, and the files that gave nothing.
  public func propositions(
    of files: [InputFile], lines: Bool = false, as view: FileProposition.View = .standalone
  ) -> (results: [FileProposition], failed: [BuildFailure]) {
    let view: Extractor.PropositionView =
      switch view {
      case .whole: .whole
      case .standalone: .standalone
      case .binary: .binary
      }
    var results: [FileProposition] = []
    let failed = forEachDocument(
      of: files, lines: lines, segmentation: lines ? .wholeText : .sentences
    ) { annotated, name, line in
      for proposition in extractor.propositions(in: annotated, as: view) {
        results.append(
          FileProposition(
            name: name, line: line, sentence: proposition.sentence, subject: proposition.subject,
            predicate: proposition.predicate, arguments: proposition.arguments,
            confidence: proposition.confidence, features: proposition.features))
      }
    }
    return (results, failed)
  }

  /// Annotates documents or lines, some lines at a time, and hands each over in order.
  private func forEachDocument(
    of files: [InputFile], lines: Bool, segmentation: Pipeline.Segmentation,
    _ body: (AnnotatedDocument, _ name: String, _ line: Int?) -> Void
  ) -> [BuildFailure] {
    var failed: [BuildFailure] = []
    for file in files {
      guard lines else {
        failed += forEachDocument(in: file) { body(pipeline.annotate($0), $0.name, nil) }
        continue
      }
      do throws(FailureReason) {
        try forEachLine(of: file, segmentation: segmentation) { body($0, file.name, $1) }
      } catch {
        failed.append(BuildFailure(name: file.name, reason: error))
      }
    }
    return failed
  }

  private func forEachLine(
    of file: InputFile, segmentation: Pipeline.Segmentation,
    _ body: (AnnotatedDocument, Int) -> Void
  ) throws(FailureReason) {
    var pending: [(document: Document, line: Int)] = []
    func flush() {
      let annotated = pipeline.annotate(pending.map(\.document), segmentation: segmentation)
      for (document, line) in zip(annotated, pending.map(\.line)) { body(document, line) }
      pending = []
    }
    var firstFailure: FailureReason?
    var count = 0
    for (number, bytes) in file.lines {
      do throws(DocumentError) {
        let document = try documents.readLine(bytes, name: "\(file.name)#\(number)")
        pending.append((document, number))
        count += 1
        if pending.count == 64 { flush() }
      } catch {
        if firstFailure == nil { firstFailure = FailureReason(error) }
      }
    }
    flush()
    if count == 0 { throw firstFailure ?? .empty }
  }
}
