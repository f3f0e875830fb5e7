import Documents
import Extraction
import GraphModel
import Linguistics
import Schema

/// Reads files all the way: bytes, text, trees, claims.
///
/// It holds the model and the vocabulary, which are loaded once; any number of threads may read
/// with one reader.
public struct TextReader: Sendable {
  let documents: DocumentReader
  let pipeline: Pipeline
  let extractor: Extractor
  let fingerprint: UInt64

  /// The version of everything in the program that decides what a file's bytes give.
  ///
  /// A change makes builds read all files again.
  static let version = 1

  /// Creates a reader around a model and a vocabulary.
  ///
  /// - Throws: ``PatternError`` if a wording pattern of the vocabulary cannot be used.
  init(model: Model, schema: Schema) throws(PatternError) {
    documents = DocumentReader()
    pipeline = Pipeline(model: model)
    extractor = try Extractor(checking: schema)
    var hash = StableHash()
    hash.combine(field: String(Self.version))
    hash.combine(field: String(model.fingerprint))
    hash.combine(field: String(schema.fingerprint))
    fingerprint = hash.value
  }

  /// Creates a reader around the model and the vocabulary that are part of the program.
  ///
  /// - Throws: ``IndexerError/model(_:)`` or ``IndexerError/vocabulary(_:)`` if the program was
  ///   built with broken ones.
  public static func embedded() throws(IndexerError) -> TextReader {
    let model: Model
    do throws(LinguisticsError) {
      model = try Model.embedded()
    } catch {
      throw IndexerError(error)
    }
    do {
      return try TextReader(model: model, schema: try Schema.embedded())
    } catch {
      throw .vocabulary(String(describing: error))
    }
  }

  /// What the reader saw in a file.
  func annotate(_ bytes: [UInt8], name: String) throws(FailureReason) -> AnnotatedDocument {
    pipeline.annotate(try document(bytes, name: name))
  }

  /// The clean text of a file.
  func document(_ bytes: [UInt8], name: String) throws(FailureReason) -> Document {
    do throws(DocumentError) {
      return try documents.read(bytes, name: name)
    } catch {
      throw FailureReason(error)
    }
  }
}

extension IndexerError {
  /// The error that the linguistic pipeline gave.
  init(_ error: LinguisticsError) {
    switch error {
    case .model(let detail): self = .model(detail)
    case .conllu(let line, let detail): self = .conllu(line: line, detail: detail)
    }
  }
}

extension TextReader: DocumentReading {
  var sizeLimit: Int { documents.sizeLimit }

  func session() -> any ReadingSession { Session(reader: self) }

  func contentHash(of bytes: [UInt8], name: String) throws(FailureReason) -> String {
    try document(bytes, name: name).contentHash
  }

  private struct Session: ReadingSession {
    let reader: TextReader

    func read(
      _ bytes: [UInt8], name: String, unless known: String?
    ) throws(FailureReason) -> ReadDocument? {
      let document = try reader.document(bytes, name: name)
      guard document.contentHash != known else { return nil }
      let annotated = reader.pipeline.annotate(document)
      let extraction = MentionCompletion(reader.extractor.extract(annotated), of: annotated)
      return ReadDocument(annotated, extraction: extraction.completed())
    }
  }
}

extension ReadDocument {
  /// What is kept of an annotated document.
  init(_ annotated: AnnotatedDocument, extraction: ExtractedDocument) {
    let document = annotated.document
    self.init(
      source: SourceDocument(
        name: document.name, title: document.title, date: document.date,
        language: document.language, contentHash: document.contentHash,
        sentenceCount: annotated.sentences.count),
      text: document.text, sentences: annotated.sentences.map(\.bytes),
      words: annotated.sentences.reduce(0) { $0 + $1.tokens.count { $0.isWord } },
      extraction: extraction)
  }
}

extension Token {
  /// Whether it is more than punctuation.
  fileprivate var isWord: Bool { upos != .punct && upos != .sym }
}
