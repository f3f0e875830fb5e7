/// Takes regular endings off English forms and puts the spelling of the base form right:
/// `stopped`, `carried`, `criticised`, `handling`, `taxes`, `nicer`.
///
/// Spelling leaves several bases possible (`hop` and `hope` for `hoped`). A base that is a lemma in
/// the table, or a word of the encoder's vocabulary, is preferred; rules of English orthography decide
/// between the rest.
struct SpellingRule: Sendable {
  private let table: LemmaTable
  private let vocabulary: PieceVocabulary

  init(table: LemmaTable, vocabulary: PieceVocabulary) {
    self.table = table
    self.vocabulary = vocabulary
  }

  /// The base of a lower-cased form, or `nil` if it has not the inflection's ending.
  func base(of form: String, _ inflection: Inflection) -> String? {
    if let hyphen = form.lastIndex(of: "-") {
      let rest = String(form[form.index(after: hyphen)...])
      return base(of: rest, inflection).map { form[...hyphen] + $0 }
    }
    guard form.utf8.allSatisfy({ (0x61...0x7a).contains($0) }), form.utf8.count > 3 else {
      return nil
    }
    let upos = inflection.upos
    switch inflection {
    case .past:
      guard let stem = form.cutting("ed"), stem.hasVowel else { return nil }
      if let short = stem.cutting("i") { return ending(short, ["y", "ie"], upos) }
      if stem.hasSuffix("e") { return stem + "e" }
      return restore(stem, upos)
    case .participle:
      guard let stem = form.cutting("ing"), stem.hasVowel else { return nil }
      if stem.utf8.count == 2, let short = stem.cutting("y") { return short + "ie" }
      if stem.hasSuffix("e") { return stem }
      return restore(stem, upos)
    case .thirdPerson: return withoutS(form, upos)
    case .plural:
      if form.hasSuffix("men"), form.utf8.count > 4 { return form.dropLast(2) + "an" }
      return withoutS(form, upos)
    case .comparative, .superlative:
      guard let stem = form.cutting(inflection == .comparative ? "er" : "est"), stem.hasVowel
      else { return nil }
      if let short = stem.cutting("i") { return short + "y" }
      return restore(stem, upos)
    }
  }

  // MARK: - Endings that begin with a vowel

  /// Undoes what a vowel ending does to a base: doubles its consonant or drops its e.
  private func restore(_ stem: String, _ upos: UPOS) -> String {
    let letters = Array(stem.utf8)
    guard letters.count > 1 else { return stem }
    let last = letters[letters.count - 1]
    if last == letters[letters.count - 2], !last.isVowel {
      return undouble(stem, last, upos)
    }
    if stem.hasSuffix("ick"), stem.syllables > 1 {
      return choose([String(stem.dropLast()), stem], upos)
    }
    let silent = stem + "e"
    switch last {
    case UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "c"), UInt8(ascii: "z"):
      return choose([silent, stem], upos)
    case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "o"),
      UInt8(ascii: "i"), UInt8(ascii: "a"), UInt8(ascii: "h"):
      return choose([stem, silent], upos)
    default: break
    }
    // One syllable with one vowel letter and one consonant would have doubled it.
    if stem.syllables == 1, letters.count > 1, letters[letters.count - 2].isVowel,
      letters.count == 2 || !letters[letters.count - 3].isVowel
    {
      return silent
    }
    return choose(Self.dropsE(stem) ? [silent, stem] : [stem, silent], upos)
  }

  private func undouble(_ stem: String, _ last: UInt8, _ upos: UPOS) -> String {
    let single = String(stem.dropLast())
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "z"):
      return choose([stem, single], upos)
    case UInt8(ascii: "l") where stem.syllables == 1: return choose([stem, single], upos)
    default: return choose([single, stem], upos)
    }
  }

  /// Stem endings after which a base mostly has a silent e.
  private static let silentEndings = [
    "is", "ys", "os", "us", "as", "ns", "rs", "ls", "ps", "ws", "iz", "yz", "dg", "rg", "ag", "ug",
    "ang", "eng", "bl", "tl", "dl", "gl", "pl", "fl", "kl", "cl", "sl", "zl", "cr", "tr", "ut",
    "ud",
    "id", "ad", "od", "in", "ir", "ur", "ar", "um", "ul", "ak", "ok", "ik", "uk", "ap",
    "ced",
  ]

  private static func dropsE(_ stem: String) -> Bool {
    let letters = Array(stem.utf8)
    let before = letters.count > 2 ? letters[letters.count - 3] : UInt8(ascii: "b")
    // -ate after a consonant or another syllable's vowel: operated, created, but treated.
    if stem.hasSuffix("at") {
      return stem.hasSuffix("iat") || stem.hasSuffix("uat") || !before.isVowel
    }
    guard silentEndings.contains(where: stem.hasSuffix) else { return false }
    // Two vowel letters before the consonant: avoided, explained, but caused, raised.
    let isSibilant = stem.hasSuffix("s") || stem.hasSuffix("z")
    return isSibilant || letters[letters.count - 2].isVowel == false || !before.isVowel
  }

  // MARK: - Endings in s

  private func withoutS(_ form: String, _ upos: UPOS) -> String? {
    guard let stem = form.cutting("s"), !form.hasSuffix("ss") else { return nil }
    if form.hasSuffix("us") || form.hasSuffix("is") { return upos == .noun ? form : stem }
    guard let short = form.cutting("es") else { return stem }
    if let root = form.cutting("ies") { return ending(root, ["y", "ie"], upos) }
    if form.hasSuffix("ves"), upos == .noun {
      let root = String(form.dropLast(3))
      return choose([stem, root + "f", root + "fe"], upos)
    }
    for ending in ["ss", "sh", "ch", "x", "zz", "o"] where short.hasSuffix(ending) {
      return choose([short, stem], upos)
    }
    guard short.hasSuffix("s") || short.hasSuffix("z") else { return stem }
    // walruses, but causes and houses; theses
    let isLatin = short.hasSuffix("us") && !short.hasSuffix("aus") && !short.hasSuffix("ous")
    let candidates = isLatin && short.syllables > 1 ? [short, stem] : [stem, short]
    return choose(upos == .noun ? candidates + [short + "is"] : candidates, upos)
  }

  // MARK: - Choices

  private func ending(_ root: String, _ endings: [String], _ upos: UPOS) -> String {
    let candidates = endings.map { root + $0 }
    // died, ties
    if root.utf8.count <= 1 { return candidates.last ?? root }
    return choose(candidates, upos)
  }

  /// The first candidate that is a lemma, else the first that is a word, else the first.
  private func choose(_ candidates: [String], _ upos: UPOS) -> String {
    candidates.first { table.lemma(of: $0, upos) == $0 }
      ?? candidates.first { vocabulary.contains($0) } ?? candidates[0]
  }
}

extension String {
  /// What is left of the text without an ending that it has.
  fileprivate func cutting(_ ending: String) -> String? {
    hasSuffix(ending) ? String(dropLast(ending.utf8.count)) : nil
  }

  fileprivate var hasVowel: Bool { utf8.contains(where: \.isVowel) || utf8.contains(0x79) }

  /// The runs of vowel letters.
  fileprivate var syllables: Int {
    var count = 0
    var wasVowel = false
    for letter in utf8 {
      let isVowel = letter.isVowel || letter == UInt8(ascii: "y") && count + utf8.count > 1
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }
}

extension UInt8 {
  /// Whether it is one of a, e, i, o, u.
  fileprivate var isVowel: Bool {
    switch self {
    case 0x61, 0x65, 0x69, 0x6f, 0x75: true
    default: false
    }
  }
}
