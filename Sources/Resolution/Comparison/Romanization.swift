/// Names in Cyrillic and Greek letters as Latin ones, letter by letter.
///
/// Follows the tables that passports and news agencies use (BGN/PCGN for Russian, ELOT 743 for
/// Greek), without their diacritics and context rules: names are compared with some tolerance
/// afterwards. Other scripts stay as they are.
enum Romanization {
  /// The text with Cyrillic and Greek letters replaced.
  ///
  /// O(*n*).
  static func latin(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xCD && $0 <= 0xD3 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      if let letters = table[lower] {
        result += letters
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let table: [Unicode.Scalar: String] = {
    let pairs: [(String, [String])] = [
      (
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        [
          "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
          "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
          "i", "i", "e", "g",
        ]
      ),
      (
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ",
        [
          "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r",
          "s", "s", "t", "y", "f", "ch", "ps", "o", "a", "e", "i", "i", "o", "y", "o", "i", "y",
        ]
      ),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, latin) in pairs {
      for (letter, replacement) in zip(letters.unicodeScalars, latin) {
        table[letter] = replacement
      }
    }
    return table
  }()
}
