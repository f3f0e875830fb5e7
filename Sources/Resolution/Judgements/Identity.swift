public import GraphModel

/// What a thing is known by before it is joined with others: its class, its name's key, and what
/// sets it apart from things with the same.
///
/// Judgements speak of identities, for these come from the documents alone: an entity's identifier
/// may change when a fuller name turns up, its identities stay.
public struct Identity: Hashable, Sendable, Comparable {
  /// Local name of the class; empty if unknown or if the thing has no name.
  public let type: String
  /// The name's key, or the phrase of an unnamed thing.
  public let key: String
  /// A gender, a document, a place in a document, or nothing.
  public let distinction: String

  /// Creates an identity.
  public init(type: String, key: String, distinction: String) {
    self.type = type
    self.key = key
    self.distinction = distinction
  }

  /// Whether one comes before another: by key, class, distinction.
  public static func < (a: Identity, b: Identity) -> Bool {
    (a.key, a.type, a.distinction) < (b.key, b.type, b.distinction)
  }

  /// Whether a name, as a thing of this class, has this key.
  public func isNamed(_ name: String) -> Bool {
    NameForm(name, type: type.isEmpty ? nil : type).key == key
  }

  /// What an entity may be known by, as far as its names and classes tell: without distinctions.
  public static func names(of entity: Entity) -> Set<Identity> {
    var result: Set<Identity> = []
    for name in [entity.label] + entity.aliases {
      for type in entity.types {
        let known = type == EntityType.thing ? nil : type
        let key = entity.isNamed ? NameForm(name, type: known).key : name.lowercased()
        result.insert(
          Identity(type: entity.isNamed ? known ?? "" : "", key: key, distinction: ""))
      }
    }
    return result
  }

  /// The same without what sets it apart.
  public var withoutDistinction: Identity { Identity(type: type, key: key, distinction: "") }

  /// The identity of an unnamed thing of a document.
  static func unnamed(_ local: LocalEntity, in document: DocumentID) -> Identity {
    local.scope == .corpus
      ? Identity(type: "", key: local.phrase, distinction: "concept")
      : Identity(type: "", key: local.phrase, distinction: place(of: local, in: document))
  }

  /// What sets a thing of one document apart from all others: where it is first spoken of.
  static func place(of local: LocalEntity, in document: DocumentID) -> String {
    document.value + "#" + String(local.offset)
  }
}
