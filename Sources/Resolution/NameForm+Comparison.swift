extension NameForm {
  /// How a short name may stand for a fuller one of the same class.
  enum Shortening: Hashable, Sendable {
    /// A family name alone, or a given name alone.
    case partOfPersonName
    /// The part that tells: "Huawei" for "Huawei Technologies", "Hikvision" for "Hangzhou Hikvision
    /// Digital Technology". "BBC" does not stand for "BBC News": that is another body.
    case tellingPart
    /// The words after a country: "Commerce Department" for "US Commerce Department".
    case withoutCountry
    /// A make without its maker: "A380" for "Airbus A380".
    case withoutMaker
    /// A make without its nickname, or by that alone: "787" and "Dreamliner" for "787 Dreamliner".
    case partOfModel
    /// The initials: "IDC" for "International Data Corporation".
    case acronym
  }

  /// How this name shortens a fuller one, or `nil` if it does not.
  ///
  /// Two full names of people never shorten each other.
  func shortening(of full: NameForm) -> Shortening? {
    guard style == full.style, key != full.key, known == nil, full.known == nil else {
      return nil
    }
    if style == .person {
      guard words.count == 1, full.words.count > 1 else { return nil }
      let isFamilyName = full.familyNames.contains(words[0])
      let isGivenName =
        !hasTitle && isGivenName(of: full)
        && !NameTables.royalTitles.contains(words[0])
      return isFamilyName || isGivenName ? .partOfPersonName : nil
    }
    if isAcronym, full.initials.contains(words.joined()),
      !NameTables.commonLetters.contains(words.joined())
    {
      return .acronym
    }
    guard words.count < full.words.count, !words.isEmpty else { return nil }
    let rest = full.words.count - words.count
    if full.words.starts(with: words),
      full.words.suffix(rest).allSatisfy(NameTables.descriptors.contains)
    {
      return .tellingPart
    }
    if words.count == 1, words[0].utf8.count > 4, full.words[1] == words[0], rest > 1,
      full.words.suffix(rest - 1).allSatisfy(NameTables.descriptors.contains)
    {
      return .tellingPart
    }
    if full.words.suffix(words.count).elementsEqual(words), tellsModel { return .withoutMaker }
    if let make = full.model, let nickname = make.nickname {
      if isNickname(nickname) { return .partOfModel }
      if let own = model, own.nickname == nil, own.agrees(with: make) { return .partOfModel }
    }
    let country = full.words.prefix(rest)
    if words.count > 1, full.words.suffix(words.count).elementsEqual(words),
      KnownName.isCountry(country.joined()) || (rest == 1 && KnownName.isDemonym(full.words[0]))
    {
      return .withoutCountry
    }
    return nil
  }

  /// Whether it is the given name of a full name as that is written, or short for it: "Steve" of Steve or Steven
  /// Lund, but not "Bob" of Rob Lund.
  private func isGivenName(of full: NameForm) -> Bool {
    guard let given = full.allWords.first else { return false }
    return words[0] == given || words[0] == full.words[0]
      || given == full.words[0] && NameTables.nicknames[words[0]] == given
  }

  /// Whether it tells of what kind a thing is, or what a person does, and nothing else, so that each
  /// document means its own by it: "City", "Parliament", "Home Office Minister".
  var isKind: Bool {
    if style == .person { return words.last.map(NameTables.offices.contains) == true }
    return known == nil && allWords.count == 1 && NameTables.kinds.contains(allWords[0])
  }

  /// Whether it is told by a designation, which no two makers give: "A380", "787 Dreamliner".
  var tellsModel: Bool {
    words.contains { $0.utf8.count > 2 && $0.utf8.contains { (0x30...0x39).contains($0) } }
  }

  /// Whether a folded word is a designation that is told without its maker: letters and digits, "a380".
  static func isDesignation(_ word: String) -> Bool {
    word.utf8.count > 3 && word.utf8.contains { (0x30...0x39).contains($0) }
      && word.utf8.first.map { (0x61...0x7a).contains($0) } == true
  }

  /// Whether these letters may stand for it where a text sets them beside it: "SIA" for "Singapore
  /// Airlines", whose letters they are in this order, the first of each word among them.
  func isAbbreviated(by letters: String) -> Bool {
    guard words.count > 1, letters.utf8.count > 2,
      letters.utf8.first == allWords.first?.utf8.first
    else { return false }
    let initials = words.filter { !NameTables.passedOver.contains($0) }.compactMap(\.utf8.first)
    return Self.holds(allWords.joined().utf8, letters.utf8) && Self.holds(letters.utf8, initials)
  }

  /// Whether some letters stand among others in this order.
  private static func holds(_ all: some Sequence<UInt8>, _ some: some Collection<UInt8>) -> Bool {
    var rest = some[...]
    for byte in all where rest.first == byte { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The words of a full name that may stand alone later: the last, and the first too where it is
  /// a family name of Chinese, Korean or Vietnamese.
  var familyNames: [String] {
    guard let first = words.first, let last = words.last, words.count > 1 else { return words }
    return NameTables.leadingFamilyNames.contains(first) ? [first, last] : [last]
  }
}
