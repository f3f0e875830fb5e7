/// Lays out a text as blocks: tells what each paragraph is, and cuts those into which a caption or
/// a dateline was run.
struct BlockLayout {
  /// The text and the blocks so far.
  private(set) var draft: Draft
  /// How many paragraphs came so far.
  private var proseBlocks = 0
  /// Whether anything but headers and captions came so far.
  private var hasText = false

  /// Whether the marks of items are markup, so that a number before a text is part of it.
  private let keepsNumbers: Bool

  init(_ text: MappedText, keepsNumbers: Bool = false) {
    draft = Draft(text: text)
    self.keepsNumbers = keepsNumbers
  }

  /// Adds a paragraph, cut into caption, dateline and story where these ran together.
  mutating func addBlock(_ range: Range<Int>) {
    joinLines(range)
    let bytes = draft.text.bytes
    if let end = CaptionForm.runInCaption(bytes[range]) {
      add(range.lowerBound..<end, .caption)
      if let date = PublicationDate.first(in: bytes[range.lowerBound..<end].prefix(200)) {
        draft.weakDate =
          draft.weakDate
          ?? DocumentDate(value: date.iso, certainty: .probable, place: .caption)
      }
      addStory(TextLine.trim(bytes, end..<range.upperBound))
      return
    }
    switch LineKind.of(range, in: bytes) {
    case .date(let date, let headline):
      if draft.metadata.date == nil, !LineKind.isChange(bytes[range]) {
        draft.metadata.date = DocumentDate(value: date, certainty: .stated, place: .headerLine)
      }
      if let headline {
        add(TextLine.trim(bytes, range.lowerBound..<headline.lowerBound), .header)
        add(headline, .heading)
        draft.metadata.title = draft.metadata.title ?? string(headline)
      } else {
        add(range, .header)
      }
    case .byline, .chrome:
      add(range, .header)
    case .caption:
      add(range, .caption)
    case .listItem where keepsNumbers && bytes[range.lowerBound].isASCIIDigit:
      addStory(range)
    case .listItem(let content):
      addItem(content, markedFrom: range.lowerBound)
    case .prose:
      addStory(range)
    }
  }

  /// Adds an item of a list; its mark, if it has one, becomes spaces.
  mutating func addItem(_ content: Range<Int>, markedFrom start: Int? = nil) {
    joinLines(content)
    if let start { for at in start..<content.lowerBound { draft.text.bytes[at] = 0x20 } }
    if content.count <= 300, PageChrome.isChrome(draft.text.bytes[content]) {
      add(content, .header)
    } else {
      add(content, .listItem)
    }
  }

  /// Adds a heading that is marked as one; the first that nothing but headers precedes is the title.
  mutating func addHeading(_ range: Range<Int>) {
    joinLines(range)
    if !hasText { draft.metadata.title = draft.metadata.title ?? string(range) }
    add(range, .heading)
  }

  /// Adds a block as it is.
  mutating func add(_ range: Range<Int>, _ kind: TextBlock.Kind) {
    guard !range.isEmpty else { return }
    if kind != .header, kind != .caption { hasText = true }
    draft.blocks.append(TextBlock(range: range, kind: kind))
  }

  /// Adds a paragraph without the dateline with which it may start.
  private mutating func addStory(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let bytes = draft.text.bytes
    // Only the first paragraphs of a report have a dateline.
    guard proseBlocks < 4, let dateline = Dateline(bytes[range]) else {
      proseBlocks += range.count > 120 ? 1 : 0
      add(range, .paragraph)
      return
    }
    proseBlocks += 1
    if let date = dateline.date {
      draft.weakDate = DocumentDate(value: date, certainty: .stated, place: .dateline)
    }
    add(TextLine.trim(bytes, range.lowerBound..<dateline.end), .header)
    add(dateline.end..<range.upperBound, .paragraph)
  }

  /// Makes spaces of the line ends in a range.
  private mutating func joinLines(_ range: Range<Int>) {
    var at = range.lowerBound
    while let found = draft.text.bytes[at..<range.upperBound].firstIndex(of: 0x0a) {
      draft.text.bytes[found] = 0x20
      at = found + 1
    }
  }

  /// Makes headings of the short lines without a full stop, and a title of the first.
  mutating func findHeadings() {
    findLabels()
    let firstProse = draft.blocks.firstIndex { $0.kind == .paragraph || $0.kind == .heading }
    // The next block that is not a header, from the end.
    var next: TextBlock?
    for i in draft.blocks.indices.reversed() where draft.blocks[i].kind != .header {
      let block = draft.blocks[i]
      defer { next = block }
      guard block.kind == .paragraph, let next else { continue }
      let isFirst = i == firstProse
      guard HeadingForm.isHeading(draft.text.bytes[block.range], isFirst: isFirst) else { continue }
      // A heading stands before something longer that is not itself a heading.
      guard isFirst || next.kind != .paragraph || next.range.count > 80 else { continue }
      draft.blocks[i] = TextBlock(range: block.range, kind: .heading)
      if isFirst { draft.metadata.title = draft.metadata.title ?? string(block.range) }
    }
  }

  /// Makes headers of the section's names (`OPINION`, `WORLD NEWS`) before a headline.
  private mutating func findLabels() {
    let head = draft.blocks.prefix(12)
    let texts = head.indices.filter { head[$0].kind != .header }
    for (i, next) in zip(texts, texts.dropFirst()) {
      let (block, following) = (draft.blocks[i], draft.blocks[next])
      guard block.kind == .paragraph, following.kind == .paragraph,
        HeadingForm.isLabel(draft.text.bytes[block.range]),
        HeadingForm.isHeading(draft.text.bytes[following.range], isFirst: true)
      else { return }
      draft.blocks[i] = TextBlock(range: block.range, kind: .header)
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: draft.text.bytes[range], as: UTF8.self)
  }
}
