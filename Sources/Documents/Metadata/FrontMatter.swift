/// The lines between two `---` at the start of a text that say what it is: `title: …`, `date: …`.
///
/// Reads the common subset of YAML (and of TOML between `+++`): one `key: value` a line. Nested
/// values and lists are skipped.
struct FrontMatter {
  /// What the lines say.
  private(set) var metadata = DocumentMetadata()
  /// The first byte after the closing line.
  let end: Int

  /// Reads the front matter of a text; nil if it has none.
  init?(_ text: [UInt8]) {
    // The block must close soon: a `---` line alone may also be a rule.
    let head = text.prefix(32 << 10)
    guard let fence = ["---", "+++"].first(where: { head.starts(with: $0.utf8) }) else {
      return nil
    }
    var lines = head.split(separator: 0x0a, omittingEmptySubsequences: false)[...]
    guard let opening = lines.popFirst(), Self.isFence(opening, fence) else { return nil }
    var keys = 0
    var close: Int?
    for line in lines {
      if Self.isFence(line, fence) || Self.isFence(line, "...") {
        close = line.endIndex
        break
      }
      guard let (key, value) = Self.pair(line) else { continue }
      keys += 1
      switch key {
      case "title", "headline": Self.fill(&metadata.title, value)
      case "author", "authors", "byline", "by":
        if metadata.authors.isEmpty { metadata.authors = Self.list(value) }
      case "url", "link", "canonical", "canonical_url": Self.fill(&metadata.url, value)
      case "source", "publisher", "publication", "newspaper", "site":
        Self.fill(&metadata.source, value)
      case "lang", "language", "locale": Self.fill(&metadata.language, value)
      case "date", "published", "pubdate", "publishdate", "publish_date", "date_published",
        "published_at", "created":
        guard metadata.date == nil else { continue }
        metadata.date = PublicationDate.value(value).map {
          DocumentDate(value: $0, certainty: .stated, place: .frontMatter)
        }
      default: break
      }
    }
    guard let close, keys > 0 else { return nil }
    end = close
  }

  private static func fill(_ field: inout String?, _ value: String) {
    if field == nil, !value.isEmpty { field = value }
  }

  /// The values of `[A, "B"]`, or the one value.
  private static func list(_ value: String) -> [String] {
    guard value.hasPrefix("["), value.hasSuffix("]") else { return value.isEmpty ? [] : [value] }
    return value.dropFirst().dropLast().split(separator: ",").map {
      String($0.filter { $0 != "\"" && $0 != "'" }.drop { $0 == " " })
    }.filter { !$0.isEmpty }
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fence: String) -> Bool {
    line.starts(with: fence.utf8) && line.dropFirst(3).allSatisfy(\.isASCIISpace)
  }

  /// The key in lower case and the value without quotation marks.
  private static func pair(_ line: ArraySlice<UInt8>) -> (String, String)? {
    guard let first = line.first, first.isASCIILetter,
      let separator = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
    else { return nil }
    let key = line[..<separator].map(\.asciiLowercased).filter { !$0.isASCIISpace }
    guard key.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 95 || $0 == 45 }) else {
      return nil
    }
    var value = line[(separator + 1)...].drop(while: \.isASCIISpace)
    while let last = value.last, last.isASCIISpace { value.removeLast() }
    if value.count >= 2, let quote = value.first, quote == 34 || quote == 39, value.last == quote {
      value = value.dropFirst().dropLast()
    }
    return (String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
