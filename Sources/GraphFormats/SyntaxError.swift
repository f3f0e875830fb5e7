/// A place where a file breaks the rules of its format, and what the rules allow there.
public struct SyntaxError: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int
  /// The place in bytes, from 0.
  public let byteOffset: Int
  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong in a file.
  public enum Problem: Hashable, Sendable {
    /// The rules allow only this here.
    case expected(Expectation)
    /// The prefix was not declared.
    case unknownPrefix(String)
    /// The IRI is relative and there is no base to resolve it against.
    case relativeIRI(String)
    /// The datatype needs a language tag, which the literal lacks.
    case datatypeWithoutLanguage
    /// The bytes are not UTF-8.
    case notUTF8
    /// A string, IRI or bracket that starts here does not end.
    case unterminated(Expectation)
    /// Brackets are nested more deeply than this number.
    case nestedTooDeeply(limit: Int)
    /// An object has this name already.
    case duplicateMember(String)
    /// The number is too large for a double.
    case numberOutOfRange(String)
    /// The JSON breaks the rules of JSON-LD.
    case jsonLD(JSONLDError)
    /// The XML is broken, in the words of its parser.
    case notWellFormed(String)
    /// The XML declares an entity that is not inside the document.
    case externalEntity
    /// An element or attribute of this name may not stand here.
    case notAllowed(String)
    /// Text stands where only elements may.
    case strayText
    /// An `rdf:ID` is not a name of XML.
    case notAName(String)
    /// The document has this `rdf:ID` already.
    case duplicateID(String)
    /// A triple term holds another number of triples than one.
    case notOneTriple(count: Int)
  }

  /// Parts of a file's grammar, named as a reader would name them.
  public enum Expectation: String, Hashable, Sendable, CaseIterable {
    case subject
    case predicate
    case object
    case iri = "IRI"
    case iriCharacter = "character that an IRI may hold"
    case prefixName = "prefix that ends in ':'"
    case blankNodeLabel = "blank node label"
    case string
    case escape = "escape sequence"
    case languageTag = "language tag"
    case number
    case datatype
    case direction = "'ltr' or 'rtl'"
    case version = "version in quotes"
    case graph = "graph name or '{'"
    case directive = "'@prefix', '@base' or '@version'"
    case dot = "'.'"
    case dotOrBrace = "'.' or '}'"
    case closingBracket = "']'"
    case closingParenthesis = "')'"
    case closingBrace = "'}'"
    case closingAngles = "'>>'"
    case closingTripleTerm = "')>>'"
    case closingAnnotation = "'|}'"
    case lineEnd = "end of line"
    case jsonValue = "JSON value"
    case memberName = "member name in double quotes"
    case stringCharacter = "'\\' before a control character"
    case surrogatePair = "whole surrogate pair"
    case colon = "':'"
    case commaOrBrace = "',' or '}'"
    case commaOrBracket = "',' or ']'"
    case array
    case endOfFile = "end of the file"
  }

  /// Creates an error at a place.
  init(_ problem: Problem, at position: Position, byteOffset: Int) {
    line = position.line
    column = position.column
    self.byteOffset = byteOffset
    self.problem = problem
  }
}
