import GraphModel

/// Terms in the syntax that Turtle and N-Triples share.
extension ByteWriter {
  /// Appends a quoted string.
  mutating func rdfString(_ text: String) {
    byte(UInt8(ascii: "\""))
    escaped(text) { byte in
      byte < 0x20 || byte == 0x7f || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    } _: { out, byte in
      out.backslashed(byte)
    }
    byte(UInt8(ascii: "\""))
  }

  /// Appends `<…>` for a prefixed name; what an IRI may not hold is percent-encoded.
  mutating func rdfIRI(_ name: String) {
    var name = name
    name.withUTF8 { bytes in
      byte(UInt8(ascii: "<"))
      if let (namespace, local) = RDFPrefixes.split(bytes) {
        namespace.withUnsafeBufferPointer { raw($0) }
        iriText(bytes, from: local)
      } else {
        iriText(bytes, from: 0)
      }
      byte(UInt8(ascii: ">"))
    }
  }

  private mutating func iriText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var start = start
    for index in start..<bytes.count {
      let value = bytes[index]
      if value >= 0x80 || value.isASCIILetter || value.isDigit { continue }
      let isLonePercent =
        value == UInt8(ascii: "%")
        && !(index + 2 < bytes.count && bytes[index + 1].hexValue != nil
          && bytes[index + 2].hexValue != nil)
      guard
        !IRISyntax.isAllowed(value) || isLonePercent || value == 0x7f
          || value == UInt8(ascii: "[") || value == UInt8(ascii: "]")
      else { continue }
      raw(bytes, start..<index)
      byte(UInt8(ascii: "%"))
      hexUpper(value)
      start = index + 1
    }
    raw(bytes, start..<bytes.count)
  }

  private mutating func hexUpper(_ value: UInt8) {
    for digit in [value >> 4, value & 0xf] {
      byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
