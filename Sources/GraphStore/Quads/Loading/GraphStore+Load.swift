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

/// A value of the caller's that takes effect with a load; `nil` removes it.
public struct LoadMetadata: Hashable, Sendable {
  /// What it is kept under, as in ``WriteTransaction/setMetadata(_:_:)``.
  public let key: String
  /// The value.
  public let value: [UInt8]?

  /// Creates an entry.
  public init(_ key: String, _ value: [UInt8]?) {
    self.key = key
    self.value = value
  }
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
  ///   - defaultGraph: What becomes of the quads that the default graph has. If they are replaced by
  ///     nearly the same, only the difference is written.
  ///   - metadata: Values that take effect with the quads, as by ``WriteTransaction/setMetadata(_:_:)``.
  ///   - body: Gives the quads.
  /// - Returns: How many there were.
  /// - Throws: What the closure throws; ``StoreError/lockedByWriter(path:)`` at once if another
  ///   writes; ``StoreError/mediumFull(path:)``.
  /// - Complexity: O(*n* log *n*) in the quads given and those there.
  @discardableResult
  public func load(
    memory: Int = 1 << 30, defaultGraph: DefaultGraphPolicy = .kept,
    metadata: [LoadMetadata] = [], _ body: (QuadLoader) throws -> Void
  ) throws -> LoadReport {
    guard access == .readWrite else { throw StoreError.readOnly(path: path) }
    let lock = try WriterLock(folder: path)
    defer { lock.release() }
    let memory = max(memory, 64 << 20)
    let loader = QuadLoader(folder: path, chunkSize: memory / 100 * 45)
    try body(loader)
    let before = try quadCount()
    var isRebuilt = false
    if loader.spilled.isEmpty, let changes = try changes(by: loader, defaultGraph, before) {
      try write(changes, loader.chunk, metadata)
    } else {
      try rebuild(loader, memory, defaultGraph, metadata)
      isRebuilt = true
    }
    let now = try quadCount()
    return LoadReport(
      taken: loader.taken, added: now - before, quads: now, isRebuilt: isRebuilt)
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
    try rebuild(QuadLoader(folder: path, chunkSize: memory / 100 * 45), memory, .kept, [])
  }

  private func quadCount() throws(StoreError) -> Int {
    let snapshot = try snapshot()
    return try withExtendedLifetime(snapshot) { () throws(StoreError) in
      Int(try snapshot.reader.quadLayout().quads)
    }
  }

  /// Few changes that do what a load asks for; `nil` if there are many and all is to be written
  /// anew.
  private func changes(
    by loader: QuadLoader, _ defaultGraph: DefaultGraphPolicy, _ before: Int
  ) throws(StoreError) -> Changes? {
    switch defaultGraph {
    case .kept: return loader.taken * 8 < before ? .insertion : nil
    case .moved: return nil
    case .replaced: break
    }
    guard before > 0 else { return nil }
    let chunk = loader.chunk
    let (terms, triples) = (chunk.terms.count, chunk.triples.count)
    let snapshot = try snapshot()
    if let old = try StoredQuads(snapshot).defaultGraph(for: loader, limit: loader.chunkSize) {
      let difference = GraphDifference(from: old, to: chunk.rows)
      if difference.count * 8 < before { return .difference(difference) }
    }
    chunk.truncate(terms: terms, triples: triples)
    return nil
  }

  private func rebuild(
    _ loader: QuadLoader, _ memory: Int, _ defaultGraph: DefaultGraphPolicy,
    _ metadata: [LoadMetadata]
  ) throws(StoreError) {
    // The snapshot must be gone before the map may grow.
    let generation: Int
    do {
      let snapshot = try snapshot()
      let feed = try StoredQuads(snapshot)
      try feed.give(to: loader, defaultGraph: defaultGraph)
      generation = 1 - feed.generation
    }
    let writer = try BulkWriter(lease.environment, generation: generation)
    do throws(StoreError) {
      _ = try BulkLoad(writer, folder: path, memory: memory)
        .run(loader.chunk, loader.spilled, metadata: metadata)
    } catch {
      writer.abandon()
      throw error
    }
  }

  /// Makes changes between the quads that are there.
  private func write(
    _ changes: Changes, _ chunk: LoadChunk, _ metadata: [LoadMetadata]
  ) throws(StoreError) {
    while true {
      let transaction = try WriteTransaction(lease.environment)
      do throws(StoreError) {
        let writer = try transaction.writer()
        switch changes {
        case .insertion: try writer.insert(chunk)
        case .difference(let difference): try writer.apply(difference, chunk)
        }
        try transaction.set(metadata)
        try transaction.commit()
        return
      } catch {
        transaction.abort()
        guard transaction.outgrewMap else { throw error }
        try lease.environment.grow()
      }
    }
  }
}

/// Changes that are few beside what is there.
private enum Changes {
  /// All quads of the chunk are added.
  case insertion
  /// The default graph becomes what the chunk has of it.
  case difference(GraphDifference)
}

extension WriteTransaction {
  /// Keeps some values of the caller's.
  func set(_ metadata: [LoadMetadata]) throws(StoreError) {
    for entry in metadata { try setMetadata(entry.key, entry.value) }
  }
}
