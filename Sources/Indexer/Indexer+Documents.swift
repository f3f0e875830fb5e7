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
  /// - Parameter names: The documents' names.
  /// - Returns: The numbers of statements and entities that are left.
  /// - Throws: ``IndexerError/unknownDocument(name:)``; the store is then as it was.
  @discardableResult
  public func remove(
    documentsNamed names: [String]
  ) throws(IndexerError) -> (statements: Int, entities: Int) {
    let removed = Set(names)
    let store = try open(.readWrite)
    let snapshot = try Self.translating { try store.snapshot() }
    for name in names where try Self.translating({ try snapshot.document(named: name) }) == nil {
      throw .unknownDocument(name: name)
    }
    let graph = try Self.link(snapshot, without: removed)
    let stamps = try Self.translating {
      FileTable.decode(try snapshot.metadata(StoreCatalog.Key.files) ?? [])
    }
    try Self.translating {
      try store.write { transaction in
        for name in removed.sorted() { try transaction.remove(DocumentID(name: name)) }
        try transaction.replaceGraph(entities: graph.entities, statements: graph.statements)
        try transaction.setMetadata(StoreCatalog.Key.graph, StoreCatalog.graphMark)
        try transaction.setMetadata(
          StoreCatalog.Key.files, FileTable.encode(stamps.filter { !removed.contains($0.key) }))
      }
    }
    return (graph.statements.count, graph.entities.count)
  }

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
    let plan = BuildPlan(walk, catalog: catalog, home: home, rereadsAll: false)
    var result = plan.unchanged.map { DocumentStatus(name: $0, state: .unchanged) }
    result += plan.gone.map { DocumentStatus(name: $0, state: .gone) }
    var failed = walk.failures
    if paths.isEmpty {
      // A root that is gone takes its documents along; the walk could not tell their names.
      let missing = failed.filter { $0.reason == .notFound }.map(\.name)
      let told = Set(result.map(\.name))
      for name in catalog.documents.keys where !told.contains(name) {
        if missing.contains(where: { PathName.isPath("/" + name, under: "/" + $0) }) {
          result.append(DocumentStatus(name: name, state: .gone))
        }
      }
    }
    let hasher = try plan.jobs.contains { $0.known != nil } ? makeReader() : nil
    for job in plan.jobs {
      guard job.known != nil, let hasher else {
        result.append(DocumentStatus(name: job.file.name, state: .new))
        continue
      }
      do throws(FailureReason) {
        let bytes = try FileBytes.read(job.file.path, limit: hasher.sizeLimit)
        let isSame = try hasher.contentHash(of: bytes, name: job.file.name) == job.known
        result.append(
          DocumentStatus(name: job.file.name, state: isSame ? .unchanged : .changed))
      } catch {
        if error.isAboutContent {
          result.append(DocumentStatus(name: job.file.name, state: .changed))
        } else {
          failed.append(BuildFailure(name: job.file.name, reason: error))
        }
      }
    }
    return (result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }, failed)
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
