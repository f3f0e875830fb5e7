/// The language that a query is written in.
public enum QueryForm: Hashable, Sendable {
  /// Three places, some of them open: `SoftBank investedIn ?`.
  case pattern
  /// SPARQL 1.1.
  case sparql

  /// Tells the language from the first word, which SPARQL fixes (grammar rules 2, 4 and 29).
  ///
  /// Comments and white space before it do not count. A pattern whose subject is called "Select"
  /// is told apart by what follows: `SELECT` needs a variable, `*`, `(` or another keyword.
  public init(of text: String) {
    var words = Self.words(text)[...]
    guard let first = words.popFirst()?.uppercased() else {
      self = .pattern
      return
    }
    let second = words.first?.uppercased() ?? ""
    switch first {
    case "PREFIX": self = second.hasSuffix(":") || second.contains(":<") ? .sparql : .pattern
    case "BASE": self = second.hasPrefix("<") ? .sparql : .pattern
    case "SELECT":
      let opens = ["?", "$", "*", "("].contains { second.hasPrefix($0) }
      self = opens || ["DISTINCT", "REDUCED"].contains(second) ? .sparql : .pattern
    case "ASK", "CONSTRUCT", "DESCRIBE": self = text.contains("{") ? .sparql : .pattern
    case "ASK{", "CONSTRUCT{", "SELECT*": self = .sparql
    default: self = first.hasPrefix("SELECT*") || first.hasPrefix("ASK{") ? .sparql : .pattern
    }
  }

  /// The first two words outside comments.
  private static func words(_ text: String) -> [Substring] {
    var result: [Substring] = []
    for line in text.split(whereSeparator: \.isNewline) {
      for word in line.split(whereSeparator: \.isWhitespace) {
        if word.hasPrefix("#") { break }
        result.append(word)
        if result.count == 2 { return result }
      }
    }
    return result
  }
}
