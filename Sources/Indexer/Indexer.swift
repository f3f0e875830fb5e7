public import GraphModel
public import GraphStore

/// Turns files and folders into a store, and keeps the two in step.
///
///     let indexer = Indexer(store: ".quipu")
///     let summary = try indexer.build(paths: ["news"])
///     summary.added  // 40
///
/// A document's name is its path relative to the folder that holds the store, or its absolute path
/// if it lies elsewhere. The graph is a pure function of what is kept of each document: building,
/// changing and removing in any order leaves the same graph as a fresh build of the same files.
public struct Indexer: Sendable {
  /// The store's folder, as a normalised absolute path.
  public let path: String
  /// The folder that documents' names are relative to.
  let home: String
  /// The folder that given paths are relative to.
  let workingFolder: String
  /// Makes the reader, when it is needed.
  let makeReader: @Sendable (ReadingOptions) throws(IndexerError) -> any DocumentReading

  /// Creates an indexer of the store in a folder, with the embedded model and vocabulary.
  ///
  /// Nothing is opened before it is needed.
  public init(store path: String) {
    self.init(store: path, workingFolder: PathName.workingFolder()) {
      options throws(IndexerError) in
      try TextReader.embedded(options: options)
    }
  }

  /// Creates an indexer with another reader or working folder.
  init(
    store path: String, workingFolder: String,
    reader: @escaping @Sendable (ReadingOptions) throws(IndexerError) -> any DocumentReading
  ) {
    self.path = PathName.given(path, in: workingFolder)
    home = PathName.parent(of: self.path)
    self.workingFolder = workingFolder
    makeReader = reader
  }

  /// The name by which the store knows a file, whether or not there is one.
  ///
  /// - Parameter file: A path relative to the working folder, or `-` for the standard input.
  /// - Returns: The name.
  public func documentName(of file: String) -> String {
    guard file != "-" else { return FileWalk.standardInput }
    return PathName.name(
      of: PathName.given(file, in: workingFolder), relativeTo: home)
  }

  /// Whether a store's graph is what its documents give; it is not after an interrupted build.
  ///
  /// A store without documents, such as one that RDF alone was imported into, has nothing to link.
  public static func isGraphCurrent(in snapshot: GraphSnapshot) throws(StoreError) -> Bool {
    if try snapshot.metadata(StoreCatalog.Key.graph) == StoreCatalog.graphMark { return true }
    let counts = try snapshot.counts
    return counts.documents == 0 && counts.statements == 0
  }

  /// For each document that is a near copy of others, the first of them by identifier.
  ///
  /// Copies are kept as documents, and count once as independent support.
  public static func copies(
    in snapshot: GraphSnapshot
  ) throws(StoreError) -> [DocumentID: DocumentID] {
    CopyTable.decode(try snapshot.metadata(StoreCatalog.Key.copies) ?? [])
  }

  /// The work of `body` with its errors as an indexer's.
  static func translating<R>(_ body: () throws -> R) throws(IndexerError) -> R {
    do {
      return try body()
    } catch let error as IndexerError {
      throw error
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      // Closures of the store's calls throw nothing else.
      throw .store(.damaged(path: "", detail: String(describing: error)))
    }
  }

  /// Links the records of a store's documents, but those of some names.
  static func link(
    _ snapshot: GraphSnapshot, without excluded: Set<ByteName> = [],
    adding others: [LinkableDocument] = []
  ) throws(IndexerError) -> LinkedGraph {
    var linker = try linker(of: snapshot, without: excluded)
    for document in others { linker.add(document) }
    return linker.link()
  }

  /// A linker that was given a store's documents and judgements.
  static func linker(
    of snapshot: GraphSnapshot, without excluded: Set<ByteName> = []
  ) throws(IndexerError) -> Linker {
    var linker = Linker()
    linker.judgements = try JudgementJournal(snapshot).inForce
    linker.gazetteers = try GazetteerShelf(snapshot).lists
    var wanted: [SourceDocument] = []
    try translating {
      try snapshot.forEachDocument { document in
        if !excluded.contains(ByteName(document.name)) { wanted.append(document) }
      }
    }
    try linker.add(wanted) { document throws(IndexerError) in
      try linkable(document, in: snapshot)
    }
    return linker
  }

  private static func linkable(
    _ document: SourceDocument, in snapshot: GraphSnapshot
  ) throws(IndexerError) -> LinkableDocument {
    let bytes = try translating { try snapshot.record(of: document.id) ?? [] }
    do throws(RecordError) {
      let record = try ExtractionRecord(decoding: bytes)
      return LinkableDocument(
        id: document.id, text: try textOf(document, in: snapshot), record: record)
    } catch {
      throw IndexerError.damagedRecord(document: document.name)
    }
  }

  private static func textOf(
    _ document: SourceDocument, in snapshot: GraphSnapshot
  ) throws(RecordError) -> [UInt8] {
    do {
      guard let text = try snapshot.text(of: document.id) else { throw RecordError.damaged }
      return text
    } catch {
      throw .damaged
    }
  }
}
