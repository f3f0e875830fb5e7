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
    // A page that starts with a comment or a processing instruction has its root after it.
    guard let tag = XMLRoot.tag(text) else { return false }
    let name = tag.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ":") }
    return name.map(\.asciiLowercased).elementsEqual("html".utf8)
  }

  /// Whether a text that may be a page's piece has tags in it: one is closed, or is a line break.
  static func hasTags(_ text: [UInt8]) -> Bool {
    for mark in [
      "</p>", "</a>", "</b>", "</i>", "</em>", "</strong>", "</div>", "</li>", "<br", "<p>",
    ] {
      if text.firstRange(of: Array(mark.utf8), from: 0) != nil { return true }
    }
    return false
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

/// Finds the root element of XML before it is read.
enum XMLRoot {
  /// The root's start tag without its brackets, nil if something else comes first; looks at 8 kB.
  static func tag(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var text = head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head
    text = text.prefix(1 << 13)
    // The root comes after the declaration, comments and instructions.
    while let open = text.firstIndex(of: UInt8(ascii: "<")) {
      guard text[text.startIndex..<open].allSatisfy(\.isASCIISpace) else { return nil }
      let rest = text[(open + 1)...]
      guard let first = rest.first else { return nil }
      guard first == UInt8(ascii: "?") || first == UInt8(ascii: "!") else {
        return rest.prefix { $0 != UInt8(ascii: ">") }
      }
      let isComment = rest.starts(with: "!--".utf8)
      let mark = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
      guard let close = rest.firstRange(of: mark, from: rest.startIndex) else { return nil }
      text = text[close.upperBound...]
    }
    return nil
  }
}
