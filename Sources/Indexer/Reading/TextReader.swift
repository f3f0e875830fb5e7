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
  let version: ReaderVersion
  let options: ReadingOptions

  var fingerprint: UInt64 { version.fingerprint }

  /// The version of everything in the program that decides what a file's bytes give.
  ///
  /// A change makes builds read all files again.
  static let programVersion: UInt64 = 18

  /// Creates a reader around a model and a vocabulary.
  ///
  /// - Throws: ``PatternError`` if a wording pattern of the vocabulary cannot be used.
  init(
    model: Model, schema: Schema, options: ReadingOptions = ReadingOptions()
  ) throws(PatternError) {
    var documents = DocumentReader()
    documents.sizeLimit = options.documentSize
    self.documents = documents
    self.options = options
    pipeline = Pipeline(model: model)
    extractor = try Extractor(checking: schema)
    version = ReaderVersion(
      program: Self.programVersion, model: model.fingerprint, vocabulary: schema.fingerprint)
  }

  /// Creates a reader around the model and the vocabulary that are part of the program.
  ///
  /// - Throws: ``IndexerError/model(_:)`` or ``IndexerError/vocabulary(_:)`` if the program was
  ///   built with broken ones.
  public static func embedded(
    options: ReadingOptions = ReadingOptions()
  ) throws(IndexerError) -> TextReader {
    let model: Model
    do throws(LinguisticsError) {
      model = try Model.embedded()
    } catch {
      throw IndexerError(error)
    }
    do {
      let schema =
        try options.vocabulary.map { try Schema.load(turtle: $0, file: options.vocabularyFile) }
        ?? Schema.embedded()
      return try TextReader(model: model, schema: schema, options: options)
    } catch let error as SchemaError {
      throw .vocabulary(VocabularyProblem(error))
    } catch let error as PatternError {
      throw .vocabulary(VocabularyProblem(error))
    } catch {
      // Nothing else is thrown there.
      throw .vocabulary(VocabularyProblem(.noRelations))
    }
  }

  /// Hands over the documents of a file in order: itself, or those that it holds.
  ///
  /// - Returns: What gave no document, and why.
  func forEachDocument(in file: InputFile, _ body: (Document) -> Void) -> [BuildFailure] {
    var failed: [BuildFailure] = []
    let opening = open(.bytes(file.bytes), name: file.name)
    while let found = opening.next() {
      do throws(FailureReason) {
        body(try found.content.get().read())
      } catch {
        failed.append(BuildFailure(name: found.name, reason: error))
      }
    }
    return failed
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
  func isContainer(head: [UInt8], name: String) -> Bool {
    DocumentContainer.isContainer(head: head, name: name, fields: options.fields)
  }

  func open(_ content: FileContent, name: String) -> any FileOpening {
    let container =
      switch content {
      case .bytes(let bytes):
        DocumentContainer(
          bytes: bytes, name: name, limits: options.limits, fields: options.fields)
      case .descriptor(let file):
        DocumentContainer(file: file, name: name, limits: options.limits, fields: options.fields)
      }
    return OpenContainer(container, reader: documents)
  }

  func annotate(_ documents: [Document]) -> [ReadDocument] {
    pipeline.annotate(documents).map { ReadDocument($0, extraction: extraction(of: $0)) }
  }

  /// What an annotated document states, with the mentions that no claim speaks of; with `all`, all there are.
  func extraction(of annotated: AnnotatedDocument, all: Bool = false) -> ExtractedDocument {
    let count = annotated.document.text.count
    FreedMemory.giveBack(afterText: count)
    let extraction = extractor.extract(annotated)
    FreedMemory.giveBack(afterText: count)
    return MentionCompletion.completed(consume extraction, of: annotated, all: all)
  }
}

/// A file that is open, whether it holds one document or several.
private final class OpenContainer: FileOpening {
  private let container: DocumentContainer
  private let reader: DocumentReader

  init(_ container: DocumentContainer, reader: DocumentReader) {
    self.container = container
    self.reader = reader
  }

  func next() -> FoundDocument? {
    switch container.next() {
    case .none: return nil
    case .failure(let name, let error):
      return FoundDocument(name: name, content: .failure(FailureReason(error)))
    case .member(let member):
      let reader = reader
      let content = FoundDocument.Content(hash: member.contentHash) {
        () throws(FailureReason) -> Document in
        do throws(DocumentError) {
          return try reader.read(member)
        } catch {
          throw FailureReason(error)
        }
      }
      return FoundDocument(name: member.name, content: .success(content))
    }
  }
}

extension ReadingOptions {
  /// How much may come out of one file.
  fileprivate var limits: ContainerLimits {
    var limits = ContainerLimits()
    limits.ratio = max(1, unpackingRatio)
    limits.depth = depth
    limits.count = members
    limits.memberSize = documentSize
    limits.totalSize = unpackedSize
    return limits
  }

  /// Which fields of a record hold what.
  fileprivate var fields: RecordFields {
    var fields = RecordFields()
    fields.text = textField
    fields.title = titleField
    fields.date = dateField
    fields.id = idField
    return fields
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
      text: document.text, sentences: annotated.sentences.bytes,
      words: annotated.sentences.tokenCount(without: [.punct, .sym]),
      extraction: extraction,
      page: document.isPage
        ? PagePassages(
          name: document.name, text: document.text, blocks: document.blocks.map(\.range),
          sentences: annotated.sentences.bytes,
          stating: Set(extraction.claims.map(\.sentence))) : nil)
  }
}
