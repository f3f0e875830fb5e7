public import Extraction
public import GraphModel

/// What is known of one thing in one document, gathered from its mentions.
public struct LocalEntity: Hashable, Sendable {
  /// How far an unnamed thing reaches.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// It is the same thing wherever its name or phrase stands: a name, or a bare concept such as
    /// "human rights violations".
    case corpus
    /// It is known in its own document alone: "the company's founders", an unnamed source.
    case document
  }

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
  /// How far it reaches.
  public var scope: Scope
  /// For an unnamed thing, its phrase in lower case with the lemma of its head.
  public var phrase: String
  /// Where its first mention starts, in code points.
  public var offset: Int
  /// How phrases without a name describe it, sorted.
  public var descriptions: [Description]
  /// Whether it is spoken of where the document begins.
  public var isInLead = false
  /// What it does where the document begins, sorted, each once.
  public var roles: [EventRole] = []
  /// For a place, the code of the country that the document says it lies in ("Cambridge, Ohio").
  public var country: String?

  /// Creates a local entity.
  public init(
    label: String, names: [String: Int], type: String?, isNamed: Bool, gender: Mention.Gender,
    number: Mention.Number, scope: Scope = .corpus, phrase: String = "", offset: Int = 0,
    descriptions: [Description] = []
  ) {
    self.label = label
    self.names = names
    self.type = type
    self.isNamed = isNamed
    self.gender = gender
    self.number = number
    self.scope = scope
    self.phrase = phrase
    self.offset = offset
    self.descriptions = descriptions
  }
}

extension LocalEntity {
  /// Whether neither class nor gender tells it from another, as far as they are known.
  func agreesInKind(with other: LocalEntity) -> Bool {
    (type == nil || other.type == nil || type == other.type)
      && (gender == .unknown || other.gender == .unknown || gender == other.gender)
  }
}

/// The things of one document: the first half of resolution.
public struct LocalResolution: Hashable, Sendable {
  /// The things, in order of first mention.
  public internal(set) var entities: [LocalEntity]
  /// For each mention of the document, the index of its thing.
  public let entityOfMention: [Int]
  /// The content words of the phrases that the document begins with, sorted, each once.
  public let leadWords: [String]
  /// What the document begins with; the roles are those of the things.
  public let lead: Lead

  /// Creates the resolution of a document.
  public init(
    entities: [LocalEntity], entityOfMention: [Int], leadWords: [String] = [], lead: Lead = .none
  ) {
    self.entities = entities
    self.entityOfMention = entityOfMention
    self.leadWords = leadWords
    self.lead = lead
  }
}

/// The things of one document and the document they stand in: what global resolution reads.
public struct DocumentEntities: Hashable, Sendable {
  /// The document.
  public let document: DocumentID
  /// Its things.
  public let resolution: LocalResolution

  /// Creates the input of global resolution for one document.
  public init(document: DocumentID, resolution: LocalResolution) {
    self.document = document
    self.resolution = resolution
  }
}

/// The things of all documents: the second half of resolution.
public struct GlobalResolution: Hashable, Sendable {
  /// The entities, by identifier.
  public let entities: [Entity]
  /// For each document and each of its local entities, the index of its entity.
  public let entityOfLocal: [[Int]]
  /// For each entity, what it is known by: its fullest name first.
  public let identities: [[Identity]]
  /// The joints between identities, in the order in which they were made.
  public let links: [IdentityLink]

  /// Creates the resolution of a set of documents.
  public init(
    entities: [Entity], entityOfLocal: [[Int]], identities: [[Identity]],
    links: [IdentityLink] = []
  ) {
    self.entities = entities
    self.entityOfLocal = entityOfLocal
    self.identities = identities
    self.links = links
  }
}

/// Local names of the classes that resolution gives to entities.
public enum EntityType {
  /// A human being.
  public static let person = "Person"
  /// A company, agency, party, team or other body.
  public static let organization = "Organization"
  /// A country, city, region or other location.
  public static let place = "Place"
  /// A source that the text keeps unnamed.
  public static let unnamedSource = "UnnamedSource"
  /// Anything whose class is not known.
  public static let thing = "Thing"
}
