import GraphModel

/// Moving over the bytes.
extension TurtleParser {
  /// The byte at the cursor; 0 at the end of the window.
  var peek: UInt8 { input.bytes[cursor] }

  /// Bytes of the window.
  func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: input.bytes + start, count: end - start)
  }

  /// The stop for a token that reaches the window's end: more bytes, or a problem at the file's end.
  func cutOff(_ problem: SyntaxError.Problem, at place: Int) -> ReadStop {
    input.isAtEnd ? .problem(problem, at: place) : .needsMore
  }

  /// Moves the window, so that the place is its start.
  mutating func refill(keeping place: Int) throws(ReadStop) {
    if input.firstInvalid < place { throw .problem(.notUTF8, at: input.firstInvalid) }
    do { try input.refill(keeping: place) } catch { throw .outside(error) }
    cursor -= place
  }

  /// Does something again and again from the same place, with more bytes each time, until it works.
  @inline(__always)
  mutating func whole<Result>(
    _ read: (inout TurtleParser) throws(ReadStop) -> Result
  ) throws(ReadStop) -> Result {
    while true {
      let start = cursor
      do throws(ReadStop) {
        return try read(&self)
      } catch {
        guard case .needsMore = error, !input.isAtEnd else { throw error }
        cursor = start
        try refill(keeping: start)
      }
    }
  }

  /// Makes sure that so many bytes are in the window from the cursor on, if the file has them.
  mutating func require(_ count: Int) throws(ReadStop) {
    while cursor + count > input.end, !input.isAtEnd { try refill(keeping: cursor) }
  }

  /// Takes a byte if it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte, cursor < input.end else { return false }
    cursor += 1
    return true
  }

  /// Skips white space and takes a byte.
  mutating func expect(
    _ byte: UInt8, _ expectation: SyntaxError.Expectation
  ) throws(ReadStop) {
    try skipSpace()
    guard take(byte) else { throw .problem(.expected(expectation), at: cursor) }
  }

  /// Skips white space, line ends and comments, moving the window where it ends.
  mutating func skipSpace() throws(ReadStop) {
    while true {
      let bytes = input.bytes
      var place = cursor
      while table[Int(bytes[place])] & ByteClass.space != 0 { place += 1 }
      cursor = place
      if bytes[place] == UInt8(ascii: "#") {
        try skipComment()
      } else if place >= input.end, !input.isAtEnd {
        try refill(keeping: place)
      } else {
        if input.firstInvalid <= place { throw .problem(.notUTF8, at: input.firstInvalid) }
        return
      }
    }
  }

  /// Skips to the end of the line, moving the window where it ends.
  mutating func skipComment() throws(ReadStop) {
    while true {
      let bytes = input.bytes
      var place = cursor
      let end = input.end
      while place < end, bytes[place] != 0x0a, bytes[place] != 0x0d { place += 1 }
      cursor = place
      if place < end || input.isAtEnd { return }
      try refill(keeping: place)
    }
  }

  /// Skips spaces and tabs inside the window.
  mutating func skipBlanks() {
    let bytes = input.bytes
    while bytes[cursor] == 0x20 || bytes[cursor] == 0x09 { cursor += 1 }
  }

  /// The code point at a place of the window and its length in bytes; `nil` at the end, and at what is
  /// not UTF-8.
  func scalar(at place: Int) -> (value: UInt32, length: Int)? {
    guard place < input.end, place < input.firstInvalid else { return nil }
    let bytes = input.bytes + place
    let lead = bytes[0]
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xc0..<0xe0: return (UInt32(lead & 0x1f) << 6 | UInt32(bytes[1] & 0x3f), 2)
    case 0xe0..<0xf0:
      let high = UInt32(lead & 0x0f) << 12 | UInt32(bytes[1] & 0x3f) << 6
      return (high | UInt32(bytes[2] & 0x3f), 3)
    default:
      let high = UInt32(lead & 0x07) << 18 | UInt32(bytes[1] & 0x3f) << 12
      return (high | UInt32(bytes[2] & 0x3f) << 6 | UInt32(bytes[3] & 0x3f), 4)
    }
  }

  /// The length of the character at a place if a name may go on with it, or 0.
  func nameCharacter(at place: Int) -> Int {
    guard let (value, length) = scalar(at: place), NameCharacters.isInner(value) else { return 0 }
    return length
  }

  /// Takes a word of small ASCII letters, in any case if asked, unless a name goes on behind it.
  mutating func takeWord(_ word: StaticString, foldingCase: Bool) throws(ReadStop) -> Bool {
    let length = word.utf8CodeUnitCount
    try require(length + 4)
    guard cursor + length <= input.end else { return false }
    for index in 0..<length {
      let byte = input.bytes[cursor + index]
      let expected = word.utf8Start[index]
      guard byte == expected || (foldingCase && byte | 0x20 == expected) else { return false }
    }
    let next = cursor + length
    let byte = input.bytes[next]
    if foldingCase, byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") { return false }
    if nameCharacter(at: next) > 0 { return false }
    cursor = next
    return true
  }

  /// Deepens the nesting; the caller lessens it again.
  mutating func nest(at place: Int) throws(ReadStop) {
    depth += 1
    guard depth <= TurtleReader.nestingLimit else {
      throw .problem(.nestedTooDeeply(limit: TurtleReader.nestingLimit), at: place)
    }
  }
}

/// The character classes `PN_CHARS_BASE` and `PN_CHARS` of Turtle.
enum NameCharacters {
  static func isBase(_ value: UInt32) -> Bool {
    if value < 0x80 { return UInt8(value).isASCIILetter }
    switch value {
    case 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x2ff, 0x370...0x37d, 0x37f...0x1fff, 0x200c...0x200d,
      0x2070...0x218f, 0x2c00...0x2fef, 0x3001...0xd7ff, 0xf900...0xfdcf, 0xfdf0...0xfffd,
      0x10000...0xeffff:
      return true
    default: return false
    }
  }

  static func isInner(_ value: UInt32) -> Bool {
    if isBase(value) { return true }
    switch value {
    case 0x2d, 0x5f, 0x30...0x39, 0xb7, 0x300...0x36f, 0x203f...0x2040: return true
    default: return false
    }
  }
}
