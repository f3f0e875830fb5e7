/// Reads and writes Unicode scalars as UTF-8 bytes (RFC 3629).
enum UTF8Scalars {
  /// A scalar read from bytes, or the length of what is not one.
  struct Decoded {
    /// The scalar; nil if the bytes are not valid UTF-8.
    let scalar: Unicode.Scalar?
    /// The bytes it takes; of invalid ones, the longest beginning of a scalar (at least 1).
    let count: Int
  }

  /// Reads the scalar that starts at a byte.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Decoded {
    let lead = bytes[start]
    if lead < 0x80 { return Decoded(scalar: Unicode.Scalar(lead), count: 1) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xbf
    var value: UInt32
    switch lead {
    case 0xc2...0xdf:
      length = 2
      value = UInt32(lead & 0x1f)
    case 0xe0...0xef:
      length = 3
      value = UInt32(lead & 0x0f)
      if lead == 0xe0 { low = 0xa0 }
      if lead == 0xed { high = 0x9f }
    case 0xf0...0xf4:
      length = 4
      value = UInt32(lead & 0x07)
      if lead == 0xf0 { low = 0x90 }
      if lead == 0xf4 { high = 0x8f }
    default:
      return Decoded(scalar: nil, count: 1)
    }
    for i in 1..<length {
      guard start + i < bytes.count, bytes[start + i] >= low, bytes[start + i] <= high else {
        return Decoded(scalar: nil, count: i)
      }
      value = value << 6 | UInt32(bytes[start + i] & 0x3f)
      low = 0x80
      high = 0xbf
    }
    return Decoded(scalar: Unicode.Scalar(value), count: length)
  }

  /// The UTF-8 bytes of a scalar.
  static func encode(_ scalar: Unicode.Scalar) -> UTF8.EncodedScalar {
    UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  /// The first byte at or after `start` that is not ASCII, or the number of bytes.
  static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    let base = UnsafeRawBufferPointer(bytes)
    while at + 8 <= bytes.count,
      base.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    return at
  }

  /// How many sequences of bytes are valid scalars beyond ASCII and how many are not valid.
  static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> (valid: Int, invalid: Int) {
    var (valid, invalid) = (0, 0)
    var at = endOfASCII(bytes, from: 0)
    while at < bytes.count {
      let decoded = decode(bytes, at: at)
      if decoded.scalar == nil { invalid += 1 } else { valid += 1 }
      at = endOfASCII(bytes, from: at + decoded.count)
    }
    return (valid, invalid)
  }
}
