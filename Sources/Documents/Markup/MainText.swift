/// Chooses the blocks of a page that are its main text.
///
/// Scores each block by length, links and punctuation, finds the element that holds most of the
/// good ones, and keeps the blocks in it that are good themselves or stand among good ones.
enum MainText {
  /// The blocks of the main text in order; empty if the page has none.
  static func choose(_ tree: MarkupTree, page: [UInt8]) -> [PageBlock] {
    guard !tree.nodes.isEmpty else { return [] }
    let skipped = Boilerplate.marks(in: tree, page: page)
    var all: [PageBlock] = []
    var root = 0
    while root < tree.nodes.count {
      all += tree.blocks(below: root, page: page, skipping: skipped)
      root = tree.nodes[root].end
    }
    guard let chosen = contentElement(tree, all) else { return keep(all, tree, isDeclared: false) }
    let within = chosen..<tree.nodes[chosen].end
    let kept = keep(
      withoutAppendix(all.filter { within.contains($0.element) }, tree, page), tree,
      isDeclared: declaredRank(tree.nodes[chosen]) >= 3)
    return head(before: kept, all, tree) + kept
  }

  /// The page's headline if it stands outside of the element that holds the text, and what stands
  /// between the two: the sentence under the headline, the words under the picture.
  private static func head(
    before kept: [PageBlock], _ all: [PageBlock], _ tree: MarkupTree
  ) -> [PageBlock] {
    guard let first = kept.first, !kept.contains(where: { tree.nodes[$0.element].name == "h1" }),
      let headline = all.lastIndex(where: {
        $0.element < first.element && tree.nodes[$0.element].name == "h1"
      }), all[headline].words >= 3
    else { return [] }
    // The picture may stand above the headline.
    var result = all[max(0, headline - 3)..<headline].filter {
      tree.nodes[$0.element].name == "figcaption" && $0.words >= 5
    }
    result.append(all[headline])
    for block in all[(headline + 1)...].prefix(12) {
      guard block.element < first.element else { break }
      guard block.linkDensity < 0.3 else { continue }
      switch tree.nodes[block.element].name {
      case "p", "h2", "h3", "div", "span":
        if block.words >= 8, block.stops > 0, block.length >= 40 { result.append(block) }
      case "figcaption": result.append(block)
      default: break
      }
    }
    return result
  }

  /// The blocks without those after a heading with which pages start to speak of something else.
  ///
  /// `About the author` or `Leave a reply` near the end of a text ends it; `Related stories` only
  /// interrupts it until the next paragraph that is not links.
  private static func withoutAppendix(
    _ blocks: [PageBlock], _ tree: MarkupTree, _ page: [UInt8]
  ) -> [PageBlock] {
    let total = blocks.reduce(0) { $0 + prose($1, tree) }
    var kept: [PageBlock] = []
    var before = 0
    var isBesides = false
    for block in blocks {
      if block.words <= 8 {
        let heading = words(block, tree, page)
        if before * 10 > total * 6, PageChrome.endsText(heading) { break }
        if before > 0, PageChrome.interruptsText(heading) { isBesides = true }
      } else if isBesides, tree.nodes[block.element].name == "p", block.words >= 20,
        block.linkDensity < 0.2
      {
        isBesides = false
      }
      before += prose(block, tree)
      if !isBesides { kept.append(block) }
    }
    return kept
  }

  /// The words of a short block in lower case.
  private static func words(_ block: PageBlock, _ tree: MarkupTree, _ page: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for piece in block.pieces where piece >= 0 {
      bytes += tree.nodes[piece].replacement ?? Array(page[tree.nodes[piece].source])
    }
    return String(decoding: bytes, as: UTF8.self).collapsed().lowercased()
  }

  /// What a block counts for: its length if it is prose.
  private static func prose(_ block: PageBlock, _ tree: MarkupTree) -> Int {
    guard block.linkDensity < 0.4, block.words >= 8, block.stops > 0 else { return 0 }
    switch tree.nodes[block.element].name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return 0
    case "li", "dd", "dt": return block.length / 2
    case "td", "th": return block.length * 3 / 4
    default: return block.length
    }
  }

  /// The element that holds the main text; nil if no block is prose.
  private static func contentElement(_ tree: MarkupTree, _ blocks: [PageBlock]) -> Int? {
    var before = [Int](repeating: 0, count: tree.nodes.count + 1)
    for block in blocks { before[block.element + 1] += prose(block, tree) }
    for i in 1..<before.count { before[i] += before[i - 1] }
    func content(_ node: Int) -> Int { before[tree.nodes[node].end] - before[node] }
    let total = before[tree.nodes.count]
    guard total > 0 else { return nil }

    // An element that says that it is the text, if it holds a good part of all prose.
    var declared: [(node: Int, rank: Int)] = []
    for node in tree.nodes.indices where !tree.nodes[node].isText {
      let rank = declaredRank(tree.nodes[node])
      if rank > 0, content(node) > 0 { declared.append((node, rank)) }
    }
    for rank in stride(from: 4, through: 1, by: -1) {
      var outer: [Int] = []
      for (node, _) in declared.lazy.filter({ $0.rank == rank })
      where outer.last.map({ tree.nodes[$0].end <= node }) ?? true { outer.append(node) }
      guard let best = outer.max(by: { content($0) < content($1) }) else { continue }
      let together = outer.reduce(0) { $0 + content($1) }
      guard together * 100 >= total * 35 else { continue }
      // A text in several parts that all say so is what holds them; other articles beside the
      // largest are not parts of it.
      if rank >= 3, content(best) * 100 < together * 75, let last = outer.last {
        return commonAncestor(tree, outer[0], last)
      }
      if content(best) * 100 >= total * 35 { return best }
    }
    // Else the smallest element that holds most of the prose.
    var chosen = 0
    var smallest = Int.max
    for node in tree.nodes.indices
    where !tree.nodes[node].isText && content(node) * 100 >= total * 88 {
      let size = tree.nodes[node].end - node
      if size < smallest {
        smallest = size
        chosen = node
      }
    }
    // A block by itself may be all that is prose; what stands beside it belongs to it.
    if isTextElement(tree.nodes[chosen].name), tree.nodes[chosen].parent >= 0 {
      chosen = tree.nodes[chosen].parent
    }
    return chosen
  }

  private static func commonAncestor(_ tree: MarkupTree, _ first: Int, _ last: Int) -> Int {
    var node = first
    while node > 0, tree.nodes[node].end <= last, tree.nodes[node].parent >= 0 {
      node = tree.nodes[node].parent
    }
    return node
  }

  private static func isTextElement(_ name: String) -> Bool {
    ["p", "li", "blockquote", "pre", "td", "dd", "span"].contains(name)
  }

  /// How clearly an element is declared to be the text of the page; 0 if it is not.
  private static func declaredRank(_ node: MarkupTree.Node) -> Int {
    if node.attributes["itemprop"]?.lowercased().holds("articlebody") == true { return 4 }
    for key in ["class", "id"] {
      guard let value = node.attributes[key], value.utf8.count >= 8 else { continue }
      let flat = value.utf8.lazy.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        .map(\.asciiLowercased)
      let bytes = Array(flat)
      if bodyNames.contains(where: { bytes.firstRange(of: $0, from: 0) != nil }) { return 3 }
    }
    if node.name == "article" { return 2 }
    if node.name == "main" || node.attributes["role"] == "main" { return 1 }
    return 0
  }

  private static let bodyNames = [
    "articlebody", "articlecontent", "articletext", "storybody", "storycontent", "storytext",
    "entrycontent", "postcontent", "postbody", "bodycopy", "contentbody", "postentry",
    "articlecopy",
    "bodycontent", "posttext", "newscontent", "articlemain", "mainarticle",
  ].map { Array($0.utf8) }

  /// The blocks that are text or stand among text.
  ///
  /// If the page declares that these are its text, short paragraphs and items before and after the
  /// rest are part of it too.
  private static func keep(
    _ blocks: [PageBlock], _ tree: MarkupTree, isDeclared: Bool
  ) -> [PageBlock] {
    let good = blocks.map { isGood($0, tree) }
    guard let first = good.firstIndex(of: true), let last = good.lastIndex(of: true) else {
      return blocks.filter { $0.linkDensity < 0.5 && $0.words >= 5 }
    }
    var kept: [PageBlock] = []
    for (i, block) in blocks.enumerated() {
      if good[i] {
        kept.append(block)
        continue
      }
      guard block.linkDensity < 0.5 else { continue }
      switch tree.nodes[block.element].name {
      case "h1", "h2", "h3", "h4", "h5", "h6":
        if i > first - 4, i < last { kept.append(block) }
      case "li", "dd", "dt", "p", "blockquote", "figcaption", "pre", "td", "th":
        // The rest of a list of which a part is text is text.
        let isIn = i > first - 2 && i <= last
        if isIn || isDeclared && (i < first || isItem(block, tree)) { kept.append(block) }
      default:
        // Loose words in a division: keep them between good blocks if they could be a sentence.
        if i > first - 2, i <= last, block.words >= 4, block.stops > 0 { kept.append(block) }
      }
    }
    return kept
  }

  private static func isItem(_ block: PageBlock, _ tree: MarkupTree) -> Bool {
    tree.nodes[block.element].name == "li"
  }

  private static func isGood(_ block: PageBlock, _ tree: MarkupTree) -> Bool {
    switch tree.nodes[block.element].name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return false
    case "p", "blockquote", "pre", "figcaption":
      return block.linkDensity < 0.6 && (block.words >= 6 || block.stops > 0 && block.words >= 3)
    case "li", "dd", "dt":
      return block.linkDensity < 0.4 && block.words >= 8
    default:
      return block.linkDensity < 0.4 && block.words >= 10 && block.stops > 0
    }
  }
}
