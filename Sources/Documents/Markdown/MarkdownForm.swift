/// Tells Markdown from plain text by its marks.
enum MarkdownForm {
  /// Whether a text (its first 64 kB) has the marks of Markdown.
  ///
  /// One mark may stand in any text; it takes two kinds of them, or two headings.
  static func isMarkdown(_ text: ArraySlice<UInt8>) -> Bool {
    var headings = 0
    var fences = 0
    var links = 0
    var strong = 0
    for line in text.split(separator: 0x0a).prefix(2000) {
      if headingLevel(line) > 0 { headings += 1 }
      if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { fences += 1 }
      if links < 3, line.firstRange(of: Array("](".utf8), from: line.startIndex) != nil {
        links += 1
      }
      if strong < 3, let open = line.firstRange(of: Array("**".utf8), from: line.startIndex),
        line.firstRange(of: Array("**".utf8), from: open.upperBound + 1) != nil
      {
        strong += 1
      }
    }
    let kinds = [headings, fences / 2, links, strong].count { $0 > 0 }
    return kinds >= 2 || headings >= 2 || links >= 3
  }

  /// 1 to 6 for `# ` to `###### `; 0 for any other line.
  static func headingLevel(_ line: ArraySlice<UInt8>) -> Int {
    let marks = line.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count), marks.endIndex < line.endIndex,
      line[marks.endIndex].isASCIISpace
    else { return 0 }
    return marks.count
  }
}
