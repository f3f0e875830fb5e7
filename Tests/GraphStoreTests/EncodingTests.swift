import GraphModel
import Testing

@testable import GraphStore

@Suite("Encoding")
struct EncodingTests {
  private func read<Value>(
    _ bytes: [UInt8], _ body: (inout ByteReader) throws(EncodingFault) -> Value
  ) throws -> Value {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      let value = try body(&reader)
      try reader.finish()
      return value
    }
  }

  @Test(
    "numbers of every length come back",
    arguments: [0, 1, 127, 128, 16_383, 16_384, UInt64(UInt32.max), 1 << 63, .max])
  func varint(value: UInt64) throws {
    var writer = ByteWriter()
    writer.varint(value)
    #expect(try read(writer.bytes) { reader throws(EncodingFault) in try reader.varint() } == value)
    #expect(writer.bytes.count == max(1, (64 - value.leadingZeroBitCount + 6) / 7))
  }

  @Test("a number of more than 64 bits is refused")
  func longVarint() {
    let bytes = [UInt8](repeating: 0xff, count: 9) + [0x02]
    #expect(throws: EncodingFault.number) {
      try read(bytes) { reader throws(EncodingFault) in try reader.varint() }
    }
  }

  @Test(
    "terms come back equal",
    arguments: [
      Term.iri(IRI("http://a.example/b")), .blank("b0"), .string(""), .string("a\u{0}b"),
      .literal("01", datatype: XSD.integer), .text("chat", language: "fr"),
      .directional("سلام", language: "ar-EG", direction: .rightToLeft),
      .triple(
        Triple(
          .blank("x"), IRI("http://a.example/p"),
          .triple(Triple(.iri(IRI("s:1")), IRI("p:1"), .text("x", language: "en"))))),
    ])
  func term(term: Term) throws {
    var writer = ByteWriter()
    writer.term(term)
    #expect(try Term(encoded: writer.bytes[...]) == term)
    for cut in 0..<writer.bytes.count {
      // A shorter run of bytes may be another term, but never this one, and never a trap.
      #expect((try? Term(encoded: writer.bytes[..<cut])) != term)
    }
  }

  @Test("random statements come back equal", arguments: 0..<20)
  func statements(seed: Int) throws {
    var draw = Draw(seed)
    for _ in 0..<50 {
      let drawn = draw.statement()
      let statement = try #require(drawn)
      var writer = ByteWriter()
      writer.statement(statement)
      let back = try read(writer.bytes) { reader throws(EncodingFault) in try reader.statement() }
      #expect(back == statement)
      #expect(back.id == statement.id)
    }
  }

  @Test("broken bytes are refused or read as something else, and never trap", arguments: 0..<20)
  func broken(seed: Int) throws {
    var draw = Draw(1_000 + seed)
    for _ in 0..<200 {
      let drawn = draw.statement()
      let statement = try #require(drawn)
      var writer = ByteWriter()
      writer.statement(statement)
      var bytes = writer.bytes
      switch draw.number(3) {
      case 0: bytes.removeLast(1 + draw.number(bytes.count))
      case 1: bytes[draw.number(bytes.count)] = UInt8(truncatingIfNeeded: draw.bits())
      default: bytes = (0..<draw.number(200)).map { _ in UInt8(truncatingIfNeeded: draw.bits()) }
      }
      _ = try? read(bytes) { reader throws(EncodingFault) in try reader.statement() }
      _ = try? read(bytes) { reader throws(EncodingFault) in try reader.entity() }
      _ = try? read(bytes) { reader throws(EncodingFault) in try reader.sourceDocument() }
      _ = try? read(bytes) { reader throws(EncodingFault) in try reader.ranges(within: 1_000) }
      _ = try? read(bytes) { reader throws(EncodingFault) in try reader.ascending() }
      _ = try? read(bytes) { reader throws(EncodingFault) in try reader.postings() }
      _ = try? Term(encoded: bytes[...])
      bytes.withUnsafeBytes { bytes in
        var terms = TermBlock(bytes)
        while (try? terms.next()) == true {}
        let first = OrderedTriple(first: .max, second: 1, third: 2, statement: 3)
        var triples = TripleBlock(first: first, payload: bytes)
        while (try? triples.next()) == true {}
      }
    }
  }

  @Test("a shortened statement is always refused")
  func shortened() throws {
    var draw = Draw(7)
    let drawn = draw.statement()
    let statement = try #require(drawn)
    var writer = ByteWriter()
    writer.statement(statement)
    for count in writer.bytes.indices {
      #expect(throws: EncodingFault.self) {
        try read(Array(writer.bytes[..<count])) { reader throws(EncodingFault) in
          try reader.statement()
        }
      }
    }
  }

  @Test("documents, entities and ranges come back equal")
  func others() throws {
    var writer = ByteWriter()
    let document = SourceDocument(
      name: "ä/b.txt", title: nil, date: "2019-10", language: "und", contentHash: "00",
      sentenceCount: 3)
    writer.document(document)
    #expect(
      try read(writer.bytes) { reader throws(EncodingFault) in try reader.sourceDocument() }
        == document)
    let entity = Entity(
      id: EntityID("e:x"), label: "", types: ["A", "B"], aliases: ["ß"], isNamed: false)
    writer.reset()
    writer.entity(entity)
    #expect(
      try read(writer.bytes) { reader throws(EncodingFault) in try reader.entity() } == entity)
    let ranges = [5..<9, 2..<4, 9..<9, 10..<90]
    writer.reset()
    writer.ranges(ranges)
    #expect(
      try read(writer.bytes) { reader throws(EncodingFault) in try reader.ranges(within: 90) }
        == ranges)
    #expect(throws: EncodingFault.number) {
      try read(writer.bytes) { reader throws(EncodingFault) in try reader.ranges(within: 89) }
    }
  }

  @Test("term blocks hold all terms in order and keep to their size", arguments: 0..<5)
  func termBlocks(seed: Int) throws {
    var draw = Draw(seed)
    var terms = (0..<500).map { _ in Array(draw.text(draw.number(40) == 0 ? 800 : 20).utf8) }
    terms.sort { $0.lexicographicallyPrecedes($1) }
    var back: [[UInt8]] = []
    try TermBlock.encode(terms.map { $0[...] }) { (first, block) throws(StoreError) in
      #expect(Int(first) == back.count)
      let start = back.count
      block.bytes.withUnsafeBytes { bytes in
        guard let payload = Checksum.payload(bytes) else { return }
        var block = TermBlock(payload)
        while (try? block.next()) == true { back.append(block.term) }
      }
      #expect(block.bytes.count <= TermBlock.limit || back.count == start + 1)
    }
    #expect(back == terms)
  }

  @Test("triple blocks hold all triples in order and keep to their size", arguments: 0..<5)
  func tripleBlocks(seed: Int) throws {
    var draw = Draw(seed)
    let triples = (0..<5_000).map { _ in
      OrderedTriple(
        first: UInt32(draw.number(40)), second: UInt32(draw.number(10)),
        third: UInt32(truncatingIfNeeded: draw.bits()), statement: UInt32(draw.number(3)))
    }.sorted()
    var back: [OrderedTriple] = []
    try TripleBlock.encode(triples) { (first, block) throws(StoreError) in
      #expect(block.bytes.count <= TripleBlock.limit)
      block.bytes.withUnsafeBytes { bytes in
        guard let payload = Checksum.payload(bytes) else { return }
        var block = TripleBlock(first: first, payload: payload)
        repeat { back.append(block.triple) } while (try? block.next()) == true
      }
    }
    #expect(back == triples)
  }

  @Test("a checksum knows every single flipped bit")
  func checksum() throws {
    var writer = ByteWriter()
    writer.text("A quipu is a cord record.")
    writer.seal()
    var bytes = writer.bytes
    for place in bytes.indices {
      for bit in 0..<8 {
        bytes[place] ^= 1 << bit
        #expect(bytes.withUnsafeBytes { Checksum.payload($0) == nil })
        bytes[place] ^= 1 << bit
      }
    }
    #expect(bytes.withUnsafeBytes { Checksum.payload($0) != nil })
    #expect([UInt8]().withUnsafeBytes { Checksum.payload($0) == nil })
  }
}
