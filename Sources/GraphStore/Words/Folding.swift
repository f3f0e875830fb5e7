/// Folds single letters: lower case, and Latin and Greek letters without their accents.
enum Folding {
  /// What a character is to the word scanner.
  enum Kind {
    case letter
    /// Belongs to the letter before it and is dropped.
    case mark
    case ideograph
    case separator
  }

  /// What a character outside ASCII is.
  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber,
      .letterNumber, .spacingMark:
      return .letter
    case .otherLetter:
      return properties.isIdeographic || (0x3040...0x30ff).contains(scalar.value)
        ? .ideograph : .letter
    case .nonspacingMark, .enclosingMark, .format: return .mark
    default: return .separator
    }
  }

  /// Appends the folded bytes of a letter outside ASCII.
  static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    if let latin = latin(scalar) {
      word.append(contentsOf: latin)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      let plain = greek[lower] ?? lower
      guard kind(plain) != .mark else { continue }
      word.append(contentsOf: String(plain).utf8)
    }
  }

  /// The plain letters of a Latin letter with marks, from its Unicode name (UAX #44).
  ///
  /// "LATIN SMALL LETTER E WITH ACUTE" is `e`, "LATIN CAPITAL LETTER AE" is `ae`, "LATIN SMALL
  /// LETTER DOTLESS I" is `i`; `nil` for letters whose names are words ("ETH").
  private static func latin(_ scalar: Unicode.Scalar) -> [UInt8]? {
    guard (0xc0..<0x250).contains(scalar.value) || (0x1e00..<0x1f00).contains(scalar.value),
      let name = scalar.properties.name, name.hasPrefix("LATIN ")
    else { return nil }
    if scalar.value == 0xdf || scalar.value == 0x1e9e { return [0x73, 0x73] }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER" || words[2] == "LIGATURE" else { return nil }
    let letter = words[3] == "DOTLESS" || words[3] == "LONG" ? words.last ?? "" : words[3]
    guard letter.utf8.count <= 2 else { return nil }
    return letter.lowercased().utf8.map { $0 }
  }

  /// Greek letters with tonos or dialytika, and the final sigma.
  private static let greek: [Unicode.Scalar: Unicode.Scalar] = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ",
    "ΐ": "ι", "ΰ": "υ", "ς": "σ",
  ]
}
