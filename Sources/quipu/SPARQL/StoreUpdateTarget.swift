import GraphModel
import GraphStore
import SPARQL

/// The named graphs of a store, which updates may change; the default graph only tells.
final class StoreUpdateTarget: UpdateTarget {
  /// The default graph describes the documents' statements and cannot be changed.
  struct DefaultGraphIsReadOnly: Error {}

  private let transaction: WriteTransaction
  private var labels = 0
  /// How many quads were given to be added and removed.
  private(set) var added = 0
  private(set) var removed = 0

  init(_ transaction: WriteTransaction) { self.transaction = transaction }

  func source() throws -> any QuadSource { try transaction.quads() }

  func add(_ quad: Quad) throws {
    guard quad.graph != nil else { throw DefaultGraphIsReadOnly() }
    try transaction.insert(quad)
    added += 1
  }

  func delete(_ quad: Quad) throws {
    guard quad.graph != nil else { throw DefaultGraphIsReadOnly() }
    try transaction.remove(quad)
    removed += 1
  }

  func clear(_ graph: IRI?) throws {
    guard let graph else { throw DefaultGraphIsReadOnly() }
    guard let name = try transaction.quads().id(of: .iri(graph)) else { return }
    try transaction.clear(graph: name)
  }

  func newBlankLabel() throws -> String {
    let quads = try transaction.quads()
    while true {
      labels += 1
      let label = "u\(labels)"
      if try quads.id(of: .blank(label)) == nil { return label }
    }
  }
}
