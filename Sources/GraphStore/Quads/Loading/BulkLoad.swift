import GraphModel

/// Turns the chunks of a load into the tables of a generation.
///
/// 1. The chunks' terms, each sorted, are merged: each term's place is its rank, those that need
///    the dictionary are written to it.
/// 2. Triple terms get numbers.
/// 3. Quads become rows of ranks; they are sorted order by order, in memory if they fit, else in
///    batches that are merged from files; and written.
final class BulkLoad {
  private let writer: BulkWriter
  private let folder: String
  private let memory: Int
  private let statistics = LoadStatistics()
  private var layout = QuadLayout()
  /// The final number of each rank; rank 0 is the default graph.
  private let ids = RawArray<UInt64>(capacity: 1 << 12)
  private let triples = TripleTable()
  private var firstTriple: UInt32 = 0

  init(_ writer: BulkWriter, folder: String, memory: Int) {
    self.writer = writer
    self.folder = folder
    self.memory = memory
    layout.generation = writer.generation
    ids.append(0)
  }

  /// Writes everything that a loader took, and values of the caller's with it.
  func run(
    _ chunk: LoadChunk, _ spilled: [SpilledChunk], metadata: [LoadMetadata] = []
  ) throws(StoreError) -> QuadLayout {
    var runs = spilled.map { TermRun(SpillReader($0.terms), count: $0.termCount) }
    // The chunk's rows are wanted later, its terms are not.
    let rows = chunk.rows
    let chunkTriples = chunk.triples.triples
    runs.append(TermRun(chunk.takeTerms()))
    try merge(runs)
    for run in runs { run.release() }
    let total = spilled.reduce(rows.count) { $0 + $1.rows.size / MemoryLayout<QuadRow>.stride }
    guard ids.count + total < Int(QuadRow.triple) || ids.count < Int(QuadRow.triple) else {
      throw .invalidTerm("more than two thousand million terms")
    }
    let isSmall = (spilled.isEmpty || total * 32 <= memory / 2)
    let all = isSmall ? rows : RawArray<QuadRow>(capacity: 16)
    let file = isSmall ? nil : try SpillFile(in: folder)
    firstTriple = UInt32(ids.count)
    let own = number(chunkTriples, runs[runs.count - 1].ranks)
    map(rows, runs[runs.count - 1].ranks, own)
    if let file { try file.write(rows.bytes) }
    for (place, part) in spilled.enumerated() {
      let numbers = number(part.triples, runs[place].ranks)
      let reader = SpillReader(part.rows)
      while let row = try reader.next(QuadRow.self) {
        let mapped = map(row, runs[place].ranks, numbers)
        if let file { try file.write(value: mapped) } else { all.append(mapped) }
      }
    }
    for number in 0..<triples.count { ids.append(TermID(.triple, UInt64(number)).rawValue) }
    layout.nextTriple = UInt64(triples.count)
    try writeTriples()
    if let file {
      try file.finish()
      try writeBatches(file)
    } else {
      try writeRows(all)
    }
    statistics.complete(&layout)
    try writer.finish(layout, statistics, metadata)
    return layout
  }

  // MARK: Terms

  private func merge(_ runs: [TermRun]) throws(StoreError) {
    var segment = TermSegmentWriter()
    var live: [TermRun] = []
    for run in runs where try run.next() { live.append(run) }
    var number: UInt64 = 0
    while !live.isEmpty {
      var least = live[0]
      for run in live.dropFirst() where try Self.isLess(run, least) { least = run }
      let rank = UInt32(ids.count)
      let id = try least.withTerm { (term) throws(StoreError) -> UInt64 in
        let kind = term[0]
        if kind >= TermID.Kind.shortString.rawValue {
          return UInt64(bigEndian: term.loadUnaligned(fromByteOffset: 1, as: UInt64.self))
        }
        if segment.isFull { try self.write(&segment, before: number) }
        segment.append(term)
        number += 1
        return UInt64(kind) << TermID.payloadBits | (number - 1)
      }
      ids.append(id)
      least.ranks.base[least.index] = rank
      if live.count > 1 {
        var left: [TermRun] = []
        for run in live where run !== least {
          if try Self.isEqual(run, least) {
            run.ranks.base[run.index] = rank
            if try run.next() { left.append(run) }
          } else {
            left.append(run)
          }
        }
        if try least.next() { left.append(least) }
        live = left
      } else if try !least.next() {
        live = []
      }
    }
    if segment.count > 0 { try write(&segment, before: number) }
    layout.dictionaryTerms = number
    layout.nextTerm = number
  }

  private static func isLess(_ a: TermRun, _ b: TermRun) throws(StoreError) -> Bool {
    try a.withTerm { x throws(StoreError) in
      try b.withTerm { y throws(StoreError) in ByteOrder.isLess(x, y) }
    }
  }

  private static func isEqual(_ a: TermRun, _ b: TermRun) throws(StoreError) -> Bool {
    try a.withTerm { x throws(StoreError) in
      try b.withTerm { y throws(StoreError) in
        x.count == y.count && ByteOrder.compare(x, y, x.count) == 0
      }
    }
  }

  private func write(_ segment: inout TermSegmentWriter, before number: UInt64) throws(StoreError) {
    let first = number - UInt64(segment.count)
    var key = ByteWriter()
    key.bigEndian(UInt32(truncatingIfNeeded: first))
    let bytes = segment.finish()
    try bytes.withUnsafeBufferPointer { bytes throws(StoreError) in
      try writer.append(
        Table.dictionary(layout.generation), key.bytes, UnsafeRawBufferPointer(bytes))
    }
  }

  // MARK: Triple terms

  /// The ranks of a chunk's triple terms.
  private func number(
    _ own: RawArray<QuadRow>, _ ranks: RawArray<UInt32>
  ) -> RawArray<UInt32> {
    let numbers = RawArray<UInt32>(capacity: own.count)
    for place in 0..<own.count {
      let row = own.base[place]
      let o =
        row.o & QuadRow.triple == 0
        ? ranks.base[Int(row.o)] : numbers.base[Int(row.o & ~QuadRow.triple)]
      numbers.append(
        firstTriple + triples.number(ranks.base[Int(row.s)], ranks.base[Int(row.p)], o))
    }
    return numbers
  }

  private func writeTriples() throws(StoreError) {
    guard triples.count > 0 else { return }
    let rows = RawArray<QuadRow>(capacity: triples.count)
    for number in 0..<triples.count {
      var row = triples.triples.base[number]
      row.g = firstTriple + UInt32(number)
      rows.append(row)
    }
    let sort = RowSort(rows)
    for order in Table.insideOrders {
      for column in order.columns.reversed() { sort.by(column) }
      try write(sort, order, Table.inside(order, layout.generation), statistics: nil)
    }
  }

  // MARK: Quads

  @inline(__always)
  private func map(
    _ row: QuadRow, _ ranks: RawArray<UInt32>, _ triples: RawArray<UInt32>
  ) -> QuadRow {
    QuadRow(
      s: ranks.base[Int(row.s)], p: ranks.base[Int(row.p)],
      o: row.o & QuadRow.triple == 0
        ? ranks.base[Int(row.o)] : triples.base[Int(row.o & ~QuadRow.triple)],
      g: row.g == QuadRow.noGraph ? 0 : ranks.base[Int(row.g)])
  }

  private func map(
    _ rows: RawArray<QuadRow>, _ ranks: RawArray<UInt32>, _ triples: RawArray<UInt32>
  ) {
    for place in 0..<rows.count { rows.base[place] = map(rows.base[place], ranks, triples) }
  }

  /// Sorts and writes rows that are in memory; each order is made from the one before.
  private func writeRows(_ rows: RawArray<QuadRow>) throws(StoreError) {
    let sort = RowSort(rows)
    for column in QuadOrder.spog.columns.reversed() { sort.by(column) }
    sort.removeRepeated()
    try write(sort, .spog)
    sort.by(\.o)
    try write(sort, .ospg)
    sort.by(\.p)
    try write(sort, .posg)
    sort.by(\.s)
    sort.by(\.p)
    try write(sort, .psog)
    sort.keep { $0.g != 0 }
    for column in QuadOrder.gspo.columns.reversed() { sort.by(column) }
    try write(sort, .gspo)
  }

  private func write(_ sort: RowSort, _ order: QuadOrder) throws(StoreError) {
    try write(sort, order, Table.quads(order, layout.generation), statistics: statistics)
  }

  private func write(
    _ sort: RowSort, _ order: QuadOrder, _ table: Table, statistics: LoadStatistics?
  ) throws(StoreError) {
    var blocks = BlockAppender(writer, table)
    let rows = sort.rows
    let ids = ids.base
    statistics?.begin()
    for place in 0..<sort.count {
      let quad = order.ordered(rows[place], ids)
      statistics?.add(quad, order)
      try blocks.append(quad)
    }
    statistics?.end(order)
    try blocks.finish()
  }

  /// Sorts rows that are in a file, batch by batch, and writes what the batches give together.
  private func writeBatches(_ file: SpillFile) throws(StoreError) {
    let stride = MemoryLayout<QuadRow>.stride
    let batch = max(1 << 16, memory / 3 / (2 * stride))
    let total = file.size / stride
    for order in Table.quadOrders {
      let sorted = try SpillFile(in: folder)
      var parts: [Range<Int>] = []
      var place = 0
      while place < total {
        let count = min(batch, total - place)
        let rows = RawArray<QuadRow>(capacity: count)
        _ = try file.read(
          at: place * stride,
          into: UnsafeMutableRawBufferPointer(start: rows.base, count: count * stride))
        rows.grew(by: count)
        let sort = RowSort(rows)
        if order == .gspo { sort.keep { $0.g != 0 } }
        for column in order.columns.reversed() { sort.by(column) }
        sort.removeRepeated()
        let start = sorted.size
        try sorted.write(UnsafeRawBufferPointer(start: sort.rows, count: sort.count * stride))
        parts.append(start..<sorted.size)
        place += count
      }
      try sorted.finish()
      try merge(parts.map { SpillReader(sorted, from: $0.lowerBound, to: $0.upperBound) }, order)
    }
  }

  private func merge(_ readers: [SpillReader], _ order: QuadOrder) throws(StoreError) {
    var blocks = BlockAppender(writer, Table.quads(order, layout.generation))
    var heads: [(quad: OrderedQuad, reader: SpillReader)] = []
    for reader in readers {
      if let row = try reader.next(QuadRow.self) {
        heads.append((order.ordered(row, ids.base), reader))
      }
    }
    var last: OrderedQuad?
    statistics.begin()
    while !heads.isEmpty {
      var least = 0
      for place in 1..<max(heads.count, 1) where heads[place].quad < heads[least].quad {
        least = place
      }
      let quad = heads[least].quad
      if quad != last {
        statistics.add(quad, order)
        try blocks.append(quad)
        last = quad
      }
      if let row = try heads[least].reader.next(QuadRow.self) {
        heads[least].quad = order.ordered(row, ids.base)
      } else {
        heads.remove(at: least)
      }
    }
    statistics.end(order)
    try blocks.finish()
  }
}

extension QuadOrder {
  /// The columns in which this order compares, the first first.
  var columns: [KeyPath<QuadRow, UInt32>] {
    switch self {
    case .spog: [\.s, \.p, \.o, \.g]
    case .posg: [\.p, \.o, \.s, \.g]
    case .ospg: [\.o, \.s, \.p, \.g]
    case .psog: [\.p, \.s, \.o, \.g]
    case .opsg: [\.o, \.p, \.s, \.g]
    case .sopg: [\.s, \.o, \.p, \.g]
    case .gspo: [\.g, \.s, \.p, \.o]
    case .gpos: [\.g, \.p, \.o, \.s]
    case .gosp: [\.g, \.o, \.s, \.p]
    }
  }

  /// The numbers of a row of ranks in this order.
  @inline(__always)
  func ordered(_ row: QuadRow, _ ids: UnsafeMutablePointer<UInt64>) -> OrderedQuad {
    ordered(
      EncodedQuad(
        TermID(rawValue: ids[Int(row.s)]), TermID(rawValue: ids[Int(row.p)]),
        TermID(rawValue: ids[Int(row.o)]), graph: TermID(rawValue: ids[Int(row.g)])))
  }
}

/// Packs ascending quads into the blocks of a table.
struct BlockAppender: ~Copyable {
  private let writer: BulkWriter
  private let table: Table
  private var encoder = QuadBlockEncoder()
  private var key = QuadKey.lowest

  init(_ writer: BulkWriter, _ table: Table) {
    self.writer = writer
    self.table = table
  }

  /// Adds a quad.
  @inline(__always)
  mutating func append(_ quad: OrderedQuad) throws(StoreError) {
    if encoder.append(quad) { return }
    try close(before: quad)
  }

  @inline(never)
  private mutating func close(before quad: OrderedQuad) throws(StoreError) {
    let last = encoder.last
    try writer.append(table, key, encoder.finish())
    key = QuadKey.between(last, quad)
    encoder.reset()
    _ = encoder.append(quad)
  }

  /// Writes the last block.
  mutating func finish() throws(StoreError) {
    guard encoder.count > 0 else { return }
    try writer.append(table, key, encoder.finish())
    encoder.reset()
  }
}
