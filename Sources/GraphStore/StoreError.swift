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
  /// Another process is writing.
  case lockedByWriter(path: String)
  /// The medium is full (LMDB says EIO, and so may a broken disk).
  case mediumFull(path: String)
  /// The operating system refused; the call and its error number.
  case system(call: String, code: Int32, path: String)
}
