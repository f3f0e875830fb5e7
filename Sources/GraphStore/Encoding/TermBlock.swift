/// Consecutive terms of the sorted dictionary, front-coded.
///
/// Each term is the number of bytes it shares with the one before it, the number of further
/// bytes, and these. The first of a block shares none.
struct TermBlock {
  /// How many bytes a block may take, its checksum included, unless it holds a single long term.
  static let limit = 980

  /// Calls the closure with each block's first number and its sealed bytes.
  ///
  /// - Parameters:
  ///   - terms: The encoded terms, sorted.
  ///   - emit: Takes a block.
  /// - Throws: What `emit` throws.
  static func encode(
    _ terms: some Sequence<ArraySlice<UInt8>>,
    emit: (UInt32, ByteWriter) throws(StoreError) -> Void
  ) throws(StoreError) {
    var writer = ByteWriter()
    var first = 0
    var previous: ArraySlice<UInt8> = []
    for (number, term) in terms.enumerated() {
      let before = writer.bytes.count
      append(term, after: number == first ? [] : previous, to: &writer)
      if before > 0, writer.bytes.count + Checksum.size > limit {
        writer.truncate(to: before)
        writer.seal()
        try emit(UInt32(first), writer)
        writer.reset()
        first = number
        append(term, after: [], to: &writer)
      }
      previous = term
    }
    if !writer.bytes.isEmpty {
      writer.seal()
      try emit(UInt32(first), writer)
    }
  }

  private static func append(
    _ term: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to writer: inout ByteWriter
  ) {
    var shared = 0
    for (a, b) in zip(term, previous) {
      guard a == b else { break }
      shared += 1
    }
    writer.number(shared)
    writer.block(term.dropFirst(shared))
  }

  private var reader: ByteReader
  /// The term read last.
  private(set) var term: [UInt8] = []

  /// Reads a block's payload from its start.
  init(_ payload: UnsafeRawBufferPointer) { reader = ByteReader(payload) }

  /// Reads the next term, or returns `false` at the end.
  mutating func next() throws(EncodingFault) -> Bool {
    guard !reader.isAtEnd else { return false }
    let shared = try reader.number()
    guard shared >= 0, shared <= term.count else { throw .number }
    let rest = try reader.raw(reader.count())
    term.removeLast(term.count - shared)
    term.append(contentsOf: rest)
    return true
  }
}
