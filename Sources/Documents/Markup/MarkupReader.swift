/// Reads HTML pages: main text, title, date.
enum MarkupReader {
  /// Reads a page.
  ///
  /// - Throws: ``DocumentError/noMainText`` if there is nothing to read in it.
  static func html(_ text: MappedText) throws(DocumentError) -> Draft {
    let tree = MarkupTree.html(text.bytes)
    let blocks = MainText.choose(tree, page: text.bytes)
    let linked = LinkedData(tree.linkedData)
    var draft = try draft(of: blocks, tree, text, linked)
    var metadata = PageMetadata.read(tree, linked, page: text.bytes)
    metadata.fill(from: draft.metadata)
    draft.metadata = metadata
    draft.isPage = true
    return draft
  }

  /// The text that the page shows, or that its JSON-LD has if that is more than twice as long.
  private static func draft(
    of blocks: [PageBlock], _ tree: MarkupTree, _ text: MappedText, _ linked: LinkedData
  ) throws(DocumentError) -> Draft {
    let shown = blocks.reduce(0) { $0 + $1.words }
    if let whole = LinkedText.find(linked, page: text),
      LinkedText.words(whole.bytes) > max(100, 2 * shown)
    {
      return PlainTextReader.read(try TextCleaning.clean(whole).text)
    }
    return try draft(of: blocks, tree, text)
  }

  /// Reads all of a page that is known to be text: a chapter, a message, a record.
  ///
  /// - Throws: ``DocumentError/noMainText`` if there is nothing to read in it.
  static func wholePage(_ text: MappedText) throws(DocumentError) -> Draft {
    let tree = MarkupTree.html(text.bytes)
    let hidden = tree.nodes.indices.map {
      hiddenElements.contains(tree.nodes[$0].name) || Boilerplate.isHidden(tree.nodes[$0])
        || Boilerplate.isNoteReference(tree, $0)
    }
    var writer = PageTextWriter(text, tree, kinds: { PageTextWriter.kind(of: $0, in: tree) })
    var root = 0
    while root < tree.nodes.count {
      for block in tree.blocks(below: root, page: text.bytes, skipping: hidden) {
        writer.add(block)
      }
      root = tree.nodes[root].end
    }
    guard !writer.isEmpty else { throw .noMainText }
    return writer.draft
  }

  private static let hiddenElements: Set<String> = [
    "head", "title", "script", "style", "template", "svg", "iframe", "object", "button", "select",
    "nav", "meta", "link", "math", "noscript",
  ]

  private static func draft(
    of blocks: [PageBlock], _ tree: MarkupTree, _ text: MappedText
  ) throws(DocumentError) -> Draft {
    var writer = PageTextWriter(text, tree)
    for block in blocks { writer.add(block) }
    guard !writer.isEmpty else { throw .noMainText }
    return writer.draft
  }
}
