/// Reads text without markup: finds its paragraphs and what each of them is.
///
/// The clean text is the decoded text as it stands, so that offsets into a clean UTF-8 file stay
/// the same; line ends within a paragraph and the marks of list items become spaces.
enum PlainTextReader {
  /// Reads a decoded text, the lines before `start` as headers; O(*n*).
  static func read(_ text: MappedText, from start: Int = 0) -> Draft {
    var layout = BlockLayout(text)
    for line in TextLine.split(text.bytes, 0..<start) { layout.add(line.range, .header) }
    let lines = TextLine.split(text.bytes, start..<text.bytes.count)
    let width = LineWrap.width(of: lines)
    var start = 0
    while start < lines.count {
      guard !lines[start].range.isEmpty else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, !lines[end].range.isEmpty { end += 1 }
      add(lines[start..<end], of: text.bytes, width: width, to: &layout)
      start = end
    }
    layout.findHeadings()
    return layout.draft
  }

  /// Adds the blocks of lines between two blank ones.
  private static func add(
    _ lines: ArraySlice<TextLine>, of bytes: [UInt8], width: Int?, to layout: inout BlockLayout
  ) {
    var pending: [TextLine] = []
    func flush() {
      guard let first = pending.first, let last = pending.last else { return }
      if LineWrap.isWrapped(pending, bytes, width: width) {
        layout.addBlock(first.range.lowerBound..<last.range.upperBound)
      } else {
        for line in pending { layout.addBlock(line.range) }
      }
      pending = []
    }
    for line in lines {
      let joins: Bool
      switch LineKind.of(line.range, in: bytes) {
      case .prose: joins = true
      case .listItem, .byline, .date(_, headline: nil): joins = false
      // In wrapped text, a line that only starts like a caption belongs to its paragraph.
      default: joins = !pending.isEmpty && width != nil
      }
      if joins {
        pending.append(line)
      } else {
        flush()
        layout.addBlock(line.range)
      }
    }
    flush()
  }
}
