/// Cuts the bytes of a query into tokens, always the longest that fits (SPARQL 1.2, section 19).
///
/// The bytes are known to be UTF-8.
struct Lexer {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func error(_ problem: QuerySyntaxError.Problem, at place: Int) -> QuerySyntaxError {
    QuerySyntaxError(problem, at: place, in: bytes)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// The next token; at the end of the bytes ``Token/Kind/end``, as often as asked.
  mutating func next() throws(QuerySyntaxError) -> Token {
    skipSpace()
    let start = offset
    guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
    let kind = try scan(bytes[start])
    return Token(kind: kind, start: start, end: offset)
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0a, 0x0d: offset += 1
      case UInt8(ascii: "#"):
        while offset < bytes.count, bytes[offset] != 0x0a, bytes[offset] != 0x0d { offset += 1 }
      default: return
      }
    }
  }

  private mutating func taken(_ length: Int, _ kind: Token.Kind) -> Token.Kind {
    offset += length
    return kind
  }

  private mutating func scan(_ first: UInt8) throws(QuerySyntaxError) -> Token.Kind {
    let second = byte(offset + 1)
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: "$"): return try variable(first)
    case UInt8(ascii: "<"): return angle(second)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string(first)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let next = second == UInt8(ascii: ".") ? byte(offset + 2) : second
      if next.isDigit { return number() }
      return taken(1, first == UInt8(ascii: "+") ? .plus : .minus)
    case UInt8(ascii: "."): return second.isDigit ? number() : taken(1, .dot)
    case UInt8(ascii: "@"): return try languageTag()
    case UInt8(ascii: "_") where second == UInt8(ascii: ":"): return try blankNode()
    case UInt8(ascii: "{"):
      return second == UInt8(ascii: "|") ? taken(2, .openAnnotation) : taken(1, .openBrace)
    case UInt8(ascii: "|"):
      if second == UInt8(ascii: "|") { return taken(2, .or) }
      return second == UInt8(ascii: "}") ? taken(2, .closeAnnotation) : taken(1, .pipe)
    case UInt8(ascii: ")"):
      let closes = second == UInt8(ascii: ">") && byte(offset + 2) == UInt8(ascii: ">")
      return closes ? taken(3, .closeTripleTerm) : taken(1, .closeParenthesis)
    case UInt8(ascii: ">"):
      if second == UInt8(ascii: "=") { return taken(2, .greaterOrEqual) }
      return second == UInt8(ascii: ">") ? taken(2, .closeReified) : taken(1, .greater)
    case UInt8(ascii: "!"):
      return second == UInt8(ascii: "=") ? taken(2, .notEqual) : taken(1, .not)
    case UInt8(ascii: "^"):
      return second == UInt8(ascii: "^") ? taken(2, .doubleCaret) : taken(1, .caret)
    case UInt8(ascii: "&") where second == UInt8(ascii: "&"): return taken(2, .and)
    default:
      if let kind = Self.single(first) { return taken(1, kind) }
      return try name()
    }
  }

  private static func single(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "~"): .tilde
    default: nil
    }
  }

  /// `<…>` where it is an IRI, else an operator or bracket that starts with `<`.
  private mutating func angle(_ second: UInt8) -> Token.Kind {
    if second == UInt8(ascii: "<") {
      return byte(offset + 2) == UInt8(ascii: "(")
        ? taken(3, .openTripleTerm) : taken(2, .openReified)
    }
    var index = offset + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"): return taken(index + 1 - offset, .iri)
      case UInt8(ascii: "\\"):
        let mark = byte(index + 1)
        guard mark == UInt8(ascii: "u") || mark == UInt8(ascii: "U") else { return less(second) }
      case let byte where !IRIText.isAllowed(byte): return less(second)
      default: break
      }
      index += 1
    }
    return less(second)
  }

  private mutating func less(_ second: UInt8) -> Token.Kind {
    second == UInt8(ascii: "=") ? taken(2, .lessOrEqual) : taken(1, .less)
  }

  private mutating func variable(_ first: UInt8) throws(QuerySyntaxError) -> Token.Kind {
    var index = offset + 1
    guard let start = NameCharacters.scalar(in: bytes, at: index),
      NameCharacters.isVariableStart(start.value)
    else {
      if first == UInt8(ascii: "?") { return taken(1, .question) }
      throw error(.strayCharacter("$"), at: offset)
    }
    index += start.length
    while let next = NameCharacters.scalar(in: bytes, at: index),
      NameCharacters.isVariablePart(next.value)
    {
      index += next.length
    }
    offset = index
    return .variable
  }

  private mutating func number() -> Token.Kind {
    var index = offset
    if !byte(index).isDigit, byte(index) != UInt8(ascii: ".") { index += 1 }
    while byte(index).isDigit { index += 1 }
    var kind = Token.Kind.integer
    let point = index
    if byte(index) == UInt8(ascii: ".") {
      index += 1
      while byte(index).isDigit { index += 1 }
      kind = .decimal
    }
    let fractionEnd = index
    if byte(index) | 0x20 == UInt8(ascii: "e") {
      index += 1
      if byte(index) == UInt8(ascii: "+") || byte(index) == UInt8(ascii: "-") { index += 1 }
      if byte(index).isDigit {
        while byte(index).isDigit { index += 1 }
        offset = index
        return .double
      }
    }
    // A dot without a digit after it ends the triple.
    if kind == .decimal, fractionEnd == point + 1 {
      offset = point
      return .integer
    }
    offset = fractionEnd
    return kind
  }

  private mutating func string(_ quote: UInt8) throws(QuerySyntaxError) -> Token.Kind {
    let start = offset
    let isLong = byte(start + 1) == quote && byte(start + 2) == quote
    var index = start + (isLong ? 3 : 1)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case 0x0a where !isLong, 0x0d where !isLong:
        throw error(.unterminatedString, at: start)
      case quote where !isLong:
        offset = index + 1
        return .string
      case quote where byte(index + 1) == quote && byte(index + 2) == quote:
        offset = index + 3
        return .longString
      default: break
      }
      index += 1
    }
    throw error(.unterminatedString, at: start)
  }

  private mutating func languageTag() throws(QuerySyntaxError) -> Token.Kind {
    var index = offset + 1
    while byte(index).isASCIILetter { index += 1 }
    guard index > offset + 1 else { throw error(.strayCharacter("@"), at: offset) }
    while byte(index) == UInt8(ascii: "-"),
      byte(index + 1).isASCIILetter || byte(index + 1).isDigit
    {
      index += 1
      while byte(index).isASCIILetter || byte(index).isDigit { index += 1 }
    }
    if byte(index) == UInt8(ascii: "-"), byte(index + 1) == UInt8(ascii: "-"),
      byte(index + 2).isASCIILetter
    {
      index += 2
      while byte(index).isASCIILetter { index += 1 }
    }
    offset = index
    return .languageTag
  }

  private mutating func blankNode() throws(QuerySyntaxError) -> Token.Kind {
    let start = offset + 2
    guard let first = NameCharacters.scalar(in: bytes, at: start),
      NameCharacters.isVariableStart(first.value)
    else { throw error(.strayCharacter("_"), at: offset) }
    offset = dottedEnd(from: start + first.length, isPart: NameCharacters.isPart)
    return .blankNode
  }

  /// The end of name characters that may hold dots inside, but not at the end.
  private func dottedEnd(from start: Int, isPart: (UInt32) -> Bool) -> Int {
    var index = start
    var end = start
    while let next = NameCharacters.scalar(in: bytes, at: index) {
      if isPart(next.value) {
        index += next.length
        end = index
      } else if next.value == UInt32(UInt8(ascii: ".")) {
        index += 1
      } else {
        break
      }
    }
    return end
  }

  /// A prefixed name, or a word.
  private mutating func name() throws(QuerySyntaxError) -> Token.Kind {
    let start = offset
    guard let first = NameCharacters.scalar(in: bytes, at: start) else {
      throw error(.strayCharacter(""), at: start)
    }
    var index = start
    if first.value != UInt32(UInt8(ascii: ":")) {
      guard NameCharacters.isLetter(first.value) else {
        throw error(.strayCharacter(text(start..<(start + first.length))), at: start)
      }
      index = dottedEnd(from: start + first.length, isPart: NameCharacters.isPart)
    }
    if byte(index) == UInt8(ascii: ":") {
      offset = localEnd(from: index + 1)
      return .prefixedName
    }
    index = start
    while byte(index).isASCIILetter || byte(index).isDigit || byte(index) == UInt8(ascii: "_") {
      index += 1
    }
    guard index > start else {
      throw error(.strayCharacter(text(start..<(start + first.length))), at: start)
    }
    offset = index
    return .word
  }

  /// The end of a prefixed name's local part, which may be empty.
  private func localEnd(from start: Int) -> Int {
    var index = start
    var end = start
    while let next = NameCharacters.scalar(in: bytes, at: index) {
      switch UInt8(exactly: next.value) {
      case UInt8(ascii: "."):
        guard index > start else { return end }
        index += 1
        continue
      case UInt8(ascii: ":"): index += 1
      case UInt8(ascii: "%"):
        guard byte(index + 1).hexValue != nil, byte(index + 2).hexValue != nil else { return end }
        index += 3
      case UInt8(ascii: "\\"):
        guard NameCharacters.isEscapable(byte(index + 1)) else { return end }
        index += 2
      default:
        let fits =
          index == start
          ? NameCharacters.isVariableStart(next.value) : NameCharacters.isPart(next.value)
        guard fits else { return end }
        index += next.length
      }
      end = index
    }
    return end
  }
}
