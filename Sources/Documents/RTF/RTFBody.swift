/// Builds the text of an RTF file, group by group.
struct RTFBody {
  /// What holds within a group and ends with it.
  private struct State {
    var isSkipped = false
    /// How many characters stand for each `\u` in programs that do not know it.
    var fallback = 1
    var font = 0
    var destination = Destination.text
  }

  /// What the text of a group is.
  private enum Destination: Hashable {
    case text, fonts, styles, title, author, created
  }

  private let bytes: [UInt8]
  private var scanner: RTFScanner
  private var writer: MappedTextWriter
  private var states = [State()]
  private var blocks: [TextBlock] = []
  private var blockStart = 0
  /// The white space that waits for the next word.
  private var space: Range<Int>?
  private var style = 0
  private var outline: Int?
  private var isListItem = false
  private var codePage = 1252
  private var charsets: [Int: Int] = [:]
  private var headings: Set<Int> = []
  private var tableText: [UInt8] = []
  private var tableStyle = 0
  private var toSkip = 0
  private var highSurrogate: UInt32?
  /// Bytes of `\'hh` that wait to be decoded together.
  private var encoded: (bytes: [UInt8], range: Range<Int>)?
  private var footnotes: [Range<Int>] = []
  private var title: [UInt8] = []
  private var author: [UInt8] = []
  private var created: [Int?] = [nil, nil, nil]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = RTFScanner(bytes: bytes, at: 0)
    writer = MappedTextWriter(MappedText(file: bytes))
  }

  /// Reads the text, then the footnotes that were met in it.
  mutating func read() throws(DocumentError) {
    try run(to: bytes.count)
    var isClosed = states.count == 1
    let notes = footnotes
    for note in notes {
      scanner.at = note.lowerBound
      states = [State()]
      try run(to: note.upperBound)
    }
    // What was cut off has lost the ends of its groups.
    if states.count != 1 { isClosed = false }
    guard isClosed else { throw .malformed(format: "RTF", detail: "the end is missing") }
  }

  private mutating func run(to end: Int) throws(DocumentError) {
    while scanner.at < end, let (token, range) = scanner.next() {
      guard states.count <= 10_000 else {
        throw .malformed(format: "RTF", detail: "groups in groups, deeper than 10000")
      }
      if case .byte = token {} else { decodeBytes() }
      pass(token, range)
    }
    decodeBytes()
    endBlock()
  }

  private var state: State {
    get { states[states.count - 1] }
    set { states[states.count - 1] = newValue }
  }

  private mutating func pass(_ token: RTFToken, _ range: Range<Int>) {
    switch token {
    case .open:
      toSkip = 0
      states.append(state)
    case .close:
      toSkip = 0
      if state.destination == .styles { endStyle() }
      if states.count > 1 { states.removeLast() }
    case .control(let word, let number):
      if toSkip > 0, !word.elementsEqual("u".utf8) {
        toSkip -= 1
        return
      }
      control(word, number, range)
    case .byte(let byte):
      if toSkip > 0 {
        toSkip -= 1
        return
      }
      guard !state.isSkipped else { return }
      let start = encoded?.range.lowerBound ?? range.lowerBound
      encoded = ((encoded?.bytes ?? []) + [byte], start..<range.upperBound)
    case .symbol(let symbol):
      if toSkip > 0 {
        toSkip -= 1
        return
      }
      switch symbol {
      case UInt8(ascii: "*"): skipUnlessKnown()
      case UInt8(ascii: "~"): space = space ?? range
      case UInt8(ascii: "_"): write([0x2d], range)
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): write([symbol], range)
      default: break
      }
    case .text: text(range)
    }
  }

  /// A group that starts with `\*` may be skipped by who does not know its first word.
  private mutating func skipUnlessKnown() {
    var ahead = scanner
    if case .control(let word, _)? = ahead.next()?.token, word.elementsEqual("footnote".utf8) {
      return
    }
    state.isSkipped = true
  }

  private mutating func text(_ range: Range<Int>) {
    var start = range.lowerBound
    if toSkip > 0 {
      let skipped = min(toSkip, range.count)
      toSkip -= skipped
      start += skipped
    }
    guard start < range.upperBound, !state.isSkipped else { return }
    switch state.destination {
    case .title: title += bytes[start..<range.upperBound]
    case .author: author += bytes[start..<range.upperBound]
    case .styles, .fonts: tableText += bytes[start..<range.upperBound]
    case .created: break
    case .text:
      var at = start
      while at < range.upperBound {
        let byte = bytes[at]
        let first = at
        at += 1
        if byte.isASCIISpace {
          space = space ?? first..<at
        } else if byte >= 0x80 {
          encoded = ((encoded?.bytes ?? []) + [byte], (encoded?.range.lowerBound ?? first)..<at)
          if at == range.upperBound || bytes[at] < 0x80 { decodeBytes() }
        } else {
          while at < range.upperBound, bytes[at] < 0x80, !bytes[at].isASCIISpace { at += 1 }
          startPiece()
          writer.copy(first..<at)
        }
      }
    }
  }

  /// Writes what `\'hh` stood for, in the font's code page.
  private mutating func decodeBytes() {
    guard let (run, range) = encoded else { return }
    encoded = nil
    let page = charsets[state.font].flatMap { Self.codePages[$0] } ?? codePage
    var text: [UInt8] = []
    if page == 1252 {
      for byte in run { text += UTF8Scalars.encode(Windows1252.scalar(byte)) }
    } else if let decoded = try? CharacterDecoder.decode(run, declared: "windows-\(page)") {
      text = decoded.text.bytes
    }
    write(text, range)
  }

  private mutating func startPiece() {
    if writer.bytes.count == blockStart, !blocks.isEmpty {
      writer.write([0x0a, 0x0a], for: scanner.at..<scanner.at)
      blockStart = writer.bytes.count
      space = nil
    } else if let space, writer.bytes.count > blockStart {
      writer.write(CollectionOfOne(0x20), for: space)
    }
    space = nil
  }

  private mutating func write(_ text: [UInt8], _ range: Range<Int>) {
    guard !state.isSkipped, !text.isEmpty else { return }
    switch state.destination {
    case .title: title += text
    case .author: author += text
    case .styles, .fonts: tableText += text
    case .created: break
    case .text:
      if text == [0xc2, 0xa0] {
        space = space ?? range
        return
      }
      startPiece()
      writer.write(text, for: range)
    }
  }

  /// Ends a paragraph or a cell.
  private mutating func endBlock() {
    space = nil
    defer { isListItem = false }
    let end = writer.bytes.count
    guard end > blockStart else { return }
    let kind: TextBlock.Kind =
      if outline != nil || headings.contains(style) { .heading } else if isListItem {
        .listItem
      } else { .paragraph }
    blocks.append(TextBlock(range: blockStart..<end, kind: kind))
    blockStart = end
  }

  /// Remembers a style's number if its name is that of a heading.
  private mutating func endStyle() {
    let name = String(decoding: tableText.map(\.asciiLowercased), as: UTF8.self)
      .drop { $0 == " " }
    if name.hasPrefix("heading") || name.hasPrefix("title") || name.hasPrefix("subtitle") {
      if tableStyle > 0 { headings.insert(tableStyle) }
    }
    tableText = []
    tableStyle = 0
  }

  private mutating func control(_ name: [UInt8], _ number: Int?, _ range: Range<Int>) {
    let word = String(decoding: name, as: UTF8.self)
    if Self.skippedGroups.contains(word) {
      state.isSkipped = true
      return
    }
    switch word {
    case "u": unicode(number ?? 0x3f, range)
    case "uc": state.fallback = min(max(0, number ?? 1), 10)
    case "ansicpg": codePage = number ?? 1252
    case "mac": codePage = 10_000
    case "fonttbl": state.destination = .fonts
    case "stylesheet": state.destination = .styles
    case "title": if state.destination != .styles { state.destination = .title }
    case "author": if author.isEmpty { state.destination = .author } else { state.isSkipped = true }
    case "creatim": state.destination = .created
    case "info": state.isSkipped = false
    case "yr": if state.destination == .created { created[0] = number }
    case "mo": if state.destination == .created { created[1] = number }
    case "dy": if state.destination == .created { created[2] = number }
    case "f": state.font = number ?? 0
    case "fcharset": if state.destination == .fonts { charsets[state.font] = number ?? 0 }
    case "v", "deleted": state.isSkipped = number != 0
    case "footnote":
      if !state.isSkipped { footnotes.append(scanner.at..<groupEnd()) }
      state.isSkipped = true
    default:
      if state.destination == .styles {
        if word == "s" { tableStyle = number ?? 0 }
      } else if !state.isSkipped, state.destination == .text {
        paragraph(word, number, range)
      }
    }
  }

  private mutating func paragraph(_ word: String, _ number: Int?, _ range: Range<Int>) {
    switch word {
    case "par", "page", "sect", "cell", "nestcell", "row", "column": endBlock()
    case "line", "tab": space = space ?? range
    case "pard":
      style = 0
      outline = nil
      isListItem = false
    case "s": style = number ?? 0
    case "outlinelevel": outline = (number ?? 9) < 9 ? number : nil
    case "ls": isListItem = isListItem || (number ?? 0) > 0
    case "listtext", "pntext":
      isListItem = true
      state.isSkipped = true
    case "emdash": write(Array("—".utf8), range)
    case "endash": write(Array("–".utf8), range)
    case "lquote": write(Array("‘".utf8), range)
    case "rquote": write(Array("’".utf8), range)
    case "ldblquote": write(Array("“".utf8), range)
    case "rdblquote": write(Array("”".utf8), range)
    case "bullet": write(Array("•".utf8), range)
    default: break
    }
  }

  private mutating func unicode(_ number: Int, _ range: Range<Int>) {
    toSkip = state.fallback
    let value = UInt32(number < 0 ? number + 0x10000 : number) & 0xffff
    if value & 0xfc00 == 0xd800 {
      highSurrogate = value
      return
    }
    var scalar = Unicode.Scalar(value)
    if value & 0xfc00 == 0xdc00, let high = highSurrogate {
      scalar = Unicode.Scalar(0x10000 + (high & 0x3ff) << 10 + value & 0x3ff)
    }
    highSurrogate = nil
    let clean = scalar ?? "\u{fffd}"
    switch TextCleaning.Change(clean) {
    case .keep: write(Array(UTF8Scalars.encode(clean)), range)
    case .space, .newline: space = space ?? range
    case .drop: break
    }
  }

  /// The end of the group that is open at the scanner's place.
  private func groupEnd() -> Int {
    var ahead = scanner
    var depth = 0
    while let (token, range) = ahead.next() {
      if token == .open { depth += 1 }
      if token == .close {
        if depth == 0 { return range.lowerBound }
        depth -= 1
      }
    }
    return bytes.count
  }

  /// The text with its blocks.
  func draft() throws(DocumentError) -> Draft {
    guard !blocks.isEmpty else { throw .noMainText }
    var layout = BlockLayout(writer.text)
    for block in blocks {
      switch block.kind {
      case .heading: layout.addHeading(block.range)
      case .listItem: layout.addItem(block.range)
      default: layout.addBlock(block.range)
      }
    }
    if !blocks.contains(where: { $0.kind == .heading }) || layout.draft.metadata.title == nil {
      layout.findHeadings()
    }
    var draft = layout.draft
    var metadata = DocumentMetadata()
    metadata.title = Self.string(title)
    metadata.authors = Self.string(author).map { [$0] } ?? []
    metadata.date = draft.metadata.date
    if metadata.date == nil, let year = created[0] {
      metadata.date = PublicationDate.iso(year: year, month: created[1], day: created[2]).map {
        DocumentDate(value: $0, certainty: .probable, place: .properties)
      }
    }
    metadata.fill(from: draft.metadata)
    draft.metadata = metadata
    return draft
  }

  private static func string(_ bytes: [UInt8]) -> String? {
    let words = String(decoding: bytes, as: UTF8.self).collapsed()
    return words.isEmpty ? nil : words
  }

  private static let skippedGroups: Set<String> = [
    "colortbl", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "themedata", "datastore", "xmlnstbl", "listtable",
    "listoverridetable", "rsidtbl", "generator", "filetbl", "revtbl", "fldinst", "nonshppict",
    "shppict", "do", "shpinst", "annotation", "atnid", "atnauthor", "operator", "keywords",
    "comment", "company", "subject", "category", "manager", "doccomm", "hlinkbase", "latentstyles",
    "pgdsctbl", "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "revtim",
    "printim", "buptim", "userprops", "mmathPr", "wgrffmtfilter", "xe", "tc",
  ]

  /// The Windows code pages of the character sets that fonts have.
  private static let codePages: [Int: Int] = [
    238: 1250, 204: 1251, 161: 1253, 162: 1254, 177: 1255, 178: 1256, 186: 1257, 163: 1258,
    128: 932, 134: 936, 129: 949, 136: 950, 222: 874,
  ]
}
