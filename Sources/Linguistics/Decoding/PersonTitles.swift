/// Leaves titles out of persons' names: of "General Secretary Ada Lund" the name is "Ada Lund".
enum PersonTitles {
  /// The names without the titles that the tree tells inside them (`nmod:desc`), and without those that are
  /// nothing but the title of the person behind them; an initial is no title.
  ///
  /// O(*n*) in words of names.
  static func trimmed(_ parse: ParsedSentence, words: [String]) -> [NameSpan] {
    let names = parse.names
    return names.indices.compactMap { at in
      let name = names[at]
      guard name.kind == .person else { return name }
      let titles = name.tokens.filter {
        parse.relations[$0].full == "nmod:desc" && parse.heads[$0] > $0
          && words[$0].unicodeScalars.count > 3
      }
      let bearer = at + 1 < names.count && names[at + 1].kind == .person ? names[at + 1] : nil
      if let bearer, titles.contains(where: { bearer.tokens.contains(parse.heads[$0]) }) {
        return nil
      }
      guard let title = titles.last(where: { name.tokens.contains(parse.heads[$0]) }) else {
        return name
      }
      return NameSpan(tokens: title + 1..<name.tokens.upperBound, kind: .person)
    }
  }
}
