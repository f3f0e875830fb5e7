import GraphModel
import GraphStore
import Indexer

/// How many sources a statement has that do not repeat each other.
struct IndependentSources {
  private let copies: [DocumentID: DocumentID]

  /// Reads which documents of a store are near copies of which.
  init(_ snapshot: GraphSnapshot) throws(StoreError) {
    copies = try Indexer.copies(in: snapshot)
  }

  /// The number of documents that a statement was read in, near copies counted once.
  func count(of statement: Statement) -> Int {
    Set(statement.evidence.map { copies[$0.document] ?? $0.document }).count
  }

  /// What is shown first: typed before open, more independent sources before fewer, then confidence.
  func rank(of statement: Statement) -> Double {
    (statement.content.predicate.isOpen ? 0 : 100) + Double(min(count(of: statement), 20))
      + statement.confidence
  }

  /// Statements, those with the highest rank first; of equal ones the smaller identifier.
  func ranked(_ statements: [Statement]) -> [Statement] {
    statements.map { (rank: rank(of: $0), statement: $0) }
      .sorted { ($1.rank, $0.statement.id) < ($0.rank, $1.statement.id) }
      .map(\.statement)
  }
}
