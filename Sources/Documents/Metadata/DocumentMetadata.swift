/// What a document says about itself, or its container about it.
public struct DocumentMetadata: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The authors' names, in the order given.
  public var authors: [String] = []
  /// The publication date.
  public var date: DocumentDate?
  /// Who published it: a newspaper, a site, a sender.
  public var source: String?
  /// Where it was published, as an absolute URL.
  public var url: String?
  /// The language that it says it is in, as a BCP 47 tag.
  public var language: String?

  /// Creates metadata that say nothing.
  public init() {}

  /// Takes over from others what is not known here.
  mutating func fill(from other: DocumentMetadata) {
    title = title ?? other.title
    if authors.isEmpty { authors = other.authors }
    date = date ?? other.date
    source = source ?? other.source
    url = url ?? other.url
    language = language ?? other.language
  }
}

/// A publication date with its place in the document and how far it is to be trusted.
public struct DocumentDate: Hashable, Sendable {
  /// How far a date is to be trusted.
  public enum Certainty: String, Hashable, Sendable {
    /// The document says that this is when it was published.
    case stated
    /// It stands where publication dates stand, but nothing says that it is one.
    case probable
  }

  /// Where a date was found.
  public enum Place: String, Hashable, Sendable {
    /// The `---` lines before a text.
    case frontMatter
    /// A `meta` element of a page.
    case meta
    /// JSON-LD in a page.
    case linkedData
    /// `itemprop` in a page.
    case microdata
    /// A `time` element or one whose class says that it is a date.
    case dateElement
    /// The address of a page.
    case url
    /// The headers of a message.
    case mailHeader
    /// A line about the text before it.
    case headerLine
    /// The place and date with which a report starts.
    case dateline
    /// The words under a picture.
    case caption
    /// The properties of an office document, a book or a PDF.
    case properties
    /// The elements of an XML vocabulary.
    case element
    /// A field of a record, or an entry of a feed.
    case field
  }

  /// The date: `2019`, `2019-10` or `2019-10-29`.
  public let value: String
  /// How far it is to be trusted.
  public let certainty: Certainty
  /// Where it was found.
  public let place: Place

  /// Creates a date.
  public init(value: String, certainty: Certainty, place: Place) {
    self.value = value
    self.certainty = certainty
    self.place = place
  }
}
