public import GraphModel

/// An entity whose name fits what was looked for.
public struct EntityMatch: Hashable, Sendable {
  /// How well a name fits; the best comes first.
  public enum Kind: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// The name is what was looked for, but for case and accents.
    case exact
    /// The name starts with it.
    case prefix
    /// The name has all the words, the last one perhaps longer.
    case word
    /// The name has words that differ by a slip or two.
    case similar

    /// Whether one kind is better than another.
    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// The entity.
  public let entity: Entity
  /// The name that fits: the label or an alias.
  public let name: String
  /// How well it fits.
  public let kind: Kind
  /// The number of slips, 0 unless `kind` is `.similar`.
  public let distance: Int
  /// How many statements have the entity as subject, object, speaker or qualifier.
  public let statementCount: Int

  /// Creates a match.
  public init(entity: Entity, name: String, kind: Kind, distance: Int, statementCount: Int) {
    self.entity = entity
    self.name = name
    self.kind = kind
    self.distance = distance
    self.statementCount = statementCount
  }
}
