import Extraction
import GraphModel

/// Reads files into documents and claims; threads share it, and each makes a session of its own.
protocol DocumentReading: Sendable {
  /// Which model, vocabulary and program it is: what it gives for the same bytes may change only
  /// if this changes.
  var fingerprint: UInt64 { get }
  /// The largest file that it reads, in bytes.
  var sizeLimit: Int { get }
  /// Creates what one thread reads with.
  func session() -> any ReadingSession
  /// The hash of a file's content, as the document of it would have.
  func contentHash(of bytes: [UInt8], name: String) throws(FailureReason) -> String
}

/// What one thread reads with.
protocol ReadingSession {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The document's name.
  ///   - known: The hash of a content that need not be read again.
  /// - Returns: What was read, or `nil` if the bytes have the known hash.
  /// - Throws: The reason why the bytes make no document.
  func read(
    _ bytes: [UInt8], name: String, unless known: String?
  ) throws(FailureReason) -> ReadDocument?
}

/// What a file gave.
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
}
