/// A 64-bit hash that is the same on every run and machine (FNV-1a with a final mix).
///
/// For identifiers and look-up keys, not for protection against an adversary: document contents
/// are compared by SHA-256 instead.
public struct StableHash: Sendable {
  @usableFromInline
  var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the hash of nothing.
  public init() {}

  /// Adds bytes.
  @inlinable
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state ^= UInt64(byte)
      state &*= 0x100_0000_01b3
    }
  }

  /// Adds a text and an end mark, so that ("ab", "c") and ("a", "bc") differ.
  public mutating func combine(field text: String) {
    combine(text.utf8)
    combine(CollectionOfOne(0xff))
  }

  /// The hash of what was added so far (the finaliser of MurmurHash3, public domain).
  public var value: UInt64 {
    var h = state
    h ^= h >> 33
    h &*= 0xff51_afd7_ed55_8ccd
    h ^= h >> 33
    h &*= 0xc4ce_b9fe_1a85_ec53
    h ^= h >> 33
    return h
  }

  /// The first `digits` (at most 16) lower-case hexadecimal digits of the hash.
  public func hex(digits: Int = 16) -> String {
    let value = value
    let shown = (0..<min(16, max(0, digits))).map { digit -> UInt8 in
      let nibble = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * digit)) & 15
      return nibble < 10 ? 48 + nibble : 87 + nibble
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// The hexadecimal hash of some bytes.
  public static func hex(_ bytes: some Sequence<UInt8>, digits: Int = 16) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.hex(digits: digits)
  }
}
