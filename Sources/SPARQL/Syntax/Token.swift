/// A token of SPARQL: its kind and where it stands in the bytes.
struct Token {
  /// What a token is.
  enum Kind: UInt8 {
    case end
    /// A keyword or the name of a function: ASCII letters, digits and `_`.
    case word
    /// `<…>`.
    case iri
    /// `prefix:` or `prefix:local`.
    case prefixedName
    /// `_:label`.
    case blankNode
    /// `?name` or `$name`.
    case variable
    /// `@en` or `@en--ltr`.
    case languageTag
    case integer, decimal, double
    /// A string in one pair of quotation marks.
    case string
    /// A string in three pairs.
    case longString
    case openBrace, closeBrace, openParenthesis, closeParenthesis, openBracket, closeBracket
    case dot, comma, semicolon
    case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
    case not, and, or, pipe, caret, doubleCaret, slash, star, plus, minus, question, tilde
    case openReified, closeReified, openTripleTerm, closeTripleTerm
    case openAnnotation, closeAnnotation
  }

  var kind: Kind
  var start: Int
  var end: Int
}
