/// A view of UTF-8 bytes that tells what kind of character starts at an offset.
///
/// Reading is O(1) and never leaves the buffer; bytes that are not valid UTF-8 count as letters of
/// one byte. The view must not outlive the buffer.
struct TextCursor {
  /// What a character is to the tokenizer.
  enum Class {
    case space
    case letter
    case digit
    /// Everything else: punctuation and symbols.
    case mark
  }

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The class and length in bytes of the character at an offset; past the end it is a space.
  @inline(__always)
  func character(at offset: Int, before end: Int) -> (kind: Class, length: Int) {
    guard offset < end else { return (.space, 1) }
    let byte = bytes[offset]
    if byte < 0x80 { return (Self.ascii(byte), 1) }
    let (scalar, length) = scalar(at: offset, before: end)
    return (Self.classify(scalar), length)
  }

  /// The class of the character at an offset; past the end it is a space.
  @inline(__always)
  func kind(at offset: Int, before end: Int) -> Class { character(at: offset, before: end).kind }

  /// The byte at an offset, 0 past the end.
  @inline(__always)
  func byte(at offset: Int, before end: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  /// The code point at an offset and its length in bytes.
  func scalar(at offset: Int, before end: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[offset]
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
    guard length > 1, offset + length <= end else { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0x7f >> UInt32(length))
    for i in 1..<length { value = value << 6 | UInt32(bytes[offset + i] & 0x3f) }
    return (value, length)
  }

  /// The words at a range.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words at a range, with ASCII letters in lower case.
  func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.map { Self.lower($0) }, as: UTF8.self)
  }

  /// A byte with an ASCII capital made small.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte }

  @inline(__always)
  static func ascii(_ byte: UInt8) -> Class {
    switch byte {
    case 0x61...0x7a, 0x41...0x5a: .letter
    case 0x30...0x39: .digit
    case 0...0x20, 0x7f: .space
    default: .mark
    }
  }

  private static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x85, 0xa0, 0x2000...0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff: .space
    case 0xaa, 0xb5, 0xba, 0xbc...0xbe: .letter
    case 0xa1...0xbf, 0xd7, 0xf7, 0x2010...0x2027, 0x2030...0x205e, 0x20a0...0x20cf,
      0x2190...0x2bff, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301f, 0xff01...0xff0f,
      0xff1a...0xff20, 0xff3b...0xff40, 0xff5b...0xff65, 0xfffd:
      .mark
    default: .letter
    }
  }
}

/// The characters that mean something to tokens and sentences.
enum Mark {
  static let openQuote: UInt32 = 0x201c
  static let closeQuote: UInt32 = 0x201d
  static let openSingle: UInt32 = 0x2018
  static let closeSingle: UInt32 = 0x2019
  static let ellipsis: UInt32 = 0x2026
  static let enDash: UInt32 = 0x2013
  static let emDash: UInt32 = 0x2014
  static let ideographicStop: UInt32 = 0x3002

  /// Whether a code point is an apostrophe: straight, curly or a grave accent typed for one.
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == closeSingle || scalar == 0x60
  }

  /// Whether a code point is a hyphen inside words.
  static func isHyphen(_ scalar: UInt32) -> Bool {
    scalar == 0x2d || scalar == 0x2010 || scalar == 0x2011
  }

  /// Whether a code point is a bullet at the head of a list item.
  static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2022, 0x2023, 0x25aa, 0x25ab, 0x25a0, 0x25a1, 0x25cf, 0x25cb, 0x25e6, 0x25ba, 0x2219,
      0x27a2:
      true
    default: false
    }
  }
}
