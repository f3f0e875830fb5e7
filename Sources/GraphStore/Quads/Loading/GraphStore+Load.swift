import CLMDB
public import GraphModel

/// What a load did.
public struct LoadReport: Hashable, Sendable {
  /// How many quads were given.
  public var taken: Int
  /// How many quads the store did not have before.
  public var added: Int
  /// How many quads the store has now.
  public var quads: Int
  /// Whether all tables were written anew, sorted; else the quads were put between those there.
  public var isRebuilt: Bool
}

extension GraphStore {
  /// Adds many quads at once: sorts them in bounded memory and writes every order from the start.
  ///
  /// Either all of them are in the store when the call returns, or none is. Readers are not
  /// disturbed: the new tables are written beside those in force, and one last commit puts them in
  /// their place. Few quads beside many are put between those that are there instead.
  ///
  ///     try store.load { loader in try reader.read(source, into: loader) }
  ///
  /// - Parameters:
  ///   - memory: How much of it to use, in bytes; what needs more goes to files without names in the
  ///     store's folder. At least 64 MiB are used.
  ///   - body: Gives the quads.
  /// - Returns: How many there were.
  /// - Throws: What the closure throws; ``StoreError/lockedByWriter(path:)`` at once if another
  ///   writes; ``StoreError/mediumFull(path:)``.
  /// - Complexity: O(*n* log *n*) in the quads given and those there.
  @discardableResult
  public func load(
    memory: Int = 1 << 30, _ body: (QuadLoader) throws -> Void
  ) throws -> LoadReport {
    guard access == .readWrite else { throw StoreError.readOnly(path: path) }
    let lock = try WriterLock(folder: path)
    defer { lock.release() }
    let memory = max(memory, 64 << 20)
    let loader = QuadLoader(folder: path, chunkSize: memory / 100 * 45)
    try body(loader)
    let before = try counts()
    if loader.spilled.isEmpty, loader.taken * 8 < before.quads {
      let now = try insert(loader.chunk, before)
      return LoadReport(
        taken: loader.taken, added: Int(now.quads) - Int(before.quads), quads: Int(now.quads),
        isRebuilt: false)
    }
    let now = try rebuild(loader, memory)
    return LoadReport(
      taken: loader.taken, added: Int(now.quads) - Int(before.quads), quads: Int(now.quads),
      isRebuilt: true)
  }

  /// Writes all quads anew: blocks are full again, terms that no quad has are forgotten, and new
  /// terms join the sorted dictionary.
  ///
  /// Numbers that a ``QuadSnapshot`` gave before are not good for one taken after it.
  ///
  /// - Parameter memory: How much of it to use, in bytes.
  /// - Throws: ``StoreError/lockedByWriter(path:)`` at once if another writes;
  ///   ``StoreError/mediumFull(path:)``.
  public func compactQuads(memory: Int = 1 << 30) throws {
    guard access == .readWrite else { throw StoreError.readOnly(path: path) }
    let lock = try WriterLock(folder: path)
    defer { lock.release() }
    let memory = max(memory, 64 << 20)
    _ = try rebuild(QuadLoader(folder: path, chunkSize: memory / 100 * 45), memory)
  }

  private func counts() throws(StoreError) -> (quads: Int, layout: QuadLayout) {
    let snapshot = try snapshot()
    return try withExtendedLifetime(snapshot) { () throws(StoreError) in
      let layout = try snapshot.reader.quadLayout()
      return (Int(layout.quads), layout)
    }
  }

  private func rebuild(_ loader: QuadLoader, _ memory: Int) throws(StoreError) -> QuadLayout {
    // The snapshot must be gone before the map may grow.
    let generation: Int
    do {
      let snapshot = try snapshot()
      let feed = try StoredQuads(snapshot)
      try feed.give(to: loader)
      generation = 1 - feed.generation
    }
    let writer = try BulkWriter(lease.environment, generation: generation)
    do throws(StoreError) {
      return try BulkLoad(writer, folder: path, memory: memory).run(loader.chunk, loader.spilled)
    } catch {
      writer.abandon()
      throw error
    }
  }

  /// Puts the quads of a chunk between those that are there.
  private func insert(
    _ chunk: LoadChunk, _ before: (quads: Int, layout: QuadLayout)
  ) throws(StoreError) -> QuadLayout {
    while true {
      let transaction = try WriteTransaction(lease.environment)
      do throws(StoreError) {
        let writer = try transaction.writer()
        try writer.insert(chunk)
        try transaction.commit()
        return try counts().layout
      } catch {
        transaction.abort()
        guard transaction.outgrewMap else { throw error }
        try lease.environment.grow()
      }
    }
  }
}

extension QuadWriter {
  /// Adds the quads of a chunk.
  func insert(_ chunk: LoadChunk) throws(StoreError) {
    var ids: [TermID] = []
    ids.reserveCapacity(chunk.terms.count)
    for index in 0..<chunk.terms.count {
      let term = chunk.terms.term(index)
      if term[0] >= TermID.Kind.shortString.rawValue {
        let raw = UInt64(bigEndian: term.loadUnaligned(fromByteOffset: 1, as: UInt64.self))
        ids.append(TermID(rawValue: raw))
      } else {
        ids.append(try intern(Array(term)))
      }
    }
    var triples: [TermID] = []
    for index in 0..<chunk.triples.count {
      let row = chunk.triples.triples.base[index]
      let o =
        row.o & QuadRow.triple == 0
        ? ids[Int(row.o)] : triples[Int(row.o & ~QuadRow.triple)]
      triples.append(try intern(triple: EncodedQuad(ids[Int(row.s)], ids[Int(row.p)], o)))
    }
    for index in 0..<chunk.rows.count {
      let row = chunk.rows.base[index]
      let o =
        row.o & QuadRow.triple == 0
        ? ids[Int(row.o)] : triples[Int(row.o & ~QuadRow.triple)]
      var quad = EncodedQuad(ids[Int(row.s)], ids[Int(row.p)], o)
      if row.g != QuadRow.noGraph { quad.graph = ids[Int(row.g)] }
      try set(quad, true)
    }
  }
}

/// Gives the quads of a store to a load.
private final class StoredQuads {
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

  func give(to loader: QuadLoader) throws(StoreError) {
    let table = QuadTable(snapshot.reader, Table.quads(.spog, generation))
    let cursor = try BlockCursor(table)
    var more = try cursor.first()
    forget()
    while more {
      if try loader.check() { forget() }
      for quad in try table.quads(cursor.value) {
        loader.append(
          QuadRow(
            s: try number(quad.a, loader), p: try number(quad.b, loader),
            o: try number(quad.c, loader),
            g: quad.d == 0 ? QuadRow.noGraph : try number(quad.d, loader)))
      }
      more = try cursor.next()
    }
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
