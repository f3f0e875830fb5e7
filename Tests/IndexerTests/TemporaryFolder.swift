import Foundation
import GraphModel
import GraphStore

@testable import Indexer

/// A folder with documents and a store, which goes when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appending(path: "indexer-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func delete(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// An indexer of the folder's store.
  func indexer(_ reader: SimpleReader = SimpleReader(), store: String = ".quipu") -> Indexer {
    Indexer(store: store, workingFolder: path) { _ throws(IndexerError) in reader }
  }

  /// What the store holds, to read.
  func snapshot() throws -> GraphSnapshot {
    try GraphStore.open(at: path + "/.quipu", access: .readOnly).snapshot()
  }

  /// What the store holds.
  func graph(store: String = ".quipu") throws -> StatementGraph {
    let snapshot = try GraphStore.open(at: path + "/" + store, access: .readOnly).snapshot()
    var documents: [SourceDocument] = []
    var entities: [Entity] = []
    var statements: [Statement] = []
    try snapshot.forEachDocument { documents.append($0) }
    try snapshot.forEachEntity { entities.append($0) }
    try snapshot.forEachStatement { statements.append($0) }
    return StatementGraph(documents: documents, entities: entities, statements: statements)
  }

  /// The bytes of the store's files.
  func storeBytes() throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path + "/.quipu")
    where !name.contains("lock") {
      result[name] = try Data(contentsOf: URL(filePath: path + "/.quipu/" + name))
    }
    return result
  }
}

/// A graph in words: one line a statement, `subject predicate object` and its documents.
func lines(_ graph: StatementGraph) -> [String] {
  graph.statements.map { statement in
    var object = "?"
    if case .entity(let id) = statement.content.object { object = graph.entity(id)?.label ?? "?" }
    let subject = graph.entity(statement.content.subject)?.label ?? "?"
    let names = statement.evidence.map { graph.document($0.document)?.name ?? "?" }
    return
      "\(subject) \(statement.content.predicate.label) \(object) [\(names.joined(separator: " "))]"
  }.sorted()
}
