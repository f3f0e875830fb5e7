/// Tells the language of a text from its script and its function words.
enum LanguageIdentifier {
  /// The BCP 47 tag of the language; `und` if it cannot be told, `zxx` for numbers or program text.
  ///
  /// Looks at three samples of 8 kB. Short texts count as English unless they are clearly
  /// something else.
  static func language(of text: [UInt8]) -> String {
    var counts = Counts()
    let size = 8 << 10
    if text.count <= 3 * size {
      counts.add(text[...])
    } else {
      for start in [0, text.count / 2, text.count - size] {
        counts.add(text[start..<start + size])
      }
    }
    return counts.verdict
  }

  private struct Counts {
    var words = 0
    var hits = [Int](repeating: 0, count: FunctionWords.tags.count)
    var letters = 0
    /// The words with a letter that English has not.
    var foreignWords = 0
    /// The characters that are neither letters nor white space, and those of them that programs are full of.
    var marks = 0
    var programMarks = 0
    private var isForeign = false
    private var hasFigure = false
    private var telling: UInt32 = 0
    var scripts: [String: Int] = [:]

    mutating func add(_ text: ArraySlice<UInt8>) {
      var hash = FunctionWords.seed
      text.withUnsafeBufferPointer { bytes in
        var at = 0
        while at < bytes.count {
          let decoded = UTF8Scalars.decode(bytes, at: at)
          at += decoded.count
          let value = decoded.scalar?.value ?? 0
          let isLatin =
            value < 0x80
            ? UInt8(value).isASCIILetter
            : value >= 0xc0 && value < 0x250 && value != 0xd7 && value != 0xf7 || value >> 8 == 0x1e
          if isLatin {
            letters += 1
            hash = FunctionWords.hash(hash, value)
            if value >= 0xc0 {
              isForeign = true
              telling |= FunctionWords.languages(ofLetter: value)
            }
            continue
          }
          if (0x30...0x39).contains(value) {
            // "8c63b" holds no word.
            hasFigure = true
            marks += 1
            continue
          }
          endWord(&hash)
          if value > 0x20 {
            marks += 1
            if value < 0x80, Self.isProgramMark[Int(value)] { programMarks += 1 }
          }
          if value >= 0x370, let tag = Self.script(value) {
            letters += 1
            scripts[tag, default: 0] += 1
          }
        }
      }
      endWord(&hash)
    }

    private mutating func endWord(_ hash: inout UInt64) {
      defer { hasFigure = false }
      guard hash != FunctionWords.seed else { return }
      guard !hasFigure else {
        hash = FunctionWords.seed
        isForeign = false
        telling = 0
        return
      }
      words += 1
      if isForeign { foreignWords += 1 }
      var languages = FunctionWords.languages(ofWord: hash) | telling
      isForeign = false
      telling = 0
      while languages != 0 {
        hits[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
      hash = FunctionWords.seed
    }

    private static let isProgramMark: [Bool] = (0..<128).map {
      "{}[]()<>;=_#*|\\".utf8.contains($0)
    }

    /// The language or script of a letter that is not Latin.
    private static func script(_ value: UInt32) -> String? {
      switch value {
      case 0x370...0x3ff, 0x1f00...0x1fff: "el"
      case 0x400...0x52f: "ru"
      case 0x530...0x58f: "hy"
      case 0x590...0x5ff: "he"
      case 0x600...0x6ff, 0x750...0x77f: "ar"
      case 0x900...0x97f: "hi"
      case 0x980...0x9ff: "bn"
      case 0xb80...0xbff: "ta"
      case 0xe00...0xe7f: "th"
      case 0x10a0...0x10ff: "ka"
      case 0x1100...0x11ff, 0xac00...0xd7af: "ko"
      case 0x3040...0x30ff: "ja"
      case 0x3400...0x9fff, 0x20000...0x2ffff: "zh"
      default: nil
      }
    }

    var verdict: String {
      if let tag = foreignScript { return tag }
      if isNoProse { return "zxx" }
      let english = hits[0]
      var best = 0
      for i in hits.indices.dropFirst() where best == 0 || hits[i] > hits[best] { best = i }
      let other = hits[best]
      // A language other than English must explain a good part of the text, and far more than
      // English does.
      if words >= 8, other * 100 >= words * 15, other * 2 > english * 3, other >= 3 {
        return FunctionWords.tags[best]
      }
      // Languages with few function words show by their letters, which English hardly has.
      if words >= 4, foreignWords * 100 >= words * 15, english * 100 < words * 8,
        other >= (words < 8 ? 2 : 1), other > english
      {
        return FunctionWords.tags[best]
      }
      if words < 60 || english * 100 >= words * 12 { return "en" }
      // Tables and lists of names have few function words of any language.
      return other > english && other * 100 >= words * 8 ? FunctionWords.tags[best] : "und"
    }

    /// Whether figures or the marks of programs outweigh the letters by so much that no sentence is there.
    private var isNoProse: Bool {
      guard marks >= 24 else { return false }
      return letters * 4 < marks || programMarks * 8 > letters && hits[0] * 100 < words * 30
    }

    /// The language of the script that most letters belong to, if that is not Latin.
    private var foreignScript: String? {
      let total = scripts.values.reduce(0, +)
      guard total * 2 > letters, total >= 2 else { return nil }
      // Japanese mixes Chinese characters with its own.
      if let kana = scripts["ja"], kana * 10 >= total { return "ja" }
      return scripts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    }
  }
}
