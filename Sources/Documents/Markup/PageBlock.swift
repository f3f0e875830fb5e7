/// A run of text of a page that no block-level element interrupts.
struct PageBlock {
  /// The nearest block-level element around it.
  let element: Int
  /// The texts of the block, as nodes of the tree, or one of the marks below.
  var pieces: [Int] = []
  /// The number of letters and digits, in bytes.
  var length = 0
  /// How many of them are in links.
  var linkLength = 0
  /// How many words there are.
  var words = 0
  /// The number of commas, full stops and other ends of sentences, which prose has and menus have
  /// not.
  var stops = 0

  /// The share of the text that is in links, 0 to 1.
  var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }

  /// A piece that is a line break.
  static let lineBreak = -1
  /// A piece that is an opening quotation mark, for which an element stands.
  static let openingQuote = -2
  /// A piece that is a closing quotation mark.
  static let closingQuote = -3

  init(element: Int) { self.element = element }
}

extension MarkupTree {
  /// Elements that stand within a line.
  static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br",
    "img", "amp-img", "picture", "source", "html:b", "html:i",
  ]

  /// The blocks of a subtree in order, without those below nodes that are skipped; O(*n*).
  ///
  /// An element is within a line if its name is that of such an element of HTML or of another set
  /// or, in XML of any vocabulary (`mixed`), if text stands beside it.
  func blocks(
    below root: Int, page: [UInt8], skipping skipped: [Bool], mixed: Bool = false,
    inline: Set<String> = Self.inline, breaks: Set<String> = ["br"],
    quotations: Set<String> = []
  ) -> [PageBlock] {
    let besideText = mixed ? elementsBesideText(page) : []
    let breakNames = breaks
    func isInline(_ node: Int) -> Bool {
      inline.contains(nodes[node].name) || mixed && besideText[node]
    }
    var blocks: [PageBlock] = []
    var current = PageBlock(element: root)
    // Elements that are open: the end of each and whether it is a block or a link.
    var open: [(end: Int, isBlock: Bool, isLink: Bool, isQuotation: Bool)] = []
    var elements = [root]
    var links = 0
    var breaks = 0
    func finish() {
      if current.length > 0 { blocks.append(current) }
      current = PageBlock(element: elements.last ?? root)
      breaks = 0
    }

    var node = root
    let end = nodes[root].end
    while node < end {
      while let last = open.last, last.end <= node {
        if last.isBlock {
          elements.removeLast()
          finish()
        }
        if last.isLink { links -= 1 }
        if last.isQuotation { current.pieces.append(PageBlock.closingQuote) }
        open.removeLast()
      }
      if skipped[node] {
        if !isInline(node) { finish() }
        node = nodes[node].end
        continue
      }
      let name = nodes[node].name
      if nodes[node].isText {
        let size = measure(node, page, isLink: links > 0, into: &current)
        if size > 0 { breaks = 0 }
        current.pieces.append(node)
      } else if breakNames.contains(name) {
        if name == "br" { breaks += 1 }
        if breaks > 1 { finish() } else { current.pieces.append(PageBlock.lineBreak) }
      } else {
        let isBlock = !isInline(node)
        let isLink = name == "a"
        if isBlock {
          elements.append(node)
          finish()
        }
        if isLink { links += 1 }
        let isQuotation = quotations.contains(name)
        if isQuotation { current.pieces.append(PageBlock.openingQuote) }
        open.append((nodes[node].end, isBlock, isLink, isQuotation))
      }
      node += 1
    }
    finish()
    return blocks
  }

  /// Which nodes have a text that is not blank among their siblings.
  private func elementsBesideText(_ page: [UInt8]) -> [Bool] {
    var hasText = [Bool](repeating: false, count: nodes.count)
    for node in nodes where node.isText && node.parent >= 0 {
      if node.replacement != nil || !page[node.source].allSatisfy(\.isASCIISpace) {
        hasText[node.parent] = true
      }
    }
    return nodes.map { $0.parent >= 0 && hasText[$0.parent] }
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "!")
  }

  /// Adds a text's measures to a block.
  private func measure(
    _ node: Int, _ page: [UInt8], isLink: Bool, into block: inout PageBlock
  ) -> Int {
    var size = 0
    var inWord = false
    func look(_ bytes: some Collection<UInt8>) {
      for byte in bytes {
        let isWord = byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
        if isWord {
          size += 1
          if !inWord { block.words += 1 }
        } else if Self.isStop(byte) {
          block.stops += 1
        }
        // An apostrophe does not end a word.
        inWord = isWord || inWord && byte == 39
      }
    }
    if let replacement = nodes[node].replacement {
      look(replacement)
    } else {
      look(page[nodes[node].source])
    }
    block.length += size
    if isLink { block.linkLength += size }
    return size
  }
}
