public import Extraction
public import GraphModel

/// What is known of one thing in one document, gathered from its mentions.
public struct LocalEntity: Hashable, Sendable {
  /// The fullest name, or the phrase for an unnamed thing.
  public var label: String
  /// Every name found, with how often, sorted by name.
  public var names: [String: Int]
  /// Local name of the class, or `nil` if unknown.
  public var type: String?
  /// Whether it has a proper name.
  public var isNamed: Bool
  /// Gender, as far as names, titles and pronouns tell.
  public var gender: Mention.Gender
  /// Singular or plural.
  public var number: Mention.Number

  /// Creates a local entity.
  public init(
    label: String, names: [String: Int], type: String?, isNamed: Bool, gender: Mention.Gender,
    number: Mention.Number
  ) {
    self.label = label
    self.names = names
    self.type = type
    self.isNamed = isNamed
    self.gender = gender
    self.number = number
  }
}

/// The things of one document: the first half of resolution.
public struct LocalResolution: Hashable, Sendable {
  /// The things, in order of first mention.
  public let entities: [LocalEntity]
  /// For each mention of the document, the index of its thing.
  public let entityOfMention: [Int]

  /// Creates the resolution of a document.
  public init(entities: [LocalEntity], entityOfMention: [Int]) {
    self.entities = entities
    self.entityOfMention = entityOfMention
  }
}

/// The things of all documents: the second half of resolution.
public struct GlobalResolution: Sendable {
  /// The entities, by identifier.
  public let entities: [Entity]
  /// For each document and each of its local entities, the index of its entity.
  public let entityOfLocal: [[Int]]

  /// Creates the resolution of a set of documents.
  public init(entities: [Entity], entityOfLocal: [[Int]]) {
    self.entities = entities
    self.entityOfLocal = entityOfLocal
  }
}
