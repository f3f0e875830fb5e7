public import GraphModel

/// An expression of SPARQL (SPARQL 1.1 Query, section 17), aggregates already replaced by variables.
public indirect enum Expression: Hashable, Sendable {
  case variable(Variable)
  case term(Term)
  /// An operator or built-in function; see ``BuiltIn`` for those that do not evaluate every argument.
  case call(BuiltIn, [Expression])
  /// A function by its IRI: a cast such as `xsd:integer(?x)`, or an extension.
  case function(IRI, [Expression])
  /// Three-valued "and" of at least two (section 17.2): an error unless another one is false.
  case and([Expression])
  /// Three-valued "or" of at least two (section 17.2): an error unless another one is true.
  case or([Expression])
  /// Whether the pattern has a solution once the variables that the current solution binds are put in.
  ///
  /// `NOT EXISTS` is `.call(.not, [.exists(…)])`.
  case exists(Pattern)
}

/// The operators and built-in functions, each under the name it has in a query.
///
/// `bound` takes a variable and never evaluates it; `if`, `coalesce`, `in` and `notIn` evaluate
/// only what they need, with errors as section 17.4.1 says; all others are errors when an argument is.
public enum BuiltIn: String, Hashable, Sendable, CaseIterable {
  // Operators
  case not = "!"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case unaryPlus = "unary +"
  case unaryMinus = "unary -"
  /// `x IN (a, b)`: the first argument is `x`.
  case `in` = "IN"
  case notIn = "NOT IN"
  // Forms (17.4.1)
  case bound = "BOUND"
  case `if` = "IF"
  case coalesce = "COALESCE"
  case sameTerm = "SAMETERM"
  case sameValue = "SAMEVALUE"
  // Terms (17.4.2)
  case isIRI = "ISIRI"
  case isBlank = "ISBLANK"
  case isLiteral = "ISLITERAL"
  case isNumeric = "ISNUMERIC"
  case str = "STR"
  case lang = "LANG"
  case langDirection = "LANGDIR"
  case hasLang = "HASLANG"
  case hasLangDirection = "HASLANGDIR"
  case datatype = "DATATYPE"
  /// Its argument, a relative IRI, is resolved against ``Query/base``.
  case iri = "IRI"
  /// None or one argument.
  case bnode = "BNODE"
  case strdt = "STRDT"
  case strlang = "STRLANG"
  case strlangdir = "STRLANGDIR"
  case uuid = "UUID"
  case struuid = "STRUUID"
  // Strings (17.4.3)
  case strlen = "STRLEN"
  /// Two or three arguments.
  case substr = "SUBSTR"
  case ucase = "UCASE"
  case lcase = "LCASE"
  case strstarts = "STRSTARTS"
  case strends = "STRENDS"
  case contains = "CONTAINS"
  case strbefore = "STRBEFORE"
  case strafter = "STRAFTER"
  case encodeForURI = "ENCODE_FOR_URI"
  /// Any number of arguments.
  case concat = "CONCAT"
  case langMatches = "LANGMATCHES"
  /// Two or three arguments.
  case regex = "REGEX"
  /// Three or four arguments.
  case replace = "REPLACE"
  // Numbers (17.4.4)
  case abs = "ABS"
  case round = "ROUND"
  case ceil = "CEIL"
  case floor = "FLOOR"
  case rand = "RAND"
  // Dates and times (17.4.5)
  case now = "NOW"
  case year = "YEAR"
  case month = "MONTH"
  case day = "DAY"
  case hours = "HOURS"
  case minutes = "MINUTES"
  case seconds = "SECONDS"
  case timezone = "TIMEZONE"
  case tz = "TZ"
  // Hashes (17.4.6)
  case md5 = "MD5"
  case sha1 = "SHA1"
  case sha256 = "SHA256"
  case sha384 = "SHA384"
  case sha512 = "SHA512"
  // Triple terms (SPARQL 1.2, 17.4.7)
  case triple = "TRIPLE"
  case subject = "SUBJECT"
  case predicate = "PREDICATE"
  case object = "OBJECT"
  case isTriple = "ISTRIPLE"
}
