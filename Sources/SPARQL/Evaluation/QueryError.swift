public import GraphModel

/// Why a query had no answer, or no whole one.
public enum QueryError: Error, Sendable {
  /// It ran longer than it was allowed to.
  case timedOut(seconds: Double)
  /// It needed more memory than it was allowed to.
  case outOfMemory(limit: Int)
  /// It makes a text longer than this number of bytes.
  case textTooLong(limit: Int)
  /// The caller stopped it.
  case cancelled
  /// It asks another endpoint, which is not allowed here.
  case serviceForbidden(IRI?)
  /// The endpoint that it asks gave no answer, and why.
  case serviceFailed(IRI, any Error)
  /// A term's number that the source does not know: it is damaged.
  case unknownTerm(UInt64)
  /// The source failed.
  case source(any Error)
}
