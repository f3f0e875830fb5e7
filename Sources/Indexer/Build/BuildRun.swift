import Extraction
import GraphModel
import GraphStore

/// One build on its way: counts, the batch that waits for its commit, and the end.
struct BuildRun {
  /// What a build starts from.
  struct Setting {
    /// The store; `nil` if there is none and none is to be made.
    let store: GraphStore?
    /// What the store knows.
    let catalog: StoreCatalog
    /// What is to be done.
    let plan: BuildPlan
    /// The files.
    let walk: FileWalk
    /// The folder that names are relative to.
    let home: String
    /// The reader.
    let reader: any DocumentReading
    /// How to build.
    let options: BuildOptions
  }

  private let setting: Setting
  private let version: ReaderVersion
  private let ownership: FileOwnership
  private var summary = BuildSummary()
  private var progress: BuildProgress
  private var files: [ByteName: FileRecord]
  private var current = FileReading()
  private var batch: [ReadDocument] = []
  private var batchBytes = 0
  private var removals: [String] = []
  private var stale: Set<ByteName>
  private var isChanged = false
  /// In a dry run: what would be committed.
  private var kept: [LinkableDocument] = []
  private var dropped: Set<ByteName> = []

  /// What the file whose turn it is gave so far.
  private struct FileReading {
    var documents: [String] = []
    var failures: [BuildFailure] = []
    /// Whether the file is to be read again although it may not change.
    var isProvisional = false
  }

  /// A batch is committed early when its texts hold this many bytes.
  private static let batchByteLimit = 16 << 20

  private var catalog: StoreCatalog { setting.catalog }
  private var plan: BuildPlan { setting.plan }
  private var options: BuildOptions { setting.options }

  init(_ setting: Setting) {
    self.setting = setting
    version = setting.reader.version
    ownership = FileOwnership(setting.catalog)
    files = setting.catalog.files
    stale = setting.catalog.outdated.union(setting.catalog.unreadable)
    let plan = setting.plan
    for name in plan.forgotten { files[name] = nil }
    summary.unchanged = plan.unchanged.count
    summary.outdated = plan.outdated
    summary.postponed = plan.postponed
    summary.ignored = setting.walk.ignored
    summary.remembered = plan.knownFailures
    summary.failed = setting.walk.failures + plan.knownFailures
    progress = BuildProgress(
      phase: .reading, done: 0, total: plan.jobs.count, bytes: 0, totalBytes: plan.totalBytes,
      words: 0, claims: 0, name: "")
    for failure in setting.walk.failures {
      if setting.catalog.files[ByteName(failure.name)]?.failures == [failure] {
        summary.remembered.append(failure)
      }
      let path = PathName.absolute(failure.name, in: setting.home)
      if setting.walk.roots.contains(where: { PathName.isPath(path, under: $0) }) {
        note(passing: failure)
      }
    }
  }

  /// Reads the files and commits what they give.
  mutating func read(progress report: (BuildProgress) -> Void) throws(IndexerError) {
    for name in plan.gone { remove(name) }
    report(progress)
    let conveyor = Conveyor(plan.jobs, reader: setting.reader, knowledge: knowledge)
    var failure: IndexerError?
    do throws(IndexerError) {
      try conveyor.run(threads: options.threads) { (job, part) throws(IndexerError) in
        try take(job, part)
        guard case .end(let end) = part else { return }
        progress.done += 1
        progress.bytes += end.bytes
        progress.words = summary.words
        progress.name = job.file.name
        report(progress)
      }
    } catch {
      failure = error
    }
    if let failure { throw failure }
    try commit()
    FreedMemory.giveBack()
  }

  /// Which documents need not be annotated.
  var knowledge: Conveyor.Knowledge {
    let catalog = self.catalog
    let knowsAll = !options.rereadsAll
    return Conveyor.Knowledge(
      hash: { name in
        let name = ByteName(name)
        return knowsAll && catalog.isCurrent(name) ? catalog.documents[name]?.contentHash : nil
      }, since: options.since)
  }

  /// What is known before anything is read, with an estimate of the rest.
  func summary(with estimate: BuildEstimate) -> BuildSummary {
    var result = summary
    result.removed = plan.gone.count
    result.failed.sort { ByteName($0.name) < ByteName($1.name) }
    (result.statements, result.entities) = catalog.counts
    result.estimate = estimate
    return result
  }

  private mutating func take(_ job: Conveyor.Job, _ part: Conveyor.Part) throws(IndexerError) {
    switch part {
    case .unchanged(let name):
      summary.unchanged += 1
      current.documents.append(name)
    case .document(let document): try add(document)
    case .leftOut:
      summary.leftOut += 1
      current.isProvisional = true
    case .failed(let name, let reason):
      current.failures.append(BuildFailure(name: name, reason: reason))
      if !reason.isAboutContent {
        current.isProvisional = true
        if reason != .notFound, catalog.documents[ByteName(name)] != nil {
          current.documents.append(name)
        }
      }
    case .end(let end):
      finish(job.file.name, end)
      current = FileReading()
    }
  }

  private mutating func add(_ document: ReadDocument) throws(IndexerError) {
    let name = ByteName(document.source.name)
    if let old = catalog.documents[name] {
      if old.contentHash != document.source.contentHash {
        summary.changed += 1
      } else if stale.contains(name) {
        summary.refreshed += 1
      } else {
        summary.unchanged += 1
      }
    } else {
      summary.added += 1
    }
    stale.remove(name)
    current.documents.append(document.source.name)
    summary.words += document.words
    progress.claims += document.extraction.claims.count
    batch.append(document)
    batchBytes += document.text.count
    if batch.count >= max(1, options.batch) || batchBytes >= Self.batchByteLimit { try commit() }
  }

  private mutating func finish(_ file: String, _ end: Conveyor.End) {
    let name = ByteName(file)
    summary.failed += current.failures
    switch end.outcome {
    case .unchanged:
      guard var record = files[name] else { return }
      record.stamp = end.stamp
      record.failures.removeAll { !$0.reason.isAboutContent }
      files[name] = record
      summary.unchanged += record.documents(of: file).count {
        catalog.documents[ByteName($0)] != nil
      }
      summary.remembered += record.failures
      summary.failed += record.failures
    case .read(let hash):
      summary.bytes += end.bytes
      removeVanished(of: name)
      note(file, hash: hash, end.stamp)
    case .failed(let reason):
      let failure = BuildFailure(name: file, reason: reason)
      summary.failed.append(failure)
      guard reason.isAboutContent || reason == .notFound else {
        return note(passing: failure)
      }
      removeVanished(of: name)
      current.failures.append(failure)
      note(file, hash: "", end.stamp)
      if reason == .notFound { files[name] = nil }
    }
  }

  /// Notes what became of a file; one that must be read again has no stamp and no hash.
  private mutating func note(_ file: String, hash: String, _ stamp: FileStamp?) {
    let isPlain = current.documents.count == 1 && ByteName(current.documents[0]) == ByteName(file)
    files[ByteName(file)] = FileRecord(
      stamp: current.isProvisional ? nil : stamp,
      contentHash: current.isProvisional ? "" : hash, fingerprint: version.fingerprint,
      limits: setting.reader.options.fingerprint, documents: isPlain ? nil : current.documents,
      failures: current.failures)
  }

  /// Notes a failure that says nothing of a file's content; what is known of that stays.
  private mutating func note(passing failure: BuildFailure) {
    let name = ByteName(failure.name)
    var record =
      files[name]
      ?? FileRecord(
        stamp: nil, contentHash: "", fingerprint: version.fingerprint,
        limits: setting.reader.options.fingerprint,
        documents: catalog.documents[name] == nil ? [] : nil, failures: [])
    record.stamp = nil
    record.failures = [failure]
    files[name] = record
  }

  /// Takes the documents out that a file no longer gives.
  private mutating func removeVanished(of file: ByteName) {
    let found = Set(current.documents.map(ByteName.init))
    for name in ownership.documents(of: file) where !found.contains(name) { remove(name.text) }
  }

  private mutating func remove(_ name: String) {
    removals.append(name)
    stale.remove(ByteName(name))
    summary.removed += 1
  }

  /// Writes the batch in one transaction, with the mark that the graph is behind.
  private mutating func commit() throws(IndexerError) {
    guard !batch.isEmpty || !removals.isEmpty else { return }
    isChanged = true
    if options.isDryRun {
      for document in batch { kept.append(document.linkable(version)) }
      dropped.formUnion((batch.map(\.source.name) + removals).map(ByteName.init))
    } else if let store = setting.store {
      let isMixed = catalog.reader != nil && catalog.reader != version
      let (batch, removals, version) = (self.batch, self.removals, self.version)
      try Indexer.translating {
        try store.write { transaction in
          for name in removals { try transaction.remove(DocumentID(name: name)) }
          for document in batch { try transaction.put(document, version) }
          try transaction.setMetadata(StoreCatalog.Key.graph, nil)
          if isMixed { try transaction.setMetadata(StoreCatalog.Key.reader, nil) }
        }
      }
    }
    batch = []
    batchBytes = 0
    removals = []
  }

  /// Makes the graph if it is behind, and writes what the next build needs.
  mutating func finish(progress report: (BuildProgress) -> Void) throws(IndexerError)
    -> BuildSummary
  {
    summary.failed.sort { ByteName($0.name) < ByteName($1.name) }
    (summary.statements, summary.entities) = catalog.counts
    if summary.refreshed > 0, let old = catalog.reader {
      summary.readerChanges = version.changes(since: old)
    }
    var graph: LinkedGraph?
    if isChanged || !catalog.isGraphCurrent {
      progress.phase = .linking
      report(progress)
      summary.isRelinked = !isChanged && !catalog.documents.isEmpty
      graph = try link()
      summary.statements = graph?.statements.count ?? 0
      summary.entities = graph?.entities.count ?? 0
      summary.mismatched = graph?.mismatched ?? 0
    }
    if let store = setting.store, !options.isDryRun { try writeEnd(graph, to: store) }
    progress.phase = .finished
    report(progress)
    return summary
  }

  private func link() throws(IndexerError) -> LinkedGraph {
    guard let store = setting.store else {
      var linker = Linker()
      for document in kept { linker.add(document) }
      return linker.link()
    }
    let snapshot = try Indexer.translating { try store.snapshot() }
    return try Indexer.link(snapshot, without: dropped, adding: kept)
  }

  private func writeEnd(_ graph: LinkedGraph?, to store: GraphStore) throws(IndexerError) {
    let names = setting.walk.roots.map { PathName.name(of: $0, relativeTo: setting.home) }
    let roots = Set((catalog.roots + names).map(ByteName.init)).sorted().map(\.text)
    let isOneReader = stale.isEmpty
    let readerIsNew = isOneReader && catalog.reader != version
    guard graph != nil || files != catalog.files || roots != catalog.roots || readerIsNew else {
      return
    }
    try Indexer.translating {
      try store.write { transaction in
        try graph?.write(in: transaction)
        try transaction.setMetadata(StoreCatalog.Key.files, FileTable.encode(files))
        try transaction.setMetadata(StoreCatalog.Key.roots, FileTable.encodeNames(roots))
        try transaction.setMetadata(StoreCatalog.Key.reader, isOneReader ? version.encoded : nil)
      }
    }
  }
}

extension ReadDocument {
  /// What the store keeps of the extraction.
  func record(_ version: ReaderVersion) -> ExtractionRecord {
    ExtractionRecord(
      fingerprint: version.fingerprint, words: words, extraction: extraction, page: page)
  }

  /// The document as linking needs it.
  func linkable(_ version: ReaderVersion) -> LinkableDocument {
    LinkableDocument(id: source.id, text: text, record: record(version))
  }
}

extension WriteTransaction {
  /// Adds a document that was read, or replaces the one of the same name.
  func put(_ document: ReadDocument, _ version: ReaderVersion) throws(StoreError) {
    try put(
      document.source, text: document.text, sentences: document.sentences,
      record: document.record(version).encoded())
  }
}
