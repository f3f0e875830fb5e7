public import GraphModel

/// The vocabulary in force: classes and relations, and the wordings that evoke them.
public struct Schema: Sendable {
  /// The relations, by identifier.
  public let relations: [Relation]
  /// The classes, by local name, each with its direct superclasses.
  public let superclasses: [String: [String]]

  /// Creates a vocabulary.
  public init(relations: [Relation], superclasses: [String: [String]]) {
    self.relations = relations.sorted { $0.name < $1.name }
    self.superclasses = superclasses
  }
}

/// A typed relation of the vocabulary.
public struct Relation: Hashable, Sendable {
  /// The local name: `investedIn`.
  public let name: String
  /// The words to show: "invested in".
  public let label: String
  /// Local names of the classes that the subject may have; empty allows any.
  public let domain: [String]
  /// Local names of the classes that the object may have (or `xsd:…`); empty allows any.
  public let range: [String]
  /// The local name of the inverse relation, if there is one.
  public let inverse: String?
  /// Whether it holds both ways.
  public let isSymmetric: Bool
  /// Whether a subject has at most one object.
  public let isFunctional: Bool
  /// The wording patterns that evoke it, as they are written in the vocabulary.
  public let patterns: [Pattern]

  /// A wording pattern and the name of the rule that it makes.
  public struct Pattern: Hashable, Sendable {
    /// The rule's name: `invest/raise-from`.
    public let rule: String
    /// The pattern's text.
    public let text: String

    /// Creates a pattern.
    public init(rule: String, text: String) {
      self.rule = rule
      self.text = text
    }
  }

  /// Creates a relation.
  public init(
    name: String, label: String, domain: [String], range: [String], inverse: String?,
    isSymmetric: Bool, isFunctional: Bool, patterns: [Pattern]
  ) {
    self.name = name
    self.label = label
    self.domain = domain
    self.range = range
    self.inverse = inverse
    self.isSymmetric = isSymmetric
    self.isFunctional = isFunctional
    self.patterns = patterns
  }
}
