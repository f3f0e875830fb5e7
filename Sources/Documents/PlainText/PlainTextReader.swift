/// Reads text without markup: finds its paragraphs and what each of them is.
///
/// The clean text is the decoded text as it stands, so that offsets into a clean UTF-8 file stay
/// the same; line ends within a paragraph and the marks of list items become spaces.
struct PlainTextReader {
  private var draft: Draft
  /// How many paragraphs came so far.
  private var proseBlocks = 0

  /// Reads a decoded text; O(*n*).
  static func read(_ text: MappedText) -> Draft {
    var reader = PlainTextReader(draft: Draft(text: text))
    reader.run(text.bytes)
    return reader.draft
  }

  private init(draft: Draft) { self.draft = draft }

  private mutating func run(_ bytes: [UInt8]) {
    let lines = TextLine.split(bytes, 0..<bytes.count)
    let width = LineWrap.width(of: lines)
    var start = 0
    while start < lines.count {
      guard !lines[start].range.isEmpty else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, !lines[end].range.isEmpty { end += 1 }
      addGroup(lines[start..<end], bytes, width: width)
      start = end
    }
    findHeadings(bytes)
  }

  /// Adds the blocks of lines between two blank ones.
  private mutating func addGroup(_ lines: ArraySlice<TextLine>, _ bytes: [UInt8], width: Int?) {
    var pending: [TextLine] = []
    func flushed(_ lines: [TextLine]) -> [Range<Int>] {
      guard let first = lines.first, let last = lines.last else { return [] }
      guard LineWrap.isWrapped(lines, bytes, width: width) else { return lines.map(\.range) }
      return [first.range.lowerBound..<last.range.upperBound]
    }
    for line in lines {
      let kind = LineKind.of(line.range, in: bytes)
      let isProse: Bool
      switch kind {
      case .prose: isProse = true
      case .listItem, .byline, .date(_, headline: nil): isProse = false
      // In wrapped text, a line that only starts like a caption belongs to its paragraph.
      default: isProse = !pending.isEmpty && width != nil
      }
      if isProse {
        pending.append(line)
        continue
      }
      if case .listItem(let content) = kind {
        for range in flushed(pending) { addBlock(range, bytes) }
        pending = []
        for at in line.range.lowerBound..<content.lowerBound { draft.text.bytes[at] = 0x20 }
        draft.blocks.append(TextBlock(range: content, kind: .listItem))
        continue
      }
      for range in flushed(pending) { addBlock(range, bytes) }
      pending = []
      addBlock(line.range, bytes)
    }
    // Lines that go on from a list item belong to it if the text is wrapped.
    for range in flushed(pending) { addBlock(range, bytes) }
  }

  /// Adds a paragraph, cut into caption, dateline and story where these ran together.
  private mutating func addBlock(_ range: Range<Int>, _ bytes: [UInt8]) {
    joinLines(range)
    if let end = CaptionForm.runInCaption(bytes[range]) {
      add(range.lowerBound..<end, .caption)
      if let date = PublicationDate.first(in: bytes[range.lowerBound..<end].prefix(200)) {
        draft.weakDate = draft.weakDate ?? date.iso
      }
      addStory(TextLine.trim(bytes, end..<range.upperBound), bytes)
      return
    }
    switch LineKind.of(range, in: bytes) {
    case .date(let date, let headline):
      draft.date = draft.date ?? date
      if let headline {
        add(TextLine.trim(bytes, range.lowerBound..<headline.lowerBound), .header)
        add(headline, .heading)
        draft.title = draft.title ?? title(headline)
      } else {
        add(range, .header)
      }
    case .byline, .chrome:
      add(range, .header)
    case .caption:
      add(range, .caption)
    case .listItem(let content):
      for at in range.lowerBound..<content.lowerBound { draft.text.bytes[at] = 0x20 }
      add(content, .listItem)
    case .prose:
      addStory(range, bytes)
    }
  }

  /// Adds a paragraph without the dateline with which it may start.
  private mutating func addStory(_ range: Range<Int>, _ bytes: [UInt8]) {
    guard !range.isEmpty else { return }
    // Only the first paragraphs of a report have a dateline.
    guard proseBlocks < 4, let dateline = Dateline(bytes[range]) else {
      proseBlocks += range.count > 120 ? 1 : 0
      add(range, .paragraph)
      return
    }
    proseBlocks += 1
    draft.weakDate = dateline.date ?? draft.weakDate
    add(TextLine.trim(bytes, range.lowerBound..<dateline.end), .header)
    add(dateline.end..<range.upperBound, .paragraph)
  }

  private mutating func add(_ range: Range<Int>, _ kind: TextBlock.Kind) {
    guard !range.isEmpty else { return }
    draft.blocks.append(TextBlock(range: range, kind: kind))
  }

  private mutating func joinLines(_ range: Range<Int>) {
    var at = range.lowerBound
    while let found = draft.text.bytes[at..<range.upperBound].firstIndex(of: 0x0a) {
      draft.text.bytes[found] = 0x20
      at = found + 1
    }
  }

  /// Makes headings of the short lines without a full stop, and a title of the first.
  private mutating func findHeadings(_ bytes: [UInt8]) {
    let blocks = draft.blocks
    var seenProse = false
    for (i, block) in blocks.enumerated() where block.kind == .paragraph {
      let next = blocks[(i + 1)...].first { $0.kind != .header }
      let isShort = HeadingForm.isHeading(bytes[block.range], isFirst: !seenProse)
      // A heading stands before something longer that is not itself a heading.
      let leads = next.map { $0.kind != .paragraph || $0.range.count > 80 } ?? false
      if isShort, leads || !seenProse && next != nil {
        draft.blocks[i] = TextBlock(range: block.range, kind: .heading)
        if !seenProse { draft.title = draft.title ?? title(block.range) }
      }
      seenProse = true
    }
  }

  private func title(_ range: Range<Int>) -> String {
    String(decoding: draft.text.bytes[range], as: UTF8.self)
  }
}
