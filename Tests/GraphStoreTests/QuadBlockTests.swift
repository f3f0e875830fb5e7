import GraphModel
import Testing

@testable import GraphStore

@Suite("Blocks of quads")
struct QuadBlockTests {
  /// Numbers of every kind, near to each other and far.
  static func number(_ draw: inout Draw) -> UInt64 {
    let kinds = TermID.Kind.allCases
    let kind = kinds[draw.number(kinds.count)]
    if kind == .defaultGraph { return 0 }
    let bits = UInt64(1 + draw.number(58))
    var payload = draw.bits() & (1 << bits - 1)
    if draw.flag(), kind.isInline { payload = payload &+ 1 << 57 }
    return TermID(kind, payload).rawValue
  }

  @Test("quads come back, block by block", arguments: 0..<12)
  func roundTrip(seed: Int) throws {
    var draw = Draw(seed)
    var quads: Set<OrderedQuad> = []
    var pool = (0..<20).map { _ in Self.number(&draw) }
    for _ in 0..<2_000 {
      if draw.number(50) == 0 { pool[draw.number(20)] = Self.number(&draw) }
      quads.insert(
        OrderedQuad(
          pool[draw.number(4)], pool[draw.number(20)],
          seed % 2 == 0 ? Self.number(&draw) : pool[draw.number(20)], seed % 3 == 0 ? 0 : pool[3]))
    }
    let sorted = quads.sorted()
    var encoder = QuadBlockEncoder()
    var read: [OrderedQuad] = []
    func take(_ value: UnsafeRawBufferPointer) throws {
      #expect(value.count <= QuadBlock.size)
      let payload = try #require(Checksum.payload(value))
      var block = try QuadBlock(payload)
      #expect(block.rest == QuadBlock.count(value))
      while try block.next() { read.append(block.quad) }
    }
    for quad in sorted where !encoder.append(quad) {
      try take(encoder.finish())
      encoder.reset()
      let fits = encoder.append(quad)
      #expect(fits)
    }
    try take(encoder.finish())
    #expect(read == sorted)
  }

  @Test("keys sort as the quads, and the shortest lies between two")
  func keys() {
    var draw = Draw(5)
    let quads = (0..<3_000).map { _ in
      OrderedQuad(
        Self.number(&draw) & ~0xff, Self.number(&draw), Self.number(&draw), Self.number(&draw))
    }.sorted()
    for (a, b) in zip(quads, quads.dropFirst()) where a != b {
      #expect(QuadKey.of(a).lexicographicallyPrecedes(QuadKey.of(b)))
      let between = QuadKey.between(a, b)
      #expect(QuadKey.of(a).lexicographicallyPrecedes(between))
      #expect(!QuadKey.of(b).lexicographicallyPrecedes(between))
      #expect(between.count <= QuadKey.maxSize)
    }
  }

  @Test("no bytes make the reader stop the program or read beyond their end")
  func anyBytes() {
    var draw = Draw(11)
    var encoder = QuadBlockEncoder()
    for n in 0..<100 as Range<UInt64> {
      _ = encoder.append(OrderedQuad(TermID(.iri, n / 7).rawValue, 9, Self.number(&draw), 0))
    }
    let sound = Array(encoder.finish())
    for round in 0..<5_000 {
      var bytes = sound
      if round % 2 == 0 {
        bytes = (0..<draw.number(60)).map { _ in UInt8(truncatingIfNeeded: draw.bits()) }
      } else {
        for _ in 0..<1 + draw.number(4) {
          bytes[draw.number(bytes.count)] = UInt8(truncatingIfNeeded: draw.bits())
        }
        bytes.removeLast(draw.number(bytes.count))
      }
      bytes.withUnsafeBytes { bytes in
        guard var block = try? QuadBlock(bytes) else { return }
        while (try? block.next()) == true {}
      }
    }
  }
}
