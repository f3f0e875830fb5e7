/// Cuts text into words for the indexes: runs of letters and digits, folded.
///
/// Folding lowers the case and takes accents off, so that `Élysée` and `elysee` are one word. An
/// apostrophe or hyphen ends a word ("Xi's" is `xi`, `s`). Each ideograph or kana is a word, for
/// such text has no spaces. Words are cut at ``limit`` bytes.
enum WordScanner {
  /// The length in bytes that a word keeps.
  static let limit = 120

  /// Calls the closure with each word: its folded bytes, and where it stands in `bytes`.
  ///
  /// Bytes that are not UTF-8 separate words. O(*n*).
  static func scan(
    _ bytes: UnsafeRawBufferPointer, _ body: (ArraySlice<UInt8>, Range<Int>) -> Void
  ) {
    var word: [UInt8] = []
    var start = 0
    var place = 0
    func flush(_ end: Int) {
      if !word.isEmpty { body(word.prefix(limit), start..<end) }
      word.removeAll(keepingCapacity: true)
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        let folded = Self.ascii(byte)
        if folded != 0 {
          if word.isEmpty { start = place }
          word.append(folded)
        } else {
          flush(place)
        }
        place += 1
        continue
      }
      let (scalar, length) = decode(bytes, place)
      guard let scalar else {
        flush(place)
        place += length
        continue
      }
      switch Folding.kind(scalar) {
      case .letter:
        if word.isEmpty { start = place }
        Folding.append(scalar, to: &word)
      case .mark: break
      case .ideograph:
        flush(place)
        start = place
        Folding.append(scalar, to: &word)
        flush(place + length)
      case .separator: flush(place)
      }
      place += length
    }
    flush(bytes.count)
  }

  /// The words of a text, folded.
  static func words(_ text: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var text = text
    text.withUTF8 { bytes in
      scan(UnsafeRawBufferPointer(bytes)) { word, _ in result.append(Array(word)) }
    }
    return result
  }

  /// The lower-case letter or digit, or 0 for another byte.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7a, 0x30...0x39: byte
    case 0x41...0x5a: byte | 0x20
    default: 0
    }
  }

  /// The scalar that starts at a place (`nil` if the bytes are not UTF-8) and its length.
  private static func decode(
    _ bytes: UnsafeRawBufferPointer, _ place: Int
  ) -> (Unicode.Scalar?, Int) {
    let lead = bytes[place]
    let length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard lead >= 0xc2, lead < 0xf5, place + length <= bytes.count else { return (nil, 1) }
    var value = UInt32(lead) & (0x7f >> UInt32(length))
    for i in 1..<length {
      let next = bytes[place + i]
      guard next & 0xc0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3f)
    }
    return (Unicode.Scalar(value), length)
  }
}
