/// Tells whether two names of one document may be of one thing.
enum NameComparison {
  /// Words at the end of company names that say its legal form or little else.
  static let corporateWords: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "group",
    "holdings", "holding", "plc", "llc", "llp", "lp", "ag", "sa", "nv", "se", "gmbh", "pte", "pty",
    "bhd", "kk", "spa", "ab", "oyj", "as", "cos", "companies", "international", "industries",
    "technologies", "technology", "enterprises", "systems",
  ]

  /// The legal forms alone.
  static let legalForms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "plc", "llc", "llp", "lp",
    "ag", "sa", "nv", "gmbh", "pte", "pty", "bhd", "kk", "spa", "ab", "oyj",
  ]

  /// The word of letters and digits in a name, without a plural's "s", that tells a make from its maker: "a380" of
  /// "airbus a380s".
  static func designation(in core: [String]) -> Substring? {
    core.last { word in
      word.utf8.first.map { (0x61...0x7a).contains($0) } == true
        && word.utf8.contains { (0x30...0x39).contains($0) }
    }.map { $0.hasSuffix("s") ? $0.dropLast() : $0[...] }
  }

  /// Words at the end of place names.
  static let placeWords: Set<String> = [
    "province", "city", "county", "state", "region", "district", "prefecture", "republic",
    "municipality",
  ]

  /// Countries with names that share no letters; the value is the name they are told by.
  static let aliases: [String: String] = [
    "u.s.": "united states", "us": "united states", "usa": "united states",
    "u.s.a.": "united states", "united states of america": "united states",
    "america": "united states", "u.k.": "united kingdom", "uk": "united kingdom",
    "britain": "united kingdom", "great britain": "united kingdom", "e.u.": "european union",
    "eu": "european union", "u.n.": "united nations", "un": "united nations",
    "uae": "united arab emirates", "u.a.e.": "united arab emirates", "prc": "china",
    "people 's republic of china": "china", "holland": "netherlands",
  ]

  /// The words that tell a name from others: without articles, legal forms, stops.
  static func core(_ words: [String], _ kind: NameSpan.Kind?) -> [String] {
    if let alias = aliases[words.joined(separator: " ")] {
      return alias.split(separator: " ").map(String.init)
    }
    var core = words.map { $0.hasSuffix(".") && $0.utf8.count > 2 ? String($0.dropLast()) : $0 }
      .filter { $0 != "," && $0 != "the" }
    let tail = kind == .place ? placeWords : kind == .person ? [] : corporateWords
    while core.count > 1, let last = core.last, tail.contains(last) { core.removeLast() }
    return core.isEmpty ? words : core
  }

  /// Whether two full names of people agree: first and last name, whatever stands between, or one
  /// is part of the other.
  static func persons(_ left: [String], _ right: [String]) -> Bool {
    if left == right { return true }
    guard let leftFirst = left.first, let leftLast = left.last, let rightFirst = right.first,
      let rightLast = right.last
    else { return false }
    if left.count == 1 {
      return right.count > 1 && (rightLast == leftLast || rightFirst == leftFirst)
    }
    if right.count == 1 { return persons(right, left) }
    if leftLast == rightLast { return leftFirst == rightFirst || isInitial(leftFirst, rightFirst) }
    // "Jiang Zemin Jr."; a longer name that begins with the whole of the shorter.
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.count > 1 && Array(long.prefix(short.count)) == short
  }

  private static func isInitial(_ left: String, _ right: String) -> Bool {
    func strip(_ word: String) -> String { word.filter { $0 != "." } }
    let (left, right) = (strip(left), strip(right))
    guard left.first == right.first else { return false }
    return left.count == 1 || right.count == 1
  }

  /// Whether two names of bodies or places agree: equal, one begins the other, or one word of the
  /// longer that is no place or common word.
  static func others(
    _ left: [String], _ right: [String], common: (String) -> Bool
  ) -> Bool {
    if left == right { return true }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count < long.count, let first = short.first else { return false }
    if short.count == 1, common(first) { return false }
    if Array(long.prefix(short.count)) == short { return short.count > 1 || !common(first) }
    if Array(long.suffix(short.count)) == short, short.count > 1 { return true }
    return short.count == 1 && first.utf8.count > 3 && long.contains(first) && !long.contains("of")
  }

  /// Whether letters are the first letters of a name: "IBM".
  static func isAcronym(_ letters: String, of words: [String]) -> Bool {
    initials(of: words).contains(letters.filter { $0 != "." }.lowercased())
  }

  /// The letters that may stand for a name of two words or more, with and without its small words
  /// and legal form.
  static func initials(of words: [String]) -> [String] {
    guard words.count >= 2 else { return [] }
    let long = words.filter { !["of", "the", "for", "and", "in", "on", "&", "-"].contains($0) }
    let core = long.filter { !corporateWords.contains($0.filter { $0 != "." }) }
    let all = [long, core, words.filter { $0.first?.isLetter == true }]
    return all.map { String($0.compactMap(\.first)) }.filter { $0.utf8.count >= 2 }
  }
}
