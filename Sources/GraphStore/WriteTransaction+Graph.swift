public import GraphModel

extension WriteTransaction {
  /// Replaces the graph: all entities, statements and indexes, the full text among them.
  ///
  /// What is stored is a pure function of the documents, entities and statements, in whatever
  /// order they come. A piece of evidence whose quote is not the text at its place is not
  /// written, nor is a statement without any other; they are returned.
  ///
  /// - Parameters:
  ///   - entities: The entities; of several with the same identifier the first is kept.
  ///   - statements: The statements; the evidence of equal ones is united.
  /// - Returns: What was refused, by document and statement; empty if the caller made no mistake.
  /// - Throws: ``StoreError/mediumFull(path:)`` or another fault of the file; nothing is then
  ///   changed, for the transaction cannot be committed.
  /// - Complexity: O(*n* log *n*) in time; the graph is held in memory.
  @discardableResult
  public func replaceGraph(
    entities: [Entity], statements: [Statement]
  ) throws(StoreError) -> [StoreProblem] {
    let reader = try reader
    let (sound, refused) = try EvidenceCheck(reader).sound(statements)
    for table in Table.derived { try clear(table) }
    try setMetadata(Self.describedKey, nil)
    let graph = DerivedGraph(entities: entities, statements: sound)
    var counts = try graph.emit { (table, key, value) throws(StoreError) in
      // A long identifier's key is a hash and may come out of order.
      try put(table, key, value, appending: table != .statementIDs)
    }
    let index = try reader.wordIndex()
    try index.emit { (table, key, value) throws(StoreError) in
      try put(table, key, value, appending: true)
    }
    counts.sentences = index.sentenceCount
    counts.words = index.wordCount
    try put(.meta, GraphCounts.key, counts.encoded)
    return refused
  }
}

extension WriteTransaction {
  /// The key under which a caller may note that it has described the graph, in quads or otherwise.
  ///
  /// Whenever the graph is replaced, the value is removed.
  public static let describedKey = "described"
}

extension TableReader {
  /// The full-text index of all documents.
  func wordIndex() throws(StoreError) -> WordIndex {
    var index = WordIndex()
    let cursor = try cursor(.texts)
    var entry = try cursor.first()
    while let found = entry {
      let id = DocumentID(String(decoding: found.key, as: UTF8.self))
      index.add(id, text: found.value, sentences: try sentences(id) ?? [])
      entry = try cursor.next()
    }
    return index
  }
}
