import Extraction
import GraphModel
import GraphStore

/// One build on its way: counts, the batch that waits for its commit, and the end.
struct BuildRun {
  private let store: GraphStore?
  private let catalog: StoreCatalog
  private let plan: BuildPlan
  private let walk: FileWalk
  private let home: String
  private let fingerprint: UInt64
  private let options: BuildOptions
  private var summary = BuildSummary()
  private var progress: BuildProgress
  private var stamps: [String: FileStamp]
  private var batch: [ReadDocument] = []
  private var batchBytes = 0
  private var removals: [String] = []
  private var isChanged = false
  /// In a dry run: what would be committed.
  private var kept: [LinkableDocument] = []
  private var dropped: Set<String> = []

  /// A batch is committed early when its texts hold this many bytes.
  private static let batchByteLimit = 16 << 20

  init(
    store: GraphStore?, catalog: StoreCatalog, plan: BuildPlan, walk: FileWalk, home: String,
    fingerprint: UInt64, options: BuildOptions
  ) {
    self.store = store
    self.catalog = catalog
    self.plan = plan
    self.walk = walk
    self.home = home
    self.fingerprint = fingerprint
    self.options = options
    stamps = catalog.stamps.filter { catalog.documents[$0.key] != nil }
    summary.unchanged = plan.unchanged.count
    summary.outdated = plan.outdated
    summary.failed = walk.failures
    progress = BuildProgress(
      phase: .reading, done: 0, total: plan.jobs.count, bytes: 0, totalBytes: plan.totalBytes,
      words: 0, claims: 0, name: "")
  }

  /// Reads the files and commits what they give.
  mutating func read(
    with reader: any DocumentReading, progress report: (BuildProgress) -> Void
  ) throws(IndexerError) {
    for name in plan.gone {
      remove(name)
      summary.removed += 1
    }
    report(progress)
    var failure: IndexerError?
    do throws(IndexerError) {
      try Conveyor(plan.jobs, reader: reader).run(threads: options.threads) {
        (job, outcome) throws(IndexerError) in
        try take(job, outcome)
        progress.done += 1
        progress.bytes += job.file.stamp?.size ?? 0
        progress.words = summary.words
        progress.name = job.file.name
        report(progress)
      }
    } catch {
      failure = error
    }
    if let failure { throw failure }
    try commit()
  }

  private mutating func take(
    _ job: Conveyor.Job, _ outcome: Conveyor.Outcome
  ) throws(IndexerError) {
    let name = job.file.name
    switch outcome {
    case .unchanged:
      summary.unchanged += 1
      stamps[name] = job.file.stamp
    case .read(let document, let bytes):
      if let old = catalog.documents[name] {
        if old.contentHash == document.source.contentHash, !catalog.isCurrent(name) {
          summary.refreshed += 1
        } else if old.contentHash == document.source.contentHash {
          summary.unchanged += 1
        } else {
          summary.changed += 1
        }
      } else {
        summary.added += 1
      }
      summary.words += document.words
      summary.bytes += bytes
      progress.claims += document.extraction.claims.count
      stamps[name] = job.file.stamp
      batch.append(document)
      batchBytes += document.text.count
      if batch.count >= max(1, options.batch) || batchBytes >= Self.batchByteLimit {
        try commit()
      }
    case .failed(let reason):
      summary.failed.append(BuildFailure(name: name, reason: reason))
      if reason.isAboutContent || reason == .notFound, catalog.documents[name] != nil {
        remove(name)
        summary.removed += 1
      }
    }
  }

  private mutating func remove(_ name: String) {
    removals.append(name)
    stamps[name] = nil
  }

  /// Writes the batch in one transaction, with the mark that the graph is behind.
  private mutating func commit() throws(IndexerError) {
    guard !batch.isEmpty || !removals.isEmpty else { return }
    isChanged = true
    if options.isDryRun {
      for document in batch { kept.append(linkable(document)) }
      dropped.formUnion(batch.map(\.source.name) + removals)
    } else if let store {
      let isMixed = catalog.reader != nil && catalog.reader != fingerprint
      let (batch, removals) = (self.batch, self.removals)
      try Indexer.translating {
        try store.write { transaction in
          for name in removals { try transaction.remove(DocumentID(name: name)) }
          for document in batch {
            try transaction.put(
              document.source, text: document.text, sentences: document.sentences,
              record: record(of: document).encoded())
          }
          try transaction.setMetadata(StoreCatalog.Key.graph, nil)
          if isMixed { try transaction.setMetadata(StoreCatalog.Key.reader, nil) }
        }
      }
    }
    batch = []
    batchBytes = 0
    removals = []
  }

  private func record(of document: ReadDocument) -> ExtractionRecord {
    ExtractionRecord(
      fingerprint: fingerprint, words: document.words, extraction: document.extraction)
  }

  private func linkable(_ document: ReadDocument) -> LinkableDocument {
    LinkableDocument(
      id: document.source.id, text: document.text, record: record(of: document))
  }

  /// Makes the graph if it is behind, and writes what the next build needs.
  mutating func finish(progress report: (BuildProgress) -> Void) throws(IndexerError)
    -> BuildSummary
  {
    summary.failed.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    (summary.statements, summary.entities) = catalog.counts
    var graph: LinkedGraph?
    if isChanged || !catalog.isGraphCurrent {
      progress.phase = .linking
      report(progress)
      graph = try link()
      summary.statements = graph?.statements.count ?? 0
      summary.entities = graph?.entities.count ?? 0
      summary.mismatched = graph?.mismatched ?? 0
    }
    if let store, !options.isDryRun { try writeEnd(graph, to: store) }
    progress.phase = .finished
    report(progress)
    return summary
  }

  private func link() throws(IndexerError) -> LinkedGraph {
    guard let store else {
      var linker = Linker()
      for document in kept { linker.add(document) }
      return linker.link()
    }
    let snapshot = try Indexer.translating { try store.snapshot() }
    return try Indexer.link(snapshot, without: dropped, adding: kept)
  }

  private func writeEnd(_ graph: LinkedGraph?, to store: GraphStore) throws(IndexerError) {
    let names = walk.roots.map { PathName.name(of: $0, relativeTo: home) }
    let roots = Set(catalog.roots).union(names).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let isOneReader = summary.outdated == 0
    let readerIsNew = isOneReader && catalog.reader != fingerprint
    guard graph != nil || stamps != catalog.stamps || roots != catalog.roots || readerIsNew else {
      return
    }
    var mark: [UInt8] = []
    RecordWriter.put(fixed: fingerprint, to: &mark)
    try Indexer.translating {
      try store.write { transaction in
        if let graph {
          try transaction.replaceGraph(entities: graph.entities, statements: graph.statements)
          try transaction.setMetadata(StoreCatalog.Key.graph, StoreCatalog.graphMark)
        }
        try transaction.setMetadata(StoreCatalog.Key.files, FileTable.encode(stamps))
        try transaction.setMetadata(StoreCatalog.Key.roots, FileTable.encodeNames(roots))
        try transaction.setMetadata(StoreCatalog.Key.reader, isOneReader ? mark : nil)
      }
    }
  }
}
