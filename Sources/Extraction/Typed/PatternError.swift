public import Schema

/// Why a wording pattern of the vocabulary cannot be used.
public struct PatternError: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    /// Something else was expected here.
    case expected(String, found: String)
    /// The vocabulary has no such class.
    case unknownClass(String, suggestion: String?)
    /// There is no such role; prepositions are roles too.
    case unknownRole(String, suggestion: String?)
    /// There is no such part of speech.
    case unknownKind(String, suggestion: String?)
    /// A capture is neither `S`, `O`, `S&O` nor a lower-case word.
    case unknownCapture(String)
    /// `S` or `O` is captured twice, or not at all.
    case captured(String, times: Int)
    /// `S&O` stands in a relation that is not symmetric.
    case pairInDirectedRelation(String)
    /// The vocabulary has more classes than a matcher can hold.
    case tooManyClasses(limit: Int)
  }

  /// What is wrong.
  public let problem: Problem
  /// The relation that the pattern belongs to.
  public let relation: String
  /// The rule's name.
  public let rule: String
  /// The vocabulary's file; `nil` for the embedded one.
  public let file: String?
  /// Where it stands in the file, or in the pattern (line 1) if the file's text is not known.
  public let position: SourcePosition

  /// Creates an error.
  public init(
    problem: Problem, relation: String, rule: String, file: String?, position: SourcePosition
  ) {
    self.problem = problem
    self.relation = relation
    self.rule = rule
    self.file = file
    self.position = position
  }
}

/// A problem and the byte of the pattern at which it was seen.
struct PatternProblem: Error {
  var problem: PatternError.Problem
  var offset: Int
}
