/// Keeps the legal form with a firm's name: "Nordia, Inc.", "Lund Ltd".
enum LegalForms {
  private static let forms: Set<String> = [
    "corp", "gmbh", "inc", "incorporated", "l.l.c", "llc", "llp", "ltd", "plc",
  ]

  /// The names, each organization's with the legal form behind it, after a comma or none, that no name has.
  ///
  /// O(*n*) in names.
  static func joined(_ names: [NameSpan], words: [String]) -> [NameSpan] {
    names.indices.map { at in
      let name = names[at]
      let limit = at + 1 < names.count ? names[at + 1].tokens.lowerBound : words.count
      let end = name.tokens.upperBound
      guard name.kind == .organization, end < limit else { return name }
      let form = words[end] == "," ? end + 1 : end
      guard form < limit, forms.contains(NameSpelling.bare(words[form])) else { return name }
      return NameSpan(tokens: name.tokens.lowerBound..<form + 1, kind: name.kind)
    }
  }
}
