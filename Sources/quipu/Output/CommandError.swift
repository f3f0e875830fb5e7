import GraphStore
import Indexer

/// Everything that can end the command early.
enum CommandError: Error {
  case usage(UsageError)
  case noStore(String)
  case store(StoreError)
  case indexer(IndexerError)
  case unreadable(path: String, code: Int32)
  case unwritable(path: String, code: Int32)
  case noSuchEntity(String, near: [String])
  case noSuchStatement(String)
  case noSuchDocument(String, near: [String])
  case badPattern(String)
  case unknownFormat(String, choices: [String], suggestion: String?)
  case archiveOnTerminal(String)
  case annotation(String)
  case unexpected(String)
}
