/// Joins a family name to the given names behind its comma, as lists of addresses write them: `"Lund, Ada"`.
enum InvertedNames {
  private static let quotes: Set<String> = ["\"", "“", "”", "''", "``"]

  /// The names, with two persons made one where a comma alone stands between them and both together are all
  /// that is quoted.
  ///
  /// O(*n*) in names.
  static func joined(_ names: [NameSpan], words: [String]) -> [NameSpan] {
    var result: [NameSpan] = []
    for name in names {
      if let family = result.last, family.kind == .person, name.kind == .person,
        family.tokens.upperBound + 1 == name.tokens.lowerBound,
        words[family.tokens.upperBound] == ",",
        family.tokens.lowerBound > 0, quotes.contains(words[family.tokens.lowerBound - 1]),
        name.tokens.upperBound < words.count, quotes.contains(words[name.tokens.upperBound])
      {
        result[result.count - 1] = NameSpan(
          tokens: family.tokens.lowerBound..<name.tokens.upperBound, kind: .person)
      } else {
        result.append(name)
      }
    }
    return result
  }
}
