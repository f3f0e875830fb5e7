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
    for index in start..<bytes.count where !Self.mayStand(bytes, at: index) {
      raw(bytes, start..<index)
      byte(UInt8(ascii: "%"))
      hexUpper(bytes[index])
      start = index + 1
    }
    raw(bytes, start..<bytes.count)
  }

  /// Whether a byte of a name may stand in an IRI as it is.
  private static func mayStand(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let value = bytes[index]
    if value >= 0x80 || value.isASCIILetter || value.isDigit { return true }
    if value == UInt8(ascii: "%") {
      return index + 2 < bytes.count && bytes[index + 1].hexValue != nil
        && bytes[index + 2].hexValue != nil
    }
    return IRISyntax.isAllowed(value) && value != 0x7f && value != UInt8(ascii: "[")
      && value != UInt8(ascii: "]")
  }

  /// Whether ``rdfIRI(_:)`` writes a name without percent-encoding any of it.
  static func isWholeIRI(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in bytes.indices.allSatisfy { mayStand(bytes, at: $0) } }
  }

  private mutating func hexUpper(_ value: UInt8) {
    for digit in [value >> 4, value & 0xf] {
      byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
