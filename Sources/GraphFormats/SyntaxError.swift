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
    /// The bytes are not UTF-8.
    case notUTF8
    /// A string, IRI or bracket that starts here does not end.
    case unterminated(Expectation)
    /// Brackets are nested more deeply than this number.
    case nestedTooDeeply(limit: Int)
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
    case directive = "'@prefix' or '@base'"
    case dot = "'.'"
    case closingBracket = "']'"
    case closingParenthesis = "')'"
    case lineEnd = "end of line"
  }

  /// Creates an error at a place in some bytes.
  ///
  /// - Complexity: O(*n*) in the offset, to count lines and code points.
  init(_ problem: Problem, at offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    var index = 0
    let end = min(offset, bytes.count)
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !Self.isLF(bytes, index + 1))
      {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
      index += 1
    }
    self.line = line
    self.column = column
    byteOffset = offset
    self.problem = problem
  }

  private static func isLF(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: "\n")
  }
}
