/// Writes the chosen blocks of a page as clean text, with white space collapsed and the map kept.
struct PageTextWriter {
  private let tree: MarkupTree
  private let origin: [UInt8]
  private var writer: MappedTextWriter
  private var ranges: [(range: Range<Int>, element: Int)] = []
  private var pendingSpace: Range<Int>?
  private var blockStart = 0
  /// Where the last text ended in the origin.
  private var last = 0
  /// The first date that stood in a line of its own.
  private var dateLine: String?
  /// What an element's blocks are, in vocabularies other than HTML.
  private let kinds: ((Int) -> TextBlock.Kind)?

  /// Creates a writer; with `kinds`, the text is not a page of the Web and nothing is left out.
  init(_ text: MappedText, _ tree: MarkupTree, kinds: ((Int) -> TextBlock.Kind)? = nil) {
    self.tree = tree
    self.kinds = kinds
    origin = text.bytes
    writer = MappedTextWriter(text)
  }

  /// Whether no text was written.
  var isEmpty: Bool { ranges.isEmpty }

  /// Adds a block as a line of its own, unless its words are the page's and not the text's.
  mutating func add(_ block: PageBlock) {
    guard kinds != nil || !isBesides(block) else { return }
    let separator = writer.bytes.count
    blockStart = separator
    pendingSpace = nil
    var isFirst = true
    var opensQuote = false
    for piece in block.pieces {
      guard piece >= 0 else {
        switch piece {
        case PageBlock.openingQuote: opensQuote = true
        case PageBlock.closingQuote:
          if writer.bytes.count > blockStart { writer.write(Array("”".utf8), for: last..<last) }
        default: pendingSpace = pendingSpace ?? last..<last
        }
        continue
      }
      let node = tree.nodes[piece]
      last = node.source.upperBound
      if isFirst, !ranges.isEmpty {
        writer.write([0x0a, 0x0a], for: node.source.lowerBound..<node.source.lowerBound)
        blockStart = writer.bytes.count
      }
      isFirst = false
      if opensQuote {
        opensQuote = false
        writeSpace()
        writer.write(Array("“".utf8), for: node.source.lowerBound..<node.source.lowerBound)
      }
      if let replacement = node.replacement {
        add(replacement: replacement, node.source)
      } else {
        add(node.source)
      }
    }
    if writer.bytes.count > blockStart {
      ranges.append((blockStart..<writer.bytes.count, block.element))
    }
  }

  /// Whether a block is the page's and not the text's: chrome, credits, lines about the text, of
  /// which a date is remembered.
  private mutating func isBesides(_ block: PageBlock) -> Bool {
    guard block.length <= 300 else { return false }
    var words: [UInt8] = []
    for piece in block.pieces where piece >= 0 {
      words += tree.nodes[piece].replacement ?? Array(origin[tree.nodes[piece].source])
    }
    for at in words.indices where words[at].isASCIISpace { words[at] = 0x20 }
    let range = TextLine.trim(words, 0..<words.count)
    let line = words[range]
    if PageChrome.isChrome(line) { return true }
    guard line.count <= 120, !isHeading(block) else { return false }
    if CaptionForm.isCredit(line: line) { return true }
    switch LineKind.of(range, in: words) {
    case .date(let date, headline: nil):
      if !LineKind.isChange(line) { dateLine = dateLine ?? date }
      return true
    case .byline: return true
    default: return false
    }
  }

  private func isHeading(_ block: PageBlock) -> Bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].contains(tree.nodes[block.element].name)
  }

  private mutating func writeSpace() {
    if let space = pendingSpace, writer.bytes.count > blockStart {
      writer.write(CollectionOfOne(0x20), for: space)
    }
    pendingSpace = nil
  }

  private mutating func add(_ source: Range<Int>) {
    var at = source.lowerBound
    while at < source.upperBound {
      if origin[at].isASCIISpace {
        let start = at
        while at < source.upperBound, origin[at].isASCIISpace { at += 1 }
        pendingSpace = pendingSpace ?? start..<at
      } else {
        let start = at
        while at < source.upperBound, !origin[at].isASCIISpace { at += 1 }
        writeSpace()
        writer.copy(start..<at)
      }
    }
  }

  private mutating func add(replacement: [UInt8], _ source: Range<Int>) {
    let scalars = String(decoding: replacement, as: UTF8.self).unicodeScalars
    var kept: [UInt8] = []
    func write() {
      guard !kept.isEmpty else { return }
      writeSpace()
      writer.write(kept, for: source)
      kept = []
    }
    for scalar in scalars {
      let change = TextCleaning.Change(scalar)
      if change == .drop { continue }
      if change == .keep, scalar != " ", scalar != "\n" {
        kept.append(contentsOf: UTF8Scalars.encode(scalar))
        continue
      }
      write()
      pendingSpace = pendingSpace ?? source
    }
    write()
  }

  /// The text with its blocks.
  var draft: Draft {
    var layout = BlockLayout(writer.text, keepsNumbers: true)
    for (range, element) in ranges {
      switch kind(of: element) {
      case .heading: layout.addHeading(range)
      case .caption: layout.add(range, .caption)
      case .listItem: layout.addItem(range)
      case .header: layout.add(range, .header)
      default: layout.addBlock(range)
      }
    }
    var draft = layout.draft
    if draft.metadata.date == nil, let dateLine {
      draft.metadata.date = DocumentDate(
        value: dateLine, certainty: .stated, place: .headerLine)
    }
    return draft
  }

  private func kind(of element: Int) -> TextBlock.Kind {
    kinds.map { $0(element) } ?? Self.kind(of: element, in: tree)
  }

  /// What a block of a page is, as its nearest ancestors tell.
  static func kind(of element: Int, in tree: MarkupTree) -> TextBlock.Kind {
    var node = element
    for _ in 0..<12 where node >= 0 {
      switch tree.nodes[node].name {
      case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
      case "figcaption", "figure": return .caption
      case "li", "dd", "dt": return .listItem
      case "p" where tree[node, "class"] == "author" || tree[node, "class"] == "date":
        return .header
      case "article", "main", "body": return .paragraph
      default: break
      }
      if let name = tree[node, "class"]?.lowercased(), node == element || name.count < 60,
        name.holds("caption")
      {
        return .caption
      }
      node = tree.nodes[node].parent
    }
    return .paragraph
  }
}
