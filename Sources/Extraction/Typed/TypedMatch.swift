/// A typed relation found in a sentence, before the clause's polarity, certainty, speaker and time
/// are applied to it.
public struct TypedMatch: Hashable, Sendable {
  /// What stands in a place of a relation; all tokens are of the match's sentence.
  public enum Argument: Hashable, Sendable {
    /// A thing: its words and the token that heads them.
    case thing(tokens: Range<Int>, head: Int)
    /// An amount: an index into the document's amounts.
    case amount(Int)
    /// A time: an index into the document's times.
    case time(Int)
    /// Words that are a value themselves: a title, an allegation.
    case text(tokens: Range<Int>, head: Int)
  }

  /// A qualifier.
  public struct Detail: Hashable, Sendable {
    /// The capture's name: `amount`, `role`, `place`.
    public let role: String
    /// What it is.
    public let argument: Argument

    /// Creates a detail.
    public init(role: String, argument: Argument) {
      self.role = role
      self.argument = argument
    }
  }

  /// The local name of the relation.
  public let relation: String
  /// The name of the pattern's rule.
  public let rule: String
  /// The sentence's index in the document.
  public let sentence: Int
  /// The token that evokes the relation and heads the clause whose polarity, certainty, speaker
  /// and time apply: "acquire", or the "executive" of "is not the chief executive of".
  public let head: Int
  /// Whether the wording is taken for granted ("Xu Li, chief executive of SenseTime, …"), so that
  /// a negation or modal verb of the clause around it leaves it untouched.
  ///
  /// What is said of it in reported speech is still the speaker's.
  public let isPresupposed: Bool
  /// The thing that the relation is about.
  public let subject: Argument
  /// The other thing, or the value.
  public let object: Argument
  /// Qualifiers, in the order of the pattern.
  public let details: [Detail]
  /// The tokens that give the relation, ascending, without those of subject and object.
  public let words: [Int]
  /// The names of what adjectives of the sentence stand for, by token: "Japan" for "Japanese".
  public let adjectives: [Int: String]
  /// How far the tree can be trusted here, in 0...1: less where a subject was inherited, a class
  /// guessed or a pronoun resolved.
  public let confidence: Double

  /// Creates a match.
  public init(
    relation: String, rule: String, sentence: Int, head: Int, isPresupposed: Bool,
    subject: Argument, object: Argument, details: [Detail], words: [Int],
    adjectives: [Int: String] = [:], confidence: Double
  ) {
    self.relation = relation
    self.rule = rule
    self.sentence = sentence
    self.head = head
    self.isPresupposed = isPresupposed
    self.subject = subject
    self.object = object
    self.details = details
    self.words = words
    self.adjectives = adjectives
    self.confidence = confidence
  }
}
