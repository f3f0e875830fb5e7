/// Why a file gave no document.
///
/// The words that a user sees are made by the command.
public enum DocumentError: Error, Hashable, Sendable {
  /// The file holds nothing, or nothing but white space.
  case empty
  /// The bytes are not text in any encoding (a picture, a program).
  case binary
  /// The file is larger than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// The text is in a language that is not read; its BCP 47 tag.
  case unsupportedLanguage(String)
  /// XML that declares entities, which could expand without bound.
  case entityDeclaration
  /// The format is known but its content is broken; what and where.
  case malformed(format: String, detail: String)
  /// A page without a main text.
  case noMainText
}

/// Reads the bytes of one file into a document.
public struct DocumentReader: Sendable {
  /// The largest file that is read, in bytes.
  public var sizeLimit = 512 << 20

  /// Creates a reader.
  public init() {}
}
