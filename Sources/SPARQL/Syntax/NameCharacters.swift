/// The characters of SPARQL's names (grammar rules `PN_CHARS_BASE` to `PN_LOCAL_ESC`).
enum NameCharacters {
  /// The code point at a place of UTF-8 bytes and its length, or `nil` at the end.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int)? {
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    func tail(_ distance: Int) -> UInt32 {
      index + distance < bytes.count ? UInt32(bytes[index + distance] & 0x3f) : 0
    }
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0x80..<0xe0: return (UInt32(lead & 0x1f) << 6 | tail(1), 2)
    case 0xe0..<0xf0: return (UInt32(lead & 0x0f) << 12 | tail(1) << 6 | tail(2), 3)
    default:
      return (UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// Whether a code point can start a prefix: `PN_CHARS_BASE`.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80: UInt8(scalar).isASCIILetter
    case 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x2ff, 0x370...0x37d, 0x37f...0x1fff, 0x200c...0x200d,
      0x2070...0x218f, 0x2c00...0x2fef, 0x3001...0xd7ff, 0xf900...0xfdcf, 0xfdf0...0xfffd,
      0x10000...0xeffff:
      true
    default: false
    }
  }

  /// Whether a code point can start a variable's name, a blank node's label or a local name.
  static func isVariableStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      let byte = UInt8(scalar)
      return byte.isASCIILetter || byte.isDigit || byte == UInt8(ascii: "_")
    }
    return isLetter(scalar)
  }

  /// Whether a code point can go on in a variable's name.
  static func isVariablePart(_ scalar: UInt32) -> Bool {
    isVariableStart(scalar) || isCombining(scalar)
  }

  /// Whether a code point can go on in a prefix, label or local name: `PN_CHARS`.
  static func isPart(_ scalar: UInt32) -> Bool {
    isVariableStart(scalar) || scalar == UInt32(UInt8(ascii: "-")) || isCombining(scalar)
  }

  private static func isCombining(_ scalar: UInt32) -> Bool {
    scalar == 0xb7 || (0x300...0x36f).contains(scalar) || (0x203f...0x2040).contains(scalar)
  }

  /// Whether a character can follow a backslash in a local name.
  static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

/// What an IRI may hold between its angle brackets.
enum IRIText {
  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"),
      UInt8(ascii: "\\"):
      false
    default: true
    }
  }
}
