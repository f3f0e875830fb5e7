/// Puts right UTF-8 that was once read as Windows-1252 and saved again: `â€™` for `’`, `Ã©` for `é`.
enum Mojibake {
  /// Repairs a text, up to three layers deep; O(*n*) a layer.
  ///
  /// - Returns: The text and the number of runs that were put right, nil if there was none.
  static func repair(_ text: MappedText) -> (text: MappedText, count: Int)? {
    var current = text
    var total = 0
    for _ in 0..<3 {
      guard let layer = repairLayer(current) else { break }
      current = layer.text
      total = max(total, layer.count)
    }
    return total > 0 ? (current, total) : nil
  }

  private static func repairLayer(_ text: MappedText) -> (text: MappedText, count: Int)? {
    var writer = MappedTextWriter(text)
    var count = 0
    var copied = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var at = UTF8Scalars.endOfASCII(bytes, from: 0)
      var lastEnd = -1
      while at < bytes.count {
        // The lead byte of a misread sequence, C2 to F4, shows as one of Â to ô: C3 82 to C3 B4.
        if bytes[at] == 0xc3, let found = sequence(bytes, at: at) {
          writer.copy(copied..<at)
          writer.write(found.scalar, for: at..<found.end)
          if lastEnd != at { count += 1 }
          at = found.end
          copied = at
          lastEnd = at
        } else {
          at += UTF8Scalars.decode(bytes, at: at).count
        }
        at = UTF8Scalars.endOfASCII(bytes, from: at)
      }
      if count > 0 { writer.copy(copied..<bytes.count) }
    }
    return count > 0 ? (writer.text, count) : nil
  }

  /// The character that a misread sequence at a byte stands for, and the end of the sequence.
  private static func sequence(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var raw: [UInt8] = []
    var at = start
    var needed = 1
    while raw.count < needed {
      guard at < bytes.count else { break }
      let decoded = UTF8Scalars.decode(bytes, at: at)
      guard let scalar = decoded.scalar, let byte = Windows1252.byte(scalar), byte >= 0x80 else {
        break
      }
      if raw.isEmpty {
        switch byte {
        case 0xc2...0xdf: needed = 2
        case 0xe0...0xef: needed = 3
        case 0xf0...0xf4: needed = 4
        default: return nil
        }
      } else if byte >= 0xc0 {
        break
      }
      raw.append(byte)
      at += decoded.count
    }
    if raw.count < needed {
      // A closing quotation mark whose last byte, unassigned in Windows-1252, was lost.
      return raw == [0xe2, 0x80] ? ("\u{201d}", at) : nil
    }
    let decoded = raw.withUnsafeBufferPointer { UTF8Scalars.decode($0, at: 0) }
    guard let scalar = decoded.scalar, decoded.count == raw.count else { return nil }
    // Two letters side by side may be meant; only Latin results of two are believed, and controls
    // only of controls.
    if raw.count == 2 {
      if scalar.value > 0x17f { return nil }
      if scalar.value < 0xa0, bytes[at - 2] != 0xc2 { return nil }
    }
    return (scalar, at)
  }
}
