import GraphModel
import GraphStore

/// What a store knows when a build starts: its documents and what became of files.
struct StoreCatalog {
  /// The keys of what the indexer keeps in a store beside documents and graph.
  enum Key {
    /// The version of linking that made the graph; absent while documents have changed since.
    static let graph = "graph"
    /// The version of the reader of all documents; absent if they were read by several.
    static let reader = "reader"
    /// What became of each file that was read.
    static let files = "files"
    /// The files and folders that were given to builds.
    static let roots = "roots"
    /// Which documents are near copies of which.
    static let copies = "copies"
    /// What people decided about identity, in order.
    static let judgements = "judgements"
    /// The lists of known names.
    static let gazetteers = "gazetteers"
    /// Entities that may be known things.
    static let proposals = "proposals"
  }

  /// The documents, by name.
  private(set) var documents: [ByteName: SourceDocument] = [:]
  /// What became of files, by name.
  private(set) var files: [ByteName: FileRecord] = [:]
  /// The files and folders that were given to builds, by the names that documents would have.
  private(set) var roots: [String] = []
  /// Whether the graph is what the records give.
  private(set) var isGraphCurrent = false
  /// Documents whose record another reader made.
  private(set) var outdated: Set<ByteName> = []
  /// Documents whose record cannot be read by this version of the program.
  private(set) var unreadable: Set<ByteName> = []
  /// The reader of all documents, if it is one.
  private(set) var reader: ReaderVersion?
  /// The numbers of statements and entities.
  private(set) var counts: (statements: Int, entities: Int) = (0, 0)

  /// The catalogue of no store.
  init() {}

  /// Reads what a store knows; keeps nothing of the snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The store.
  ///   - fingerprint: That of the reader in force, to tell outdated records; `nil` tells none.
  /// - Throws: A `StoreError` if the store is damaged.
  init(_ snapshot: GraphSnapshot, fingerprint: UInt64?) throws {
    try snapshot.forEachDocument { documents[ByteName($0.name)] = $0 }
    files = FileTable.decode(try snapshot.metadata(Key.files) ?? [])
    roots = FileTable.decodeNames(try snapshot.metadata(Key.roots) ?? [])
    isGraphCurrent = try snapshot.metadata(Key.graph) == Self.graphMark
    reader = try snapshot.metadata(Key.reader).flatMap(ReaderVersion.init(decoding:))
    let counted = try snapshot.counts
    counts = (counted.statements, counted.entities)
    guard let fingerprint, reader?.fingerprint != fingerprint else { return }
    for document in documents.values {
      let record = try snapshot.record(of: document.id) ?? []
      do throws(RecordError) {
        if try ExtractionRecord.fingerprint(of: record) != fingerprint {
          outdated.insert(ByteName(document.name))
        }
      } catch {
        unreadable.insert(ByteName(document.name))
      }
    }
  }

  /// Whether a document's record is one that the reader in force would make of the same bytes.
  func isCurrent(_ name: ByteName) -> Bool {
    documents[name] != nil && !outdated.contains(name) && !unreadable.contains(name)
  }

  /// What stands under ``Key/graph`` while the graph is current.
  static let graphMark = Array(String(Linker.version).utf8)
}
