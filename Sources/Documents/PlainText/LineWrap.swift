/// Tells lines that were broken to fit a width from lines that are paragraphs of their own.
enum LineWrap {
  /// The width to which the lines of a text were broken; nil if they were not.
  ///
  /// The width is that of the longest line that another line follows; text is not wrapped if such
  /// lines are longer than 160 bytes, or shorter than 40.
  static func width(of lines: [TextLine]) -> Int? {
    var longest = 0
    for i in lines.indices.dropLast() where !lines[i + 1].range.isEmpty {
      longest = max(longest, lines[i].range.count)
    }
    return (40...160).contains(longest) ? longest : nil
  }

  /// Whether lines that follow each other are one paragraph: at nearly every line end, the next
  /// line's first word would not have fitted any more.
  static func isWrapped(_ lines: [TextLine], _ bytes: [UInt8], width: Int?) -> Bool {
    guard lines.count > 1 else { return true }
    // One over-long line among wrapped ones must not change the verdict on a long group.
    guard let width = width ?? (lines.count >= 4 ? ownWidth(lines) : nil) else { return false }
    var full = 0
    for i in 0..<lines.count - 1 {
      let next = lines[i + 1].range
      let word = bytes[next].prefix { $0 != 32 }.count
      // Four bytes of grace: bytes are not columns, and not everyone breaks at the same one.
      if lines[i].range.count + 1 + word + 4 > width { full += 1 }
    }
    return full * 10 >= (lines.count - 1) * 8
  }

  private static func ownWidth(_ lines: [TextLine]) -> Int? {
    let longest = lines.dropLast().map(\.range.count).max() ?? 0
    return (40...160).contains(longest) ? longest : nil
  }
}
