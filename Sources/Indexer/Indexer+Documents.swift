import GraphModel
import GraphStore

extension Indexer {
  /// Takes a document out; afterwards the store equals one that never saw it.
  ///
  /// The file itself stays. A later build of the folder that holds it adds it again.
  ///
  /// - Parameter name: The document's name.
  /// - Returns: The numbers of statements and entities that are left.
  /// - Throws: ``IndexerError/unknownDocument(name:)``; the store is then as it was.
  @discardableResult
  public func remove(
    documentNamed name: String
  ) throws(IndexerError) -> (statements: Int, entities: Int) {
    try remove(documentsNamed: [name])
  }

  /// Takes documents out in one transaction; the graph is linked once, however many they are.
  ///
  /// The name of a file that holds several documents stands for all of them.
  ///
  /// - Parameter names: The documents' names.
  /// - Returns: The numbers of statements and entities that are left.
  /// - Throws: ``IndexerError/unknownDocument(name:)``; the store is then as it was.
  @discardableResult
  public func remove(
    documentsNamed names: [String]
  ) throws(IndexerError) -> (statements: Int, entities: Int) {
    let store = try open(.readWrite)
    let snapshot = try Self.translating { try store.snapshot() }
    let catalog = try Self.translating { try StoreCatalog(snapshot, fingerprint: nil) }
    let ownership = FileOwnership(catalog)
    var removed: Set<ByteName> = []
    for name in names {
      let found = ownership.documents(named: ByteName(name))
      guard !found.isEmpty else { throw .unknownDocument(name: name) }
      removed.formUnion(found)
    }
    // A file of which something was taken out is read whole by the next build.
    let files = catalog.files.filter { name, record in
      !record.documents(of: name.text).contains { removed.contains(ByteName($0)) }
    }
    let graph = try Self.link(snapshot, without: removed)
    try Self.translating {
      try store.write { transaction in
        for name in removed.sorted() { try transaction.remove(DocumentID(name: name.text)) }
        try graph.write(in: transaction)
        try transaction.setMetadata(StoreCatalog.Key.files, FileTable.encode(files))
      }
    }
    return (graph.statements.count, graph.entities.count)
  }

  /// Whether the store has a document of this name, or documents of a file of this name.
  ///
  /// - Throws: ``IndexerError/store(_:)`` if there is no store.
  public func hasDocuments(of name: String) throws(IndexerError) -> Bool {
    let store = try open(.readOnly)
    let catalog = try Self.translating { try StoreCatalog(store.snapshot(), fingerprint: nil) }
    return !FileOwnership(catalog).documents(named: ByteName(name)).isEmpty
  }

  /// What gave nothing in the last builds and is still so, as far as the store knows; by name.
  ///
  /// - Throws: ``IndexerError/store(_:)`` if there is no store.
  public func failures() throws(IndexerError) -> [BuildFailure] {
    let store = try open(.readOnly)
    let files = try Self.translating {
      FileTable.decode(try store.snapshot().metadata(StoreCatalog.Key.files) ?? [])
    }
    return files.values.flatMap(\.failures).sorted { ByteName($0.name) < ByteName($1.name) }
  }

  /// The builds of the store that changed something, the oldest first; the last few hundred.
  public func builds() -> [BuildEntry] { BuildJournal(store: path).entries() }

  /// Compares files with the documents that were made of them, reading only what may have changed.
  ///
  /// - Parameter paths: Files and folders; none stands for all that builds were given.
  /// - Returns: One status for each file and each document under the paths, by name, and the files
  ///   that cannot be looked at.
  /// - Throws: ``IndexerError/store(_:)`` if there is no store.
  public func status(
    paths: [String] = []
  ) throws(IndexerError) -> (documents: [DocumentStatus], failed: [BuildFailure]) {
    let store = try open(.readOnly)
    let catalog = try Self.translating { try StoreCatalog(store.snapshot(), fingerprint: nil) }
    let roots = paths.isEmpty ? catalog.roots.map { PathName.absolute($0, in: home) } : paths
    let walk = FileWalk(
      roots.filter { $0 != "-" }, home: home, workingFolder: workingFolder)
    let plan = BuildPlan(walk, catalog: catalog, home: home, policy: BuildPlan.Policy())
    var result = plan.unchanged.map { DocumentStatus(name: $0, state: .unchanged) }
    result += plan.gone.map { DocumentStatus(name: $0, state: .gone) }
    var failed = walk.failures
    if paths.isEmpty {
      // A root that is gone takes its documents along; the walk could not tell their names.
      let missing = failed.filter { $0.reason == .notFound }.map {
        PathName.absolute($0.name, in: home)
      }
      let told = Set(result.map { ByteName($0.name) })
      for name in catalog.documents.keys where !told.contains(name) {
        let path = PathName.absolute(name.text, in: home)
        if missing.contains(where: { PathName.isPath(path, under: $0) }) {
          result.append(DocumentStatus(name: name.text, state: .gone))
        }
      }
    }
    let ownership = FileOwnership(catalog)
    for job in plan.jobs {
      let name = job.file.name
      guard let path = job.file.path, !ownership.documents(of: ByteName(name)).isEmpty else {
        result.append(DocumentStatus(name: name, state: .new))
        continue
      }
      do throws(FailureReason) {
        let isSame = try OpenFile(path).contentHash() == job.known
        result.append(DocumentStatus(name: name, state: isSame ? .unchanged : .changed))
      } catch {
        failed.append(BuildFailure(name: name, reason: error))
      }
    }
    return (result.sorted { ByteName($0.name) < ByteName($1.name) }, failed)
  }

  /// Opens the store, which must be there.
  func open(_ access: GraphStore.Access) throws(IndexerError) -> GraphStore {
    do throws(StoreError) {
      if access == .readWrite { _ = try GraphStore.open(at: path, access: .readOnly) }
      return try GraphStore.open(at: path, access: access)
    } catch {
      throw .store(error)
    }
  }
}
