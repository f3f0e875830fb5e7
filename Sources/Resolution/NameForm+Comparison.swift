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
        !hasTitle && words[0] == full.words[0]
        && !NameTables.royalTitles.contains(words[0])
      return isFamilyName || isGivenName ? .partOfPersonName : nil
    }
    if isAcronym, full.initials.contains(words.joined()) { return .acronym }
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
    let country = full.words.prefix(rest)
    if words.count > 1, full.words.suffix(words.count).elementsEqual(words),
      KnownName.isCountry(country.joined()) || (rest == 1 && KnownName.isDemonym(full.words[0]))
    {
      return .withoutCountry
    }
    return nil
  }

  /// The words of a full name that may stand alone later: the last, and the first too where it is
  /// a family name of Chinese, Korean or Vietnamese.
  var familyNames: [String] {
    guard let first = words.first, let last = words.last, words.count > 1 else { return words }
    return NameTables.leadingFamilyNames.contains(first) ? [first, last] : [last]
  }
}
