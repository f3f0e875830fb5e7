/// Why a store cannot be opened, read or written.
///
/// The words that a user sees are made by the command.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store at the path.
  case notFound(path: String)
  /// The folder holds something that is not a store, or a damaged one; what is wrong.
  case damaged(path: String, detail: String)
  /// The store was written in another format.
  case version(path: String, found: Int, expected: Int)
  /// Another process, or another thread of this one, is writing.
  case lockedByWriter(path: String)
  /// The store was opened for reading only, or its medium allows no more.
  case readOnly(path: String)
  /// The medium is full (LMDB says EIO, and so may a broken disk).
  case mediumFull(path: String)
  /// The store outgrew the address space reserved for it while a snapshot was in use; let the
  /// snapshots of this process go and try again.
  case outgrown(path: String)
  /// More snapshots are open, in all processes together, than the store has places for.
  case tooManySnapshots(path: String)
  /// A document was given whose sentences do not lie in its text, or are not as many as it says.
  case invalidDocument(name: String)
  /// A metadata key that is empty or longer than 400 bytes.
  case invalidKey(String)
  /// A term whose datatype or language tag holds a zero byte, or a triple term where none may be;
  /// the name in question.
  case invalidTerm(String)
  /// A write transaction was used after its end.
  case transactionEnded(path: String)
  /// The operating system or LMDB refused; the call and its error number.
  case system(call: String, code: Int32, path: String)
}
