import GraphModel

/// Words that a misspelt one may be meant for.
enum Spelling {
  /// The keywords like a word, nearest first.
  static func keywords(like word: String) -> [String] { nearest(to: word, among: keywords) }

  /// The functions like a word, nearest first.
  static func functions(like word: String) -> [String] {
    nearest(to: word, among: FunctionTable.allNames)
  }

  /// The evidence functions like a local name, with the usual prefix, nearest first.
  static func evidence(like name: String) -> [String] {
    nearest(to: name, among: EvidenceFunction.allCases.map(\.rawValue)).map { "f:" + $0 }
  }

  /// At most three of the candidates that a word may be a slip of, nearest first.
  ///
  /// A slip changes at most a third of the letters, and at most three.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    let folded = Array(word.uppercased().utf8)
    guard folded.count <= 40 else { return [] }
    let limit = min(3, max(1, folded.count / 3))
    var found: [(distance: Int, word: String)] = []
    for candidate in candidates {
      let other = Array(candidate.uppercased().utf8)
      guard abs(other.count - folded.count) <= limit else { continue }
      let distance = EditDistance.alignment(folded, other)
      if distance <= limit { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
    return found.prefix(3).map(\.word)
  }

  private static let keywords = [
    "ADD", "ALL", "AS", "ASC", "ASK", "BASE", "BIND", "BY", "CLEAR", "CONSTRUCT", "COPY", "CREATE",
    "DATA", "DEFAULT", "DELETE", "DESC", "DESCRIBE", "DISTINCT", "DROP", "EXISTS", "FILTER", "FROM",
    "GRAPH", "GROUP", "HAVING", "IN", "INSERT", "INTO", "LIMIT", "LOAD", "MINUS", "MOVE", "NAMED",
    "NOT", "OFFSET", "OPTIONAL", "ORDER", "PREFIX", "REDUCED", "SELECT", "SEPARATOR", "SERVICE",
    "SILENT", "TO", "UNDEF", "UNION", "USING", "VALUES", "VERSION", "WHERE", "WITH",
  ]
}
