import GraphModel

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
  /// The file can be read with a password only.
  case encrypted
  /// A program that reads the format is not installed; its name.
  case missingTool(String)
  /// Reading took longer than the limit and was stopped.
  case timedOut(seconds: Int)
  /// Reading took more memory than the limit and was stopped; in bytes.
  case outOfMemory(limit: Int)
  /// Records without a field that holds their text; the names of the fields that they have.
  case noTextField([String])
  /// A document within another file is larger than the limit, in bytes.
  case memberTooLarge(limit: Int)
  /// What is packed in a file is larger than the limit, in bytes.
  case unpackedTooLarge(limit: Int)
  /// A file holds more documents than the limit.
  case tooManyMembers(limit: Int)
  /// Files are packed in files deeper than the limit.
  case tooDeep(limit: Int)
  /// A file unpacks to more than this many times its size.
  case unpackingRatio(limit: Int)
  /// The name of a file in an archive leads outside of it.
  case unsafeName(String)
  /// The format is known but written in a way that is not read; which.
  case unsupported(String)
  /// The system could not read the file; its error number.
  case system(code: Int32)
}

/// Reads the bytes of one file into a document.
///
/// The format is told from the content; of the name, only an ending such as `.md` is a hint:
///
///     let document = try DocumentReader().read(bytes, name: "news/0001.txt")
///     document.title          // "Regulator opens inquiry into chip maker"
///     document.string(document.blocks[0].range)
public struct DocumentReader: Sendable {
  /// The largest file that is read, in bytes.
  ///
  /// Reading takes two to four times as much memory, and up to 25 times for files of nothing but
  /// tiny lines or references. 4 GiB is the limit of limits.
  public var sizeLimit = 64 << 20
  /// The longest block, in bytes; longer ones are cut at a space.
  public var blockLimit = 1 << 20
  /// The languages that are read, as BCP 47 tags; `und` are texts whose language cannot be told.
  public var languages: Set<String> = ["en", "und"]

  /// What programs that read a format (PDF) may use.
  public var programLimits = ProgramLimits()

  /// Creates a reader.
  public init() {}

  /// Reads a file into a document; O(*n*).
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: the name by which the document is known, its path.
  /// - Returns: the document.
  /// - Throws: a ``DocumentError`` if there is no English text to be had from the file.
  public func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> Document {
    try finish(draft(of: bytes, name: name), name: name, hash: SHA256.hex(bytes))
  }

  /// Reads a document of a file that holds several; O(*n*).
  ///
  /// What a record's fields say of it goes before what its text says; what else a container says
  /// only fills in what the document itself does not.
  ///
  /// - Throws: a ``DocumentError`` if there is no English text to be had from it.
  public func read(_ member: ContainerMember) throws(DocumentError) -> Document {
    var draft: Draft
    switch member.form {
    case .file:
      draft = try self.draft(of: member.bytes, name: member.name)
      draft.metadata.fill(from: member.metadata)
    case .record:
      draft = try recordDraft(of: member.bytes)
      var metadata = member.metadata
      metadata.fill(from: draft.metadata)
      draft.metadata = metadata
    }
    return try finish(draft, name: member.name, hash: member.contentHash)
  }

  /// Reads a line of text that is a document by itself, without looking for headlines, datelines
  /// and the like: the document has one paragraph and the text is the line.
  ///
  /// - Throws: ``DocumentError/empty``, ``DocumentError/binary`` or ``DocumentError/tooLarge(bytes:limit:)``.
  public func readLine(_ bytes: [UInt8], name: String) throws(DocumentError) -> Document {
    let (text, repairs) = try decode(bytes)
    let whole = TextLine.trim(text.bytes, 0..<text.bytes.count)
    var draft = Draft(text: text, blocks: [TextBlock(range: whole, kind: .paragraph)])
    draft.repairs = repairs
    return document(draft, name: name, hash: SHA256.hex(bytes), language: "en")
  }

  /// The format of a file and what its reader makes of it.
  private func draft(of bytes: [UInt8], name: String) throws(DocumentError) -> Draft {
    let limit = min(sizeLimit, Int(UInt32.max))
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    guard !bytes.isEmpty else { throw .empty }
    switch FileSignature.of(bytes) {
    case .zip: return try PackageReader.read(bytes, sizeLimit: limit)
    case .pdf: return try PDFReader.read(bytes, limits: programLimits)
    case .rtf: return try RTFReader.read(bytes)
    case .encryptedOffice: throw .encrypted
    case .binary: throw .binary
    case .text: break
    }
    if MailHeaders.startMessage(bytes) { return try MailReader.read(bytes) }
    let (text, repairs) = try decode(bytes)
    var draft = try draft(of: text, name: name)
    draft.repairs = repairs + draft.repairs
    return draft
  }

  /// The text of a record: plain or a page's piece, without looking for main text.
  private func recordDraft(of bytes: [UInt8]) throws(DocumentError) -> Draft {
    guard !bytes.isEmpty else { throw .empty }
    let (text, repairs) = try decode(bytes)
    var draft: Draft
    if TextFormat.hasTags(text.bytes) {
      draft = try MarkupReader.wholePage(text)
    } else {
      draft = PlainTextReader.read(text, from: 0)
    }
    draft.repairs = repairs + draft.repairs
    return draft
  }

  /// Limits, character encoding, mojibake and control characters of a file that is text.
  private func decode(
    _ bytes: [UInt8]
  ) throws(DocumentError) -> (text: MappedText, repairs: [Repair]) {
    let limit = min(sizeLimit, Int(UInt32.max))
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    guard !bytes.isEmpty else { throw .empty }
    if FileSignature.of(bytes) != .text { throw .binary }
    return try TextDecoding.decode(bytes)
  }

  private func draft(of text: MappedText, name: String) throws(DocumentError) -> Draft {
    let matter = FrontMatter(text.bytes)
    let start = matter?.end ?? 0
    var draft: Draft
    switch TextFormat.of(Array(text.bytes[start...].prefix(1 << 16)), name: name) {
    case .html: draft = try MarkupReader.html(text)
    case .xml: draft = try XMLReader.read(text)
    case .markdown: draft = MarkdownReader.read(text, from: start)
    case .plain: draft = PlainTextReader.read(text, from: start)
    }
    if let matter {
      var metadata = matter.metadata
      metadata.fill(from: draft.metadata)
      draft.metadata = metadata
    }
    return draft
  }

  private func finish(
    _ draft: Draft, name: String, hash: String
  ) throws(DocumentError) -> Document {
    guard !draft.blocks.isEmpty else { throw .empty }
    let language = LanguageIdentifier.language(of: draft.text.bytes)
    guard languages.contains(language) else { throw .unsupportedLanguage(language) }
    return document(draft, name: name, hash: hash, language: language)
  }

  private func document(
    _ draft: Draft, name: String, hash: String, language: String
  ) -> Document {
    let cut = LongLines.cut(draft.blocks, draft.text.bytes, limit: max(64, blockLimit))
    var metadata = draft.metadata
    metadata.date = metadata.date ?? draft.weakDate
    return Document(
      name: name, contentHash: hash, title: metadata.title, date: metadata.date?.value,
      language: language, text: draft.text.bytes, blocks: cut.blocks, sourceMap: draft.text.map,
      repairs: cut.count > 0 ? draft.repairs + [.longLines(count: cut.count)] : draft.repairs,
      metadata: metadata, parts: draft.parts, attachments: draft.attachments, isPage: draft.isPage)
  }
}

/// The steps that all texts share: character encoding, mojibake, control characters.
enum TextDecoding {
  /// Decodes bytes, of which their container may declare an encoding by its name; O(*n*).
  static func decode(
    _ bytes: [UInt8], declared: String? = nil
  ) throws(DocumentError) -> (text: MappedText, repairs: [Repair]) {
    var (text, repairs) = try CharacterDecoder.decode(bytes, declared: declared)
    if let repaired = Mojibake.repair(text) {
      text = repaired.text
      repairs.append(.mojibake(count: repaired.count))
    }
    let cleaned = try TextCleaning.clean(text)
    if cleaned.dropped > 0 { repairs.append(.controlCharacters(count: cleaned.dropped)) }
    guard cleaned.text.bytes.contains(where: { !$0.isASCIISpace }) else { throw .empty }
    return (cleaned.text, repairs)
  }
}
