/// A knowledge graph on disk: a folder that one writes and many read.
///
///     let store = try GraphStore.open(at: ".quipu", access: .readWrite)
///     try store.write { transaction in
///       try transaction.put(document, text: text, sentences: sentences, record: record)
///       try transaction.replaceGraph(entities: entities, statements: statements)
///     }
///     let snapshot = try store.snapshot()
///     let matches = try snapshot.findEntities(matching: "softbank", limit: 5)
///
/// Isolation is by snapshot: a reader sees one commit, whole and unchanged, for as long as it
/// likes, in this and other processes, and never waits for the writer. The file is LMDB's;
/// schema/store-format.md describes it.
public final class GraphStore: Sendable {
  /// What a store is opened for.
  public enum Access: Hashable, Sendable {
    /// To take snapshots; the store must exist.
    case readOnly
    /// To write too; a store that is not there is made.
    case readWrite
  }

  /// The store's folder, as it was given.
  public let path: String
  /// What the store was opened for.
  public let access: Access
  let lease: EnvironmentLease

  private init(path: String, access: Access, lease: EnvironmentLease) {
    self.path = path
    self.access = access
    self.lease = lease
  }

  /// Opens a store.
  ///
  /// A folder that does not exist is made (its parent must exist) if `access` is `.readWrite`.
  /// Read-only media work: without the right to make a lock file the store is read without
  /// locks, which is sound as long as nobody writes to it.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - access: Whether to write.
  /// - Returns: The store; it stays open as long as it or a snapshot of it is held.
  /// - Throws: ``StoreError/notFound(path:)``; ``StoreError/damaged(path:detail:)`` if the folder
  ///   holds other files or the file is cut or no store; ``StoreError/version(path:found:expected:)``;
  ///   ``StoreError/readOnly(path:)`` if the medium refuses writing.
  public static func open(at path: String, access: Access) throws(StoreError) -> GraphStore {
    try open(at: path, access: access, mapSize: Environment.defaultMapSize)
  }

  /// Opens a store with a given address space at first, in bytes.
  static func open(
    at path: String, access: Access, mapSize: Int
  ) throws(StoreError) -> GraphStore {
    switch access {
    case .readWrite: try StoreFolder.prepare(path)
    case .readOnly:
      guard let size = StoreFolder.dataSize(path) else { throw .notFound(path: path) }
      guard size > 0 else { throw .damaged(path: path, detail: "store.mdb is empty") }
    }
    let lease = try EnvironmentPool.acquire(
      folder: path, creates: access == .readWrite, mapSize: mapSize)
    guard access == .readOnly || lease.environment.isWritable else {
      throw .readOnly(path: path)
    }
    return GraphStore(path: path, access: access, lease: lease)
  }

  /// The nearest store, looked for in a folder and then in each folder above it, as git does.
  ///
  /// - Parameter folder: An absolute path, or one relative to the working folder.
  /// - Returns: The path of a folder `.quipu`, or `nil` if there is none up to the root.
  public static func find(from folder: String) -> String? { StoreFolder.find(from: folder) }

  /// The store as the last commit left it.
  ///
  /// It stays as it is while others write, and keeps the store open. Let snapshots go: as long
  /// as one is held, the space that writers free cannot be used again.
  ///
  /// - Throws: ``StoreError/tooManySnapshots(path:)`` if 1,022 are open in all processes.
  public func snapshot() throws(StoreError) -> GraphSnapshot { try GraphSnapshot(lease) }

  /// Reads the store as the last commit left it.
  ///
  /// - Parameter body: Reads; if it keeps the snapshot, that stays as it is.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws, and what ``snapshot()`` does.
  public func read<R>(_ body: (GraphSnapshot) throws -> R) throws -> R { try body(snapshot()) }

  /// Changes the store in one transaction.
  ///
  /// Either everything that the closure did is on disk when the call returns (one `fsync`, so do
  /// much at once), or nothing is: if the closure throws, if the medium is full, or if the process
  /// dies. Snapshots taken earlier do not see the changes.
  ///
  /// The closure is called again from the start, on the state before it, in the rare case that
  /// the file outgrows the address space reserved for it (64 GiB at first).
  ///
  /// - Parameter body: Makes the changes; must not keep the transaction or call `write` itself.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws; ``StoreError/lockedByWriter(path:)`` at once if another
  ///   writes; ``StoreError/mediumFull(path:)``.
  public func write<R>(_ body: (WriteTransaction) throws -> R) throws -> R {
    guard access == .readWrite else { throw StoreError.readOnly(path: path) }
    let lock = try WriterLock(folder: path)
    defer { lock.release() }
    while true {
      let transaction = try WriteTransaction(lease.environment)
      do {
        let result = try body(transaction)
        try transaction.commit()
        return result
      } catch {
        transaction.abort()
        guard transaction.outgrewMap else { throw error }
        try lease.environment.grow()
      }
    }
  }
}
