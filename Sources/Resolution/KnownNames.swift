/// Countries and bodies that texts call by several names none of which is derived from another.
struct KnownName: Hashable, Sendable {
  /// The name to show.
  let label: String
  /// Local name of the class.
  let type: String

  /// The thing that a name in joined folded form (see ``NameTokens/joined``) stands for.
  ///
  /// - Parameters:
  ///   - joined: The name in joined folded form.
  ///   - written: The name as written: letters for a body are capitals, "Who" and "us" are words.
  /// - Returns: The country or body, or `nil`.
  static func named(_ joined: String, written: String) -> KnownName? {
    guard let known = table[joined] else { return nil }
    let isWord = written.unicodeScalars.contains { $0.properties.isLowercase }
    return joined.utf8.count <= 3 && isWord ? nil : known
  }

  /// The name by which a thing is known, or the name itself.
  static func label(of name: String) -> String {
    named(NameTokens(name).joined, written: name)?.label ?? name
  }

  /// Whether a single word is an adjective or a people of a country ("chinese", "americans").
  static func isDemonym(_ folded: String) -> Bool {
    demonyms.contains(folded)
      || (folded.hasSuffix("s") && demonyms.contains(String(folded.dropLast())))
      || PlaceTable.embedded.country(ofPeople: folded) != nil
  }

  private static let table: [String: KnownName] = {
    var table: [String: KnownName] = [:]
    for label in PlaceTable.embedded.countries {
      table[NameTokens(label).joined] = KnownName(label: label, type: EntityType.place)
    }
    for (label, names) in countries {
      let known = KnownName(label: label, type: EntityType.place)
      for name in [label] + names { table[NameTokens(name).joined] = known }
    }
    for (label, names) in bodies {
      let known = KnownName(label: label, type: EntityType.organization)
      for name in [label] + names { table[NameTokens(name).joined] = known }
    }
    return table
  }()

  /// Whether a known name is a country: too common to tell two contexts apart.
  static func isCountry(_ joined: String) -> Bool { table[joined]?.type == EntityType.place }

  private static let countries: [(String, [String])] = [
    ("United States", ["US", "USA", "United States of America", "America"]),
    ("United Kingdom", ["UK", "Britain", "Great Britain"]),
    ("China", ["PRC", "People's Republic of China", "Mainland China"]),
    ("South Korea", ["Republic of Korea", "ROK", "S Korea"]),
    ("North Korea", ["DPRK", "Democratic People's Republic of Korea", "N Korea"]),
    ("Russia", ["Russian Federation"]),
    ("Soviet Union", ["USSR"]),
    ("United Arab Emirates", ["UAE", "Emirates"]),
    ("Czech Republic", ["Czechia"]),
    ("Myanmar", ["Burma"]),
    ("Netherlands", ["Holland"]),
    ("Ivory Coast", ["Cote d'Ivoire", "Côte d’Ivoire"]),
    ("Turkey", ["Türkiye"]),
    ("Democratic Republic of Congo", ["DRC", "Democratic Republic of the Congo"]),
    ("Germany", ["Federal Republic of Germany"]),
    ("Saudi Arabia", ["Kingdom of Saudi Arabia"]),
    ("France", []), ("Japan", []), ("India", []), ("Italy", []), ("Spain", []), ("Canada", []),
    ("Australia", []), ("Brazil", []), ("Mexico", []), ("Israel", []), ("Iran", []), ("Iraq", []),
    ("Taiwan", []), ("Singapore", []), ("Ireland", []), ("Scotland", []), ("Wales", []),
    ("England", []), ("Pakistan", []), ("Afghanistan", []), ("Ukraine", []), ("Poland", []),
    ("Sweden", []), ("Norway", []), ("Denmark", []), ("Finland", []), ("Switzerland", []),
    ("Austria", []), ("Belgium", []), ("Greece", []), ("Portugal", []), ("South Africa", []),
    ("Egypt", []), ("Nigeria", []), ("Kenya", []), ("Malaysia", []), ("Indonesia", []),
    ("Thailand", []), ("Vietnam", []), ("Philippines", []), ("New Zealand", []),
    ("Argentina", []), ("Europe", []), ("Asia", []), ("Africa", []),
  ]

  private static let bodies: [(String, [String])] = [
    ("European Union", ["EU"]), ("United Nations", ["UN"]),
    ("World Trade Organization", ["WTO", "World Trade Organisation"]),
    ("World Health Organization", ["WHO", "World Health Organisation"]),
    ("International Monetary Fund", ["IMF"]),
    ("NATO", ["North Atlantic Treaty Organization", "North Atlantic Treaty Organisation"]),
  ]

  private static let demonyms: Set<String> = [
    "afghan", "african", "american", "briton", "dane", "dutchman", "englishman", "finn",
    "frenchman", "irishman", "scot", "scotsman", "spaniard", "swede", "turk", "welshman", "pole",
    "arab", "argentine", "argentinian", "asian", "australian",
    "austrian", "belgian", "brazilian", "british", "canadian", "chinese", "czech", "danish",
    "dutch", "egyptian", "english", "european", "finnish", "french", "german", "greek", "hungarian",
    "indian", "indonesian", "iranian", "iraqi", "irish", "israeli", "italian", "japanese",
    "kenyan", "korean", "malaysian", "mexican", "nigerian", "norwegian", "pakistani",
    "palestinian", "polish", "portuguese", "romanian", "russian", "saudi", "scottish",
    "singaporean", "spanish", "swedish", "swiss", "taiwanese", "thai", "turkish", "ukrainian",
    "vietnamese", "welsh",
  ]
}
