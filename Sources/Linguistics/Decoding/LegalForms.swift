/// Keeps the legal form with a firm's name: "Nordia, Inc.", "Lund Ltd".
enum LegalForms {
  private static let forms: Set<String> = [
    "corp", "gmbh", "inc", "incorporated", "l.l.c", "llc", "llp", "ltd", "plc",
  ]

  /// The names, each organization's with the legal form behind it, after a comma or none, that no name has.
  ///
  /// O(*n*) in names.
  static func joined(_ names: [NameSpan], words: ArraySlice<String>) -> [NameSpan] {
    let own = Array(words)
    return names.indices.map { at in
      let name = names[at]
      let limit = at + 1 < names.count ? names[at + 1].tokens.lowerBound : own.count
      let end = name.tokens.upperBound
      guard name.kind == .organization, end < limit else { return name }
      let form = own[end] == "," ? end + 1 : end
      guard form < limit, isForm(own[form]) else { return name }
      return NameSpan(tokens: name.tokens.lowerBound..<form + 1, kind: name.kind)
    }
  }

  private static func isForm(_ word: String) -> Bool {
    let small = word.lowercased()
    return forms.contains(small.hasSuffix(".") ? String(small.dropLast()) : small)
  }
}
