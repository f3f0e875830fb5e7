extension Collection where Element == UInt8, Index == Int {
  /// The first place at or after `start` at which `pattern` stands.
  func firstRange(of pattern: [UInt8], from start: Int) -> Range<Int>? {
    guard let lead = pattern.first else { return nil }
    var at = Swift.max(start, startIndex)
    while at + pattern.count <= endIndex {
      guard let found = self[at...].firstIndex(of: lead), found + pattern.count <= endIndex else {
        return nil
      }
      if self[found..<found + pattern.count].elementsEqual(pattern) {
        return found..<found + pattern.count
      }
      at = found + 1
    }
    return nil
  }
}

extension StringProtocol {
  /// Whether the bytes of `part`, which is not empty, stand somewhere in the text; O(*n* *m*).
  ///
  /// What equals by canonical equivalence alone is not found.
  func holds(_ part: StaticString) -> Bool {
    let count = part.utf8CodeUnitCount
    let sought = UnsafeBufferPointer(start: part.utf8Start, count: count)
    var rest = utf8[...]
    while let lead = rest.firstIndex(of: sought[0]) {
      rest = rest[lead...]
      if rest.starts(with: sought) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension String {
  /// Its words with one space between them; white space is what Unicode says.
  func collapsed() -> String {
    unicodeScalars.split {
      $0.isASCII ? UInt8(truncatingIfNeeded: $0.value).isASCIISpace : $0.properties.isWhitespace
    }
    .map { String(Substring($0)) }.joined(separator: " ")
  }
}

extension UInt8 {
  /// Whether the byte is a space, tab, line feed, carriage return, form feed or vertical tab.
  var isASCIISpace: Bool { self == 32 || (self >= 9 && self <= 13) }
  /// Whether the byte is `A` to `Z`.
  var isASCIIUpper: Bool { self >= 65 && self <= 90 }
  /// Whether the byte is `a` to `z`.
  var isASCIILower: Bool { self >= 97 && self <= 122 }
  /// Whether the byte is `0` to `9`.
  var isASCIIDigit: Bool { self >= 48 && self <= 57 }
  /// Whether the byte is an ASCII letter.
  var isASCIILetter: Bool { isASCIIUpper || isASCIILower }
  /// The byte with `A` to `Z` in lower case.
  var asciiLowercased: UInt8 { isASCIIUpper ? self + 32 : self }
}

extension UInt8 {
  /// The byte of an ASCII character, for tables of bytes.
  static func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }
}
