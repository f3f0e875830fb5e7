/// Reads Markdown (CommonMark's blocks, tables of GitHub): the text without its marks.
///
/// Fenced and indented code, HTML and link definitions are dropped; cells of tables become list
/// items.
struct MarkdownReader {
  private let origin: MappedText
  private var writer: MappedTextWriter
  private var blocks: [(range: Range<Int>, kind: Kind)] = []

  private enum Kind { case paragraph, heading, listItem }

  /// Reads a text from a byte on, after its front matter; O(*n*).
  static func read(_ text: MappedText, from start: Int) -> Draft {
    var reader = MarkdownReader(text)
    reader.readBlocks(from: start)
    var layout = BlockLayout(reader.writer.text)
    for (range, kind) in reader.blocks {
      switch kind {
      case .heading: layout.addHeading(range)
      case .listItem: layout.addItem(range)
      case .paragraph: layout.addBlock(range)
      }
    }
    return layout.draft
  }

  private init(_ text: MappedText) {
    origin = text
    writer = MappedTextWriter(text)
  }

  private mutating func readBlocks(from start: Int) {
    let bytes = origin.bytes
    var pending: [Range<Int>] = []
    var kind = Kind.paragraph
    var fence: [UInt8]?
    func flush(_ reader: inout MarkdownReader) {
      reader.write(pending, kind)
      pending = []
      kind = .paragraph
    }
    var at = start
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0a) ?? bytes.count
      defer { at = end + 1 }
      let line = TextLine.trim(bytes, at..<end)
      let indent = line.lowerBound - at
      var content = bytes[line]
      if let open = fence {
        if content.starts(with: open), content.allSatisfy({ $0 == open[0] }) { fence = nil }
        continue
      }
      guard !content.isEmpty else {
        flush(&self)
        continue
      }
      // Quotations read like the rest.
      while content.first == UInt8(ascii: ">") {
        content = content.dropFirst().drop(while: \.isASCIISpace)
      }
      if content.isEmpty {
        flush(&self)
        continue
      }
      if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) {
        flush(&self)
        fence = Array(content.prefix { $0 == content.first })
        continue
      }
      // Four spaces after a blank line are code, unless a list goes on.
      if indent >= 4, pending.isEmpty, blocks.last?.kind != .listItem { continue }
      if MarkdownForm.headingLevel(content) > 0 {
        flush(&self)
        var title = content.drop { $0 == UInt8(ascii: "#") }.drop(while: \.isASCIISpace)
        while let last = title.last, last == UInt8(ascii: "#") || last.isASCIISpace {
          title.removeLast()
        }
        write([title.startIndex..<title.endIndex], .heading)
        continue
      }
      if isUnderline(content) {
        // Under a line of text it makes a heading of it; by itself it is a rule.
        if pending.count == 1, content.first != UInt8(ascii: "*"), content.first != 95 {
          kind = .heading
        }
        flush(&self)
        continue
      }
      if content.starts(with: "[^".utf8), isDefinition(content),
        let colon = content.firstIndex(of: UInt8(ascii: ":"))
      {
        // The words of a footnote are a paragraph.
        flush(&self)
        content = content[(colon + 1)...].drop(while: \.isASCIISpace)
        guard !content.isEmpty else { continue }
      } else if isDefinition(content) {
        flush(&self)
        continue
      }
      if content.first == UInt8(ascii: "|") || isTableRule(content) {
        flush(&self)
        if !isTableRule(content) { writeRow(content) }
        continue
      }
      if let item = listItem(content) {
        flush(&self)
        kind = .listItem
        pending.append(item)
        continue
      }
      if content.first == UInt8(ascii: "<"), isTag(content) { continue }
      pending.append(content.startIndex..<content.endIndex)
    }
    flush(&self)
  }

  /// Writes the lines of a block with spaces between them.
  private mutating func write(_ lines: [Range<Int>], _ kind: Kind) {
    guard let first = lines.first(where: { !$0.isEmpty }) else { return }
    if !blocks.isEmpty { writer.write([0x0a, 0x0a], for: first.lowerBound..<first.lowerBound) }
    let start = writer.bytes.count
    for (i, line) in lines.enumerated() where !line.isEmpty {
      if i > 0, writer.bytes.count > start {
        writer.write(CollectionOfOne(0x20), for: lines[i - 1].upperBound..<line.lowerBound)
      }
      MarkdownInline.write(line, of: origin.bytes, to: &writer)
    }
    let range = TextLine.trim(writer.bytes, start..<writer.bytes.count)
    if !range.isEmpty { blocks.append((range, kind)) }
  }

  private mutating func writeRow(_ row: ArraySlice<UInt8>) {
    var start = row.startIndex
    for at in row.startIndex...row.endIndex {
      // A bar after a backslash belongs to the cell.
      let ends = at == row.endIndex || row[at] == UInt8(ascii: "|")
      guard ends, at == row.startIndex || row[at - 1] != UInt8(ascii: "\\") else { continue }
      write([TextLine.trim(origin.bytes, start..<at)], .listItem)
      start = at + 1
    }
  }

  /// `===`, `---`, `***`, `___`.
  private func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, "=-*_".utf8.contains(mark) else { return false }
    let marks = line.count { $0 == mark }
    return marks >= 3 && line.allSatisfy { $0 == mark || $0 == 32 }
  }

  private func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { "|-: ".utf8.contains($0) }
  }

  /// `[name]: address` and `[^1]: note`.
  private func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    return close + 1 < line.endIndex && line[close + 1] == UInt8(ascii: ":")
  }

  private func isTag(_ line: ArraySlice<UInt8>) -> Bool {
    guard let second = line.dropFirst().first else { return false }
    return second == UInt8(ascii: "!") || second == UInt8(ascii: "/")
      || second.isASCIILetter && line.last == UInt8(ascii: ">")
        && line.firstRange(of: Array("://".utf8), from: line.startIndex) == nil
  }

  private func listItem(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    guard let lead = line.first else { return nil }
    var at = line.startIndex
    if "-*+".utf8.contains(lead) {
      at += 1
    } else {
      let digits = line.prefix(while: \.isASCIIDigit)
      guard (1...9).contains(digits.count), digits.endIndex < line.endIndex,
        line[digits.endIndex] == UInt8(ascii: ".") || line[digits.endIndex] == UInt8(ascii: ")")
      else { return nil }
      at = digits.endIndex + 1
    }
    guard at < line.endIndex, line[at] == 32 else { return nil }
    var rest = line[at...].drop(while: \.isASCIISpace)
    // Boxes of task lists.
    if rest.count > 3, rest.first == UInt8(ascii: "["),
      rest[rest.startIndex + 2] == UInt8(ascii: "]")
    {
      rest = rest.dropFirst(3).drop(while: \.isASCIISpace)
    }
    return rest.startIndex..<rest.endIndex
  }
}
