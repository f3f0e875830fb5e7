/// Reads HTML pages and XML files: main text, title, date.
enum MarkupReader {
  /// Reads a page.
  ///
  /// - Throws: ``DocumentError/noMainText`` if there is nothing to read in it.
  static func html(_ text: MappedText) throws(DocumentError) -> Draft {
    let tree = MarkupTree.html(text.bytes)
    let blocks = MainText.choose(tree, page: text.bytes)
    var draft = try draft(of: blocks, tree, text)
    draft.title = PageMetadata.title(tree, page: text.bytes) ?? draft.title
    draft.date = PageMetadata.date(tree, page: text.bytes) ?? draft.date
    return draft
  }

  /// Reads XML of any vocabulary: each element that has text of its own is a block, but for those
  /// within a sentence.
  ///
  /// - Throws: ``DocumentError/entityDeclaration``, ``DocumentError/malformed(format:detail:)`` or
  ///   ``DocumentError/noMainText``.
  static func xml(_ text: MappedText) throws(DocumentError) -> Draft {
    let tree = try MarkupTree.xml(text.bytes)
    guard !tree.nodes.isEmpty else { throw .noMainText }
    let skipped = tree.nodes.map { data.contains($0.name) }
    let blocks = tree.blocks(below: 0, page: text.bytes, skipping: skipped, mixed: true)
    var draft = try draft(of: blocks, tree, text)
    if let title = tree.nodes.indices.first(where: { titles.contains(tree.nodes[$0].name) }) {
      draft.title = PageMetadata.text(tree, title, text.bytes)
    }
    if draft.date == nil {
      for node in tree.nodes.indices where dates.contains(tree.nodes[node].name) {
        let words = PageMetadata.text(tree, node, text.bytes)
        draft.date = PublicationDate.value(words)
        if draft.date != nil { break }
      }
    }
    return draft
  }

  private static func draft(
    of blocks: [PageBlock], _ tree: MarkupTree, _ text: MappedText
  ) throws(DocumentError) -> Draft {
    var writer = PageTextWriter(text, tree)
    for block in blocks { writer.add(block) }
    guard !writer.isEmpty else { throw .noMainText }
    return writer.draft
  }

  private static let data: Set<String> = [
    "script", "style", "metadata", "binary", "svg", "math", "teiheader", "docdata",
  ]
  private static let titles: Set<String> = ["title", "headline", "hl1", "article-title"]
  private static let dates: Set<String> = ["pubdate", "published", "date", "date.issue", "created"]
}
