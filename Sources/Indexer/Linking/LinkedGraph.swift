import GraphModel
import GraphStore

/// A document as linking needs it.
struct LinkableDocument: Sendable {
  /// The document.
  let id: DocumentID
  /// The clean text, in UTF-8.
  let text: [UInt8]
  /// What was extracted.
  let record: ExtractionRecord
}

/// The graph that a set of records gives.
struct LinkedGraph: Hashable, Sendable {
  /// The entities that statements speak of, by identifier.
  var entities: [Entity] = []
  /// The statements, by identifier.
  var statements: [Statement] = []
  /// How many claims were left out because a quote did not equal the text at its place.
  var mismatched = 0
  /// For each document that is a near copy of others, the first of them.
  var copies: [DocumentID: DocumentID] = [:]
  /// Entities that may be known things, the likeliest first.
  var proposals: [MatchProposal] = []

  /// Writes the graph in place of the old one, with the mark that it is current.
  func write(in transaction: WriteTransaction) throws {
    try transaction.replaceGraph(entities: entities, statements: statements)
    try transaction.setMetadata(StoreCatalog.Key.graph, StoreCatalog.graphMark)
    try transaction.setMetadata(
      StoreCatalog.Key.copies, copies.isEmpty ? nil : CopyTable.encode(copies))
    try transaction.setMetadata(StoreCatalog.Key.proposals, ProposalTable.encode(proposals))
  }
}

/// The bytes in which a store keeps which documents are copies of which.
enum CopyTable {
  /// The bytes of a table; equal tables give equal bytes.
  static func encode(_ copies: [DocumentID: DocumentID]) -> [UInt8] {
    var writer = RecordWriter()
    writer.put(copies.count)
    for (id, first) in copies.sorted(by: { $0.key < $1.key }) {
      writer.put(id.value)
      writer.put(first.value)
    }
    return writer.bytes()
  }

  /// The table in some bytes; empty if they hold none.
  static func decode(_ bytes: [UInt8]) -> [DocumentID: DocumentID] {
    do throws(RecordError) {
      var copies: [DocumentID: DocumentID] = [:]
      var reader = try RecordReader(bytes[...])
      for _ in 0..<(try reader.count()) {
        let id = DocumentID(try reader.text())
        copies[id] = DocumentID(try reader.text())
      }
      return copies
    } catch {
      return [:]
    }
  }
}
