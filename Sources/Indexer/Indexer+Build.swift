import GraphStore

extension Indexer {
  /// Brings the store in step with files and folders.
  ///
  /// New files are added, changed ones read again, and documents whose file under one of the paths
  /// is gone, or left out by an ignore file now, are taken out. A file whose size and times are as
  /// they were is not opened. What was read is committed batch by batch, so a build that was
  /// interrupted goes on where it stopped; the graph is made once at the end. If nothing changed,
  /// nothing is written.
  ///
  /// A dry run of more than a few files reads a sample of them and gives an estimate.
  ///
  /// - Parameters:
  ///   - paths: Files and folders, relative to the working folder; `-` is the standard input.
  ///   - options: How to build.
  ///   - progress: Is called on the calling thread after each file and phase.
  /// - Returns: What was done; what cannot be read is in ``BuildSummary/failed``.
  /// - Throws: An ``IndexerError`` if the store or the model cannot be used. What was committed
  ///   before stays.
  @discardableResult
  public func build(
    paths: [String], options: BuildOptions = BuildOptions(),
    progress: (BuildProgress) -> Void = { _ in }
  ) throws(IndexerError) -> BuildSummary {
    try build(
      paths: paths, options: options, reader: try makeReader(options.reading), enters: { _ in },
      progress: progress)
  }

  /// Builds with a reader that is there already.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - options: How to build.
  ///   - reader: Reads.
  ///   - enters: Is called with each folder before its files are listed.
  ///   - progress: Is called after each file and phase.
  /// - Returns: What was done.
  /// - Throws: An ``IndexerError`` if the store cannot be used.
  func build(
    paths: [String], options: BuildOptions, reader: any DocumentReading,
    enters: (String) -> Void, progress: (BuildProgress) -> Void
  ) throws(IndexerError) -> BuildSummary {
    let store = try openStore(forWriting: !options.isDryRun)
    let catalog = try Self.translating {
      guard let store else { return StoreCatalog() }
      return try StoreCatalog(store.snapshot(), fingerprint: reader.version.fingerprint)
    }
    let walk = FileWalk(
      paths, home: home, workingFolder: workingFolder, selection: options.selection,
      enters: enters)
    let policy = BuildPlan.Policy(
      fingerprint: reader.version.fingerprint, limits: reader.options.fingerprint,
      rereadsAll: options.rereadsAll, retriesFailed: options.retriesFailed, limit: options.limit)
    let plan = BuildPlan(walk, catalog: catalog, home: home, policy: policy)
    var run = BuildRun(
      BuildRun.Setting(
        store: store, catalog: catalog, plan: plan, walk: walk, home: home, reader: reader,
        options: options))
    if options.isDryRun {
      let sample = BuildSample(plan.jobs)
      if !sample.isWhole {
        return run.summary(
          with: try sample.estimate(
            with: reader, knowledge: run.knowledge, threads: options.threads))
      }
    }
    let isIdle = plan.jobs.isEmpty && plan.gone.isEmpty && catalog.isGraphCurrent
    let journal = options.isDryRun || isIdle ? nil : BuildJournal(store: path)
    let entry = journal?.begin()
    try run.read(progress: progress)
    let summary = try run.finish(progress: progress)
    if let entry { journal?.end(entry, summary) }
    return summary
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

extension BuildOptions {
  /// What a walk passes over.
  var selection: FileWalk.Selection {
    FileWalk.Selection(
      included: included, excluded: excluded, usesIgnoreFiles: usesIgnoreFiles)
  }
}
