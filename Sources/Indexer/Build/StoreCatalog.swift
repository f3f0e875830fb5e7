import GraphModel
import GraphStore

/// What a store knows when a build starts: its documents and how their files looked.
struct StoreCatalog {
  /// The keys of what the indexer keeps in a store beside documents and graph.
  enum Key {
    /// The version of linking that made the graph; absent while documents have changed since.
    static let graph = "graph"
    /// The fingerprint of the reader of all documents; absent if they were read by several.
    static let reader = "reader"
    /// How each document's file looked when it was read.
    static let files = "files"
    /// The files and folders that were given to builds.
    static let roots = "roots"
  }

  /// The documents, by name.
  private(set) var documents: [String: SourceDocument] = [:]
  /// How files looked, by document name.
  private(set) var stamps: [String: FileStamp] = [:]
  /// The files and folders that were given to builds, by the names that documents would have.
  private(set) var roots: [String] = []
  /// Whether the graph is what the records give.
  private(set) var isGraphCurrent = false
  /// Documents whose record another reader made.
  private(set) var outdated: Set<String> = []
  /// Documents whose record cannot be read by this version of the program.
  private(set) var unreadable: Set<String> = []
  /// The reader of all documents, if it is one.
  private(set) var reader: UInt64?
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
    try snapshot.forEachDocument { documents[$0.name] = $0 }
    stamps = FileTable.decode(try snapshot.metadata(Key.files) ?? [])
    roots = FileTable.decodeNames(try snapshot.metadata(Key.roots) ?? [])
    isGraphCurrent = try snapshot.metadata(Key.graph) == Self.graphMark
    reader = try snapshot.metadata(Key.reader).flatMap {
      $0.count == 8 ? RecordReader.fixed($0[...]) : nil
    }
    let counted = try snapshot.counts
    counts = (counted.statements, counted.entities)
    guard let fingerprint, reader != fingerprint else { return }
    for document in documents.values {
      let record = try snapshot.record(of: document.id) ?? []
      do throws(RecordError) {
        if try ExtractionRecord.fingerprint(of: record) != fingerprint {
          outdated.insert(document.name)
        }
      } catch {
        unreadable.insert(document.name)
      }
    }
  }

  /// Whether a document's record is one that the reader in force would make of the same bytes.
  func isCurrent(_ name: String) -> Bool {
    documents[name] != nil && !outdated.contains(name) && !unreadable.contains(name)
  }

  /// What stands under ``Key/graph`` while the graph is current.
  static let graphMark = Array(String(Linker.version).utf8)
}

/// The bytes in which a store keeps how files looked.
enum FileTable {
  /// The bytes of a table; equal tables give equal bytes.
  static func encode(_ stamps: [String: FileStamp]) -> [UInt8] {
    var writer = RecordWriter()
    let names = stamps.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    writer.put(names.count)
    for name in names {
      guard let stamp = stamps[name] else { continue }
      writer.put(name)
      writer.put(stamp.size)
      writer.put(stamp.modified)
      writer.put(stamp.changed)
    }
    return writer.bytes()
  }

  /// The table in some bytes; empty if they hold none, for it only saves work.
  static func decode(_ bytes: [UInt8]) -> [String: FileStamp] {
    do throws(RecordError) {
      var stamps: [String: FileStamp] = [:]
      var reader = try RecordReader(bytes[...])
      for _ in 0..<(try reader.count()) {
        stamps[try reader.text()] = FileStamp(
          size: try reader.number(), modified: try reader.number(), changed: try reader.number())
      }
      return stamps
    } catch {
      return [:]
    }
  }

  /// The bytes of a list of names.
  static func encodeNames(_ names: [String]) -> [UInt8] {
    var writer = RecordWriter()
    writer.put(names.count)
    for name in names { writer.put(name) }
    return writer.bytes()
  }

  /// The names in some bytes; empty if they hold none.
  static func decodeNames(_ bytes: [UInt8]) -> [String] {
    do throws(RecordError) {
      var names: [String] = []
      var reader = try RecordReader(bytes[...])
      for _ in 0..<(try reader.count()) { names.append(try reader.text()) }
      return names
    } catch {
      return []
    }
  }
}
