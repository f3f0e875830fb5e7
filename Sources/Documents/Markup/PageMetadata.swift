/// Finds what a page says about itself: title, authors, date, site, address, language.
enum PageMetadata {
  /// The title: the page's own statements for other sites first, then its headline, then its
  /// window title without the site's name.
  private static func title(
    _ tree: MarkupTree, _ linked: LinkedData, page: [UInt8]
  ) -> String? {
    let stated = meta(tree, titleKeys)
    let headline = tree.nodes.indices.lazy.filter { tree.nodes[$0].name == "h1" }
      .map { text(tree, $0, page) }.first { $0.utf8.count > 3 }
    let window = tree.nodes.indices.lazy.filter { tree.nodes[$0].name == "title" }
      .map { text(tree, $0, page) }.first { !$0.isEmpty }
    if stated == nil, let headline, window?.hasPrefix(headline) ?? true { return headline }
    guard var title = stated ?? linked.headline ?? window else { return headline }
    if let headline, title.hasPrefix(headline), headline.utf8.count > 12 { return headline }
    if let site = meta(tree, ["og:site_name"]) {
      for separator in separators where title.hasSuffix(separator + site) {
        title.removeLast(separator.count + site.count)
        return title
      }
    }
    if title == window { title = withoutSite(title) }
    return title
  }

  /// All that a page says of itself.
  static func read(
    _ tree: MarkupTree, _ linked: LinkedData, page: [UInt8]
  ) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    metadata.title = title(tree, linked, page: page)
    metadata.date = PageDate.find(tree, linked, page: page)
    metadata.authors = authors(tree, linked, page)
    metadata.source =
      meta(tree, ["og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher"])
      ?? linked.publisher ?? meta(tree, ["application-name", "publisher"])
    metadata.url = url(tree)
    metadata.language =
      tree.nodes.first { $0.name == "html" }?.attributes["lang"].flatMap { $0.isEmpty ? nil : $0 }
      ?? meta(tree, ["og:locale", "language", "dc.language"])
    return metadata
  }

  private static func authors(
    _ tree: MarkupTree, _ linked: LinkedData, _ page: [UInt8]
  ) -> [String] {
    if !linked.authors.isEmpty { return linked.authors }
    let keys = [
      "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "byl",
      "parsely-author", "sailthru.author",
    ]
    for key in keys {
      let found = allMeta(tree, key).filter { !$0.holds("://") }.map(withoutBy)
      if !found.isEmpty { return found }
    }
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      let isAuthor =
        entry.attributes["itemprop"]?.lowercased() == "author"
        || entry.attributes["rel"]?.lowercased() == "author"
      guard isAuthor else { continue }
      let name = entry.attributes["content"] ?? text(tree, node, page)
      if !name.isEmpty, name.utf8.count <= 100 { return [withoutBy(name)] }
    }
    return []
  }

  private static func withoutBy(_ name: String) -> String {
    name.lowercased().hasPrefix("by ") ? String(name.dropFirst(3)) : name
  }

  /// The page's own address, as it gives it.
  static func url(_ tree: MarkupTree) -> String? {
    for node in tree.nodes where node.name == "link" {
      if node.attributes["rel"]?.lowercased() == "canonical", let link = node.attributes["href"],
        link.hasPrefix("http")
      {
        return link
      }
    }
    return meta(tree, ["og:url"]).flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  private static let titleKeys = ["og:title", "twitter:title", "dc.title", "dcterms.title"]

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "]

  /// The first content of a `meta` element that has the first of some names which is there.
  static func meta(_ tree: MarkupTree, _ keys: [String]) -> String? {
    keys.lazy.compactMap { tree.stated[$0] }.first
  }

  /// The contents of all `meta` elements with a name.
  private static func allMeta(_ tree: MarkupTree, _ key: String) -> [String] {
    guard tree.stated[key] != nil else { return [] }
    return tree.metadata.compactMap { entry in
      let names = ["property", "name", "itemprop"].compactMap { entry.attributes[$0]?.lowercased() }
      guard names.contains(key), let content = entry.attributes["content"] else { return nil }
      let value = content.collapsed()
      return value.isEmpty ? nil : value
    }
  }

  /// The words in a subtree.
  static func text(_ tree: MarkupTree, _ node: Int, _ page: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for entry in tree.nodes[node..<tree.nodes[node].end] where entry.isText && bytes.count < 2000 {
      bytes += entry.replacement ?? Array(page[entry.source])
    }
    return String(decoding: bytes, as: UTF8.self).collapsed()
  }

  /// A window title without the site's name, which stands after (or before) the last separator.
  private static func withoutSite(_ title: String) -> String {
    for separator in separators.dropLast() {
      let parts = title.split(separator: separator)
      guard parts.count > 1, let longest = parts.map(\.count).max() else { continue }
      if parts[0].count * 2 >= longest { return String(parts[0]) }
      return String(parts.first { $0.count == longest } ?? parts[0])
    }
    return title
  }
}
