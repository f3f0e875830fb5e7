import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("Segments of the dictionary")
struct TermSegmentTests {
  private static func terms(_ seed: Int) -> [[UInt8]] {
    var draw = Draw(seed)
    var terms: Set<[UInt8]> = []
    for _ in 0..<1 + draw.number(900) {
      let kind: UInt8 = [1, 2, 8, 9, 10][draw.number(5)]
      let name = "http://example.org/\(draw.number(4))/thing/\(draw.number(400))"
      let middle: [UInt8] = kind >= 9 ? Array("x:\(draw.number(3))".utf8) + [0] : []
      terms.insert([kind] + middle + Array(name.utf8) + (draw.flag() ? [] : Array("é\u{0}".utf8)))
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func segment(_ terms: [[UInt8]]) -> [UInt8] {
    var writer = TermSegmentWriter()
    for term in terms { term.withUnsafeBytes { writer.append($0) } }
    return writer.finish()
  }

  @Test("every term is found at its place, and no other", arguments: 0..<8)
  func roundTrip(seed: Int) throws {
    let terms = Self.terms(seed)
    try Self.segment(terms).withUnsafeBytes { bytes in
      let segment = TermSegment(first: 7, try #require(Checksum.payload(bytes)))
      #expect(segment.count == terms.count)
      var read: [UInt8] = []
      var reader = TermSegmentReader(segment)
      for (place, term) in terms.enumerated() {
        try segment.read(place, into: &read)
        #expect(read == term)
        #expect(try term.withUnsafeBytes { try segment.place(of: $0) } == place)
        #expect(try reader.next() && reader.term == term)
        for other in [term + [0], term + [0xff], term.dropLast() + [term[term.count - 1] + 1]] {
          let expected = terms.firstIndex(of: other)
          #expect(try other.withUnsafeBytes { try segment.place(of: $0) } == expected)
        }
      }
      #expect(try !reader.next())
    }
  }

  /// Set `QUIPU_FUZZ_SECONDS` to go on for so long.
  @Test("no bytes make a reader of segments, terms or blocks stop the program")
  func anyBytes() throws {
    let seconds = ProcessInfo.processInfo.environment["QUIPU_FUZZ_SECONDS"].flatMap { Double($0) }
    let end = Date(timeIntervalSinceNow: seconds ?? 0)
    var draw = Draw(99)
    let sound = (0..<4).map { Self.segment(Self.terms($0)) }
    var encoder = QuadBlockEncoder()
    for n in 0..<200 as Range<UInt64> {
      let o = QuadBlockTests.number(&draw)
      _ = encoder.append(OrderedQuad(TermID(.iri, n / 9).rawValue, n % 9, o, n % 2))
    }
    let block = Array(encoder.finish())
    var rounds = 0
    repeat {
      for _ in 0..<500 {
        var bytes = draw.flag() ? sound[draw.number(4)] : block
        for _ in 0..<1 + draw.number(5) {
          let place = draw.flag() ? draw.number(bytes.count) : draw.number(min(bytes.count, 40))
          bytes[place] = draw.flag() ? UInt8(truncatingIfNeeded: draw.bits()) : 0xff
        }
        bytes.removeLast(draw.number(4) == 0 ? draw.number(bytes.count) : 0)
        bytes.withUnsafeBytes { Self.readAll($0) }
      }
      rounds += 500
    } while Date() < end
    #expect(rounds > 0)
  }

  private static func readAll(_ bytes: UnsafeRawBufferPointer) {
    let segment = TermSegment(first: 0, bytes)
    var reader = TermSegmentReader(segment)
    while (try? reader.next()) == true { _ = try? TermCode.term(reader.term[...]) }
    var read: [UInt8] = []
    for place in stride(from: 0, to: segment.count, by: 61) {
      if (try? segment.read(place, into: &read)) != nil {
        _ = try? read.withUnsafeBytes { try segment.place(of: $0) }
      }
    }
    guard var block = try? QuadBlock(bytes) else { return }
    while (try? block.next()) == true { _ = TermID(rawValue: block.quad.c).inlineTerm }
  }
}
