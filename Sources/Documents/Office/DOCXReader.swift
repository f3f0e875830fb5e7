/// Reads office documents in Office Open XML: DOCX.
enum DOCXReader {
  private static let vocabulary = XMLVocabulary(
    kinds: [:],
    skipped: [
      "del", "deltext", "instrtext", "fldchar", "fallback", "ppr", "rpr", "sectpr", "tblpr",
      "trpr", "tcpr", "pict", "object", "drawing", "movefrom", "commentreference", "sdtpr",
    ],
    inline: [
      "r", "t", "hyperlink", "ins", "smarttag", "proofErr", "bookmarkstart", "bookmarkend",
      "fldsimple", "tab", "br", "cr", "nobreakhyphen", "softhyphen", "footnotereference",
      "endnotereference", "lastrenderedpagebreak", "prooferr", "moveto", "bdo", "dir", "sym",
      "commentrangestart", "commentrangeend", "permstart", "permend", "ptab",
    ],
    breaks: ["tab", "br", "cr", "ptab"])

  static func read(_ package: ZipPackage) throws(DocumentError) -> Draft {
    var assembly = DraftAssembly()
    var metadata = DocumentMetadata()
    let styles = try package.xml("word/styles.xml").map(headingStyles) ?? [:]
    for path in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
      guard let file = try package.xml(path) else { continue }
      let isMain = path == "word/document.xml"
      let draft: Draft
      do throws(DocumentError) {
        draft = try body(file, styles)
      } catch {
        // A document may have no footnotes that say anything, but it has to have a text.
        guard !isMain, error == .noMainText else { throw error }
        continue
      }
      if isMain { metadata = draft.metadata }
      assembly.append(draft, name: path, sourceCount: package[path]?.count ?? 0)
    }
    if let core = try package.xml("docProps/core.xml") {
      var properties = ZipPackage.dublinCore(core)
      properties.date = core.date(core.tree.first("created")).map {
        DocumentDate(value: $0.value, certainty: .probable, place: .properties)
      }
      properties.fill(from: metadata)
      // A date in the text says more than when the file was begun.
      properties.date = metadata.date ?? properties.date
      metadata = properties
    }
    return assembly.finished(metadata)
  }

  /// The blocks of one part.
  private static func body(
    _ file: XMLFile, _ styles: [String: TextBlock.Kind]
  ) throws(DocumentError) -> Draft {
    let tree = file.tree
    let skipped = tree.nodes.indices.map { node in
      // The rule above footnotes is a footnote too.
      vocabulary.skipped.contains(tree.nodes[node].name)
        || tree[node, "type"].map { $0.lowercased().hasSuffix("separator") } ?? false
    }
    // Text stands in runs only; what is between elements is white space of the file.
    var writer = PageTextWriter(file.text, tree, kinds: { kind(of: $0, file, styles) })
    guard !tree.nodes.isEmpty else { throw .noMainText }
    let blocks = tree.blocks(
      below: 0, page: file.text.bytes, skipping: skipped,
      inline: vocabulary.inline.union(vocabulary.skipped), breaks: vocabulary.breaks)
    for block in blocks { writer.add(block) }
    guard !writer.isEmpty else { throw .noMainText }
    return writer.draft
  }

  private static func kind(
    of element: Int, _ file: XMLFile, _ styles: [String: TextBlock.Kind]
  ) -> TextBlock.Kind {
    let tree = file.tree
    var node = element
    for _ in 0..<8 where node >= 0 {
      if tree.nodes[node].name == "p" { break }
      node = tree.nodes[node].parent
    }
    guard node >= 0, let properties = tree.first("ppr", below: node) else { return .paragraph }
    if let style = tree.first("pstyle", below: properties).flatMap({ tree[$0, "val"] }),
      let kind = styles[style] ?? named(style)
    {
      return kind
    }
    if tree.first("outlinelvl", below: properties) != nil { return .heading }
    if tree.first("numpr", below: properties) != nil { return .listItem }
    return .paragraph
  }

  /// What the paragraphs of each style are: by the style's name, which is English in all editions.
  private static func headingStyles(_ file: XMLFile) -> [String: TextBlock.Kind] {
    var kinds: [String: TextBlock.Kind] = [:]
    let tree = file.tree
    for style in tree.all("style") {
      guard let id = tree[style, "styleid"] ?? tree[style, "id"] else { continue }
      let name = tree.first("name", below: style).flatMap { tree[$0, "val"] } ?? id
      if tree.first("outlinelvl", below: style) != nil {
        kinds[id] = .heading
      } else if let kind = named(name) {
        kinds[id] = kind
      }
    }
    return kinds
  }

  private static func named(_ style: String) -> TextBlock.Kind? {
    let name = style.lowercased().filter { $0 != " " }
    if name.hasPrefix("heading") || name == "title" || name == "subtitle" { return .heading }
    if name.hasPrefix("list") { return .listItem }
    if name == "caption" || name.hasSuffix("caption") { return .caption }
    if name == "author" || name == "date" { return .header }
    return nil
  }
}
