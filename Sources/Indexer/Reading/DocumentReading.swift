import Documents
import Extraction
import GraphModel

/// Reads files into documents and claims; threads share it.
///
/// Reading has two steps: a file is opened and yields documents one after the other, which is
/// cheap, and documents are annotated, which is not.
protocol DocumentReading: Sendable {
  /// Which model, vocabulary and program it is: what it gives for the same bytes may change only
  /// if this changes.
  var version: ReaderVersion { get }
  /// The limits and names that it reads under.
  var options: ReadingOptions { get }
  /// Whether a file that begins so is opened without being read into memory.
  func isContainer(head: [UInt8], name: String) -> Bool
  /// Opens a file; its documents come one after the other, on the calling thread.
  func open(_ content: FileContent, name: String) -> any FileOpening
  /// Finds what documents state; each comes out as it would alone.
  func annotate(_ documents: [Document]) -> [ReadDocument]
}

/// What a file is opened from.
enum FileContent {
  /// All its bytes.
  case bytes([UInt8])
  /// An open file, which stays open until the last document was read.
  case descriptor(Int32)
}

/// A file that is open and yields its documents.
protocol FileOpening: AnyObject {
  /// The next document, or what cannot be read; `nil` at the end.
  func next() -> FoundDocument?
}

/// A document in a file, of which no more than the bytes are known.
struct FoundDocument {
  /// The name by which the store knows it.
  let name: String
  /// Its content, or why it cannot be had.
  let content: Result<Content, FailureReason>

  /// The content of a document.
  struct Content {
    /// The hash of the bytes.
    let hash: String
    /// Makes the clean text.
    let read: () throws(FailureReason) -> Document
  }
}

/// What a document gave.
struct ReadDocument: Hashable, Sendable {
  /// What is kept of the document itself.
  let source: SourceDocument
  /// The clean text, in UTF-8.
  let text: [UInt8]
  /// The sentences, as ranges of bytes of the text.
  let sentences: [Range<Int>]
  /// The number of words: tokens with a letter or a digit.
  let words: Int
  /// What was extracted.
  let extraction: ExtractedDocument
  /// What it states paragraph by paragraph, if it is a page.
  var page: PagePassages?
}
