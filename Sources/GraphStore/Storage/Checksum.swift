/// The four bytes at the end of every value, by which a damaged one is known.
///
/// A multiplicative hash over words of eight bytes (little-endian, the last one filled up with
/// zeros), started with the length; it guards against a broken medium, not against an adversary.
enum Checksum {
  /// How many bytes it takes.
  static let size = 4

  /// The sum of some bytes.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let hash = hash(bytes)
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The hash that the sum is made of.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: bytes.count) ^ 0x9e37_79b9_7f4a_7c15
    var place = 0
    while place + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      state = mix(state ^ word)
      place += 8
    }
    if place < bytes.count {
      var word: UInt64 = 0
      for i in place..<bytes.count { word |= UInt64(bytes[i]) << UInt64(8 * (i - place)) }
      state = mix(state ^ word)
    }
    return state
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0xff51_afd7_ed55_8ccd
    return product ^ (product >> 29)
  }

  /// The value without its sum, or `nil` if the sum does not fit.
  static func payload(_ value: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard value.count >= size else { return nil }
    let payload = UnsafeRawBufferPointer(rebasing: value[..<(value.count - size)])
    let stored = value.loadUnaligned(fromByteOffset: value.count - size, as: UInt32.self)
    return UInt32(littleEndian: stored) == of(payload) ? payload : nil
  }
}
