import Documents
import GraphModel

/// The paragraphs of a page that state something, by the hash of their words: what many pages of a
/// folder share is the site's and not the text's.
struct PagePassages: Hashable, Sendable {
  /// A paragraph.
  struct Passage: Hashable, Sendable {
    /// The hash of its letters and digits.
    let hash: UInt64
    /// The sentences in it, by number.
    let sentences: Range<Int>
  }

  /// The hash of the name of the folder, or of the file of several documents, that the page is in.
  let folder: UInt64
  /// The paragraphs, in order.
  let passages: [Passage]

  /// Creates passages from their parts.
  init(folder: UInt64, passages: [Passage]) {
    self.folder = folder
    self.passages = passages
  }

  /// The passages of a page.
  ///
  /// - Parameters:
  ///   - name: The page's name.
  ///   - text: Its clean text.
  ///   - blocks: The paragraphs, as ranges of bytes of the text, in order.
  ///   - sentences: The sentences, as ranges of bytes of the text, in order.
  ///   - stating: The numbers of the sentences that state something.
  init(
    name: String, text: [UInt8], blocks: [Range<Int>], sentences: [Range<Int>], stating: Set<Int>
  ) {
    folder = Self.hash(Self.folder(of: name))
    var passages: [Passage] = []
    var next = 0
    for block in blocks {
      while next < sentences.count, sentences[next].lowerBound < block.lowerBound { next += 1 }
      let first = next
      while next < sentences.count, sentences[next].upperBound <= block.upperBound { next += 1 }
      guard (first..<next).contains(where: stating.contains) else { continue }
      let words = text[block].lazy.filter { $0.isWordByte }.map { $0 | ($0 < 0x80 ? 0x20 : 0) }
      passages.append(Passage(hash: Self.hash(words), sentences: first..<next))
    }
    self.passages = passages
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }

  /// What stands before the last `/` or `#` of a name.
  private static func folder(of name: String) -> ArraySlice<UInt8> {
    let bytes = Array(name.utf8)
    let end = bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
    return bytes[..<(end ?? 0)]
  }
}

extension UInt8 {
  /// Whether the byte is of a letter or a digit; all beyond ASCII count.
  fileprivate var isWordByte: Bool {
    self >= 0x80 || (0x30...0x39).contains(self) || (0x41...0x5a).contains(self & 0xdf)
  }
}
