/// Text of XML 1.0.
extension ByteWriter {
  /// Appends a text with the characters escaped that mean something in XML.
  ///
  /// Tabs and line ends are escaped too, as attributes need it, unless told to keep them.
  /// Characters that XML 1.0 forbids (most control characters, U+FFFE, U+FFFF) become U+FFFD.
  ///
  /// - Returns: The number of characters replaced.
  @discardableResult
  mutating func xml(_ text: String, keepsLines: Bool = false) -> Int {
    var replaced = 0
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        var length = 1
        let entity: StaticString
        switch bytes[index] {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"):
          guard !keepsLines else {
            index += 1
            continue
          }
          entity = bytes[index] == 0x09 ? "&#9;" : "&#10;"
        case 0x0d: entity = "&#13;"
        case 0..<0x20:
          entity = "\u{fffd}"
          replaced += 1
        case 0xef
        where index + 2 < bytes.count && bytes[index + 1] == 0xbf && bytes[index + 2] >= 0xbe:
          entity = "\u{fffd}"
          length = 3
          replaced += 1
        default:
          index += 1
          continue
        }
        if start < index { raw(bytes, start..<index) }
        entity.withUTF8Buffer { raw($0) }
        index += length
        start = index
      }
      if start < bytes.count { raw(bytes, start..<bytes.count) }
    }
    return replaced
  }

  /// Appends a text as an XML name token; other characters become `_` and their number.
  ///
  /// The letters kept are the common ones of those that all editions of XML 1.0 allow, because
  /// libxml2 and Xerces validate by the fourth edition.
  mutating func nameToken(_ text: String) {
    if text.utf8.allSatisfy({ $0.isNameByte }) { return raw(text) }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if scalar.isNameCharacter {
        raw(String(scalar))
      } else {
        byte(UInt8(ascii: "_"))
        hex(value, digits: 6)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether every edition of XML 1.0 allows the character in a name token.
  fileprivate var isNameCharacter: Bool {
    if isASCII { return UInt8(value).isNameByte }
    switch value {
    case 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x131, 0x134...0x13e, 0x141...0x148, 0x14a...0x17e,
      0x38e...0x3a1, 0x3a3...0x3ce, 0x401...0x40c, 0x40e...0x44f, 0x451...0x45c, 0x5d0...0x5ea,
      0x621...0x63a, 0x641...0x64a, 0x905...0x939, 0x3041...0x3094, 0x30a1...0x30fa,
      0x4e00...0x9fa5, 0xac00...0xd7a3:
      return true
    default: return false
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII character that an XML name token may hold.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"): true
    default: isASCIILetter || isDigit
    }
  }
}
