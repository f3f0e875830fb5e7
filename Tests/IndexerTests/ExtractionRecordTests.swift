import Extraction
import GraphModel
import TestSupport
import Testing

@testable import Indexer

@Suite("ExtractionRecord")
struct ExtractionRecordTests {
  @Test("reads back what it wrote", arguments: 0..<30)
  func roundTrip(seed: UInt64) throws {
    var random = Xorshift(seed: seed)
    let record = ExtractionRecord.sample(&random)
    #expect(try ExtractionRecord(decoding: record.encoded()) == record)
    #expect(try ExtractionRecord.fingerprint(of: record.encoded()) == record.fingerprint)
  }

  @Test("damaged bytes are refused wherever the damage is", arguments: 0..<4)
  func damage(seed: UInt64) {
    var random = Xorshift(seed: seed)
    let bytes = ExtractionRecord.sample(&random).encoded()
    for _ in 0..<400 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(
        in: 1...255, using: &random)
      #expect(throws: RecordError.self) { try ExtractionRecord(decoding: damaged) }
    }
    for count in 0..<min(bytes.count, 300) {
      #expect(throws: RecordError.self) { try ExtractionRecord(decoding: Array(bytes[..<count])) }
    }
  }

  @Test("bytes of which only the checksum is right are refused without a crash", arguments: 0..<20)
  func forged(seed: UInt64) {
    var random = Xorshift(seed: seed)
    var bytes = ExtractionRecord.sample(&random).encoded().dropLast(8).map { $0 }
    for _ in 0..<3 {
      bytes[Int.random(in: 13..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    var hash = StableHash()
    hash.combine(bytes)
    RecordWriter.put(fixed: hash.value, to: &bytes)
    // It may happen to be a record; what counts is that it is read or refused.
    _ = try? ExtractionRecord(decoding: bytes)
  }

  @Test("another version is told apart from damage")
  func version() {
    var bytes = ExtractionRecord(
      fingerprint: 1, words: 0, extraction: ExtractedDocument(mentions: [], claims: [])
    ).encoded()
    bytes[4] = 9
    #expect(throws: RecordError.version(9)) { try ExtractionRecord(decoding: bytes) }
    #expect(throws: RecordError.notARecord) { try ExtractionRecord(decoding: Array("PNG".utf8)) }
  }
}

extension Xorshift {
  fileprivate mutating func text() -> String {
    String(
      (0..<Int.random(in: 0...6, using: &self)).map { _ in
        "aÉ漢 .😀".randomElement(using: &self) ?? "x"
      })
  }

  fileprivate mutating func flag() -> Bool { Bool.random(using: &self) }

  fileprivate mutating func maybeText() -> String? { flag() ? text() : nil }

  fileprivate mutating func span() -> TextSpan {
    let start = Int.random(in: 0...100_000, using: &self)
    return TextSpan(start..<start + Int.random(in: 1...500, using: &self)) ?? span()
  }

  fileprivate mutating func one<Case: CaseIterable>(_ type: Case.Type, else other: Case) -> Case {
    Array(type.allCases).randomElement(using: &self) ?? other
  }
}

extension ExtractionRecord {
  /// A record with random parts.
  static func sample(_ random: inout Xorshift) -> ExtractionRecord {
    let mentions = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Mention(
        sentence: Int.random(in: 0...300, using: &random), span: random.span(),
        text: random.text(), core: random.text(), headLemma: random.text(),
        kind: random.one(Mention.Kind.self, else: .name), type: random.maybeText(),
        number: random.one(Mention.Number.self, else: .unknown),
        gender: random.one(Mention.Gender.self, else: .unknown), isDefinite: random.flag(),
        chain: Int.random(in: -1...9, using: &random))
    }
    let claims = (0..<Int.random(in: 0...9, using: &random)).map { _ in
      Claim.sample(&random, mentions: mentions.count)
    }
    let lead = Lead(
      words: (0..<Int.random(in: 0...4, using: &random)).map { _ in random.text() },
      headline: (0..<Int.random(in: 0...4, using: &random)).map { _ in random.text() },
      roles: (0..<Int.random(in: 0...mentions.count, using: &random)).map { _ in
        random.flag() ? [EventRole(verb: random.text(), part: random.text())] : []
      })
    return ExtractionRecord(
      fingerprint: random.next(), words: Int.random(in: 0...9999, using: &random),
      extraction: ExtractedDocument(mentions: mentions, claims: claims, lead: lead),
      page: random.flag()
        ? PagePassages(
          folder: random.next(),
          passages: (0..<Int.random(in: 0...4, using: &random)).map { first in
            PagePassages.Passage(hash: random.next(), sentences: first..<first + 3)
          }) : nil)
  }
}

extension Claim {
  fileprivate static func sample(_ random: inout Xorshift, mentions: Int) -> Claim {
    func participant() -> Participant {
      if random.flag() { return .mention(Int.random(in: 0..<mentions, using: &random)) }
      return .value(
        Literal(
          value: random.text(), datatype: XSD.decimal, unit: random.maybeText(),
          text: random.text(), cue: random.maybeText()), span: random.span())
    }
    return Claim(
      sentence: Int.random(in: 0...300, using: &random), quote: random.span(),
      quoteText: random.text(), subject: Int.random(in: 0..<mentions, using: &random),
      predicate: Predicate(id: random.text(), label: random.text()), predicateText: random.text(),
      object: random.flag() ? participant() : nil,
      polarity: random.one(Polarity.self, else: .positive),
      certainty: random.one(Certainty.self, else: .certain), cue: random.maybeText(),
      speaker: random.flag() ? Int.random(in: 0..<mentions, using: &random) : nil,
      time: random.flag()
        ? StatementTime(start: random.maybeText(), end: random.maybeText(), text: random.text())
        : nil,
      details: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Detail(role: random.text(), participant: participant(), text: random.text())
      },
      confidence: Double.random(in: 0...1, using: &random), rule: random.text())
  }
}
