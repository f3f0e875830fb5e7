import Extraction
import GraphModel

/// What the store keeps of the extraction of a document, as bytes that the store does not look at.
///
/// Layout: `QREC`, a byte with the version of the format, the reader's fingerprint (8 bytes), the
/// number of words (LEB128), the table of texts (a count, then the length and bytes of each), the
/// mentions, the claims, the lead, of a page its passages, and the ``StableHash`` of all that (8 bytes). Numbers are LEB128, fixed
/// numbers little-endian, texts are numbers into the table, a missing value is 0 and others are one
/// more. Each text is stored once, so the sentence that ten claims quote is there once.
struct ExtractionRecord: Hashable, Sendable {
  /// Which model, vocabulary and program read the document.
  let fingerprint: UInt64
  /// The number of words of the document.
  let words: Int
  /// What was extracted.
  let extraction: ExtractedDocument
  /// What a page states, paragraph by paragraph; nil for other documents.
  let page: PagePassages?

  private static let magic = Array("QREC".utf8)
  private static let version: UInt8 = 3
  private static let headerCount = 13

  /// Creates a record.
  init(
    fingerprint: UInt64, words: Int, extraction: ExtractedDocument, page: PagePassages? = nil
  ) {
    self.page = page
    self.fingerprint = fingerprint
    self.words = words
    self.extraction = extraction
  }

  /// The bytes of the record; equal records give equal bytes.
  func encoded() -> [UInt8] {
    var bytes = Self.magic + [Self.version]
    RecordWriter.put(fixed: fingerprint, to: &bytes)
    var writer = RecordWriter()
    writer.put(words)
    writer.put(extraction.mentions.count)
    for mention in extraction.mentions { writer.put(mention) }
    writer.put(extraction.claims.count)
    for claim in extraction.claims { writer.put(claim) }
    writer.put(extraction.lead)
    writer.put(page == nil ? 0 : 1)
    if let page { writer.put(page) }
    bytes += writer.bytes()
    RecordWriter.put(fixed: Self.checksum(bytes[...]), to: &bytes)
    return bytes
  }

  /// Reads a record back.
  ///
  /// - Throws: ``RecordError`` if a byte was changed, or lost, or another version wrote them.
  init(decoding bytes: [UInt8]) throws(RecordError) {
    fingerprint = try Self.fingerprint(of: bytes)
    guard bytes.count >= Self.headerCount + 8 else { throw .damaged }
    let end = bytes.count - 8
    guard Self.checksum(bytes[..<end]) == RecordReader.fixed(bytes[end...]) else { throw .damaged }
    var reader = try RecordReader(bytes[Self.headerCount..<end])
    words = try reader.number()
    var mentions: [Mention] = []
    let mentionCount = try reader.count()
    mentions.reserveCapacity(mentionCount)
    for _ in 0..<mentionCount { mentions.append(try reader.mention()) }
    var claims: [Claim] = []
    let claimCount = try reader.count()
    claims.reserveCapacity(claimCount)
    for _ in 0..<claimCount {
      claims.append(try reader.claim(mentions: mentions.count))
    }
    let lead = try reader.lead(mentions: mentions.count)
    page = try reader.flag() ? try reader.page() : nil
    guard reader.isAtEnd else { throw .damaged }
    extraction = ExtractedDocument(mentions: mentions, claims: claims, lead: lead)
  }

  /// The fingerprint in the head of a record, without reading the rest.
  static func fingerprint(of bytes: [UInt8]) throws(RecordError) -> UInt64 {
    guard bytes.starts(with: magic) else { throw .notARecord }
    guard bytes.count >= headerCount else { throw .damaged }
    guard bytes[4] == version else { throw .version(Int(bytes[4])) }
    return RecordReader.fixed(bytes[5..<headerCount])
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash()
    bytes.withUnsafeBufferPointer { hash.combine($0) }
    return hash.value
  }
}
