/// Finds bytes that are not UTF-8.
enum UTF8Check {
  /// The place of the first byte that breaks UTF-8 (RFC 3629), or `nil`.
  ///
  /// - Complexity: O(*n*).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xbf
        switch lead {
        case 0xc2...0xdf: length = 2
        case 0xe0:
          length = 3
          second = 0xa0...0xbf
        case 0xed:
          length = 3
          second = 0x80...0x9f
        case 0xe1...0xef: length = 3
        case 0xf0:
          length = 4
          second = 0x90...0xbf
        case 0xf4:
          length = 4
          second = 0x80...0x8f
        case 0xf1...0xf3: length = 4
        default: return index
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
        for tail in 2..<max(length, 3) where tail < length {
          guard bytes[index + tail] & 0xc0 == 0x80 else { return index }
        }
        index += length
      }
      return nil
    }
  }
}
