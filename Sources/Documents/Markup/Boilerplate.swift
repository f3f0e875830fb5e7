/// Finds the parts of a page that are not its text: navigation, advertisements, comments, share
/// buttons, notices, links to other pages.
///
/// Goes by the elements and by the words in their classes and ids, but never drops a part that
/// holds much of the page's text.
enum Boilerplate {
  /// Which nodes are the roots of such parts; O(*n*).
  static func marks(in tree: MarkupTree, page: [UInt8]) -> [Bool] {
    var marks = [Bool](repeating: false, count: tree.nodes.count)
    // Pages repeat their class names thousands of times.
    var unwanted: [String: Bool] = [:]
    let sizes = textSizes(tree, page)
    let total = sizes.last ?? 0
    // Pages that show their text bit by bit hide the rest of it until it is asked for.
    let showsHidden = total > 0 && hiddenText(tree, sizes) * 10 > total * 4
    var node = 0
    while node < tree.nodes.count {
      let entry = tree.nodes[node]
      if !entry.isText {
        let size = sizes[entry.end] - sizes[node]
        if isDropped(
          tree, node, share: total == 0 ? 0 : Double(size) / Double(total),
          showsHidden: showsHidden, &unwanted)
        {
          marks[node] = true
          node = entry.end
          continue
        }
      }
      node += 1
    }
    return marks
  }

  /// For each node, the bytes of running text before it; one more entry for all.
  ///
  /// Running text are the longer texts outside of links: menus and listings have none.
  private static func textSizes(_ tree: MarkupTree, _ page: [UInt8]) -> [Int] {
    var sizes = [0]
    sizes.reserveCapacity(tree.nodes.count + 1)
    var total = 0
    var linkEnd = 0
    for (i, node) in tree.nodes.enumerated() {
      if node.name == "a" { linkEnd = max(linkEnd, node.end) }
      if node.isText, i >= linkEnd, node.source.count >= 60,
        page[node.source].count(where: { $0 == 32 }) * 2 < node.source.count
      {
        total += node.source.count
      }
      sizes.append(total)
    }
    return sizes
  }

  /// The bytes of running text in elements that are hidden.
  private static func hiddenText(_ tree: MarkupTree, _ sizes: [Int]) -> Int {
    var text = 0
    var node = 0
    while node < tree.nodes.count {
      let entry = tree.nodes[node]
      if !entry.isText, !always.contains(entry.name), isHidden(entry) {
        text += sizes[entry.end] - sizes[node]
        node = entry.end
      } else {
        node += 1
      }
    }
    return text
  }

  private static func isDropped(
    _ tree: MarkupTree, _ node: Int, share: Double, showsHidden: Bool,
    _ unwanted: inout [String: Bool]
  ) -> Bool {
    let entry = tree.nodes[node]
    if isNoteReference(tree, node) { return true }
    if never.contains(entry.name) { return false }
    if always.contains(entry.name) { return true }
    if share < 0.7 {
      if seldom.contains(entry.name) { return true }
      if let role = entry.attributes["role"], roles.contains(role.lowercased()) { return true }
    }
    if share < 0.5, !showsHidden, isHidden(entry) { return true }
    // What is said about the author.
    if share < 0.2, entry.attributes["itemprop"]?.lowercased() == "author",
      !MarkupTree.inline.contains(entry.name)
    {
      return true
    }
    // What readers wrote may be longer than what they wrote about.
    if share < 0.85, isConversation(entry) { return true }
    guard share < 0.3, !MarkupTree.inline.contains(entry.name) || entry.name == "span" else {
      return false
    }
    // "KOBE – " at the head of a paragraph is marked as its dateline, and is text.
    let isDateline =
      entry.name == "span" && entry.attributes["class"] == "dateline" && entry.parent >= 0
      && tree.nodes[entry.parent].name == "p"
    if isDateline { return false }
    for key in ["class", "id", "data-component", "data-testid", "aria-label"] {
      guard let value = entry.attributes[key], !value.isEmpty else { continue }
      let verdict = unwanted[value] ?? isUnwanted(value)
      unwanted[value] = verdict
      if verdict { return true }
    }
    return false
  }

  /// Whether an element is the number of a footnote, or the arrow back from one.
  static func isNoteReference(_ tree: MarkupTree, _ node: Int) -> Bool {
    let entry = tree.nodes[node]
    guard entry.name == "a" || entry.name == "sup", entry.end - node <= 6 else { return false }
    if entry.name == "sup" { return entry.attributes["class"] == "reference" }
    if let role = entry.attributes["role"] {
      return role == "doc-noteref" || role == "doc-backlink"
    }
    return entry.attributes["class"].map {
      $0.split(separator: " ").contains { noteClasses.contains(String($0)) }
    } ?? false
  }

  private static let noteClasses: Set<String> = [
    "footnote-ref", "footnote-back", "noteref", "reversefootnote", "footnote-backref",
    "footnoteref", "footnote-reference",
  ]

  /// Whether an element says that it is not to be seen.
  static func isHidden(_ entry: MarkupTree.Node) -> Bool {
    if entry.attributes["hidden"] != nil { return true }
    if entry.attributes["aria-hidden"]?.lowercased() == "true" { return true }
    guard let style = entry.attributes["style"] else { return false }
    let words = style.lowercased().filter { $0 != " " }
    return words.holds("display:none") || words.holds("visibility:hidden")
  }

  /// Whether an element holds the comments of readers.
  private static func isConversation(_ entry: MarkupTree.Node) -> Bool {
    for key in ["class", "id"] {
      for name in (entry.attributes[key] ?? "").lowercased().split(separator: " ")
      where conversations.contains(String(name)) { return true }
    }
    return false
  }

  private static let conversations: Set<String> = [
    "comments", "comment-list", "commentlist", "comments-area", "comments-list", "comment-section",
    "comments-section", "disqus_thread", "post-comments", "comments-wrapper", "respond",
    "comment-respond", "comments-container", "blog-comments", "article-comments", "user-comments",
  ]

  /// Whether a class or id names something other than the text.
  static func isUnwanted(_ value: String) -> Bool {
    for name in value.utf8.prefix(400).split(whereSeparator: { $0.isASCIISpace }) {
      if isUnwanted(name: name) { return true }
    }
    return false
  }

  private static func isUnwanted(name: Substring.UTF8View.SubSequence) -> Bool {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name {
      let isWord = byte.isASCIILetter || byte.isASCIIDigit
      // "relatedStories" has two words.
      if !isWord || byte.isASCIIUpper && previous.isASCIILower {
        if !word.isEmpty { words.append(word) }
        word = []
      }
      if isWord { word.append(byte.asciiLowercased) }
      previous = byte
    }
    if !word.isEmpty { words.append(word) }
    // What a page builder calls a widget may be anything; the rest of the name tells what it is.
    if words.count > 1, words[0].elementsEqual("elementor".utf8) {
      words.removeFirst()
      if words[0].elementsEqual("widget".utf8) || words[0].elementsEqual("element".utf8) {
        words.removeFirst()
      }
    }
    guard let first = words.first else { return false }
    // "has-sidebar" is said of what stands beside the sidebar.
    if words.count > 1, besides.contains(String(decoding: first, as: UTF8.self)) { return false }
    // Long names are made of a page's parts: "article-comments-enabled" is not the comments.
    if words.count <= 2 {
      for word in words where wholeWords.contains(String(decoding: word, as: UTF8.self)) {
        return true
      }
    }
    if words.count == 1, single.contains(String(decoding: first, as: UTF8.self)) { return true }
    let text = name.map(\.asciiLowercased)
    return parts.contains { text.firstRange(of: $0, from: 0) != nil }
  }

  private static let besides: Set<String> = [
    "has", "no", "with", "is", "not", "show", "js", "without",
  ]

  private static let single: Set<String> = [
    "tag", "tags", "toc", "print", "alert", "search", "dateline",
  ]

  private static let never: Set<String> = ["html", "body", "article", "main"]

  private static let always: Set<String> = [
    "head", "title", "script", "style", "template", "svg", "iframe", "object", "embed",
    "canvas", "audio", "video", "button", "select", "textarea", "input", "option", "datalist",
    "dialog", "map", "meta", "link", "math", "frame", "frameset", "amp-ad", "amp-sidebar",
    "amp-consent",
  ]

  /// Elements that are dropped unless they hold nearly the whole page.
  private static let seldom: Set<String> = [
    "nav", "footer", "aside", "menu", "form", "noscript", "address",
  ]

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tooltip",
  ]

  private static let wholeWords: Set<String> = [
    "ad", "ads", "nav", "share", "sharing", "social", "related", "widget", "widgets",
    "sidebar", "footer", "comments", "comment", "commentlist", "respond", "reply", "replies",
    "promo", "promos", "sponsor", "sponsored", "menu", "popup", "modal", "overlay", "banner",
    "cookie", "cookies", "consent", "gdpr", "newsletter", "subscribe", "signup", "login",
    "pagination", "pager", "breadcrumb", "breadcrumbs", "toolbar", "carousel", "trending",
    "popular", "recommended", "recommendations", "recirc", "disqus", "outbrain", "taboola",
    "copyright", "rating", "ratings", "skip", "tooltip", "donate",
    "donation", "paywall", "byline", "bylines", "credits", "masthead", "navbar", "topbar",
    "addtoany", "sharedaddy", "sociable", "teaser", "teasers", "yarpp",
    "noprint", "author", "authors", "bio", "contributor", "pullquote", "cta", "optin", "latest",
    "headlines", "adslot", "adunit", "adbox", "categories", "editsection", "navbox", "catlinks",
    "printfooter", "crosslinks", "readmore", "disclosure", "disclaimer", "factbox", "navigation",
    "authorbio",
    "timestamp",
  ]

  private static let parts = [
    "relatedpost", "related-", "-related", "most-read", "mostread", "most-popular", "mostpopular",
    "read-more", "readmore", "more-stories", "more-from", "morefrom", "more-on", "also-like",
    "you-may", "sign-up", "sign-in", "author-bio", "author-box", "authorbox", "author-info",
    "about-the-author", "about-author", "post-meta", "entry-meta", "article-meta", "story-meta",
    "meta-info", "metadata", "post-footer", "entry-footer", "article-footer", "screen-reader",
    "sr-only", "visually-hidden", "visuallyhidden", "share-", "sharebar", "sharetool", "social-",
    "advert", "adsense", "dfp-", "google-ad", "newsletter", "subscri", "cookie", "sidebar",
    "side-bar", "side_bar", "breadcrumb", "comments-", "comment-", "commentform", "recommend",
    "trending", "next-post", "prev-post", "post-nav", "nav-links", "post-tags", "tag-list",
    "taglist", "tagcloud", "jp-relatedposts", "wp-socials", "trc_", "rss-", "promo-", "-promo",
    "d-print-none", "hidden-print", "print-hide", "hide-print", "donotprint", "do-not-print",
    "table-of-contents", "tableofcontents", "call-to-action", "opt-in", "mailchimp", "mc_embed",
    "pull-quote", "ad-slot", "ad-unit", "ad-container", "post-author", "entry-author",
    "article-author", "story-author", "author-card", "author-profile", "tag-links", "cat-links",
    "post-categories", "editsection", "mw-jump", "sponsor", "skip-link", "shortcut",
    "editorial-note", "timestamp", "readers-also", "-cta",
  ].map { Array($0.utf8) }
}
