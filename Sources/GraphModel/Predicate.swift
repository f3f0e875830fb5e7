/// What a statement says of its subject: a relation of the vocabulary, or the text's own words.
public struct Predicate: Hashable, Sendable {
  /// `q:investedIn` for a relation of the vocabulary, `p:be-visiting` for an open one.
  public let id: String
  /// The words to show: "invested in", "be visiting".
  public let label: String

  /// Creates a relation of the vocabulary from its local name.
  public init(relation: String, label: String) {
    id = "q:" + relation
    self.label = label
  }

  /// Creates an open predicate from its lemmas: "be visiting" becomes `p:be-visiting`.
  public init(open label: String) {
    id = "p:" + Slug.make(label)
    self.label = label
  }

  /// Creates a predicate from stored parts.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }

  /// Whether the predicate is the text's own words and not a relation of the vocabulary.
  public var isOpen: Bool { id.hasPrefix("p:") }
}
