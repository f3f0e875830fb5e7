/// Reads office documents in OpenDocument: ODT.
enum ODTReader {
  private static let vocabulary = XMLVocabulary(
    kinds: ["h": .heading, "list-item": .listItem],
    skipped: [
      "annotation", "tracked-changes", "automatic-styles", "font-face-decls", "sequence-decls",
      "scripts", "variable-decls", "user-field-decls", "object", "plugin", "note-citation",
      "table-of-content", "bibliography", "alphabetical-index", "desc", "title", "math",
    ],
    inline: [
      "span", "a", "s", "tab", "line-break", "bookmark", "bookmark-start", "bookmark-end", "note",
      "soft-page-break", "sequence", "reference-mark", "reference-mark-start", "date", "time",
      "reference-mark-end", "bookmark-ref", "reference-ref", "page-number", "author-name",
      "alphabetical-index-mark", "change", "change-start", "change-end", "meta", "file-name",
    ],
    breaks: ["s", "tab", "line-break"], notes: ["note"], bodies: ["text"])

  static func read(_ package: ZipPackage) throws(DocumentError) -> Draft {
    guard let file = try package.xml("content.xml") else { throw .noMainText }
    guard file.tree.first("body", "text") != nil else {
      throw .unsupported("an office document other than a text (a table or slides)")
    }
    let styles = namedStyles(file)
    var part = try vocabulary.draft(file.tree, file.text)
    part.blocks = retitled(part, file, styles)
    var assembly = DraftAssembly()
    assembly.append(part, name: "content.xml", sourceCount: package["content.xml"]?.count ?? 0)
    var metadata = part.metadata
    if let meta = try package.xml("meta.xml") {
      let tree = meta.tree
      var properties = ZipPackage.dublinCore(meta)
      if let author = meta.words(tree.first("initial-creator")) { properties.authors = [author] }
      properties.date = meta.date(tree.first("creation-date")).map {
        DocumentDate(value: $0.value, certainty: .probable, place: .properties)
      }
      properties.date = metadata.date ?? properties.date
      properties.fill(from: metadata)
      metadata = properties
    }
    return assembly.finished(metadata)
  }

  /// The named style on which each automatic one is built.
  private static func namedStyles(_ file: XMLFile) -> [String: String] {
    var parents: [String: String] = [:]
    for style in file.tree.all("style") {
      if let name = file.tree[style, "name"], let parent = file.tree[style, "parent-style-name"] {
        parents[name] = parent
      }
    }
    return parents
  }

  /// The blocks, those in the styles of titles and captions told apart.
  private static func retitled(
    _ draft: Draft, _ file: XMLFile, _ parents: [String: String]
  ) -> [TextBlock] {
    // The paragraphs with such styles, by what they say: the writer has lost their elements.
    var kinds: [String: TextBlock.Kind] = [:]
    for node in file.tree.all("p") {
      guard let style = file.tree[node, "style-name"] else { continue }
      let kind: TextBlock.Kind
      switch (parents[style] ?? style).lowercased() {
      case "title", "subtitle": kind = .heading
      case "caption", "figure", "illustration", "table_20_caption", "figurecaption": kind = .caption
      case "author", "date": kind = .header
      default: continue
      }
      if let words = file.words(node) { kinds[words] = kind }
    }
    return draft.blocks.map { block in
      let words = String(decoding: draft.text.bytes[block.range], as: UTF8.self)
      return kinds[words].map { TextBlock(range: block.range, kind: $0) } ?? block
    }
  }
}
