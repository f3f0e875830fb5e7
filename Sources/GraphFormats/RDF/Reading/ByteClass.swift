/// What each byte may be part of in the syntaxes of the Turtle family, as bits of one table.
enum ByteClass {
  /// Ends an IRI or must not be in one: controls, space, `<>"{}|^` and so on.
  static let iriStop: UInt8 = 1
  /// Ends a run of a quoted string that can be written again as it is.
  ///
  /// Controls, DEL, the quotation mark, the backslash, and the first byte of U+FFFE.
  static let stringStop: UInt8 = 2
  /// Goes on a name: letters, digits, `_` and `-`.
  static let name: UInt8 = 4
  /// White space or a line end.
  static let space: UInt8 = 8
  /// A decimal digit.
  static let digit: UInt8 = 16
  /// A letter of ASCII.
  static let letter: UInt8 = 32

  /// The table, one entry a byte; it lives as long as the program.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for value in 0..<256 {
      let byte = UInt8(value)
      var bits: UInt8 = 0
      if !IRISyntax.isAllowed(byte) { bits |= iriStop }
      if byte < 0x20 || byte == 0x7f || byte == 0x22 || byte == 0x5c || byte == 0xef {
        bits |= stringStop
      }
      if byte.isASCIILetter || byte.isDigit || byte == 0x5f || byte == 0x2d { bits |= name }
      if byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { bits |= space }
      if byte.isDigit { bits |= digit }
      if byte.isASCIILetter { bits |= letter }
      table[value] = bits
    }
    return UnsafePointer(table)
  }()
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

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
