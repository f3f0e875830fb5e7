import GraphFormats
import GraphModel
import GraphStore
import SPARQL

/// The statements, entities and documents of a store as RDF, in the default graph of its quads.
///
/// It is the graph of `quipu export -f turtle`. It is written when the first query asks for it
/// after the statements changed, and read from then on; named graphs beside it are the user's.
enum GraphDescription {
  /// The quads to ask, and the statements that they describe.
  ///
  /// The quads are those of the store, brought up to date first. A store that cannot be written now
  /// is described in memory instead.
  static func source(
    at path: String
  ) throws -> (quads: any QuadSource, evidence: any EvidenceSource) {
    var snapshot = try GraphStore.open(at: path, access: .readOnly).snapshot()
    if try snapshot.metadata(describedKey) == nil {
      do {
        snapshot = try upToDate(try GraphStore.open(at: path, access: .readWrite))
      } catch let error as StoreError {
        switch error {
        case .readOnly, .lockedByWriter, .mediumFull: return (try inMemory(snapshot), snapshot)
        default: throw error
        }
      }
    }
    return (try snapshot.quads(), snapshot)
  }

  /// Brings the description up to date, in one step or not at all, and gives the store as it is then.
  @discardableResult
  static func upToDate(_ store: GraphStore) throws -> GraphSnapshot {
    while true {
      let snapshot = try store.snapshot()
      if try snapshot.metadata(describedKey) != nil { return snapshot }
      do {
        try describe(store, isImport: snapshot.metadata(ImportedGraph.key) != nil)
      } catch is Changed {}
    }
  }

  /// The store changed between a look at it and the right to write.
  private struct Changed: Error {}

  /// Puts the description into the default graph; `isImport` tells that what is there was imported
  /// before there were documents, and is to keep a graph of its own.
  private static func describe(_ store: GraphStore, isImport: Bool) throws {
    try store.load(
      defaultGraph: isImport ? .moved(to: ImportedGraph.name) : .replaced,
      metadata: [LoadMetadata(describedKey, [1]), LoadMetadata(ImportedGraph.key, nil)]
    ) { loader in
      // Now that nobody else writes, this is what the description must be of.
      let snapshot = try store.snapshot()
      let isDescribed = try snapshot.metadata(describedKey) != nil
      guard !isDescribed, try (snapshot.metadata(ImportedGraph.key) != nil) == isImport else {
        throw Changed()
      }
      // Two threads, of which each meets what both describe once, do it in little more than half.
      try loader.concurrently(parts: 2) { loader, part in
        try RDFStatementWriter.describe(snapshot.part(part, of: 2), into: loader)
      }
    }
  }

  /// The key under which the store notes that the description is that of its statements.
  private static let describedKey = WriteTransaction.describedKey

  private static func inMemory(_ snapshot: GraphSnapshot) throws -> any QuadSource {
    let dataset = MemoryDataset()
    try RDFStatementWriter.describe(snapshot, into: DatasetSink(dataset))
    let quads = try snapshot.quads()
    for graph in try quads.statistics().graphs {
      let key = EncodedQuad(.defaultGraph, .defaultGraph, .defaultGraph, graph: graph)
      let cursor = try quads.cursor(.gspo, key: key, bound: 1)
      guard let name = try quads.term(of: graph) else { continue }
      var batch = QuadBatch()
      while try cursor.next(into: &batch, limit: 4096) > 0 {
        for place in 0..<batch.count {
          let ids = [batch.subjects[place], batch.predicates[place], batch.objects[place]]
          let terms = try ids.compactMap { try quads.term(of: TermID(rawValue: $0)) }
          if let quad = Quad(terms, graph: name) { dataset.insert(quad) }
        }
        batch.removeAll()
      }
    }
    return dataset
  }
}

extension Quad {
  /// The quad of three terms in a named graph, or `nil` if one is not allowed in its place.
  fileprivate init?(_ terms: [Term], graph: Term) {
    guard terms.count == 3, let subject = Subject(terms[0]), case .iri(let predicate) = terms[1],
      let name = Subject(graph)
    else { return nil }
    self.init(Triple(subject, predicate, terms[2]), graph: name)
  }
}

extension Subject {
  /// The term as a subject, or `nil` for a literal or triple term.
  fileprivate init?(_ term: Term) {
    switch term {
    case .iri(let iri): self = .iri(iri)
    case .blank(let label): self = .blank(label)
    default: return nil
    }
  }
}

/// Adds quads to a dataset in memory.
private final class DatasetSink: QuadSink {
  private let dataset: MemoryDataset

  init(_ dataset: MemoryDataset) { self.dataset = dataset }

  func quad(_ quad: QuadBytes) { if let quad = Quad(quad) { dataset.insert(quad) } }
}
