import CLMDB
public import GraphModel

/// Changes to a store that take effect together, given to the closure of `GraphStore.write`.
///
/// Bound to the thread of that closure. Reads see the transaction's own changes.
public final class WriteTransaction {
  private let environment: Environment
  private var transaction: OpaquePointer?
  /// Whether a change did not fit into the address space reserved for the file.
  private(set) var outgrewMap = false
  private var quadWriter: QuadWriter?

  init(_ environment: Environment) throws(StoreError) {
    self.environment = environment
    transaction = try environment.beginWrite()
  }

  func commit() throws(StoreError) {
    try quadWriter?.finish()
    guard let transaction else { throw .transactionEnded(path: environment.folder) }
    self.transaction = nil
    quadWriter?.end.hasEnded = true
    let code = mdb_txn_commit(transaction)
    environment.ended()
    try check(code, "mdb_txn_commit")
    try? environment.coverLostEnd()
  }

  func abort() {
    guard let transaction else { return }
    self.transaction = nil
    quadWriter?.end.hasEnded = true
    mdb_txn_abort(transaction)
    environment.ended()
  }

  /// The tables as this transaction sees them.
  var reader: TableReader {
    get throws(StoreError) {
      guard let transaction else { throw .transactionEnded(path: environment.folder) }
      return TableReader(transaction: transaction, environment: environment)
    }
  }

  /// Who collects this transaction's changes to the quads.
  func writer() throws(StoreError) -> QuadWriter {
    if let quadWriter { return quadWriter }
    let writer = try QuadWriter(self)
    quadWriter = writer
    return writer
  }

  func put(
    _ table: Table, _ key: [UInt8], _ sealed: [UInt8], appending: Bool = false
  ) throws(StoreError) {
    try sealed.withUnsafeBufferPointer { sealed throws(StoreError) -> Void in
      try put(table, key, UnsafeRawBufferPointer(sealed), appending: appending)
    }
  }

  func put(
    _ table: Table, _ key: [UInt8], _ sealed: UnsafeRawBufferPointer, appending: Bool = false
  ) throws(StoreError) {
    let reader = try reader
    try check(
      LMDB.put(
        reader.transaction, reader.number(of: table), key, sealed,
        flags: appending ? MDB_APPEND : 0), "mdb_put")
  }

  /// Deletes an entry and tells whether there was one.
  func delete(_ table: Table, _ key: [UInt8]) throws(StoreError) -> Bool {
    let reader = try reader
    let code = key.withUnsafeBytes { key in
      var key = MDB_val(key)
      return mdb_del(reader.transaction, reader.number(of: table), &key, nil)
    }
    if code == MDB_NOTFOUND { return false }
    try check(code, "mdb_del")
    return true
  }

  /// Empties a table.
  func clear(_ table: Table) throws(StoreError) {
    let reader = try reader
    try check(mdb_drop(reader.transaction, reader.number(of: table), 0), "mdb_drop")
  }

  private func check(_ code: Int32, _ call: String) throws(StoreError) {
    guard code != 0 else { return }
    if code == MDB_MAP_FULL { outgrewMap = true }
    throw StoreError.lmdb(code, call, environment.folder)
  }
}

/// Documents: what the graph is made from.
extension WriteTransaction {
  /// Adds a document, or replaces the one of the same name.
  ///
  /// The entities and statements stay as they are until ``replaceGraph(entities:statements:)``.
  ///
  /// - Parameters:
  ///   - document: What is known of it.
  ///   - text: Its clean text, UTF-8.
  ///   - sentences: Its sentences, as ranges of bytes of the text.
  ///   - record: What the caller keeps of it, returned as it is.
  /// - Throws: ``StoreError/invalidDocument(name:)`` if a sentence does not lie in the
  ///   text, or the document counts another number of sentences.
  public func put(
    _ document: SourceDocument, text: [UInt8], sentences: [Range<Int>], record: [UInt8]
  ) throws(StoreError) {
    guard document.sentenceCount == sentences.count,
      sentences.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= text.count })
    else { throw .invalidDocument(name: document.name) }
    let key = Array(document.id.value.utf8)
    var value = ByteWriter()
    value.document(document)
    value.seal()
    try put(.documents, key, value.bytes)
    value.reset()
    value.raw(text)
    value.seal()
    try put(.texts, key, value.bytes)
    value.reset()
    value.ranges(sentences)
    value.seal()
    try put(.sentences, key, value.bytes)
    value.reset()
    value.raw(record)
    value.seal()
    try put(.records, key, value.bytes)
  }

  /// Removes a document, its text and its record.
  ///
  /// - Returns: Whether there was such a document.
  @discardableResult
  public func remove(_ id: DocumentID) throws(StoreError) -> Bool {
    let key = Array(id.value.utf8)
    guard (1...511).contains(key.count) else { return false }
    let existed = try delete(.documents, key)
    for table in [Table.texts, .sentences, .records] { _ = try delete(table, key) }
    return existed
  }

  /// Keeps a value of the caller's under a key, or removes it if the value is `nil`.
  ///
  /// - Throws: ``StoreError/invalidKey(_:)`` if the key is empty or longer than 400 bytes.
  public func setMetadata(_ key: String, _ value: [UInt8]?) throws(StoreError) {
    guard (1...400).contains(key.utf8.count) else { throw .invalidKey(key) }
    guard let value else {
      _ = try delete(.meta, TableReader.metadataKey(key))
      return
    }
    var writer = ByteWriter()
    writer.raw(value)
    writer.seal()
    try put(.meta, TableReader.metadataKey(key), writer.bytes)
  }

  /// All documents, by name.
  public func documents() throws(StoreError) -> [SourceDocument] { try reader.documents() }

  /// The document with this identifier, or `nil`.
  public func document(_ id: DocumentID) throws(StoreError) -> SourceDocument? {
    try reader.document(id)
  }

  /// The document with this name, or `nil`.
  public func document(named name: String) throws(StoreError) -> SourceDocument? {
    try reader.document(DocumentID(name: name))
  }

  /// The record of a document, or `nil`.
  public func record(of id: DocumentID) throws(StoreError) -> [UInt8]? { try reader.record(id) }

  /// The clean text of a document, or `nil`.
  public func text(of id: DocumentID) throws(StoreError) -> [UInt8]? { try reader.text(id) }

  /// The sentences of a document as ranges of bytes of its text, or `nil`.
  public func sentences(of id: DocumentID) throws(StoreError) -> [Range<Int>]? {
    try reader.sentences(id)
  }

  /// What was kept under a key, or `nil`.
  public func metadata(_ key: String) throws(StoreError) -> [UInt8]? { try reader.metadata(key) }
}
