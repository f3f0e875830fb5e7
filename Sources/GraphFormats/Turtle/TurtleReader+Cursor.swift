import GraphModel

/// Moving over the bytes.
extension TurtleReader {
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func error(_ problem: SyntaxError.Problem, at place: Int) -> SyntaxError {
    SyntaxError(problem, at: place, in: bytes)
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func require(
    _ byte: UInt8, _ expectation: SyntaxError.Expectation
  ) throws(SyntaxError) {
    skipSpace()
    guard take(byte) else { throw error(.expected(expectation), at: offset) }
  }

  /// Skips white space, line ends and comments.
  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0a, 0x0d: offset += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  /// Skips spaces and tabs.
  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  mutating func skipComment() {
    while let byte = peek, byte != 0x0a, byte != 0x0d { offset += 1 }
  }

  /// Takes a directive's name, case-sensitive, if no further letter follows it.
  mutating func takeWord(_ word: StaticString) -> Bool {
    takeWord(word, foldingCase: false)
  }

  /// Takes one of SPARQL's words, in any case, unless it is the prefix of a name.
  mutating func takeKeyword(_ word: StaticString) -> Bool {
    takeWord(word, foldingCase: true)
  }

  private mutating func takeWord(_ word: StaticString, foldingCase: Bool) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    for index in 0..<length {
      let byte = bytes[offset + index]
      let expected = word.utf8Start[index]
      guard byte == expected || (foldingCase && byte | 0x20 == expected) else { return false }
    }
    if let next = byte(at: offset + length) {
      if next == UInt8(ascii: ":") && foldingCase { return false }
      if nameCharacter(at: offset + length) != nil { return false }
    }
    offset += length
    return true
  }

  /// The code point at a place and its length in bytes; the bytes are known to be UTF-8.
  func scalar(at index: Int) -> (value: UInt32, length: Int)? {
    guard let lead = byte(at: index) else { return nil }
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xc0..<0xe0: return (UInt32(lead & 0x1f) << 6 | tail(index + 1), 2)
    case 0xe0..<0xf0:
      return (UInt32(lead & 0x0f) << 12 | tail(index + 1) << 6 | tail(index + 2), 3)
    default:
      let high = UInt32(lead & 0x07) << 18 | tail(index + 1) << 12
      return (high | tail(index + 2) << 6 | tail(index + 3), 4)
    }
  }

  private func tail(_ index: Int) -> UInt32 { UInt32(byte(at: index).map { $0 & 0x3f } ?? 0) }
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
