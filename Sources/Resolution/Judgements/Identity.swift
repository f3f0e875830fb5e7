import GraphModel

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

  /// The identity of an unnamed thing of a document.
  static func unnamed(_ local: LocalEntity, in document: DocumentID) -> Identity {
    local.scope == .corpus
      ? Identity(type: "", key: local.phrase, distinction: "concept")
      : Identity(
        type: "", key: local.phrase, distinction: document.value + "#" + String(local.offset))
  }
}
