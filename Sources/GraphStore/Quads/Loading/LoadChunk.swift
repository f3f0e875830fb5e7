/// A part of a load that fits into memory: its terms, triple terms and quads, by numbers of its own.
final class LoadChunk {
  private(set) var terms = TermTable()
  private(set) var triples = TripleTable()
  private(set) var rows = RawArray<QuadRow>(capacity: 1 << 12)

  /// The size in bytes of everything here.
  var size: Int { terms.size + triples.size + rows.size }

  /// Forgets the terms and triple terms from two numbers on, which no quad here has.
  func truncate(terms: Int, triples: Int) {
    self.terms.truncate(to: terms)
    self.triples.truncate(to: triples)
  }

  /// Gives the terms away.
  func takeTerms() -> TermTable {
    let taken = terms
    terms = TermTable()
    return taken
  }
}

/// The terms of a chunk in order, and the rank among all terms that a load finds for each.
final class TermRun {
  private var table: TermTable?
  private var order: RawArray<UInt32>?
  private let reader: SpillReader?
  private var bytes: [UInt8] = []
  private var place = 0
  /// How many terms there are.
  let count: Int
  /// The chunk's number of the current term.
  private(set) var index = 0
  /// The rank of each term, by the chunk's number.
  let ranks: RawArray<UInt32>

  /// Creates a run over a chunk in memory.
  init(_ table: TermTable) {
    self.table = table
    table.dropIndex()
    order = table.sorted()
    reader = nil
    count = table.count
    ranks = RawArray(capacity: count)
    ranks.grew(by: count)
  }

  /// Creates a run over a chunk whose terms are in a file.
  init(_ reader: SpillReader, count: Int) {
    table = nil
    order = nil
    self.reader = reader
    self.count = count
    ranks = RawArray(capacity: count)
    ranks.grew(by: count)
  }

  /// Lets everything go but the ranks.
  func release() {
    table = nil
    order = nil
  }

  /// Moves to the next term.
  func next() throws(StoreError) -> Bool {
    guard place < count else { return false }
    if let order {
      index = Int(order.base[place])
    } else if let reader {
      guard let number = try reader.next(UInt32.self), let length = try reader.next(UInt32.self)
      else { return false }
      index = Int(number)
      try reader.read(Int(length), into: &bytes)
    }
    place += 1
    return true
  }

  /// Calls the closure with the bytes of the current term.
  @inline(__always)
  func withTerm<R>(_ body: (UnsafeRawBufferPointer) throws(StoreError) -> R) throws(StoreError) -> R
  {
    if let table { return try body(table.term(index)) }
    return try bytes.withUnsafeBufferPointer { bytes throws(StoreError) -> R in
      try body(UnsafeRawBufferPointer(bytes))
    }
  }
}

/// A chunk whose terms and quads were put into files.
struct SpilledChunk {
  /// The terms in order: for each its number, its length and its bytes.
  let terms: SpillFile
  let termCount: Int
  /// The quads by the chunk's numbers.
  let rows: SpillFile
  /// The triple terms, which stay in memory.
  let triples: RawArray<QuadRow>

  init(_ chunk: LoadChunk, in folder: String) throws(StoreError) {
    terms = try SpillFile(in: folder)
    rows = try SpillFile(in: folder)
    termCount = chunk.terms.count
    triples = chunk.triples.triples
    let order = chunk.terms.sorted()
    for place in 0..<order.count {
      let index = order.base[place]
      let term = chunk.terms.term(Int(index))
      try terms.write(value: index)
      try terms.write(value: UInt32(term.count))
      try terms.write(term)
    }
    try terms.finish()
    try rows.write(chunk.rows.bytes)
    try rows.finish()
  }
}
