/// Finds what a page says about itself: title and publication date.
enum PageMetadata {
  /// The title: the page's own statements for other sites first, then its headline, then its
  /// window title without the site's name.
  static func title(_ tree: MarkupTree, page: [UInt8]) -> String? {
    let stated = meta(tree, titleKeys)
    let headline = tree.nodes.indices.lazy.filter { tree.nodes[$0].name == "h1" }
      .map { text(tree, $0, page) }.first { $0.utf8.count > 3 }
    let window = tree.nodes.indices.lazy.filter { tree.nodes[$0].name == "title" }
      .map { text(tree, $0, page) }.first { !$0.isEmpty }
    if stated == nil, let headline, window?.hasPrefix(headline) ?? true { return headline }
    guard var title = stated ?? linkedValue(tree, "headline") ?? window else { return headline }
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

  /// The publication date, most explicit statement first.
  static func date(_ tree: MarkupTree, page: [UInt8]) -> String? {
    for key in dateKeys {
      if let date = meta(tree, [key]).flatMap(PublicationDate.value) { return date }
    }
    for key in ["datePublished", "dateCreated"] {
      if let date = linkedValue(tree, key).flatMap(PublicationDate.value) { return date }
    }
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      guard let property = entry.attributes["itemprop"]?.lowercased(),
        property.contains("datepublished")
      else { continue }
      let value = entry.attributes["content"] ?? entry.attributes["datetime"]
      if let date = PublicationDate.value(value ?? text(tree, node, page)) { return date }
    }
    for (node, entry) in tree.nodes.enumerated() where entry.name == "time" {
      let value = entry.attributes["datetime"] ?? text(tree, node, page)
      if let date = PublicationDate.value(value) { return date }
    }
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      guard let name = entry.attributes["class"]?.lowercased(), name.contains("date"),
        entry.end - node <= 12
      else { continue }
      if let date = PublicationDate.value(text(tree, node, page)) { return date }
    }
    return nil
  }

  private static let titleKeys = ["og:title", "twitter:title", "dc.title", "dcterms.title"]

  private static let dateKeys = [
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created",
    "dcterms.created", "citation_publication_date", "citation_date", "sailthru.date",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date",
    "published", "article.published", "cxenseparse:recs:publishtime", "originalpublicationdate",
    "date", "datecreated", "rnews:datepublished", "article:post_date",
  ]

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "]

  private static func meta(_ tree: MarkupTree, _ keys: [String]) -> String? {
    var found: [String?] = Array(repeating: nil, count: keys.count)
    for entry in tree.metadata {
      guard let content = entry.attributes["content"] else { continue }
      let value = collapse(content)
      guard !value.isEmpty else { continue }
      for attribute in ["property", "name", "itemprop"] {
        guard let key = entry.attributes[attribute]?.lowercased(),
          let index = keys.firstIndex(of: key), found[index] == nil
        else { continue }
        found[index] = value
      }
    }
    return found.lazy.compactMap { $0 }.first
  }

  /// The value of a key of the page's JSON-LD: the first string after `"key":`.
  private static func linkedValue(_ tree: MarkupTree, _ key: String) -> String? {
    let pattern = Array("\"\(key)\"".utf8)
    for data in tree.linkedData {
      guard let found = data.firstRange(of: pattern, from: 0) else { continue }
      var at = found.upperBound
      while at < data.count, data[at].isASCIISpace || data[at] == UInt8(ascii: ":") { at += 1 }
      guard at < data.count, data[at] == UInt8(ascii: "\"") else { continue }
      let value = JSONText.string(data, from: at + 1)
      if !value.isEmpty { return collapse(value) }
    }
    return nil
  }

  /// The words in a subtree.
  static func text(_ tree: MarkupTree, _ node: Int, _ page: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for entry in tree.nodes[node..<tree.nodes[node].end] where entry.isText && bytes.count < 2000 {
      bytes += entry.replacement ?? Array(page[entry.source])
    }
    return collapse(String(decoding: bytes, as: UTF8.self))
  }

  private static func collapse(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
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

/// Reads strings of JSON (RFC 8259).
enum JSONText {
  /// The string whose first character is at `start`, up to its closing quotation mark.
  static func string(_ bytes: [UInt8], from start: Int) -> String {
    var result: [UInt8] = []
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), result.count < 2000 {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
        result.append(bytes[at])
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"): result.append(0x20)
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[(at + 2)...].prefix(4), as: UTF8.self)
        result += UTF8Scalars.encode(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
        at += min(4, bytes.count - at - 2)
      default: result.append(bytes[at + 1])
      }
      at += 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}
