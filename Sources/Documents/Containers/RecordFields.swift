/// Which fields of a record (of JSON Lines, of a table) hold what; nil are found by their usual
/// names.
public struct RecordFields: Hashable, Sendable {
  /// The field of the text.
  public var text: String?
  /// The field of the title.
  public var title: String?
  /// The field of the publication date.
  public var date: String?
  /// The field of the key that names the record.
  public var id: String?
  /// The field of the address at which it was published.
  public var url: String?

  /// Creates fields that are all to be found.
  public init() {}

  /// The names under which each is looked for, the best first, in lower case without `_`, `-`, ` `.
  static let textNames = [
    "text", "body", "content", "articlebody", "fulltext", "maintext", "articletext", "bodytext",
    "contenttext", "article", "story", "contents", "plaintext", "rawtext", "document", "message",
    "description", "abstract", "passage", "summary",
  ]
  static let titleNames = ["title", "headline", "head", "subject", "heading", "name"]
  static let dateNames = [
    "date", "published", "publicationdate", "publishdate", "pubdate", "datepublished",
    "publishedat", "dateofpublication", "publishedon", "publishtime", "posted", "createdat",
    "created", "timestamp",
  ]
  static let idNames = ["id", "docid", "documentid", "articleid", "uuid", "guid", "key"]
  static let urlNames = ["url", "link", "uri", "sourceurl", "permalink", "webpage"]
  static let sourceNames = [
    "source", "publisher", "publication", "newspaper", "outlet", "sourcename", "site",
  ]
  static let authorNames = ["author", "authors", "byline", "creator", "writer", "by"]

  /// A field's name as it is looked for.
  static func plain(_ name: String) -> String {
    String(
      decoding: name.utf8.lazy.filter { $0 != 95 && $0 != 45 && $0 != 32 }.map(\.asciiLowercased),
      as: UTF8.self)
  }

  /// The place of a field among a record's: the one that was asked for, else the first of the
  /// usual names that is there.
  static func index(_ wanted: String?, _ usual: [String], in names: [String]) -> Int? {
    if let wanted { return names.firstIndex(of: wanted) }
    let plainNames = names.map(plain)
    for name in usual {
      if let index = plainNames.firstIndex(of: name) { return index }
    }
    return nil
  }
}
