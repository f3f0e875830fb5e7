/// Text of XML 1.0.
extension ByteWriter {
  /// Appends a text with the characters escaped that mean something in XML.
  ///
  /// Characters that XML 1.0 forbids (most control characters, U+FFFE, U+FFFF) become U+FFFD.
  ///
  /// - Returns: The number of characters replaced.
  @discardableResult
  mutating func xml(_ text: String) -> Int {
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
        case 0x09: entity = "&#9;"
        case 0x0a: entity = "&#10;"
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
  mutating func nameToken(_ text: String) {
    if text.utf8.allSatisfy({ $0.isNameByte }) { return raw(text) }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if NameCharacters.isInner(value) || value == 0x3a || value == 0x2e {
        raw(String(scalar))
      } else {
        byte(UInt8(ascii: "_"))
        hex(value, digits: 6)
      }
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
