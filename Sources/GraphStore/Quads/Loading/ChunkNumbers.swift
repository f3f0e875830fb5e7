import GraphModel

/// The store's numbers of a chunk's terms, each looked up or added when it is first asked for.
struct ChunkNumbers: ~Copyable {
  private let chunk: LoadChunk
  private let writer: QuadWriter
  /// The number of each term and of each triple term; 0 is not known yet.
  private var terms: [UInt64]
  private var triples: [UInt64]

  init(_ chunk: LoadChunk, _ writer: QuadWriter) {
    self.chunk = chunk
    self.writer = writer
    terms = Array(repeating: 0, count: chunk.terms.count)
    triples = Array(repeating: 0, count: chunk.triples.count)
  }

  /// A row as a quad of the store.
  mutating func quad(_ row: QuadRow) throws(StoreError) -> EncodedQuad {
    var quad = EncodedQuad(try term(row.s), try term(row.p), try object(row.o))
    if row.g != QuadRow.noGraph { quad.graph = try term(row.g) }
    return quad
  }

  private mutating func object(_ number: UInt32) throws(StoreError) -> TermID {
    guard number & QuadRow.triple != 0 else { return try term(number) }
    let place = Int(number & ~QuadRow.triple)
    if triples[place] == 0 {
      // What is inside was met before, so its number is smaller.
      let parts = chunk.triples.triples.base[place]
      let triple = EncodedQuad(try term(parts.s), try term(parts.p), try object(parts.o))
      triples[place] = try writer.intern(triple: triple).rawValue
    }
    return TermID(rawValue: triples[place])
  }

  private mutating func term(_ number: UInt32) throws(StoreError) -> TermID {
    let place = Int(number)
    if terms[place] == 0 {
      let bytes = chunk.terms.term(place)
      terms[place] =
        bytes[0] >= TermID.Kind.shortString.rawValue
        ? UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self))
        : try writer.intern(Array(bytes)).rawValue
    }
    return TermID(rawValue: terms[place])
  }
}

extension QuadWriter {
  /// Adds the quads of a chunk.
  func insert(_ chunk: LoadChunk) throws(StoreError) {
    var numbers = ChunkNumbers(chunk, self)
    for index in 0..<chunk.rows.count {
      try set(try numbers.quad(chunk.rows.base[index]), true)
    }
  }

  /// Adds and removes quads, which are given by a chunk's numbers.
  func apply(_ difference: GraphDifference, _ chunk: LoadChunk) throws(StoreError) {
    var numbers = ChunkNumbers(chunk, self)
    for row in difference.removed { try set(try numbers.quad(row), false) }
    for row in difference.added { try set(try numbers.quad(row), true) }
  }
}
