/// The words of a name in folded form: lower case, without accents, punctuation or possessive.
///
/// "SenseTime Group Ltd.’s" becomes `sensetime group ltd`, "U.S." and "U. S." become `us`,
/// "Tang Xiao’ou" becomes `tang xiaoou`. A leading "the" is dropped. O(*n*).
struct NameTokens: Hashable, Sendable {
  /// The words, in order; empty if the name holds no letter and no digit.
  private(set) var words: [String] = []

  /// Folds a name.
  init(_ name: String) {
    var name = name
    let isRead = name.withUTF8 { bytes in readASCII(bytes) }
    if !isRead { readScalars(Array(name.unicodeScalars)) }
    joinInitials()
    if words.count > 1, words[0] == "the" { words.removeFirst() }
  }

  /// Reads a name of ASCII letters, as most are; tells whether it is one.
  private mutating func readASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { word in
      var length = 0
      for (i, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          word[length] = byte
          length += 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          word[length] = byte | 0x20
          length += 1
        case UInt8(ascii: "."): continue
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
          guard Self.isPossessive(bytes, at: i) else { continue }
          close(word, &length)
        default: close(word, &length)
        }
        if length == 1, word[0] == UInt8(ascii: "s"), i > 0, Self.isPossessive(bytes, at: i - 1) {
          length = 0
        }
      }
      close(word, &length)
    }
    return true
  }

  private mutating func close(_ word: UnsafeMutableBufferPointer<UInt8>, _ length: inout Int) {
    if length > 0 { words.append(String(decoding: word[..<length], as: UTF8.self)) }
    length = 0
  }

  /// Whether an apostrophe stands at a byte that an "s" follows which ends its word.
  private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard bytes[i] == UInt8(ascii: "'") || bytes[i] == UInt8(ascii: "`"), i > 0,
      i + 1 < bytes.count, bytes[i + 1] | 0x20 == UInt8(ascii: "s")
    else { return false }
    return i + 2 == bytes.count || bytes[i + 2] == UInt8(ascii: " ")
  }

  /// Reads a name of any letters.
  private mutating func readScalars(_ scalars: [Unicode.Scalar]) {
    var word = ""
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z":
        if let lower = Unicode.Scalar(scalar.value + 32) { word.unicodeScalars.append(lower) }
      case ".", "\u{300}"..."\u{36f}": continue
      case "'", "\u{2019}", "\u{2018}", "`":
        if Self.isPossessive(scalars, at: i) { close(&word) }
      case _ where scalar.isASCII: close(&word)
      default:
        if let folded = Self.fold(scalar) {
          word += folded
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          word += scalar.properties.lowercaseMapping
        } else {
          close(&word)
        }
      }
      if word == "s", i > 0, Self.isApostrophe(scalars[i - 1]),
        Self.isPossessive(scalars, at: i - 1)
      {
        word = ""
      }
    }
    close(&word)
  }

  /// The words without anything between them, so that "Sense Time" equals "SenseTime".
  var joined: String { words.joined() }

  private mutating func close(_ word: inout String) {
    if !word.isEmpty { words.append(word) }
    word = ""
  }

  /// Makes one word of single letters in a row, so that `j p morgan` becomes `jp morgan`.
  private mutating func joinInitials() {
    guard words.count > 1, words.contains(where: { $0.utf8.count == 1 }) else { return }
    var result: [String] = []
    var isInitials = false
    for word in words {
      let isLetter = word.utf8.count == 1
      if isLetter, isInitials, let last = result.popLast() {
        result.append(last + word)
      } else {
        result.append(word)
      }
      isInitials = isLetter
    }
    words = result
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "`"
  }

  /// Whether an apostrophe is followed by an "s" that ends its word.
  private static func isPossessive(_ scalars: [Unicode.Scalar], at i: Int) -> Bool {
    guard i > 0, i + 1 < scalars.count, scalars[i + 1] == "s" || scalars[i + 1] == "S" else {
      return false
    }
    return i + 2 == scalars.count || scalars[i + 2] == " "
  }

  /// The plain letters for an accented letter of Latin-1 or Latin Extended-A.
  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xc0...0xc5, 0xe0...0xe5, 0x100...0x105: "a"
    case 0xc6, 0xe6: "ae"
    case 0xc7, 0xe7, 0x106...0x10d: "c"
    case 0xd0, 0xf0, 0x10e...0x111: "d"
    case 0xc8...0xcb, 0xe8...0xeb, 0x112...0x11b: "e"
    case 0x11c...0x123: "g"
    case 0x124...0x127: "h"
    case 0xcc...0xcf, 0xec...0xef, 0x128...0x131: "i"
    case 0x132...0x133: "ij"
    case 0x134...0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0xd1, 0xf1, 0x143...0x14b: "n"
    case 0xd2...0xd6, 0xd8, 0xf2...0xf6, 0xf8, 0x14c...0x151: "o"
    case 0x152...0x153: "oe"
    case 0x154...0x159: "r"
    case 0x15a...0x161, 0x17f: "s"
    case 0xdf: "ss"
    case 0x162...0x167: "t"
    case 0xde, 0xfe: "th"
    case 0xd9...0xdc, 0xf9...0xfc, 0x168...0x173: "u"
    case 0x174...0x175: "w"
    case 0xdd, 0xfd, 0xff, 0x176...0x178: "y"
    case 0x179...0x17e: "z"
    default: nil
    }
  }
}
