public import GraphModel

/// A typed relation of the vocabulary.
public struct Relation: Hashable, Sendable {
  /// The local name: `investedIn`.
  public let name: String
  /// The words to show: "invested in".
  public let label: String
  /// One sentence on what it says.
  public let comment: String?
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
  /// Properties of other vocabularies that are the same, sorted.
  public let mappings: [IRI]
  /// The FollowTheMoney schema or property that comes nearest: `Ownership`.
  public let followTheMoney: String?
  /// Sentences that must give the relation, by sentence.
  public let examples: [Example]
  /// Sentences that must not give it, sorted.
  public let counterExamples: [String]

  /// A wording pattern and the name of the rule that it makes.
  public struct Pattern: Hashable, Sendable {
    /// The rule's name: `invest/raise-from`.
    public let rule: String
    /// The pattern's text.
    public let text: String
    /// Where the text stands in the vocabulary's file, if that is known.
    public let position: SourcePosition?

    /// Creates a pattern.
    public init(rule: String, text: String, position: SourcePosition? = nil) {
      self.rule = rule
      self.text = text
      self.position = position
    }
  }

  /// A sentence and the statement that it must give.
  public struct Example: Hashable, Sendable {
    /// The sentence.
    public let sentence: String
    /// Words of the subject, as they stand in the sentence.
    public let subject: String
    /// Words of the object, as they stand in the sentence.
    public let object: String

    /// Creates an example.
    public init(sentence: String, subject: String, object: String) {
      self.sentence = sentence
      self.subject = subject
      self.object = object
    }
  }

  /// Creates a relation.
  public init(
    name: String, label: String, comment: String? = nil, domain: [String], range: [String],
    inverse: String?, isSymmetric: Bool, isFunctional: Bool, patterns: [Pattern],
    mappings: [IRI] = [], followTheMoney: String? = nil, examples: [Example] = [],
    counterExamples: [String] = []
  ) {
    self.name = name
    self.label = label
    self.comment = comment
    self.domain = domain
    self.range = range
    self.inverse = inverse
    self.isSymmetric = isSymmetric
    self.isFunctional = isFunctional
    self.patterns = patterns
    self.mappings = mappings
    self.followTheMoney = followTheMoney
    self.examples = examples
    self.counterExamples = counterExamples
  }
}

/// A place in a text file.
public struct SourcePosition: Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The column in code points, counted from 1.
  public let column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
