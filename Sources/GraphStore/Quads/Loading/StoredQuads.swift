import GraphModel

/// Gives the quads of a store to a load.
final class StoredQuads {
  private let snapshot: GraphSnapshot
  private let dictionary: QuadDictionary
  /// The chunk's number plus one of each term and triple term that was given to the chunk.
  private var numbers: [UInt32] = []
  private var triples: [UInt32] = []
  private var bytes: [UInt8] = []

  /// The generation in force.
  var generation: Int { dictionary.layout.generation }

  init(_ snapshot: GraphSnapshot) throws(StoreError) {
    self.snapshot = snapshot
    dictionary = try QuadDictionary(snapshot.reader, snapshot.reader.quadLayout())
  }

  /// Gives all quads, those of the default graph as a load treats them.
  func give(to loader: QuadLoader, defaultGraph: DefaultGraphPolicy) throws(StoreError) {
    forget()
    try forEachBlock { (quads) throws(StoreError) in
      if try loader.check() { forget() }
      var graph = QuadRow.noGraph
      if case .moved(let name) = defaultGraph { graph = try loader.number(graph: .iri(name)) }
      for quad in quads where quad.d != 0 || defaultGraph != .replaced {
        var row = try row(quad, loader)
        if quad.d == 0 { row.g = graph }
        loader.append(row)
      }
      return true
    }
  }

  /// The quads of the default graph as rows of the loader's numbers, or `nil` if they would need
  /// more room than so many bytes.
  func defaultGraph(for loader: QuadLoader, limit: Int) throws(StoreError) -> RawArray<QuadRow>? {
    forget()
    let rows = RawArray<QuadRow>(capacity: 1 << 12)
    var fits = true
    try forEachBlock { (quads) throws(StoreError) in
      for quad in quads where quad.d == 0 { rows.append(try row(quad, loader)) }
      fits = rows.size + loader.chunk.size <= limit
      return fits
    }
    return fits ? rows : nil
  }

  /// Calls the closure with the quads of each block in the order SPOG, until it gives `false`.
  private func forEachBlock(
    _ body: ([OrderedQuad]) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let table = QuadTable(snapshot.reader, Table.quads(.spog, generation))
    let cursor = try BlockCursor(table)
    var more = try cursor.first()
    while more {
      guard try body(try table.quads(cursor.value)) else { return }
      more = try cursor.next()
    }
  }

  private func row(_ quad: OrderedQuad, _ loader: QuadLoader) throws(StoreError) -> QuadRow {
    QuadRow(
      s: try number(quad.a, loader), p: try number(quad.b, loader), o: try number(quad.c, loader),
      g: quad.d == 0 ? QuadRow.noGraph : try number(quad.d, loader))
  }

  private func forget() {
    numbers = Array(repeating: 0, count: Int(dictionary.layout.nextTerm))
    triples = Array(repeating: 0, count: Int(dictionary.layout.nextTriple))
  }

  private func number(_ raw: UInt64, _ loader: QuadLoader) throws(StoreError) -> UInt32 {
    let id = TermID(rawValue: raw)
    if id.isInline { return loader.number(id) }
    let place = Int(id.payload)
    if id.kind == .triple { return try triple(id, place, loader) }
    guard place < numbers.count else { throw dictionary.damaged("a number beyond the last") }
    if numbers[place] > 0 { return numbers[place] - 1 }
    guard try dictionary.read(id, into: &bytes) else {
      throw dictionary.damaged("no term has the number \(raw)")
    }
    let number = bytes.withUnsafeBufferPointer { loader.number($0) }
    numbers[place] = number + 1
    return number
  }

  private func triple(
    _ id: TermID, _ place: Int, _ loader: QuadLoader
  ) throws(StoreError) -> UInt32 {
    guard place < triples.count else { throw dictionary.damaged("a number beyond the last") }
    if triples[place] > 0 { return triples[place] - 1 }
    let table = QuadTable(snapshot.reader, Table.inside(.gspo, generation))
    let found = try table.first(from: OrderedQuad(id.rawValue, 0, 0, 0))
    // What is inside was met before, so its number is smaller: no bytes make this go round.
    guard let found, found.a == id.rawValue,
      TermID(rawValue: found.d).kind != .triple || found.d < id.rawValue
    else { throw table.damaged("no triple has the number \(id.rawValue)") }
    let number =
      loader.chunk.triples.number(
        try self.number(found.b, loader), try self.number(found.c, loader),
        try self.number(found.d, loader)) | QuadRow.triple
    triples[place] = number + 1
    return number
  }
}
