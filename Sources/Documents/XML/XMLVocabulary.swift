/// What the elements of an XML vocabulary are; names are local and in lower case.
struct XMLVocabulary {
  /// What text in elements is.
  var kinds: [String: TextBlock.Kind] = [:]
  /// Elements that hold no text of the document.
  var skipped: Set<String> = []
  /// Elements that stand within a line whatever is beside them.
  var inline: Set<String> = []
  /// Elements that stand for a space.
  var breaks: Set<String> = []
  /// Notes that stand in the middle of a sentence; they come after the text.
  var notes: Set<String> = []
  /// Elements that stand for quotation marks.
  var quotations: Set<String> = []
  /// The elements that hold the text, everything else being left out; none: the root.
  var bodies: [String] = []

  /// What a text is, as its nearest ancestors tell.
  func kind(of element: Int, in tree: MarkupTree) -> TextBlock.Kind {
    var node = element
    for _ in 0..<12 where node >= 0 {
      if let kind = kinds[tree.nodes[node].name] { return kind }
      node = tree.nodes[node].parent
    }
    return .paragraph
  }

  /// Reads the texts of a file into blocks.
  ///
  /// - Throws: ``DocumentError/noMainText`` if there are none.
  func draft(_ tree: MarkupTree, _ text: MappedText) throws(DocumentError) -> Draft {
    guard !tree.nodes.isEmpty else { throw .noMainText }
    var roots: [Int] = []
    for node in tree.nodes.indices where bodies.contains(tree.nodes[node].name) {
      if roots.last.map({ tree.nodes[$0].end <= node }) ?? true { roots.append(node) }
    }
    if roots.isEmpty { roots = [0] }
    var hidden = tree.nodes.map {
      skipped.contains($0.name) || notes.contains($0.name)
        // The number of a footnote.
        || $0.name == "xref" && $0.attributes["ref-type"] == "fn"
    }
    var writer = PageTextWriter(text, tree, kinds: { kind(of: $0, in: tree) })
    func write(_ root: Int) {
      let blocks = tree.blocks(
        below: root, page: text.bytes, skipping: hidden, mixed: true,
        inline: inline.union(notes).union(skipped).union(quotations), breaks: breaks,
        quotations: quotations)
      for block in blocks { writer.add(block) }
    }
    for root in roots { write(root) }
    if !notes.isEmpty {
      hidden = tree.nodes.map { skipped.contains($0.name) }
      var end = 0
      for node in tree.nodes.indices
      where notes.contains(tree.nodes[node].name) && node >= end
        && roots.contains(where: { $0 < node && node < tree.nodes[$0].end })
      {
        write(node)
        end = tree.nodes[node].end
      }
    }
    guard !writer.isEmpty else { throw .noMainText }
    return writer.draft
  }
}
