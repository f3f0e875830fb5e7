/// A thing that statements speak of.
public struct Entity: Hashable, Sendable {
  /// The identifier.
  public let id: EntityID
  /// The name to show: the fullest name found, or the phrase for an unnamed thing.
  public let label: String
  /// Local names of its classes in the vocabulary, such as `Organization`; sorted, never empty.
  public let types: [String]
  /// Other names found in the documents, sorted, without the label.
  public let aliases: [String]
  /// Whether it has a proper name; an unnamed thing is known by a phrase ("worried employees").
  public let isNamed: Bool
  /// Identifiers of things that turned out to be this one: they still lead here; sorted.
  public var formerIDs: [EntityID]
  /// The known things that it was recognised as, at most one of a list; by list.
  public var exactMatches: [ExactMatch]

  /// Creates an entity.
  public init(
    id: EntityID, label: String, types: [String], aliases: [String] = [], isNamed: Bool,
    formerIDs: [EntityID] = [], exactMatches: [ExactMatch] = []
  ) {
    self.id = id
    self.label = label
    self.types = types
    self.aliases = aliases
    self.isNamed = isNamed
    self.formerIDs = formerIDs
    self.exactMatches = exactMatches
  }
}
