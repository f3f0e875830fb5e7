import CLMDB
public import GraphModel

/// A store as one commit left it; others may write meanwhile.
///
/// It may be used from several threads at once. Values are copied out of the file, so they stay
/// valid after the snapshot is gone.
public final class GraphSnapshot: StatementSource, TripleSource, @unchecked Sendable {
  // A read transaction of LMDB is bound to no thread (MDB_NOTLS). Reading changes it only on the
  // first use of a table, which the initialiser makes, so reads in parallel do not meet.
  let reader: TableReader
  private let lease: EnvironmentLease

  init(_ lease: EnvironmentLease) throws(StoreError) {
    self.lease = lease
    let environment = lease.environment
    reader = TableReader(transaction: try environment.beginRead(), environment: environment)
    for table in Table.allCases { _ = try reader.count(table) }
  }

  deinit {
    mdb_txn_abort(reader.transaction)
    reader.environment.ended()
  }

  /// What a caller of ``WriteTransaction/setMetadata(_:_:)`` kept under a key, or `nil`.
  public func metadata(_ key: String) throws(StoreError) -> [UInt8]? { try reader.metadata(key) }

  /// The record of a document, as it was put, or `nil` if there is no such document.
  public func record(of id: DocumentID) throws(StoreError) -> [UInt8]? { try reader.record(id) }

  /// The clean text of a document, or `nil` if there is no such document.
  public func text(of id: DocumentID) throws(StoreError) -> [UInt8]? { try reader.text(id) }

  /// The sentences of a document as ranges of bytes of its text, or `nil`.
  public func sentences(of id: DocumentID) throws(StoreError) -> [Range<Int>]? {
    try reader.sentences(id)
  }

  /// The document with this identifier, or `nil`.
  public func document(_ id: DocumentID) throws(StoreError) -> SourceDocument? {
    try reader.document(id)
  }

  /// The document with this name, or `nil`.
  public func document(named name: String) throws(StoreError) -> SourceDocument? {
    try reader.document(DocumentID(name: name))
  }

  /// Calls the closure with each document, by name.
  public func forEachDocument(_ body: (SourceDocument) throws -> Void) throws {
    for document in try reader.documents() { try body(document) }
  }

  /// The sizes of the store.
  public var counts: StoreCounts {
    get throws(StoreError) {
      let graph = try reader.graphCounts()
      return StoreCounts(
        documents: try reader.count(.documents), sentences: graph.sentences, words: graph.words,
        entities: try reader.count(.entities), namedEntities: graph.namedEntities,
        statements: try reader.count(.statements), assertedStatements: graph.asserted,
        evidence: graph.evidence, terms: graph.terms)
    }
  }
}

/// How much a store holds; everything but the documents is as of the last `replaceGraph`.
public struct StoreCounts: Hashable, Sendable {
  /// Documents.
  public let documents: Int
  /// Sentences of all documents.
  public let sentences: Int
  /// Words of all sentences.
  public let words: Int
  /// Entities, named or not.
  public let entities: Int
  /// Entities with a proper name.
  public let namedEntities: Int
  /// Statements, asserted or not.
  public let statements: Int
  /// Statements that are affirmed and certain.
  public let assertedStatements: Int
  /// Pieces of evidence.
  public let evidence: Int
  /// Distinct terms of the triples.
  public let terms: Int
}
