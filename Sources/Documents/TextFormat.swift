/// The formats that are told apart by what a file holds.
enum TextFormat: Hashable {
  case plain
  case html
  case xml
  case markdown

  /// The format of a decoded text; the file's name is a hint for Markdown only.
  ///
  /// Looks at the first 64 kB.
  static func of(_ text: [UInt8], name: String) -> TextFormat {
    let head = text.prefix(1 << 16)
    let start = head.drop(while: \.isASCIISpace)
    let isHTML = looksLikeHTML(start)
    if start.hasPrefix(ignoringCase: Array("<?xml".utf8)), !isHTML { return .xml }
    if start.hasPrefix(ignoringCase: Array("<!doctype".utf8)), !isHTML { return .xml }
    if isHTML { return .html }
    if [".md", ".markdown", ".mdown", ".mkd"].contains(where: name.lowercased().hasSuffix) {
      return .markdown
    }
    return MarkdownForm.isMarkdown(head) ? .markdown : .plain
  }

  /// Whether a text has the tags of a page: it starts with one, or has many.
  private static func looksLikeHTML(_ text: ArraySlice<UInt8>) -> Bool {
    if text.hasPrefix(ignoringCase: Array("<!doctype html".utf8)) { return !declaresEntity(text) }
    var tags = 0
    var closing = 0
    var at = text.startIndex
    let startsWithTag = text.first == UInt8(ascii: "<")
    while let open = text[at...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = text[(open + 1)...]
      at = open + 1
      let isClosing = rest.first == UInt8(ascii: "/")
      let word = (isClosing ? rest.dropFirst() : rest).prefix(12)
      let name = word.prefix { $0.isASCIILetter || $0.isASCIIDigit }
      guard !name.isEmpty else { continue }
      let tag = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
      if Self.pageTags.contains(tag) {
        tags += 1
        closing += isClosing ? 1 : 0
      }
    }
    if declaresEntity(text) { return false }
    if startsWithTag, !text.hasPrefix(ignoringCase: Array("<?xml".utf8)) { return tags >= 1 }
    // XML is XML unless its root says otherwise; in prose a few tags may be spoken of.
    return startsWithTag ? isXHTML(text) : tags >= 6 && closing >= 2
  }

  private static func isXHTML(_ text: ArraySlice<UInt8>) -> Bool {
    let head = text.prefix(2000).map(\.asciiLowercased)
    return head.firstRange(of: Array("<html".utf8), from: 0) != nil
  }

  private static func declaresEntity(_ text: ArraySlice<UInt8>) -> Bool {
    text.firstRange(of: Array("<!ENTITY".utf8), from: text.startIndex) != nil
  }

  private static let pageTags: Set<String> = [
    "p", "div", "span", "table", "tr", "td", "ul", "ol", "li", "h1", "h2", "h3", "a", "br", "img",
    "meta", "title", "link", "script", "style", "article", "section", "main", "nav", "header",
    "footer", "strong", "em", "b", "i", "blockquote", "html", "head", "body", "figure", "form",
  ]
}
