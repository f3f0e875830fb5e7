/// A place where a query or update breaks SPARQL's rules.
public struct QuerySyntaxError: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int
  /// The place in bytes, from 0.
  public let byteOffset: Int
  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong in a query.
  public enum Problem: Hashable, Sendable {
    /// The grammar allows only this here; `found` is what stands there, `similar` are words that it
    /// may be a slip of.
    case expected(Expectation, found: Found, similar: [String])
    /// No function has this name; the names like it.
    case unknownFunction(String, similar: [String])
    /// The prefix is not declared; the declared or well-known ones like it.
    case unknownPrefix(String, similar: [String])
    /// A function has another number of arguments: at least, and at most.
    case argumentCount(function: String, minimum: Int, maximum: Int?, found: Int)
    /// The IRI is relative and there is no `BASE`.
    case relativeIRI(String)
    /// The bytes are not UTF-8.
    case notUTF8
    /// A string or comment-like token that starts here does not end.
    case unterminatedString
    /// An escape in a string, name or IRI is none, or stands for a character that may not be there.
    case badEscape
    /// A character that starts no token.
    case strayCharacter(String)
    /// The base direction after a language tag is neither `ltr` nor `rtl`.
    case badDirection(String)
    /// The number is too large to count with.
    case numberTooLarge(String)
    /// Brackets, patterns or operators nest more deeply than this.
    case nestedTooDeeply(limit: Int)
    /// A variable is given a value where it may have one already.
    case variableInUse(String)
    /// A variable stands twice where it may stand once.
    case duplicateVariable(String)
    /// A selected variable is neither grouped by nor inside an aggregate.
    case ungroupedVariable(String)
    /// `SELECT *` with `GROUP BY`.
    case starWithGrouping
    /// An aggregate stands where none may: in `WHERE`, or in another aggregate.
    case misplacedAggregate(String)
    /// A blank node's label is used in two graph patterns, or two operations.
    case blankNodeReused(String)
    /// A blank node stands where none may: in what is deleted.
    case misplacedBlankNode
    /// A variable stands where only terms may: in data.
    case misplacedVariable(String)
    /// A property path or nested graph stands where only plain triples may.
    case misplacedPath
    /// A row of `VALUES` has another number of values than there are variables.
    case valueCount(expected: Int, found: Int)
  }

  /// What stands at the place.
  public enum Found: Hashable, Sendable {
    /// The text of a token, shortened.
    case text(String)
    /// The end of the query.
    case end
  }

  /// Parts of SPARQL's grammar, named as a reader would name them.
  public enum Expectation: String, Hashable, Sendable, CaseIterable {
    case query = "SELECT, ASK, CONSTRUCT or DESCRIBE"
    case update = "INSERT, DELETE, LOAD, CLEAR, DROP, CREATE, ADD, MOVE or COPY"
    case end = "end of the query"
    case prefixName = "prefix that ends in ':'"
    case iri = "IRI"
    case iriOrVariable = "IRI or variable"
    case variable = "variable"
    case projection = "variable, '(' or '*'"
    case verb = "predicate"
    case path = "predicate or property path"
    case term = "subject or object"
    case object = "object"
    case pattern = "graph pattern"
    case openBrace = "'{'"
    case closeBrace = "'}'"
    case openParenthesis = "'('"
    case closeParenthesis = "')'"
    case closeBracket = "']'"
    case closeReified = "'>>'"
    case closeTripleTerm = "')>>'"
    case closeAnnotation = "'|}'"
    case dotOrClose = "'.', ';', ',' or the end of the pattern"
    case comma = "','"
    case expression = "expression"
    case condition = "condition: '(', a function or EXISTS"
    case value = "IRI, literal or UNDEF"
    case asKeyword = "AS"
    case byKeyword = "BY"
    case whereKeyword = "WHERE"
    case inKeyword = "IN"
    case existsKeyword = "EXISTS"
    case toKeyword = "TO"
    case separator = "SEPARATOR"
    case graphKeyword = "GRAPH"
    case graphOrDefault = "GRAPH, DEFAULT or an IRI"
    case graphTarget = "GRAPH, DEFAULT, NAMED or ALL"
    case equalsSign = "'='"
    case string = "string"
    case versionString = "version in quotation marks"
    case integer = "whole number"
    case groupCondition = "variable, '(' or function to group by"
    case orderCondition = "variable, '(', ASC, DESC or function to order by"
    case having = "condition after HAVING"
    case modifyTail = "DELETE, INSERT, USING or WHERE"
  }

  /// Creates an error at a place in some bytes.
  ///
  /// - Complexity: O(*n*) in the offset, to count lines and code points.
  init(_ problem: Problem, at offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    let end = min(offset, bytes.count)
    for index in 0..<end {
      let byte = bytes[index]
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")))
      if isLineEnd {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
    byteOffset = offset
    self.problem = problem
  }
}
