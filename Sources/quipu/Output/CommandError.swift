import GraphFormats
import GraphStore
import Indexer
import SPARQL

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
  case querySyntax(QuerySyntaxError, file: String?)
  case queryFailed(QueryError)
  case updateFailed(UpdateError)
  case unknownFormat(String, choices: [String], suggestion: String?)
  case archiveOnTerminal(String)
  case notCanonical(String)
  case canonicalization(CanonicalizationError, file: String)
  case badRDF(SyntaxError, file: String)
  case badNames(GazetteerProblem)
  case annotation(String)
  case unusableInput(BuildFailure)
  case noSuchRelation(String, near: String?)
  case badGold(path: String, line: Int)
  case unexpected(String)
}
