public import GraphModel
public import GraphStore

/// Why an indexer could not do what it was asked.
///
/// A single file that cannot be read is no such error: it is listed in ``BuildSummary/failed``. The
/// words that a user sees are made by the command.
public enum IndexerError: Error, Hashable, Sendable {
  /// The store cannot be opened, read or written.
  case store(StoreError)
  /// The embedded model cannot be used; what is wrong.
  case model(String)
  /// The vocabulary cannot be used; what is wrong, and where.
  case vocabulary(VocabularyProblem)
  /// The store has no document of this name.
  case unknownDocument(name: String)
  /// What the store keeps of a document cannot be read; build its file again.
  case damagedRecord(document: String)
  /// The journal of judgements in the store cannot be read.
  case damagedJournal
  /// The lists of known names in the store cannot be read.
  case damagedNames
  /// The store has no list of known names of this name; those it has.
  case unknownNames(String, lists: [String])
  /// The documents give no entity of this identifier.
  case unknownEntity(EntityID)
  /// Both sides of a judgement are one entity already.
  case alreadyOne(EntityID)
  /// The entity has no name of its own that can be split off; the names that can be.
  case noSuchPart(name: String, parts: [String])
  /// There is no judgement of this number in force, or none at all.
  case nothingToUndo(Int?)
  /// The system gave no thread; its error number.
  case threads(code: Int32)
  /// The system cannot watch folders; its error number.
  case watch(code: Int32)
  /// Pretokenised input is malformed: the line, counted from 1, and what is wrong.
  case conllu(line: Int, detail: String)
}
