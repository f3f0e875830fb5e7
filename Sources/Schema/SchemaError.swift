public import GraphFormats

/// Why a vocabulary cannot be used.
public enum SchemaError: Error, Hashable, Sendable {
  /// The file is not valid Turtle.
  case syntax(SyntaxError)
  /// A class is named that the vocabulary does not declare.
  case unknownClass(name: String, usedBy: String, suggestion: String?, at: SourcePosition?)
  /// A relation is named that the vocabulary does not declare.
  case unknownRelation(name: String, usedBy: String, suggestion: String?, at: SourcePosition?)
  /// A class or relation lacks something that it must have: `rdfs:label`, `q:match`.
  case missing(property: String, of: String, at: SourcePosition?)
  /// A value is not what the property takes.
  case unexpectedValue(property: String, of: String, at: SourcePosition?)
  /// A property of ours is used that there is not: `q:patern`.
  case unknownProperty(name: String, usedBy: String, suggestion: String?, at: SourcePosition?)
  /// Something is said to be of a kind that there is not: `q:Relatoin`.
  case unknownKind(name: String, usedBy: String, suggestion: String?, at: SourcePosition?)
  /// A class is its own superclass, by way of the classes listed.
  case cycle(classes: [String], at: SourcePosition?)
  /// Two patterns have the same rule name.
  case duplicateRule(name: String, at: SourcePosition?)
  /// The vocabulary declares no relation at all.
  case empty
}
