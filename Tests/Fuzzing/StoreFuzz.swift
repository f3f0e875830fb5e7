// The store's values: any bytes are one, or an error, and what is read is within the bytes.

import GraphModel

@testable import GraphStore

/// Feeds some bytes to the decoder that the first of them chooses.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  // A copy of its own size, so that a read beyond the end is found.
  let bytes = Array(UnsafeBufferPointer(start: start, count: count).dropFirst())
  let choice = start?.pointee ?? 0
  bytes.withUnsafeBytes { bytes in
    do { try read(choice % 12, bytes) } catch {}
  }
  return 0
}

private func read(_ choice: UInt8, _ bytes: UnsafeRawBufferPointer) throws {
  var reader = ByteReader(bytes)
  switch choice {
  case 0:
    var block = try QuadBlock(bytes)
    var quads: [OrderedQuad] = []
    while try block.next() { quads.append(block.quad) }
    checkBlock(quads)
  case 1:
    let segment = TermSegment(first: 7, bytes)
    var term: [UInt8] = []
    for place in 0..<min(segment.count, 100) { try? segment.read(place, into: &term) }
    _ = try? segment.place(of: bytes)
    var all = TermSegmentReader(segment)
    while try all.next() {}
  case 2:
    var block = TermBlock(bytes)
    while try block.next() { _ = try? Term(encoded: block.term[...]) }
  case 3:
    let first = OrderedTriple(first: 1, second: 2, third: 3, statement: 4)
    var block = TripleBlock(first: first, payload: bytes)
    while try block.next() {}
  case 4: _ = try reader.statement()
  case 5: _ = try reader.entity()
  case 6: _ = try reader.sourceDocument()
  case 7: _ = try reader.ranges(within: 1_000)
  case 8: _ = try reader.postings()
  case 9: _ = try reader.quadLayout()
  case 10: _ = try reader.ascending()
  default: _ = try TermCode.term(Array(bytes)[...])
  }
}

/// What a block gives in order must come back from a block that is written of it.
private func checkBlock(_ quads: [OrderedQuad]) {
  guard zip(quads, quads.dropFirst()).allSatisfy({ $0 < $1 }) else { return }
  var encoder = QuadBlockEncoder()
  var taken: [OrderedQuad] = []
  for quad in quads {
    guard encoder.append(quad) else { break }
    taken.append(quad)
  }
  guard !taken.isEmpty else { return }
  let payload = UnsafeRawBufferPointer(rebasing: encoder.finish().dropLast(4))
  guard var block = try? QuadBlock(payload) else { fatalError("a block was not read") }
  var again: [OrderedQuad] = []
  while (try? block.next()) == true { again.append(block.quad) }
  precondition(again == taken, "a block changed its quads")
}
