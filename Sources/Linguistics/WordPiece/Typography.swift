/// Typographic marks and their plain forms, which the network was trained on.
enum Typography {
  /// A word with plain apostrophes and quotation marks.
  ///
  /// `’s` is read as `'s`, `“` and `”` as `"`; other words are returned as they are.
  static func plain(_ word: String) -> String {
    // U+2018 to U+201F begin with E2 80, U+02BC with CA; most words have neither.
    guard word.utf8.contains(where: { $0 == 0xe2 || $0 == 0xca }) else { return word }
    var plain = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201a, 0x201b, 0x02bc: plain.append("'")
      case 0x201c, 0x201d, 0x201e, 0x201f: plain.append("\"")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
