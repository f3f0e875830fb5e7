import GraphModel

extension Statement {
  /// The predicate's words, marked where the statement is not a fact.
  ///
  /// A graph viewer shows the label and nothing else, so what is denied or merely possible must
  /// say so there: `denied: owns`, `possible: owns`.
  var markedLabel: String {
    let label = content.predicate.label
    if content.polarity == .negative {
      guard content.certainty != .certain else { return "denied: " + label }
      return "denied, " + content.certainty.rawValue + ": " + label
    }
    return content.certainty == .certain ? label : content.certainty.rawValue + ": " + label
  }

  /// The identifier of the node that stands for a literal object in graph formats.
  var valueNodeID: String { "v:" + id.value.dropFirst(2) }

  /// The qualifiers' words: "amount: about $2 billion; place: in Paris".
  var qualifierWords: String {
    content.qualifiers.map { $0.role + ": " + $0.text }.joined(separator: "; ")
  }

  /// Pieces of evidence beyond the first.
  var furtherEvidenceCount: Int { evidence.count - 1 }
}

extension Literal {
  /// What to show: the text's words, or the value if there are none.
  var shownText: String { text.isEmpty ? value : text }

  /// The datatype with its usual prefix: `xsd:decimal`.
  var shortDatatype: String {
    datatype.value.hasPrefix(XSD.namespace)
      ? "xsd:" + datatype.value.dropFirst(XSD.namespace.count) : datatype.value
  }
}

extension StatementSource {
  /// The entity with this identifier; one that shows its identifier if the source lacks it.
  func shownEntity(_ id: EntityID) throws -> Entity {
    try entity(id) ?? Entity(id: id, label: id.value, types: [], isNamed: false)
  }

  /// The name of a document; its identifier if the source lacks it.
  func documentName(_ id: DocumentID) throws -> String { try document(id)?.name ?? id.value }
}
