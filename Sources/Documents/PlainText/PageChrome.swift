/// Tells the words around an article from the article: share buttons, advertisements, consent
/// notices, links to other pages.
enum PageChrome {
  /// Whether a line (of 300 bytes at most) is such words; by form, not by the page it came from.
  static func isChrome(_ line: ArraySlice<UInt8>) -> Bool {
    let bare = line.drop { !$0.isASCIILetter && $0 < 0x80 }
    guard !bare.isEmpty else { return isRule(line) }
    var end = bare.endIndex
    while end > bare.startIndex, !bare[end - 1].isASCIILetter, bare[end - 1] < 0x80 { end -= 1 }
    let core = bare[bare.startIndex..<end]
    if core.count <= 40 {
      let words = String(decoding: core.map(\.asciiLowercased), as: UTF8.self)
      if whole.contains(words) { return true }
    }
    if prefixes.match(line) != nil { return true }
    return line.count <= 200 && shortPrefixes.match(line) != nil
  }

  /// A line of nothing but punctuation, as `* * *` or `____`; a lone quotation mark is left alone.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3
      && line.allSatisfy { $0 < 0x80 && !$0.isASCIIDigit && $0 != 34 && $0 != 40 && $0 != 41 }
  }

  private static let whole: Set<String> = [
    "advertisement", "advertisements", "advertising", "ad", "sponsored", "sponsored content",
    "promoted content", "share", "share this", "share this article", "share this story",
    "share this page", "share article", "share on facebook", "share on twitter", "tweet",
    "facebook", "twitter", "linkedin", "whatsapp", "pinterest", "reddit", "email", "e-mail",
    "print", "copy link", "comments", "comment", "leave a comment", "view comments",
    "show comments", "subscribe", "subscribe now", "sign up", "sign in", "log in", "login",
    "register", "menu", "search", "skip to content", "skip to main content", "skip advertisement",
    "read more", "read next", "continue reading", "continue reading below",
    "story continues below advertisement", "article continues below", "story continues",
    "article continues after advertisement", "related articles", "related stories",
    "related content", "related topics", "related", "most read", "most popular", "trending",
    "trending now", "recommended", "recommended for you", "you may also like", "more on this story",
    "more from", "more news", "latest news", "top stories", "editors' picks", "don't miss",
    "newsletter", "accept", "accept all", "accept cookies", "reject all", "manage cookies",
    "cookie settings", "cookie policy", "privacy policy", "terms of use", "terms of service",
    "terms and conditions", "contact us", "about us", "home", "back to top", "all rights reserved",
    "follow us", "load more", "show more", "view more", "see more", "next", "previous", "close",
    "listen to this article", "listen", "watch", "play video", "get the app", "download the app",
    "save", "saved", "explore further", "further reading", "release date", "bookmark", "embed",
    "tags", "topics", "photo gallery", "view gallery",
  ]

  private static let prefixes = PrefixTable([
    "we use cookies", "this site uses cookies", "this website uses cookies", "by clicking “accept",
    "by clicking \"accept", "by continuing to use", "by continuing to browse", "by using this site",
    "by subscribing", "by signing up", "all rights reserved", "© ", "(c) 20", "copyright 20",
    "copyright ©", "this material may not be published", "this article was originally published",
    "your email address will not be published", "please enable javascript", "javascript is",
    "you need to enable javascript", "click here to", "sign up for our", "sign up to our",
    "sign up for the", "subscribe to our", "subscribe to the", "follow us on", "like us on",
    "join our newsletter", "get our newsletter", "download our app", "share this article",
    "subscribe now", "for the latest news", "for the latest stor", "get the latest news",
    "to view the full story", "to read the full story", "this post contains affiliate",
    "we may earn a commission", "if you buy something through", "this article contains affiliate",
    "enter your email", "send us a message", "have something to say?",
    "share on ", "log in or", "already a subscriber", "to continue reading",
  ])

  private static let shortPrefixes = PrefixTable([
    "read more:", "read also:", "also read:", "also read |", "read more on", "see also:",
    "related:",
    "related article", "more:", "read:", "watch:", "listen:", "video:", "more on this:",
    "recommended:", "don't miss:", "filed under:", "tags:", "tagged:", "categories:", "topics:",
    "posted in", "advertisement ", "must read:", "explore more:",
  ])
}
