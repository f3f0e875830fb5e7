import GraphModel

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
}
