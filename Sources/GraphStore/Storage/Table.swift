/// The tables of a store; schema/store-format.md gives keys and values byte by byte.
enum Table: Int, CaseIterable {
  // What is known of the store itself.
  case meta
  // The source of truth, one entry a document.
  case documents
  case texts
  case sentences
  case records
  // Derived from the records; rewritten as a whole.
  case entities
  case entityIDs
  case statements
  case statementIDs
  case about
  case terms
  case spo
  case pos
  case osp
  case names
  case nameWords
  case words
  case sentenceDocuments

  /// The name of the table in the LMDB file.
  var name: String { "\(self)" }

  /// The tables that ``WriteTransaction/replaceGraph(entities:statements:)`` rewrites.
  static let derived: [Table] = allCases.filter { $0.rawValue >= Table.entities.rawValue }
}
