/// Nouns for the sorts of made things, which stand for one that has a name: "the phone" for the Orion 4.
enum ThingSorts {
  /// Nouns that one thing may be called by in turn.
  private static let sorts =
    machines + [
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

  /// Letters for what many things have or do, in small letters; they name no one's make: "an MP3 player".
  static let technologies: Set<String> = [
    "2g", "3g", "4g", "5g", "adsl", "am", "atv", "bluetooth", "cb", "cd", "dab", "dvd", "dvr", "ev",
    "fm", "gprs",
    "gps", "gsm", "hd", "hdtv", "ip", "it", "lcd", "led", "lp", "mms", "mp3", "mp4", "pc", "pda",
    "pvr", "ram", "rom",
    "rv", "sms", "suv", "tv", "uk", "umd", "umts", "us", "usb", "vcr", "vhs", "voip", "wap",
    "wi-fi", "wifi",
  ]

  /// Nouns that tell a player of what is recorded from one of a game.
  static let media: Set<String> = [
    "audio", "cassette", "cd", "dvd", "media", "minidisc", "mp3", "music", "record", "video",
  ]

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
