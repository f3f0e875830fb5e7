/// Nouns for the sorts of made things, which stand for one that has a name: "the phone" for the Orion 4.
enum ThingSorts {
  /// Nouns that one thing may be called by in turn.
  private static let sorts = machines + [
    words("app application browser program programme software suite"),
    words("service shop store"),
    words("book novel"),
    words("film movie"),
    words("album record"),
    words("single song track"),
    words("drug medicine"),
    words("cyclone hurricane storm typhoon"),
  ]

  /// Those of things that are made in numbers under one name.
  private static let machines: [Set<String>] = [
    words("aircraft airplane aeroplane airliner jet jetliner jumbo plane superjumbo"),
    words("cellphone device handset phone smartphone telephone"),
    words("computer desktop device laptop machine notebook pc"),
    words("device gadget player recorder"),
    words("device tablet"),
    words("console device machine"),
    words("automobile car hatchback hybrid saloon sedan suv van vehicle"),
    words("boat ferry liner ship submarine tanker trawler vessel yacht"),
    words("craft probe rocket satellite shuttle spacecraft"),
  ]

  /// The nouns that may stand for what a noun stands for, itself among them; empty for a noun of no sort.
  static func companions(of lemma: String) -> Set<String> { table[lemma] ?? [] }

  /// Whether a noun is of a sort of things that are made in numbers under one name: "phone", but not "film".
  static func isMachine(_ lemma: String) -> Bool { machines.contains { $0.contains(lemma) } }

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for sort in sorts { for noun in sort { table[noun, default: []].formUnion(sort) } }
    return table
  }()

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
