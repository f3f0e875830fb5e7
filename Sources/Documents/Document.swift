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

  /// Creates a document; `codePoints` is computed from the text.
  public init(
    name: String, contentHash: String, title: String?, date: String?, language: String,
    text: [UInt8], blocks: [TextBlock], sourceMap: SourceMap, repairs: [Repair]
  ) {
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

  /// The words at a range of bytes of the text.
  public func string(_ bytes: Range<Int>) -> String { String(decoding: text[bytes], as: UTF8.self) }
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
