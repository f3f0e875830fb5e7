import GraphStore

extension Indexer {
  /// Brings the store in step with files and folders.
  ///
  /// New files are added, changed ones read again, and documents whose file under one of the paths
  /// is gone are taken out. A file whose size and times are as they were is not opened. What was
  /// read is committed batch by batch, so a build that was interrupted goes on where it stopped;
  /// the graph is made once at the end. If nothing changed, nothing is written.
  ///
  /// - Parameters:
  ///   - paths: Files and folders, relative to the working folder; `-` is the standard input.
  ///   - options: How to build.
  ///   - progress: Is called on the calling thread after each file and phase.
  /// - Returns: What was done; files that cannot be read are in ``BuildSummary/failed``.
  /// - Throws: An ``IndexerError`` if the store or the model cannot be used. What was committed
  ///   before stays.
  @discardableResult
  public func build(
    paths: [String], options: BuildOptions = BuildOptions(),
    progress: (BuildProgress) -> Void = { _ in }
  ) throws(IndexerError) -> BuildSummary {
    let reader = try makeReader()
    let store = try openStore(forWriting: !options.isDryRun)
    let catalog = try Self.translating {
      guard let store else { return StoreCatalog() }
      return try StoreCatalog(store.snapshot(), fingerprint: reader.fingerprint)
    }
    let walk = FileWalk(paths, home: home, workingFolder: workingFolder)
    let plan = BuildPlan(walk, catalog: catalog, home: home, rereadsAll: options.rereadsAll)
    var run = BuildRun(
      store: store, catalog: catalog, plan: plan, walk: walk, home: home,
      fingerprint: reader.fingerprint, options: options)
    try run.read(with: reader, progress: progress)
    return try run.finish(progress: progress)
  }

  /// The store, or `nil` if it is not there and none is to be made.
  private func openStore(forWriting: Bool) throws(IndexerError) -> GraphStore? {
    do throws(StoreError) {
      return try GraphStore.open(at: path, access: forWriting ? .readWrite : .readOnly)
    } catch {
      if case .notFound = error, !forWriting { return nil }
      throw .store(error)
    }
  }
}
