/// Leaves line feeds as the only control characters: line ends of all kinds become line feeds,
/// tabs and typographic spaces become spaces, other controls and invisible marks are dropped.
enum TextCleaning {
  /// Cleans a text; O(*n*).
  ///
  /// - Returns: The text and the number of characters that were dropped.
  /// - Throws: ``DocumentError/binary`` if more than one character in twenty is a control.
  static func clean(
    _ text: MappedText
  ) throws(DocumentError) -> (text: MappedText, dropped: Int) {
    guard needsCleaning(text.bytes) else { return (text, 0) }
    var writer = MappedTextWriter(text)
    var dropped = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var copied = 0
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte >= 0x20 && byte < 0x7f || byte == 0x0a {
          at += 1
          continue
        }
        let decoded = UTF8Scalars.decode(bytes, at: at)
        var end = at + decoded.count
        let change: Change
        if byte == 0x0d {
          change = .newline
          if end < bytes.count, bytes[end] == 0x0a { end += 1 }
        } else {
          change = decoded.scalar.map(Change.init) ?? .keep
        }
        if change != .keep {
          writer.copy(copied..<at)
          switch change {
          case .newline: writer.write(CollectionOfOne(0x0a), for: at..<end)
          case .space: writer.write(CollectionOfOne(0x20), for: at..<end)
          case .drop: dropped += byte < 0xc3 ? 1 : 0
          case .keep: break
          }
          copied = end
        }
        at = end
      }
      writer.copy(copied..<bytes.count)
    }
    if dropped * 20 > text.bytes.count { throw .binary }
    return (writer.text, dropped)
  }

  /// What becomes of a character.
  enum Change {
    case keep, space, newline, drop

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x0a: self = .keep
      case 0x0b, 0x0c, 0x85, 0x2028, 0x2029: self = .newline
      case 0x09, 0xa0, 0x1680, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: self = .space
      case 0...0x1f, 0x7f...0x9f: self = .drop
      // Soft hyphen, zero-width space, direction marks, word joiner, byte order mark.
      case 0xad, 0x200b, 0x200e, 0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff: self = .drop
      default: self = .keep
      }
    }
  }

  /// Whether any byte could start a character that changes.
  private static func needsCleaning(_ bytes: [UInt8]) -> Bool {
    bytes.contains {
      $0 < 0x20 && $0 != 0x0a || $0 == 0x7f || $0 == 0xc2 || $0 >= 0xe1 && $0 <= 0xe3
        || $0 == 0xef
    }
  }
}
