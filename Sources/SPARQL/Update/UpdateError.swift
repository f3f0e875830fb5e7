public import GraphModel

/// Why an update was not carried out.
///
/// Operations before the one that failed have changed the target; its owner decides whether they stay.
public enum UpdateError: Error, Sendable {
  /// The pattern of an operation had no answer.
  case query(QueryError)
  /// There is no such graph: none of its quads.
  case noSuchGraph(IRI)
  /// The graph to create has quads already.
  case graphExists(IRI)
  /// `LOAD` is not allowed here.
  case loadForbidden(IRI)
  /// What `LOAD` names could not be read.
  case loadFailed(IRI, any Error)
  /// The target could not be read or changed.
  case target(any Error)
}
