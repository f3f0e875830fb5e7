/// Numbers in groups of seven bits, the lowest first; all but the last have their high bit set
/// (DWARF 5, 7.6: unsigned LEB128).
public enum LEB128 {
  /// Appends a number, of one to ten bytes.
  @inlinable
  @inline(__always)
  public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Reads a number byte by byte.
  ///
  /// - Parameter next: Gives the next byte.
  /// - Returns: The number; nil if it has more than 64 bits.
  /// - Throws: What `next` throws, which ends the reading.
  @inlinable
  @inline(__always)
  public static func read<E: Error>(_ next: () throws(E) -> UInt8) throws(E) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try next()
      guard shift < 63 || shift == 63 && byte <= 1 else { return nil }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
