/// Looks for a text in others, in their UTF-8 as it is or as it is in lower case.
///
/// Of what is not ASCII, `İ` and the sign of the kelvin alone have ASCII in lower case; so only
/// texts with these, and needles that are not ASCII, need Unicode's tables.
struct TextMatcher: Sendable {
  /// Where the text has to stand.
  enum Test: Sendable { case contains, starts, ends }

  private let test: Test
  private let needle: [UInt8]
  private let isASCII: Bool
  private let inLowerCase: Bool

  init(_ test: Test, _ needle: String, inLowerCase: Bool) {
    self.test = test
    self.needle = Array(needle.utf8)
    isASCII = self.needle.allSatisfy { $0 < 128 }
    self.inLowerCase = inLowerCase
  }

  /// Whether a text passes.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !needle.isEmpty else { return true }
    return needle.withUnsafeBufferPointer { needle in
      guard inLowerCase else { return isMatch(text, needle, folding: false) }
      if isASCII {
        if isMatch(text, needle, folding: true) { return true }
        guard Self.mayFoldToASCII(text) else { return false }
      }
      var lower = String(decoding: text, as: UTF8.self).lowercased()
      return lower.withUTF8 { isMatch($0, needle, folding: false) }
    }
  }

  private func isMatch(
    _ text: UnsafeBufferPointer<UInt8>, _ needle: UnsafeBufferPointer<UInt8>, folding: Bool
  ) -> Bool {
    guard text.count >= needle.count, let start = text.baseAddress, let wanted = needle.baseAddress
    else { return false }
    switch test {
    case .contains: return Self.finds(wanted, needle.count, start, text.count, folding: folding)
    case .starts: return Self.isEqual(start, wanted, needle.count, folding: folding)
    case .ends:
      let end = start + (text.count - needle.count)
      return Self.isEqual(end, wanted, needle.count, folding: folding)
    }
  }

  /// Whether bytes, in lower case if they are to be folded, are a needle's.
  @inline(__always)
  private static func isEqual(
    _ text: UnsafePointer<UInt8>, _ needle: UnsafePointer<UInt8>, _ count: Int, folding: Bool
  ) -> Bool {
    for place in 0..<count {
      let byte = text[place]
      let own = folding && byte &- 65 < 26 ? byte | 32 : byte
      if own != needle[place] { return false }
    }
    return true
  }

  private static func finds(
    _ needle: UnsafePointer<UInt8>, _ needleCount: Int, _ text: UnsafePointer<UInt8>, _ count: Int,
    folding: Bool
  ) -> Bool {
    // Eight places at once, by the needle's first and last byte; letters' cases differ in one bit,
    // which is left out of account, and so is left to be looked at again.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let first = UInt64(needle[0] | 32) &* ones
    let last = UInt64(needle[needleCount - 1] | 32) &* ones
    let end = count - needleCount + 1
    func bytes(_ place: Int) -> UInt64 {
      let bytes = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return UInt64(littleEndian: bytes) | 0x2020_2020_2020_2020
    }
    var place = 0
    while place + 8 <= end {
      let difference = (bytes(place) ^ first) | (bytes(place + needleCount - 1) ^ last)
      // The high bit of each byte that is zero, and perhaps of one above it.
      var hits = (difference &- ones) & ~difference & (0x80 &* ones)
      while hits != 0 {
        let start = place + hits.trailingZeroBitCount >> 3
        if isEqual(text + start, needle, needleCount, folding: folding) { return true }
        hits &= hits - 1
      }
      place += 8
    }
    while place < end {
      if isEqual(text + place, needle, needleCount, folding: folding) { return true }
      place += 1
    }
    return false
  }

  /// Whether there is a letter that is not ASCII and is in lower case: U+0130 or U+212A.
  private static func mayFoldToASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    var high: UInt64 = 0
    let raw = UnsafeRawBufferPointer(text)
    while place + 8 <= raw.count {
      high |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place += 8
    }
    var rest: UInt8 = 0
    while place < raw.count {
      rest |= raw[place]
      place += 1
    }
    guard high & 0x8080_8080_8080_8080 != 0 || rest & 0x80 != 0 else { return false }
    for place in text.indices.dropLast() {
      if text[place] == 0xc4, text[place + 1] == 0xb0 { return true }
      if text[place] == 0xe2, text[place + 1] == 0x84, place + 2 < text.count,
        text[place + 2] == 0xaa
      {
        return true
      }
    }
    return false
  }
}
