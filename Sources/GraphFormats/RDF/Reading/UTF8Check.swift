/// Finds bytes that are not UTF-8 (RFC 3629).
enum UTF8Check {
  /// The place of the first byte that breaks UTF-8, or `nil`.
  ///
  /// - Complexity: O(*n*).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let valid = validPrefix(bytes)
      return valid < bytes.count ? valid : nil
    }
  }

  /// How many bytes from the start are whole characters in UTF-8.
  ///
  /// - Complexity: O(*n*); ASCII goes 32 bytes at a time.
  static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var index = 0
    while index < count {
      while index + 32 <= count {
        let a = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let b = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
        let c = raw.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
        let d = raw.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
        if (a | b | c | d) & 0x8080_8080_8080_8080 != 0 { break }
        index += 32
      }
      while index < count, base[index] < 0x80 { index += 1 }
      while index < count, base[index] >= 0x80 {
        let length = sequence(base + index, count - index)
        if length == 0 { return index }
        index += length
      }
    }
    return count
  }

  /// Whether bytes that do not start with a character could start with one if more followed.
  static func mayBeCutOff(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let lead = bytes.first, bytes.count < 4 else { return false }
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    guard (0xc2...0xf4).contains(lead), bytes.count < length else { return false }
    if bytes.count > 1, !second(after: lead).contains(bytes[1]) { return false }
    return bytes.dropFirst(2).allSatisfy { $0 & 0xc0 == 0x80 }
  }

  /// The length of the character of several bytes that starts here, or 0.
  @inline(__always)
  private static func sequence(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let lead = bytes[0]
    switch lead {
    case 0xc2...0xdf:
      return count >= 2 && bytes[1] & 0xc0 == 0x80 ? 2 : 0
    case 0xe0...0xef:
      guard count >= 3, bytes[2] & 0xc0 == 0x80 else { return 0 }
      return second(after: lead).contains(bytes[1]) ? 3 : 0
    case 0xf0...0xf4:
      guard count >= 4, bytes[2] & 0xc0 == 0x80, bytes[3] & 0xc0 == 0x80 else { return 0 }
      return second(after: lead).contains(bytes[1]) ? 4 : 0
    default: return 0
    }
  }

  /// What the second byte of a character may be: overlong forms and surrogates are left out.
  @inline(__always)
  private static func second(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xe0: 0xa0...0xbf
    case 0xed: 0x80...0x9f
    case 0xf0: 0x90...0xbf
    case 0xf4: 0x80...0x8f
    default: 0x80...0xbf
    }
  }
}
