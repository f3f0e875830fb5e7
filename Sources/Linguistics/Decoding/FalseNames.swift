/// Takes away what the tagger takes for names of persons, organizations and places, and what is none by its words alone.
enum FalseNames {
  /// Offices and ranks, which before a name are its bearer's and alone are nobody's name; those that are surnames
  /// too (Bishop, Judge) are left out.
  private static let titles: Set<String> = [
    "ambassador", "capt", "captain", "ceo", "cfo", "chairman", "chancellor", "chief", "col",
    "colonel",
    "congressman", "congresswoman", "cto", "dr", "gen", "general", "gov", "governor", "lt", "maj",
    "minister", "officer", "premier", "president", "prime", "prof", "professor", "rep", "secretary",
    "sen", "senator", "sgt", "vice",
  ]

  /// The names without those that are none.
  ///
  /// These are titles alone, degrees behind a person's name and a comma, initials alone as places or organizations
  /// (the "S." of a street), and designations of makes as persons or organizations, their makers' names too where
  /// the tree has both as one ("A380", "Airbus A380").
  ///
  /// O(*n*) in words of names.
  static func removed(_ parse: ParsedSentence, words: [String]) -> [NameSpan] {
    let names = parse.names
    return names.indices.filter { at in
      let name = names[at]
      let last = words[name.tokens.upperBound - 1]
      if name.kind != .place, isMake(last) || isMaker(name.tokens, in: parse, words) {
        return false
      }
      guard name.tokens.count == 1 else { return true }
      if name.kind == .person { return !titles.contains(NameSpelling.bare(last)) }
      if NameSpelling.isDegree(last), at > 0, names[at - 1].kind == .person,
        names[at - 1].tokens.upperBound + 1 == name.tokens.lowerBound,
        words[names[at - 1].tokens.upperBound] == ","
      {
        return false
      }
      return !isInitial(last)
    }.map { names[$0] }
  }

  /// A capital or two before digits, as aircraft and cars have; a known organization is none ("MI5"), nor is a
  /// channel with its broadcaster's letters ("BBC2").
  private static func isMake(_ word: String) -> Bool {
    let letters = word.utf8.prefix { (0x41...0x5a).contains($0) }
    return (1...2).contains(letters.count) && NameSpelling.isDesignation(word)
      && KnownOrganizations.embedded.occurrences(in: [word]).isEmpty
  }

  /// Whether a make's designation behind a name is a part of it by the tree.
  private static func isMaker(
    _ name: Range<Int>, in parse: ParsedSentence, _ words: [String]
  ) -> Bool {
    let next = name.upperBound
    return next < words.count && isMake(words[next]) && parse.relations[next].universal == "flat"
      && name.contains(parse.heads[next])
  }

  private static func isInitial(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count == 2 && SentenceStarters.isCapital(bytes[0]) && bytes[1] == UInt8(ascii: ".")
  }
}
