import CEncoding

/// Turns a file's bytes into UTF-8, remembering where each character came from.
enum CharacterDecoder {
  /// Decodes a file; O(*n*).
  ///
  /// - Parameters:
  ///   - file: The bytes.
  ///   - declared: The name of the encoding that their container gives them, which is believed
  ///     first.
  /// - Returns: The text and what had to be done to get it.
  /// - Throws: ``DocumentError/binary`` if the bytes are no text.
  static func decode(
    _ file: [UInt8], declared: String? = nil
  ) throws(DocumentError) -> (text: MappedText, repairs: [Repair]) {
    let guess = try CharacterEncoding.detect(file, declared: declared)
    var repairs: [Repair] = []
    if guess.encoding != .utf8 { repairs.append(.decoded(from: guess.encoding.name)) }
    var writer = MappedTextWriter(MappedText(file: file))
    var invalid = 0
    switch guess.encoding {
    case .utf8:
      invalid = utf8(file, from: guess.markCount, into: &writer)
    case .utf16(let littleEndian):
      invalid = wide(file, from: guess.markCount, unit: 2, littleEndian, into: &writer)
    case .utf32(let littleEndian):
      invalid = wide(file, from: guess.markCount, unit: 4, littleEndian, into: &writer)
    case .windows1252:
      windows1252(file, into: &writer)
    case .other(let name):
      invalid = converted(file, name: name, into: &writer)
    }
    if invalid > 0 { repairs.append(.invalidBytes(count: invalid)) }
    return (writer.text, repairs)
  }

  private static func utf8(
    _ file: [UInt8], from start: Int, into writer: inout MappedTextWriter
  ) -> Int {
    var invalid = 0
    file.withUnsafeBufferPointer { bytes in
      var copied = start
      var at = UTF8Scalars.endOfASCII(bytes, from: start)
      while at < bytes.count {
        let decoded = UTF8Scalars.decode(bytes, at: at)
        if decoded.scalar == nil {
          writer.copy(copied..<at)
          writer.write("\u{fffd}", for: at..<at + decoded.count)
          copied = at + decoded.count
          invalid += 1
        }
        at = UTF8Scalars.endOfASCII(bytes, from: at + decoded.count)
      }
      writer.copy(copied..<bytes.count)
    }
    return invalid
  }

  private static func windows1252(_ file: [UInt8], into writer: inout MappedTextWriter) {
    file.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let end = UTF8Scalars.endOfASCII(bytes, from: at)
        writer.copy(at..<end)
        guard end < bytes.count else { break }
        writer.write(Windows1252.scalar(bytes[end]), for: end..<end + 1)
        at = end + 1
      }
    }
  }

  /// UTF-16 (`unit` 2) or UTF-32 (`unit` 4).
  private static func wide(
    _ file: [UInt8], from start: Int, unit: Int, _ littleEndian: Bool,
    into writer: inout MappedTextWriter
  ) -> Int {
    var invalid = 0
    var ascii: [UInt8] = []
    var at = start
    func value(_ at: Int) -> UInt32 {
      var value: UInt32 = 0
      for i in 0..<unit {
        value = value << 8 | UInt32(file[littleEndian ? at + unit - 1 - i : at + i])
      }
      return value
    }
    while at < file.count {
      let rest = file.count - at
      var count = min(unit, rest)
      var scalar: Unicode.Scalar?
      if rest >= unit {
        let first = value(at)
        if first < 0x80 {
          ascii.append(UInt8(first))
          at += unit
          continue
        }
        scalar = Unicode.Scalar(first)
        if unit == 2, first & 0xfc00 == 0xd800, rest >= 4 {
          let second = value(at + 2)
          if second & 0xfc00 == 0xdc00 {
            scalar = Unicode.Scalar(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff)
            count = 4
          }
        }
      }
      writer.write(ascii: ascii, from: at - ascii.count * unit, scale: unit)
      ascii.removeAll(keepingCapacity: true)
      if scalar == nil { invalid += 1 }
      writer.write(scalar ?? "\u{fffd}", for: at..<at + count)
      at += count
    }
    writer.write(ascii: ascii, from: at - ascii.count * unit, scale: unit)
    return invalid
  }

  /// Any encoding that ICU knows, in chunks.
  private static func converted(
    _ file: [UInt8], name: String, into writer: inout MappedTextWriter
  ) -> Int {
    guard let decoder = cencoding_decoder_open(name) else { return 0 }
    defer { cencoding_decoder_close(decoder) }
    let chunk = 1 << 15
    var units = [UInt16](repeating: 0, count: 2 * chunk + 16)
    var offsets = [Int32](repeating: 0, count: 2 * chunk + 16)
    var invalid = 0
    // A character's bytes end where the next one's start, so each waits for its successor.
    var waiting: (scalar: Unicode.Scalar, start: Int)?
    func flush(to end: Int) {
      guard let character = waiting else { return }
      let range = character.start..<max(character.start, min(end, file.count))
      if range.count == 1, character.scalar.isASCII,
        UInt32(file[range.lowerBound]) == character.scalar.value
      {
        writer.copy(range)
      } else {
        writer.write(character.scalar, for: range)
      }
      waiting = nil
    }
    for start in stride(from: 0, to: file.count, by: chunk) {
      let end = min(file.count, start + chunk)
      let made = file.withUnsafeBufferPointer {
        cencoding_decode(
          decoder, $0.baseAddress.map { $0 + start }, end - start, end == file.count ? 1 : 0,
          &units,
          &offsets, &invalid)
      }
      guard made >= 0 else { break }
      var i = 0
      while i < made {
        var value = UInt32(units[i])
        let at = max(0, start + Int(offsets[i]))
        if value & 0xfc00 == 0xd800, i + 1 < made, units[i + 1] & 0xfc00 == 0xdc00 {
          value = 0x10000 + (value & 0x3ff) << 10 + UInt32(units[i + 1]) & 0x3ff
          i += 1
        }
        flush(to: at)
        waiting = (Unicode.Scalar(value) ?? "\u{fffd}", at)
        i += 1
      }
    }
    flush(to: file.count)
    return invalid
  }
}
