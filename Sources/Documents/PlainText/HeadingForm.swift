/// Tells headings from paragraphs by their form.
enum HeadingForm {
  /// Whether a block is short, starts like a title and does not end like a sentence.
  ///
  /// If no prose came before (`isFirst`), it may be a title: those may be longer than other headings
  /// and may ask or exclaim.
  static func isHeading(_ block: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    guard let first = block.first, let last = block.last, block.count <= (isFirst ? 160 : 80) else {
      return false
    }
    guard first.isASCIIUpper || first.isASCIIDigit || first >= 0x80 || isFirst else { return false }
    if isFirst, first == 34 || block.starts(with: "“".utf8) {
      // A quotation as the title ends somewhere before its end.
      return !isStop(last) && last != 34 && !block.suffix(3).elementsEqual("”".utf8)
    }
    if first == 34 || block.starts(with: "“".utf8) || block.starts(with: "‘".utf8) { return false }
    if isStop(last) || last == 34 || block.suffix(3).elementsEqual("”".utf8) { return false }
    if (last == UInt8(ascii: "?") || last == UInt8(ascii: "!")) && !isFirst { return false }
    if block.suffix(3).elementsEqual("…".utf8) { return false }
    return block.contains { $0.isASCIILetter || $0 >= 0x80 }
  }

  /// Whether a line is one to three words in capitals, as the names of sections are.
  static func isLabel(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 25 && line.count >= 3
      && line.allSatisfy { $0.isASCIIUpper || $0 == 32 || $0 == UInt8(ascii: "&") || $0 == 47 }
      && line.count { $0 == 32 } <= 2
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ":")
  }
}
