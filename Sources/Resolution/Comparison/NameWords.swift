/// The words of a name that is compared with another, whatever script it is written in.
struct NameWords: Hashable, Sendable {
  /// The words that tell: without titles, legal forms and small words.
  let words: [[UInt8]]
  /// The legal forms, made one by meaning (`ooo` and `llc`); sorted.
  let legalForms: [String]
  /// The words without anything between them.
  let joined: [UInt8]

  /// Reads a person's name, or that of something else.
  init(_ name: String, isPerson: Bool) {
    let name = isPerson ? name : NameForm.withoutListing(name)
    var all = NameTokens(Romanization.latin(name)).words
    var forms: Set<String> = []
    if isPerson {
      let rest = all.filter { !Self.honorifics.contains($0) }
      if !rest.isEmpty { all = rest }
    } else {
      all = Self.shortened(all)
      for word in all { if let form = Self.forms[word] { forms.insert(form) } }
      let rest = all.filter { Self.forms[$0] == nil && !Self.small.contains($0) }
      if !rest.isEmpty { all = rest }
    }
    words = all.map { Array($0.utf8) }
    legalForms = forms.sorted()
    joined = words.flatMap { $0 }
  }

  /// The words with the long forms of legal forms made short.
  private static func shortened(_ words: [String]) -> [String] {
    var result: [String] = []
    var i = 0
    while i < words.count {
      let hit = phrases.first { words[i...].starts(with: $0.words) }
      result.append(hit?.form ?? words[i])
      i += hit?.words.count ?? 1
    }
    return result
  }

  private static let small: Set<String> = ["the", "of", "and", "for"]

  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "president", "sir", "lord", "lady",
    "shaikh", "sheikh", "haji", "hajji", "mullah", "maulawi", "mawlawi", "mufti", "sayyid",
    "sayyed", "monsieur", "madame", "prasident", "general", "gen", "col", "ing",
  ]

  private static let forms: [String: String] = [
    "ltd": "ltd", "limited": "ltd", "inc": "inc", "incorporated": "inc", "corp": "inc",
    "corporation": "inc", "co": "co", "company": "co", "plc": "plc", "llc": "llc", "llp": "llp",
    "gmbh": "gmbh", "ag": "ag", "aktiengesellschaft": "ag", "sa": "sa", "se": "se", "sas": "sas",
    "sarl": "sarl", "srl": "srl", "spa": "spa", "nv": "nv", "bv": "bv", "ab": "ab", "as": "as",
    "oy": "oy", "oyj": "oyj", "kg": "kg", "ooo": "llc", "oao": "jsc", "ojsc": "jsc", "pjsc": "jsc",
    "pao": "jsc", "zao": "jsc", "jsc": "jsc", "ao": "jsc", "pte": "pte", "pty": "pty", "kk": "kk",
    "sp": "sp", "zoo": "zoo", "bhd": "bhd", "sdn": "sdn", "holding": "holding",
    "holdings": "holding", "group": "group", "lp": "lp",
  ]

  private static let phrases: [(words: [String], form: String)] = [
    (["open", "joint", "stock", "company"], "jsc"),
    (["public", "joint", "stock", "company"], "jsc"),
    (["joint", "stock", "company"], "jsc"),
    (["limited", "liability", "company"], "llc"),
    (["public", "limited", "company"], "plc"),
    (["societe", "anonyme"], "sa"),
    (["societatea", "cu", "raspundere", "limitata"], "srl"),
    (["aktsionernoe", "obshchestvo"], "jsc"),
    (["obshchestvo", "s", "ogranichennoi", "otvetstvennostyu"], "llc"),
  ]
}
