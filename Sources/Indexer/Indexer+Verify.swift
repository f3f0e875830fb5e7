public import GraphModel
public import GraphStore

/// Something in a store that is not what its documents give.
public enum IntegrityProblem: Hashable, Sendable {
  /// The store is not consistent in itself.
  case store(StoreProblem)
  /// A build was interrupted; the graph is older than the documents. Build again.
  case graphBehind
  /// What is kept of a document cannot be read; build its file again.
  case damagedRecord(document: String)
  /// A statement that the documents give is missing.
  case missingStatement(StatementID)
  /// A statement is stored that the documents do not give.
  case strayStatement(StatementID)
  /// A statement has another content or evidence than the documents give.
  case differentStatement(StatementID)
  /// An entity that the documents give is missing.
  case missingEntity(EntityID)
  /// An entity is stored that the documents do not give.
  case strayEntity(EntityID)
  /// An entity has other names or types than the documents give.
  case differentEntity(EntityID)
  /// A document is stored that its file does not give now.
  case strayDocument(name: String)
  /// A document that a file gives now is missing.
  case missingDocument(name: String)
  /// A document is stored otherwise than its file gives it now.
  case differentDocument(name: String)
}

extension IntegrityProblem {
  /// Whether something in the store cannot be read.
  fileprivate var isDamage: Bool {
    if case .store(.damaged) = self { true } else { false }
  }
}

extension Indexer {
  /// Checks that the store is sound in itself and equals a fresh link of its documents.
  ///
  /// - Returns: What is wrong, in a fixed order; empty for a sound store.
  /// - Complexity: O(*n* log *n*) in the size of the store; the graph is held in memory twice.
  public func verify() throws(IndexerError) -> [IntegrityProblem] {
    let store = try open(.readOnly)
    let snapshot = try Self.translating { try store.snapshot() }
    var problems = try Self.translating { try snapshot.verify().map(IntegrityProblem.store) }
    guard try Self.translating({ try Self.isGraphCurrent(in: snapshot) }) else {
      // Graph and indexes then differ from the documents; only damage counts.
      return problems.filter(\.isDamage) + [.graphBehind]
    }
    let fresh: LinkedGraph
    do throws(IndexerError) {
      fresh = try Self.link(snapshot)
    } catch {
      guard case .damagedRecord(let name) = error else { throw error }
      return problems + [.damagedRecord(document: name)]
    }
    var entities: [Entity] = []
    var statements: [Statement] = []
    try Self.translating {
      try snapshot.forEachEntity { entities.append($0) }
      try snapshot.forEachStatement { statements.append($0) }
    }
    problems += Self.differences(
      fresh.entities, entities, id: \.id, missing: IntegrityProblem.missingEntity,
      stray: IntegrityProblem.strayEntity, different: IntegrityProblem.differentEntity)
    problems += Self.differences(
      fresh.statements, statements, id: \.id, missing: IntegrityProblem.missingStatement,
      stray: IntegrityProblem.strayStatement, different: IntegrityProblem.differentStatement)
    return problems
  }

  /// Reads all files of the store again and compares what they give with what is stored.
  ///
  /// Together with ``verify()`` this tells whether the store equals a fresh build.
  ///
  /// - Parameters:
  ///   - options: The limits and the number of threads.
  ///   - progress: Is called on the calling thread after each file with the numbers of files that
  ///     are done, and of all.
  /// - Returns: The documents that differ, by name; a file that changed since the last build too.
  /// - Throws: An ``IndexerError`` if the store or the model cannot be used.
  public func verifyFiles(
    options: BuildOptions = BuildOptions(),
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(IndexerError) -> [IntegrityProblem] {
    let store = try open(.readOnly)
    let snapshot = try Self.translating { try store.snapshot() }
    let catalog = try Self.translating { try StoreCatalog(snapshot, fingerprint: nil) }
    let reader = try makeReader(options.reading)
    let names = catalog.files.keys.filter { $0.text != FileWalk.standardInput }.sorted()
    let jobs = names.map { name in
      let path = PathName.absolute(name.text, in: home)
      return Conveyor.Job(
        file: FileWalk.File(
          path: path, name: name.text, stamp: FileStatus.of(path).map(FileStamp.init)),
        known: nil)
    }
    var missed = Set(catalog.documents.keys.filter { $0.text != FileWalk.standardInput })
    var problems: [ByteName: IntegrityProblem] = [:]
    var done = 0
    let conveyor = Conveyor(jobs, reader: reader, knowledge: Conveyor.Knowledge())
    try conveyor.run(threads: options.threads) { (_, part) throws(IndexerError) in
      switch part {
      case .document(let document):
        let name = ByteName(document.source.name)
        if missed.remove(name) == nil {
          problems[name] = .missingDocument(name: name.text)
        } else if try !Self.translating({ try document.isStored(in: snapshot, reader.version) }) {
          problems[name] = .differentDocument(name: name.text)
        }
      case .end:
        done += 1
        progress(done, jobs.count)
      default: break
      }
    }
    for name in missed { problems[name] = .strayDocument(name: name.text) }
    return problems.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func differences<Item: Equatable, ID: Hashable & Comparable>(
    _ expected: [Item], _ found: [Item], id: (Item) -> ID,
    missing: (ID) -> IntegrityProblem, stray: (ID) -> IntegrityProblem,
    different: (ID) -> IntegrityProblem
  ) -> [IntegrityProblem] {
    let first = Dictionary(expected.map { (id($0), $0) }, uniquingKeysWith: { old, _ in old })
    let second = Dictionary(found.map { (id($0), $0) }, uniquingKeysWith: { old, _ in old })
    return Set(first.keys).union(second.keys).sorted().compactMap { id in
      switch (first[id], second[id]) {
      case (.some(let a), .some(let b)): a == b ? nil : different(id)
      case (.some, .none): missing(id)
      default: stray(id)
      }
    }
  }
}

extension ReadDocument {
  /// Whether a store has the document, and has it so.
  fileprivate func isStored(in snapshot: GraphSnapshot, _ version: ReaderVersion) throws -> Bool {
    try snapshot.document(source.id) == source && snapshot.text(of: source.id) == text
      && snapshot.sentences(of: source.id) == sentences
      && snapshot.record(of: source.id) == record(version).encoded()
  }
}
