/// The readers, and how a file is made of some bytes that reaches each.
///
/// The last byte chooses: if it is even, the bytes are the file as they stand (so that real files are
/// seeds); else they spell one, which a reader does not turn away at once.
enum FuzzedReader: String, CaseIterable {
  case any, text, html, markdown, jats, tei, docbook, news, xml, feed, epub, docx, odt, pdf, rtf
  case mail, mbox, jsonl, csv, warc, gz, zst, zip, tar

  /// A file's bytes and the name that goes with them.
  func file(of input: [UInt8]) -> (bytes: [UInt8], name: String) {
    guard let choice = input.last, choice % 2 == 1 else { return (input, name) }
    return (spelled(input.dropLast()), name)
  }

  private var name: String {
    switch self {
    case .markdown: "a.md"
    case .jsonl: "a.jsonl"
    case .csv: "a.csv"
    default: "a"
    }
  }

  private func spelled(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .any, .text, .html, .markdown, .pdf, .rtf, .mail, .mbox, .jsonl, .csv, .warc:
      Array(Tokens.heads[self, default: ""].utf8) + soup(bytes)
    case .jats, .tei, .docbook, .news, .xml, .feed: tree(bytes)
    case .epub, .docx, .odt: package(bytes)
    case .gz: Packed.gzip(Array(bytes))
    case .zst: Packed.zstandard(Array(bytes))
    case .zip: Packed.zip(members(bytes))
    case .tar: Packed.tar(members(bytes))
    }
  }

  /// A text in which bytes from 0x80 on are words of the format.
  private func soup(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let words = Tokens.words[self, default: []].map { Array($0.utf8) }
    guard !words.isEmpty else { return Array(bytes) }
    return bytes.flatMap { $0 < 0x80 ? [$0] : words[Int($0 - 0x80) % words.count] }
  }

  private func tree(_ bytes: ArraySlice<UInt8>, root: String? = nil) -> [UInt8] {
    MarkupSpeller(Elements.of[self, default: []]).spell(bytes, root: root ?? Elements.roots[self])
  }

  /// The parts of an office document or book.
  private func package(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var parts = bytes.split(separator: 0xff, maxSplits: 3, omittingEmptySubsequences: false)
    while parts.count < 4 { parts.append([]) }
    func file(_ name: String, _ part: Int, _ root: String) -> Packed.File {
      Packed.File(name: name, bytes: tree(parts[part], root: root))
    }
    switch self {
    case .docx:
      return Packed.zip([
        file("[Content_Types].xml", 3, "Types"), file("word/document.xml", 0, "document"),
        file("word/styles.xml", 1, "styles"), file("word/footnotes.xml", 2, "footnotes"),
        file("docProps/core.xml", 3, "coreProperties"),
      ])
    case .odt:
      return Packed.zip([
        Packed.File(name: "mimetype", bytes: []), file("content.xml", 0, "document-content"),
        file("styles.xml", 1, "document-styles"), file("meta.xml", 2, "document-meta"),
      ])
    default:
      let container = "<container><rootfile full-path=\"a/b.opf\"/></container>"
      return Packed.zip([
        Packed.File(name: "mimetype", bytes: Array("application/epub+zip".utf8)),
        Packed.File(name: "META-INF/container.xml", bytes: Array(container.utf8)),
        file("a/b.opf", 0, "package"), file("a/1.xhtml", 1, "html"), file("2.xhtml", 2, "html"),
      ])
    }
  }

  /// Files with names: each is a name, a line feed and what is in it, up to a byte 0xFF.
  private func members(_ bytes: ArraySlice<UInt8>) -> [Packed.File] {
    bytes.split(separator: 0xff).prefix(64).map { part in
      let parts = part.split(separator: 0x0a, maxSplits: 1, omittingEmptySubsequences: false)
      return Packed.File(
        name: Array(parts[0].prefix(99)), bytes: parts.count > 1 ? Array(parts[1]) : [])
    }
  }
}
