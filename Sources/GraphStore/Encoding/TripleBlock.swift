/// A triple in the order of one index, and the statement it stands for.
struct OrderedTriple: Comparable {
  /// The numbers of the three terms, in the order of the index.
  var first: UInt32
  var second: UInt32
  var third: UInt32
  /// The statement's number.
  var statement: UInt32

  @inline(__always)
  static func < (a: OrderedTriple, b: OrderedTriple) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.second != b.second { return a.second < b.second }
    if a.third != b.third { return a.third < b.third }
    return a.statement < b.statement
  }
}

/// Consecutive triples of an index, each as its difference from the one before.
///
/// The block's key is its first triple. Each further one starts with a number whose two lowest
/// bits tell the first of the four numbers that differs (0 the statement … 3 the first) and
/// whose other bits are by how much; the numbers after it follow in full.
struct TripleBlock {
  /// How many bytes a block may take, its checksum included.
  static let limit = 980

  /// Calls the closure with each block's first triple and its sealed bytes.
  static func encode(
    _ triples: [OrderedTriple], emit: (OrderedTriple, ByteWriter) throws(StoreError) -> Void
  ) throws(StoreError) {
    guard var first = triples.first else { return }
    var writer = ByteWriter()
    var previous = first
    for triple in triples.dropFirst() {
      let before = writer.bytes.count
      append(triple, after: previous, to: &writer)
      if writer.bytes.count + Checksum.size > limit {
        writer.truncate(to: before)
        writer.seal()
        try emit(first, writer)
        writer.reset()
        first = triple
      }
      previous = triple
    }
    writer.seal()
    try emit(first, writer)
  }

  @inline(__always)
  private static func append(
    _ triple: OrderedTriple, after previous: OrderedTriple, to writer: inout ByteWriter
  ) {
    if triple.first != previous.first {
      writer.varint(UInt64(triple.first - previous.first) << 2 | 3)
      writer.varint(UInt64(triple.second))
      writer.varint(UInt64(triple.third))
      writer.varint(UInt64(triple.statement))
    } else if triple.second != previous.second {
      writer.varint(UInt64(triple.second - previous.second) << 2 | 2)
      writer.varint(UInt64(triple.third))
      writer.varint(UInt64(triple.statement))
    } else if triple.third != previous.third {
      writer.varint(UInt64(triple.third - previous.third) << 2 | 1)
      writer.varint(UInt64(triple.statement))
    } else {
      writer.varint(UInt64(triple.statement - previous.statement) << 2)
    }
  }

  private var reader: ByteReader
  /// The triple read last; at the start the block's first.
  private(set) var triple: OrderedTriple

  /// Reads a block: the triple of its key, and its payload.
  init(first: OrderedTriple, payload: UnsafeRawBufferPointer) {
    triple = first
    reader = ByteReader(payload)
  }

  /// Reads the next triple, or returns `false` at the end.
  @inline(__always)
  mutating func next() throws(EncodingFault) -> Bool {
    guard !reader.isAtEnd else { return false }
    let head = try reader.varint()
    guard let step = UInt32(exactly: head >> 2) else { throw .number }
    switch head & 3 {
    case 0: triple.statement = try sum(triple.statement, step)
    case 1:
      triple.third = try sum(triple.third, step)
      triple.statement = try reader.number32()
    case 2:
      triple.second = try sum(triple.second, step)
      triple.third = try reader.number32()
      triple.statement = try reader.number32()
    default:
      triple.first = try sum(triple.first, step)
      triple.second = try reader.number32()
      triple.third = try reader.number32()
      triple.statement = try reader.number32()
    }
    return true
  }

  @inline(__always)
  private func sum(_ a: UInt32, _ b: UInt32) throws(EncodingFault) -> UInt32 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow else { throw .number }
    return sum
  }
}

extension ByteWriter {
  /// Appends a triple as a key: four numbers of four bytes, the highest byte first.
  mutating func key(_ triple: OrderedTriple) {
    bigEndian(triple.first)
    bigEndian(triple.second)
    bigEndian(triple.third)
    bigEndian(triple.statement)
  }
}

extension ByteReader {
  /// Reads the key of a block.
  mutating func key() throws(EncodingFault) -> OrderedTriple {
    OrderedTriple(
      first: try bigEndian(), second: try bigEndian(), third: try bigEndian(),
      statement: try bigEndian())
  }
}
