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
  // Quads: the terms that are new to the dictionary, and counts.
  case newTerms
  case newTermIDs
  case predicateCounts
  case graphCounts
  // Quads: the dictionary, the orders, and the orders of triple terms by what is inside, in two
  // sets of which one is in force; a load fills the other.
  case dictionaryA
  case spogA, posgA, ospgA, psogA, gspoA
  case insideA, insideSPOA, insidePOSA, insideOSPA
  case dictionaryB
  case spogB, posgB, ospgB, psogB, gspoB
  case insideB, insideSPOB, insidePOSB, insideOSPB

  /// The name of the table in the LMDB file.
  var name: String { "\(self)" }

  /// The tables that ``WriteTransaction/replaceGraph(entities:statements:)`` rewrites.
  static let derived: [Table] = allCases.filter {
    (Table.entities.rawValue...Table.sentenceDocuments.rawValue).contains($0.rawValue)
  }
}
