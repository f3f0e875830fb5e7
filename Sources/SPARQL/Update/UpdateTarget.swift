public import GraphModel

/// Quads that an update may change.
///
/// The update reads through ``source()`` and changes through the other methods; what it reads in
/// one operation does not show that operation's own changes. Whether all of it is kept or nothing,
/// when an operation fails, is for the target's owner to settle.
public protocol UpdateTarget: AnyObject {
  /// The quads as they are now.
  func source() throws -> any QuadSource
  /// Adds a quad, and tells whether it was new.
  @discardableResult
  func insert(_ quad: Quad) throws -> Bool
  /// Takes a quad away, and tells whether it was there.
  @discardableResult
  func remove(_ quad: Quad) throws -> Bool
  /// Takes every quad of a graph away; `nil` is the default graph.
  func clear(_ graph: IRI?) throws
  /// A label that no blank node here has.
  func newBlankLabel() -> String
}
