public import GraphModel

/// Quads that an update may change.
///
/// The update reads through ``source()`` and changes through the other methods; what it reads in
/// one operation does not show that operation's own changes. Whether all of it is kept or nothing,
/// when an operation fails, is for the target's owner to settle.
public protocol UpdateTarget: AnyObject {
  /// The quads as they are now.
  func source() throws -> any QuadSource
  /// Adds a quad, if it is not there.
  func add(_ quad: Quad) throws
  /// Takes a quad away, if it is there.
  func delete(_ quad: Quad) throws
  /// Takes every quad of a graph away; `nil` is the default graph.
  func clear(_ graph: IRI?) throws
  /// A label that no blank node here has.
  func newBlankLabel() throws -> String
}
