import Documents
import Extraction
import Glibc
import GraphModel
import Synchronization

@testable import Indexer

/// A reader for tests, whose sentences are lines `subject verb object` of single words.
///
/// A line that starts with `!` makes the file unreadable, with `!!` only after too long a time, and `?` before a line makes its quote wrong.
/// A file that begins with `[` holds several documents: each line `[name` begins one, and `[!` is a
/// broken one. Each line of a file that ends with `.html` is a passage. A line `@2019-10-29` gives the date of a document.
final class SimpleReader: DocumentReading {
  let version: ReaderVersion
  let options: ReadingOptions
  private let log = Mutex<[String]>([])
  private let openings = Mutex<[String]>([])

  /// Is called with the name of each file that is opened, before anything of it is read.
  private let atOpening: @Sendable (String) -> Void

  init(
    version: UInt64 = 1, model: UInt64 = 1, options: ReadingOptions? = nil,
    atOpening: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.atOpening = atOpening
    self.version = ReaderVersion(program: version, model: model, vocabulary: 1)
    var usual = ReadingOptions()
    usual.documentSize = 1 << 16
    self.options = options ?? usual
  }

  /// The names of the documents that were read, sorted.
  var names: [String] { log.withLock { $0.sorted() } }

  /// The names of the files that were opened, sorted.
  var opened: [String] { openings.withLock { $0.sorted() } }

  func isContainer(head: [UInt8], name: String) -> Bool { head.first == 0x5b }

  func open(_ content: FileContent, name: String) -> any FileOpening {
    openings.withLock { $0.append(name) }
    atOpening(name)
    switch content {
    case .bytes(let bytes): return Opening([(name, bytes)])
    case .descriptor(let file):
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      bytes.removeLast(bytes.count - max(0, pread(file, &bytes, bytes.count, 0)))
      let pieces = String(decoding: bytes, as: UTF8.self).split(separator: "[")
      var counts: [Substring: Int] = [:]
      return Opening(
        pieces.map { piece in
          let lines = piece.split(separator: "\n", maxSplits: 1)
          let count = counts[lines[0], default: 0] + 1
          counts[lines[0]] = count
          return (
            name + "#" + lines[0] + (count > 1 && lines[0] != "!" ? "~\(count)" : ""),
            Array((lines.count > 1 ? lines[1] : "").utf8)
          )
        })
    }
  }

  private final class Opening: FileOpening {
    private var documents: [(name: String, bytes: [UInt8])]

    init(_ documents: [(name: String, bytes: [UInt8])]) { self.documents = documents.reversed() }

    func next() -> FoundDocument? {
      guard let (name, bytes) = documents.popLast() else { return nil }
      if name.hasSuffix("#!") {
        return FoundDocument(
          name: name, content: .failure(.malformed(format: "test", detail: "!")))
      }
      let hash = StableHash.hex(bytes)
      return FoundDocument(
        name: name,
        content: .success(
          FoundDocument.Content(hash: hash) { () throws(FailureReason) -> Document in
            guard !bytes.isEmpty else { throw .empty }
            guard !bytes.starts(with: "!!".utf8) else { throw .timedOut(seconds: 30) }
            guard bytes.first != 0x21 else { throw .binary }
            let text = String(decoding: bytes, as: UTF8.self)
            let date = text.split(separator: "\n").first { $0.hasPrefix("@") }?.dropFirst()
            return Document(
              name: name, contentHash: hash, title: nil, date: date.map(String.init),
              language: "en", text: bytes, blocks: [],
              sourceMap: .identity(count: bytes.count), repairs: [])
          }))
    }
  }

  func annotate(_ documents: [Document]) -> [ReadDocument] {
    log.withLock { $0 += documents.map(\.name) }
    return documents.map {
      Self.document($0.text, name: $0.name, date: $0.date, hash: $0.contentHash)
    }
  }

  private static func document(
    _ bytes: [UInt8], name: String, date: String?, hash: String
  ) -> ReadDocument {
    let text = String(decoding: bytes, as: UTF8.self)
    var mentions: [Mention] = []
    var claims: [Claim] = []
    var sentences: [Range<Int>] = []
    var offset = 0
    var byte = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer {
        offset += line.unicodeScalars.count + 1
        byte += line.utf8.count + 1
      }
      let words = line.split(separator: " ")
      guard words.count == 3, let span = TextSpan(offset..<offset + line.unicodeScalars.count)
      else { continue }
      let sentence = sentences.count
      sentences.append(byte..<byte + line.utf8.count)
      for index in [0, 2] {
        let before = words[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        let word = String(words[index])
        guard let place = TextSpan(offset + before..<offset + before + word.unicodeScalars.count)
        else { continue }
        mentions.append(
          Mention(
            sentence: sentence, span: place, text: word, core: word,
            headLemma: word.lowercased(), kind: .name, type: "Organization", number: .singular,
            gender: .unknown, isDefinite: false, chain: mentions.count))
      }
      claims.append(
        Claim(
          sentence: sentence, quote: span,
          quoteText: line.hasPrefix("?") ? "another text" : String(line),
          subject: mentions.count - 2, predicate: Predicate(open: String(words[1])),
          predicateText: String(words[1]), object: .mention(mentions.count - 1),
          polarity: .positive, certainty: .certain, cue: nil, speaker: nil, time: nil, details: [],
          confidence: 0.5, rule: "test/line"))
    }
    return ReadDocument(
      source: SourceDocument(
        name: name, title: nil, date: date, language: "en", contentHash: hash,
        sentenceCount: sentences.count),
      text: bytes, sentences: sentences, words: claims.count * 3,
      extraction: ExtractedDocument(mentions: mentions, claims: claims),
      page: name.hasSuffix(".html")
        ? PagePassages(
          name: name, text: bytes, blocks: sentences, sentences: sentences,
          stating: Set(claims.map(\.sentence))) : nil)
  }
}
