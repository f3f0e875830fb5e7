import Extraction
import Schema

/// What is wrong with a vocabulary, and where.
public struct VocabularyProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The file is not valid Turtle; what the parser says.
    case syntax(String)
    /// A class is named that is not declared.
    case unknownClass(String, usedBy: String)
    /// A relation is named that is not declared.
    case unknownRelation(String, usedBy: String)
    /// Something lacks a property that it must have.
    case missing(property: String, of: String)
    /// A value is not what the property takes.
    case unexpectedValue(property: String, of: String)
    /// A property of ours is used that there is not.
    case unknownProperty(String, usedBy: String)
    /// Something is said to be of a kind that there is not.
    case unknownKind(String, usedBy: String)
    /// Classes are their own superclasses.
    case cycle([String])
    /// Two patterns have one rule name.
    case duplicateRule(String)
    /// There is no relation at all.
    case noRelations
    /// A pattern has something else where this is expected.
    case patternExpected(String, found: String, rule: String)
    /// A pattern uses a word that means nothing there: a class, a role, a kind of word, a capture.
    case patternUnknown(what: String, word: String, rule: String)
    /// A pattern captures `S` or `O` not exactly once.
    case patternCaptures(String, times: Int, rule: String)
    /// A pattern captures `S&O` in a relation that is not symmetric.
    case patternPair(relation: String, rule: String)
    /// There are more classes than patterns can tell apart.
    case tooManyClasses(limit: Int)
    /// An example does not give its statement.
    case exampleMissed(relation: String, sentence: String, subject: String, object: String)
    /// A counter-example asserts its relation.
    case counterExampleAsserted(relation: String, sentence: String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The line, from 1, if it is known.
  public let line: Int?
  /// The column in code points, from 1, if it is known.
  public let column: Int?
  /// What may have been meant.
  public let suggestion: String?

  init(_ kind: Kind, at position: SourcePosition? = nil, suggestion: String? = nil) {
    self.kind = kind
    line = position?.line
    column = position?.column
    self.suggestion = suggestion
  }

  init(_ error: SchemaError) {
    switch error {
    case .syntax(let error):
      self.init(.syntax(SchemaError.detail(of: error)), at: SchemaError.position(of: error))
    case .unknownClass(let name, let user, let suggestion, let position):
      self.init(.unknownClass(name, usedBy: user), at: position, suggestion: suggestion)
    case .unknownRelation(let name, let user, let suggestion, let position):
      self.init(.unknownRelation(name, usedBy: user), at: position, suggestion: suggestion)
    case .missing(let property, let owner, let position):
      self.init(.missing(property: property, of: owner), at: position)
    case .unexpectedValue(let property, let owner, let position):
      self.init(.unexpectedValue(property: property, of: owner), at: position)
    case .unknownProperty(let name, let user, let suggestion, let position):
      self.init(.unknownProperty(name, usedBy: user), at: position, suggestion: suggestion)
    case .unknownKind(let name, let user, let suggestion, let position):
      self.init(.unknownKind(name, usedBy: user), at: position, suggestion: suggestion)
    case .cycle(let classes, let position): self.init(.cycle(classes), at: position)
    case .duplicateRule(let name, let position): self.init(.duplicateRule(name), at: position)
    case .empty: self.init(.noRelations, at: SourcePosition(line: 1, column: 1))
    }
  }

  init(_ error: PatternError) {
    let (position, rule) = (error.position, error.rule)
    switch error.problem {
    case .expected(let wanted, let found):
      self.init(.patternExpected(wanted, found: found, rule: rule), at: position)
    case .unknownClass(let word, let suggestion):
      self.init(
        .patternUnknown(what: "class", word: word, rule: rule), at: position,
        suggestion: suggestion)
    case .unknownRole(let word, let suggestion):
      self.init(
        .patternUnknown(what: "role", word: word, rule: rule), at: position,
        suggestion: suggestion)
    case .unknownKind(let word, let suggestion):
      self.init(
        .patternUnknown(what: "kind of word", word: word, rule: rule), at: position,
        suggestion: suggestion)
    case .unknownCapture(let word):
      self.init(.patternUnknown(what: "capture", word: word, rule: rule), at: position)
    case .captured(let word, let times):
      self.init(.patternCaptures(word, times: times, rule: rule), at: position)
    case .pairInDirectedRelation(let relation):
      self.init(.patternPair(relation: relation, rule: rule), at: position)
    case .tooManyClasses(let limit):
      self.init(.tooManyClasses(limit: limit), at: SourcePosition(line: 1, column: 1))
    }
  }
}
