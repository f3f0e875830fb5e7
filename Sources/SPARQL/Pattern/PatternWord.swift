/// A word of a pattern query.
enum PatternWord: Hashable {
  /// `?name` or `$name`, as SPARQL allows; the name is empty for a bare `?`.
  case variable(String)
  /// A name or an identifier.
  case name(String)
  /// A name in quotation marks, whatever it holds.
  case quoted(String)
  /// `.` between patterns.
  case separator

  /// Reads a word of a command line.
  init(_ word: String) {
    if word == "." {
      self = .separator
    } else if let first = word.first, first == "?" || first == "$",
      word.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      word.count > 1 || first == "?"
    {
      self = .variable(String(word.dropFirst()))
    } else {
      self = .name(word)
    }
  }

  /// The word as it was written, but for quotation marks.
  var written: String {
    switch self {
    case .variable(let name): "?" + name
    case .name(let name), .quoted(let name): name
    case .separator: "."
    }
  }

  /// Cuts a text at white space; quotation marks and angle brackets hold words together.
  static func cut(_ text: String) throws(PatternError) -> [PatternWord] {
    var result: [PatternWord] = []
    var rest = text[...].drop(while: \.isWhitespace)
    while let first = rest.first {
      if let closing = closing[first] {
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: closing) else { throw .unclosed(String(rest)) }
        let word = String(first == "<" ? rest[...end] : inner[..<end])
        result.append(first == "<" ? .name(word) : .quoted(word))
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        result.append(PatternWord(String(word)))
        rest = rest[word.endIndex...]
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return result
  }

  /// The marks that hold a place together, and their partners.
  private static let closing: [Character: Character] = [
    "\"": "\"", "\u{201c}": "\u{201d}", "<": ">",
  ]
}
