/// What a page's JSON-LD says of the article on it (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  /// When it was published, as written.
  private(set) var published: String?
  /// When it was made, as written.
  private(set) var created: String?
  /// Its whole text, as written.
  private(set) var body: String?

  /// Reads the scripts of a page; those that are no JSON are passed over.
  init(_ scripts: [[UInt8]]) {
    var articles: [JSONValue] = []
    var others: [JSONValue] = []
    for script in scripts {
      guard let value = Self.parse(script) else { continue }
      collect(value, &articles, &others, depth: 0)
    }
    body = articles.lazy.compactMap { $0["articleBody"]?.text }.first
    for object in articles + others {
      headline = headline ?? Self.text(object["headline"])
      published = published ?? object["datePublished"]?.text
      created = created ?? object["dateCreated"]?.text
      publisher = publisher ?? Self.names(object["publisher"]).first
      if authors.isEmpty { authors = Self.names(object["author"]) }
    }
  }

  /// The JSON of a script; some wrap it in comments or leave a semicolon after it.
  private static func parse(_ script: [UInt8]) -> JSONValue? {
    if let value = JSONValue(script[...]) { return value }
    guard
      let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return nil }
    return JSONValue.leading(script[start...])?.value
  }

  private func collect(
    _ value: JSONValue, _ articles: inout [JSONValue], _ others: inout [JSONValue], depth: Int
  ) {
    guard depth < 6, articles.count + others.count < 200 else { return }
    switch value {
    case .array(let items):
      for item in items { collect(item, &articles, &others, depth: depth + 1) }
    case .object:
      let types = Self.types(value)
      if types.contains(where: {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
      }) {
        articles.append(value)
      } else if types.isEmpty || types.contains(where: { Self.pages.contains($0) }) {
        others.append(value)
      }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = value[key] { collect(inner, &articles, &others, depth: depth + 1) }
      }
    default: break
    }
  }

  private static let pages: Set<String> = [
    "WebPage", "CreativeWork", "ItemPage", "AboutPage", "Review", "Recipe", "HowTo", "FAQPage",
    "QAPage", "VideoObject",
  ]

  private static func types(_ value: JSONValue) -> [String] {
    if case .array(let items)? = value["@type"] { return items.compactMap(\.text) }
    return value["@type"]?.text.map { [$0] } ?? []
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.text else { return nil }
    let words = text.collapsed()
    return words.isEmpty ? nil : words
  }

  private static func names(_ value: JSONValue?) -> [String] {
    switch value {
    case .array(let items)?: items.flatMap { names($0) }
    case .object?: text(value?["name"]).map { [$0] } ?? []
    default: text(value).flatMap { $0.contains("://") ? nil : [$0] } ?? []
    }
  }
}
