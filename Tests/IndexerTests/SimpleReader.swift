import Documents
import Extraction
import GraphModel
import Synchronization

@testable import Indexer

/// A reader for tests: each line is a sentence `subject verb object` of single words, a line that
/// starts with `!` makes the file unreadable, and `?` before a line makes its quote wrong.
final class SimpleReader: DocumentReading {
  let fingerprint: UInt64
  let sizeLimit = 1 << 16
  private let read = Mutex<[String]>([])

  init(fingerprint: UInt64 = 1) { self.fingerprint = fingerprint }

  /// The names of the documents that were read, sorted.
  var names: [String] { read.withLock { $0.sorted() } }

  func session() -> any ReadingSession { Session(reader: self) }

  func contentHash(of bytes: [UInt8], name: String) throws(FailureReason) -> String {
    StableHash.hex(bytes)
  }

  private struct Session: ReadingSession {
    let reader: SimpleReader

    func read(
      _ bytes: [UInt8], name: String, unless known: String?
    ) throws(FailureReason) -> ReadDocument? {
      let hash = StableHash.hex(bytes)
      guard hash != known else { return nil }
      guard !bytes.isEmpty else { throw .empty }
      guard bytes.first != 0x21 else { throw .binary }
      reader.read.withLock { $0.append(name) }
      return SimpleReader.document(bytes, name: name, hash: hash)
    }
  }

  private static func document(_ bytes: [UInt8], name: String, hash: String) -> ReadDocument {
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
        name: name, title: nil, date: nil, language: "en", contentHash: hash,
        sentenceCount: sentences.count),
      text: bytes, sentences: sentences, words: claims.count * 3,
      extraction: ExtractedDocument(mentions: mentions, claims: claims))
  }
}
