import Extraction

/// What the mentions of one document tell of things, each read once.
struct MentionReadings {
  /// The mentions.
  let mentions: [Mention]
  /// For each, whether it names a thing; a title alone, or the adjective or people of a country,
  /// does not.
  private(set) var isProperName: [Bool] = []
  /// For each, the class: that of a name with the known countries and bodies put right.
  private(set) var types: [String?] = []
  /// For each, how it describes a thing; `nil` for what is no nominal, or says too little.
  private(set) var descriptions: [Description?] = []
  /// For each, the folded words of its core; empty for a pronoun.
  private(set) var words: [[String]] = []

  /// Reads mentions, in O(*n*) of their words.
  init(_ mentions: [Mention]) {
    self.mentions = mentions
    isProperName.reserveCapacity(mentions.count)
    types.reserveCapacity(mentions.count)
    descriptions.reserveCapacity(mentions.count)
    words.reserveCapacity(mentions.count)
    for i in mentions.indices {
      let tokens = mentions[i].kind == .pronoun ? [] : NameTokens(mentions[i].core).words
      let isProper = mentions[i].isProperName(words: tokens)
      isProperName.append(isProper)
      types.append(isProper ? mentions[i].nameType(words: tokens) : mentions[i].type)
      descriptions.append(Description(mentions[i], words: tokens))
      words.append(tokens)
    }
    readOffices()
  }

  /// Takes the office of a person who is named in the same chain for a phrase, however it is written: "the Prime
  /// Minister" after "Prime Minister Ann Lee".
  private mutating func readOffices() {
    let offices = mentions.indices.filter { isProperName[$0] && Self.isOffice(words[$0]) }
    guard !offices.isEmpty else { return }
    var persons: Set<Int> = []
    for i in mentions.indices
    where isProperName[i] && types[i] == EntityType.person && mentions[i].chain >= 0 {
      if !Self.isOffice(words[i]) { persons.insert(mentions[i].chain) }
    }
    for i in offices where persons.contains(mentions[i].chain) { isProperName[i] = false }
  }

  /// Whether folded words tell an office and nobody who has it: "minister of finance".
  private static func isOffice(_ words: [String]) -> Bool {
    let head = words.prefix { !NameTables.functionWords.contains($0) }
    return head.last.map(NameTables.offices.contains) == true
  }
}

extension Unicode.Scalar {
  /// Whether it is the sign of a currency; ASCII is not looked up.
  fileprivate var isCurrency: Bool {
    isASCII ? self == "$" : properties.generalCategory == .currencySymbol
  }

  /// Whether it is a digit or a letter that is not small; ASCII is not looked up.
  fileprivate var isCapitalOrDigit: Bool {
    if isASCII { return ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
    return !properties.isLowercase && (properties.isAlphabetic || properties.numericType != nil)
  }
}

extension Mention {
  fileprivate func isProperName(words: [String]) -> Bool {
    guard kind == .name else { return false }
    var hasCapital = false
    for scalar in core.unicodeScalars {
      if scalar.isCurrency { return false }
      hasCapital = hasCapital || scalar.isCapitalOrDigit
    }
    guard hasCapital else { return false }
    guard words.count == 1 else { return true }
    let isTitle = NameTables.titles.contains(words[0]) && (type == nil || type == EntityType.person)
    return !isTitle && !KnownName.isDemonym(words[0])
  }

  fileprivate func nameType(words: [String]) -> String? {
    if type != EntityType.person, let known = KnownName.named(words.joined(), written: core) {
      return known.type
    }
    return type
  }
}
