/// The Windows-1252 character set, as the Web reads it (WHATWG Encoding Standard): the five
/// unassigned bytes stand for the C1 controls of the same number.
enum Windows1252 {
  /// The character of a byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard byte >= 0x80, byte < 0xa0 else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{fffd}"
  }

  /// The byte of a character, if the set has it.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x80 || (value >= 0xa0 && value <= 0xff) { return UInt8(value) }
    if value >= 0x80 && value < 0xa0 {
      return upper[Int(value) - 0x80] == UInt16(value) ? UInt8(value) : nil
    }
    guard value <= 0xffff else { return nil }
    return upper.firstIndex(of: UInt16(value)).map { UInt8($0 + 0x80) }
  }

  private static let upper: [UInt16] = [
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
  ]
}
