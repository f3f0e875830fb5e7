public import GraphModel

/// Something in a store that is not as it should be.
public enum StoreProblem: Hashable, Sendable {
  /// A value cannot be read; the table and what is wrong.
  case damaged(table: String, detail: String)
  /// An index is not what the documents, entities and statements give; how many of its entries
  /// are missing, wrong or too many.
  case indexDiffers(table: String, entries: Int)
  /// The quote is not the text at its place.
  case quoteDiffers(StatementID, Evidence)
  /// The words of a subject or object are not the text at their place.
  case mentionDiffers(StatementID, Evidence, MentionText)
  /// The evidence names a document that the store has not.
  case missingDocument(StatementID, Evidence)
  /// A statement speaks of an entity that the store has not.
  case missingEntity(StatementID, EntityID)
}

/// A piece of evidence of a statement.
struct EvidencePlace: Hashable {
  let statement: StatementID
  let evidence: Evidence
}

extension StoreProblem {
  /// The evidence that must not be written, if that is the problem.
  var evidence: EvidencePlace? {
    switch self {
    case .quoteDiffers(let id, let evidence), .missingDocument(let id, let evidence):
      EvidencePlace(statement: id, evidence: evidence)
    default: nil
    }
  }
}
