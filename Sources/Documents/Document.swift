/// A file's clean text, with what is known of it and a map back to the file's bytes.
public struct Document: Sendable {
  /// The name by which the store knows it: its path.
  public let name: String
  /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
  public let contentHash: String
  /// The title, if one was found.
  public let title: String?
  /// The publication date (`2019`, `2019-10` or `2019-10-29`), if the document tells it.
  public let date: String?
  /// The language of the text, as a BCP 47 tag; `und` if it cannot be told.
  public let language: String
  /// The clean text: valid UTF-8 without control characters other than line feeds.
  public let text: [UInt8]
  /// The paragraphs, headings and captions, in order and without overlaps.
  ///
  /// Text between them is white space. A sentence never crosses the border of a block.
  public let blocks: [TextBlock]
  /// Where each byte of the text came from.
  public let sourceMap: SourceMap
  /// Converts offsets into the text from bytes to code points.
  public let codePoints: CodePointIndex
  /// What was mended while reading, in order.
  public let repairs: [Repair]
  /// All that the document says about itself.
  public let metadata: DocumentMetadata
  /// The parts that ``sourceMap`` counts through, in order; none if it leads to the file's own bytes.
  ///
  /// Chapters of a book, the text files of an office document, the parts of a message, the pages of
  /// a PDF: they are packed in the file, so that it has no bytes to point at.
  public let parts: [SourcePart]
  /// The names of the files that came with a message, in order.
  public let attachments: [String]
  /// Whether it is a page of the Web, around whose text the site may have put words of its own.
  public let isPage: Bool

  /// Creates a document; `codePoints` is computed from the text.
  public init(
    name: String, contentHash: String, title: String?, date: String?, language: String,
    text: [UInt8], blocks: [TextBlock], sourceMap: SourceMap, repairs: [Repair],
    metadata: DocumentMetadata = .init(), parts: [SourcePart] = [], attachments: [String] = [],
    isPage: Bool = false
  ) {
    self.metadata = metadata
    self.parts = parts
    self.attachments = attachments
    self.isPage = isPage
    self.name = name
    self.contentHash = contentHash
    self.title = title
    self.date = date
    self.language = language
    self.text = text
    self.blocks = blocks
    self.sourceMap = sourceMap
    self.repairs = repairs
    codePoints = CodePointIndex(text)
  }

  /// The part that a byte of the text came from, as `page 3`; nil if there are no parts.
  public func part(ofByte byte: Int) -> SourcePart? {
    guard !parts.isEmpty, byte < text.count else { return nil }
    let source = sourceMap.source(of: byte..<byte + 1).lowerBound
    return parts.first { source < $0.range.upperBound } ?? parts.last
  }

  /// The words at a range of bytes of the text.
  public func string(_ bytes: Range<Int>) -> String { String(decoding: text[bytes], as: UTF8.self) }
}

/// A part of a packed file that text came from.
public struct SourcePart: Hashable, Sendable {
  /// Its name: a path within the file, `page 12`, `part 2`.
  public let name: String
  /// Its bytes among those of all parts, one after the other.
  public let range: Range<Int>

  /// Creates a part.
  public init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
  }
}

/// A run of text that belongs together.
public struct TextBlock: Hashable, Sendable {
  /// What a block is.
  public enum Kind: String, Hashable, Sendable {
    /// Running text.
    case paragraph
    /// A title or headline.
    case heading
    /// The words under a picture, with its credit.
    case caption
    /// One item of a list.
    case listItem
    /// A date line, byline or another line about the document itself; holds no statements.
    case header
  }

  /// The bytes of the clean text, half-open.
  public let range: Range<Int>
  /// What the block is.
  public let kind: Kind

  /// Creates a block.
  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// Something that was mended while a file was read.
public enum Repair: Hashable, Sendable {
  /// The file was not UTF-8; the encoding that was detected.
  case decoded(from: String)
  /// How many byte sequences were not valid in the encoding and became U+FFFD.
  case invalidBytes(count: Int)
  /// How many runs of doubly encoded characters (mojibake) were put right.
  case mojibake(count: Int)
  /// How many control characters were dropped.
  case controlCharacters(count: Int)
  /// Lines longer than the limit were cut at a space; how many.
  case longLines(count: Int)
}
