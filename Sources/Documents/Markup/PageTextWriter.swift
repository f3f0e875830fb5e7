/// Writes the chosen blocks of a page as clean text, with white space collapsed and the map kept.
struct PageTextWriter {
  private let tree: MarkupTree
  private let origin: [UInt8]
  private var writer: MappedTextWriter
  private var ranges: [(range: Range<Int>, element: Int)] = []
  private var pendingSpace: Range<Int>?
  private var blockStart = 0

  init(_ text: MappedText, _ tree: MarkupTree) {
    self.tree = tree
    origin = text.bytes
    writer = MappedTextWriter(text)
  }

  /// Whether no text was written.
  var isEmpty: Bool { ranges.isEmpty }

  /// Adds a block as a line of its own, unless its words are the page's and not the text's.
  mutating func add(_ block: PageBlock) {
    guard !isChrome(block) else { return }
    let separator = writer.bytes.count
    blockStart = separator
    pendingSpace = nil
    var isFirst = true
    for piece in block.pieces {
      guard piece >= 0 else {
        pendingSpace = pendingSpace ?? 0..<0
        continue
      }
      let node = tree.nodes[piece]
      if isFirst, !ranges.isEmpty {
        writer.write([0x0a, 0x0a], for: node.source.lowerBound..<node.source.lowerBound)
        blockStart = writer.bytes.count
      }
      isFirst = false
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

  private func isChrome(_ block: PageBlock) -> Bool {
    guard block.length <= 300 else { return false }
    var words: [UInt8] = []
    for piece in block.pieces where piece >= 0 {
      words += tree.nodes[piece].replacement ?? Array(origin[tree.nodes[piece].source])
    }
    return PageChrome.isChrome(words[TextLine.trim(words, 0..<words.count)])
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
    for scalar in scalars {
      switch TextCleaning.Change(scalar) {
      case .drop: continue
      case .space, .newline: pendingSpace = pendingSpace ?? source
      case .keep where scalar == " " || scalar == "\n": pendingSpace = pendingSpace ?? source
      case .keep: kept.append(contentsOf: UTF8Scalars.encode(scalar))
      }
    }
    guard !kept.isEmpty else { return }
    writeSpace()
    writer.write(kept, for: source)
  }

  /// The text with its blocks.
  var draft: Draft {
    var layout = BlockLayout(writer.text)
    for (range, element) in ranges {
      switch kind(of: element) {
      case .heading: layout.addHeading(range)
      case .caption: layout.add(range, .caption)
      case .listItem: layout.addItem(range)
      default: layout.addBlock(range)
      }
    }
    return layout.draft
  }

  private func kind(of element: Int) -> TextBlock.Kind {
    var node = element
    // What a block is, its nearest ancestors tell.
    for _ in 0..<12 where node >= 0 {
      switch tree.nodes[node].name {
      case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
      case "figcaption", "figure": return .caption
      case "li", "dd", "dt": return .listItem
      case "article", "main", "body": return .paragraph
      default: break
      }
      if let name = tree[node, "class"]?.lowercased(), node == element || name.count < 60,
        name.contains("caption")
      {
        return .caption
      }
      node = tree.nodes[node].parent
    }
    return .paragraph
  }
}
