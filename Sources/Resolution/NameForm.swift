import Extraction

/// A name as resolution compares it: its key, its words, and what it tells of the thing.
///
/// Two names of one class with equal keys are one thing: the key leaves out titles, legal forms,
/// middle initials and spelling variants.
struct NameForm: Hashable, Sendable {
  /// How names of a class are read.
  enum Style: Hashable, Sendable {
    case person
    case other
  }

  /// What names are compared by.
  let key: String
  /// The words that the key was made of.
  let words: [String]
  /// All its words but titles, with legal forms and small words, and a given name as it is written.
  let allWords: [String]
  /// How it was read.
  let style: Style
  /// The country or body that has it, if it is one of the few known ones.
  let known: KnownName?
  /// What a title tells of the gender.
  let gender: Mention.Gender
  /// Whether a title stood before it: "Mr Xu" is a family name.
  let hasTitle: Bool
  /// Whether it ends in a legal form, and so names an organisation.
  let hasLegalForm: Bool
  /// Whether it is written as an acronym: two to six capitals.
  let isAcronym: Bool

  /// Reads a name as that of a thing of the class.
  init(_ name: String, type: String?) {
    let plain = type == EntityType.person ? Self.fromCapital(name) : Self.plain(name)
    let name =
      Self.isAcronym(String(plain.dropLast())) && plain.last == "s"
      ? String(plain.dropLast()) : plain
    let tokens = NameTokens(name)
    let all = tokens.words
    hasLegalForm = Self.endsInLegalForm(all)
    isAcronym = Self.isAcronym(name)
    if type == EntityType.person, !hasLegalForm {
      let start = PersonTitle.count(in: all)
      hasTitle = start > 0
      gender = PersonTitle.gender(of: all[..<start])
      style = .person
      known = nil
      var rest = Array(all[start...])
      if rest.count > 2 {
        rest = rest.enumerated().filter { $0 == 0 || $0 == rest.count - 1 || $1.utf8.count > 1 }
          .map { $1 }
      }
      allWords = rest
      if rest.count > 1, let full = NameTables.nicknames[rest[0]] { rest[0] = full }
      words = rest
      key = rest.joined(separator: " ")
    } else {
      hasTitle = false
      gender = .unknown
      style = .other
      let known = KnownName.named(tokens.joined, written: name)
      self.known = known
      let rest = Self.withShortCountry(
        Self.withoutSoftWords(all).map { NameTables.abbreviations[$0] ?? Self.singularModel($0) })
      words = rest
      allWords = all
      if let known {
        key = NameTokens(known.label).joined
      } else if rest.contains("department") || rest.contains("ministry") {
        key = rest.filter { !NameTables.passedOver.contains($0) }.sorted().joined()
      } else {
        key = rest.filter { $0 != "and" }.joined()
      }
    }
  }

  /// Stands for a thing without a name; nothing but a judgement joins it with another.
  init(unnamed phrase: String) {
    key = phrase
    words = []
    allWords = []
    style = .other
    known = nil
    gender = .unknown
    hasTitle = false
    hasLegalForm = false
    isAcronym = false
  }

  /// What names of different classes are compared by.
  var anyClassKey: String { known == nil ? words.joined() : key }

  /// Whether it has at least a given and a family name.
  var isFullPersonName: Bool { style == .person && words.count > 1 }

  /// The first letters of its words, with and without the small ones: "uae" for United Arab Emirates.
  var initials: Set<String> {
    guard allWords.count > 1 else { return [] }
    var result: Set<String> = []
    for list in [words, allWords] {
      let large = list.filter { !NameTables.passedOver.contains($0) }
      result.insert(String(list.compactMap(\.first)))
      result.insert(String(large.compactMap(\.first)))
    }
    return result.filter { $0.utf8.count > 1 }
  }

  /// The name without its titles, as it is written: "President Donald Trump" gives "Donald Trump".
  static func bare(_ name: String, type: String?) -> String {
    let own = type == EntityType.person ? fromCapital(name) : plain(name)
    var pieces = own.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !pieces.isEmpty else { return name }
    if type == EntityType.person {
      let folded = pieces.map { NameTokens($0).words.first ?? "" }
      pieces.removeFirst(PersonTitle.count(in: folded))
    } else if pieces.count > 1, pieces[0] == "the" || pieces[0] == "The" {
      pieces.removeFirst()
    }
    let last = pieces.count - 1
    // "Sotheby's" is a whole name.
    for ending in ["'s", "\u{2019}s"]
    where type == EntityType.person && pieces[last].hasSuffix(ending) {
      pieces[last].removeLast(ending.count)
    }
    for ending in ["'", "\u{2019}", ","] where pieces[last].hasSuffix(ending) {
      pieces[last].removeLast(ending.count)
    }
    if pieces[last].isEmpty { pieces.removeLast() }
    return pieces.isEmpty ? name : pieces.joined(separator: " ")
  }

  /// A person's name without the plain words before it: "tycoon Malcolm Glazer" gives "Malcolm
  /// Glazer"; "van Gogh" and "bin Laden" stay.
  private static func fromCapital(_ name: String) -> String {
    var rest = name[...]
    while let first = rest.unicodeScalars.first, first.properties.isLowercase,
      let space = rest.firstIndex(of: " "), !NameTables.particles.contains(String(rest[..<space])),
      rest[space...].unicodeScalars.contains(where: { $0.properties.isUppercase })
    {
      rest = rest[rest.index(after: space)...]
    }
    return String(rest)
  }

  /// The name of something else than a person, without a country before it and a listing behind it.
  private static func plain(_ name: String) -> String { withoutCountry(withoutListing(name)) }

  /// The name after a country that it belongs to: "Japan’s SoftBank" gives "SoftBank".
  private static func withoutCountry(_ name: String) -> String {
    guard name.utf8.contains(0x27) || name.utf8.contains(0x99) else { return name }
    for ending in ["'s ", "\u{2019}s "] {
      guard let range = firstRange(of: ending, in: name) else { continue }
      let country = NameTokens(String(name[..<range.lowerBound])).joined
      if KnownName.isCountry(country) { return String(name[range.upperBound...]) }
    }
    return name
  }

  private static func firstRange(of part: String, in name: String) -> Range<String.Index>? {
    let bytes = Array(part.utf8)
    var start = name.utf8.startIndex
    while start != name.utf8.endIndex {
      let rest = name.utf8[start...]
      if rest.starts(with: bytes),
        let end = name.utf8.index(
          start, offsetBy: bytes.count, limitedBy: name.utf8.endIndex)
      {
        return start..<end
      }
      start = name.utf8.index(after: start)
    }
    return nil
  }

  /// Whether folded words end in a legal form, and so name an organisation.
  static func endsInLegalForm(_ words: [String]) -> Bool {
    words.count > 1 && NameTables.legalForms.contains(words[words.count - 1])
  }

  private static func withoutSoftWords(_ words: [String]) -> [String] {
    var end = words.count
    while end > 1,
      NameTables.softOrganizationWords.contains(words[end - 1])
        || (end < words.count && words[end - 1] == "and")
    {
      end -= 1
    }
    // "Internet Corporation" is not the Internet.
    if end == 1, words.count > 1, NameTables.general.contains(words[0]) { return words }
    return Array(words[..<end])
  }

  private static func withShortCountry(_ words: [String]) -> [String] {
    guard words.count > 2, words[0] == "united", let short = NameTables.unitedCountries[words[1]]
    else { return words }
    return [short] + words[2...]
  }

  /// A designation without the ending of many: "a380s", "747s".
  private static func singularModel(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s"),
      bytes.dropLast().last.map({ (0x30...0x39).contains($0) }) == true
    else { return word }
    return String(word.dropLast())
  }

  private static func isAcronym(_ name: String) -> Bool {
    var capitals = 0
    for scalar in name.unicodeScalars where scalar != "." {
      guard ("A"..."Z").contains(scalar) else { return false }
      capitals += 1
    }
    return (2...6).contains(capitals)
  }
}

/// The titles before a person's name.
enum PersonTitle {
  /// Titles that may also follow other words: "US Commerce Secretary Wilbur Ross".
  private static let offices: Set<String> = [
    "secretary", "minister", "president", "chancellor", "chairman", "chairwoman", "ceo", "founder",
    "spokesman", "spokeswoman", "director", "officer", "executive", "ambassador", "governor",
    "senator",
  ]

  /// The number of words of the title; at least one word is left for the name.
  static func count(in words: [String]) -> Int {
    var count = 0
    for (i, word) in words.dropLast().enumerated() {
      if NameTables.titles.contains(word), i == count || offices.contains(word) { count = i + 1 }
    }
    // "Prime Minister of Australia": an office is named, nobody who has it.
    return words.indices.contains(count) && words[count] == "of" ? 0 : count
  }

  /// What the words of a title tell of the gender.
  static func gender(of titles: some Sequence<String>) -> Mention.Gender {
    for title in titles {
      if NameTables.maleTitles.contains(title) { return .male }
      if NameTables.femaleTitles.contains(title) { return .female }
    }
    return .unknown
  }
}
