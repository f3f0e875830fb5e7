/// What is kept of a document that was read.
public struct SourceDocument: Hashable, Sendable {
  /// The identifier, derived from the name.
  public let id: DocumentID
  /// The path, relative to the folder that holds the store where that is possible.
  public let name: String
  /// The title, if one was found.
  public let title: String?
  /// The publication date (`2019`, `2019-10` or `2019-10-29`), if one was found.
  public let date: String?
  /// The language, as a BCP 47 tag; `und` if unknown.
  public let language: String
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  public let contentHash: String
  /// The number of sentences.
  public let sentenceCount: Int

  /// Creates the record of a document.
  public init(
    name: String, title: String?, date: String?, language: String, contentHash: String,
    sentenceCount: Int
  ) {
    id = DocumentID(name: name)
    self.name = name
    self.title = title
    self.date = date
    self.language = language
    self.contentHash = contentHash
    self.sentenceCount = sentenceCount
  }
}
