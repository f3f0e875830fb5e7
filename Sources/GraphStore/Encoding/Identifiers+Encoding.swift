import GraphModel

/// Identifiers of hexadecimal digits take half their length.
///
/// A document is `0` and six bytes if its identifier is `d:` and twelve lower-case hexadecimal
/// digits, and `1` and a text otherwise.
extension ByteWriter {
  /// Appends a document's identifier.
  mutating func document(_ id: DocumentID) {
    let written = Array(id.value.utf8)
    guard written.count == 14, id.value.hasPrefix("d:"),
      let number = HexDigits.number(written[2...])
    else {
      byte(1)
      text(id.value)
      return
    }
    byte(0)
    for shift in stride(from: 40, through: 0, by: -8) {
      byte(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
}

extension ByteReader {
  /// Reads a document's identifier.
  mutating func document() throws(EncodingFault) -> DocumentID {
    if try flag() { return DocumentID(try text()) }
    var number: UInt64 = 0
    for byte in try raw(6) { number = number << 8 | UInt64(byte) }
    return DocumentID("d:" + HexDigits.text(number, digits: 12))
  }
}

/// Lower-case hexadecimal digits.
enum HexDigits {
  /// The number that at most sixteen digits stand for, or `nil` if another byte is among them.
  static func number(_ digits: some Collection<UInt8>) -> UInt64? {
    guard digits.count <= 16 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: number = number << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: number = number << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return number
  }

  /// The digits of a number, filled up with zeros.
  static func text(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
