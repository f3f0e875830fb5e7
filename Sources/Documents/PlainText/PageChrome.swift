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
    if prefixes.match(line) != nil || isInvitation(line) { return true }
    return line.count <= 200 && shortPrefixes.match(line) != nil
  }

  /// `Follow the paper on Twitter and Facebook`.
  private static func isInvitation(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.hasPrefix(ignoringCase: Array("follow ".utf8)) else { return false }
    let lower = Array(line.prefix(160).map(\.asciiLowercased))
    return networks.contains { lower.firstRange(of: $0, from: 0) != nil }
  }

  private static let networks = [
    " on twitter", " on facebook", " on instagram", " on youtube", " on linkedin", " on telegram",
    " on whatsapp", " on tiktok",
  ].map { Array($0.utf8) }

  /// A line of nothing but punctuation, as `* * *` or `____`; a lone quotation mark is left alone.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3
      && line.allSatisfy { $0 < 0x80 && !$0.isASCIIDigit && $0 != 34 && $0 != 40 && $0 != 41 }
  }

  /// Whether a heading (in lower case) stands after the end of a text.
  static func endsText(_ heading: String) -> Bool {
    let core = core(heading)
    return ends.contains(core) || endStarts.contains { core.hasPrefix($0) }
  }

  /// Whether a heading (in lower case) starts a list of other texts.
  static func interruptsText(_ heading: String) -> Bool {
    let core = core(heading)
    return interruptions.contains(core) || interruptionStarts.contains { core.hasPrefix($0) }
  }

  /// A heading without the signs and numbers around it.
  private static func core(_ heading: String) -> String {
    String(heading.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }

  private static let ends: Set<String> = [
    "about the author", "about the authors", "about us", "about author", "leave a comment",
    "leave a reply", "leave your comment", "post a comment", "add a comment", "comments", "comment",
    "join the conversation", "join the discussion", "reader comments", "what do you think",
    "tags", "filed under", "previous post", "next post", "previous article", "next article",
    "responses", "conversation", "share this", "share this article", "share this story",
    "share this post", "around the web", "from the web", "popular posts", "like this",
    "reader interactions", "you may also like", "you might also like", "related posts",
    "related articles", "other news", "other stories", "we need your help", "support us",
    "support our work",
  ]

  private static let endStarts = [
    "leave a reply", "leave a comment", "about the author", "comments are closed", "comments on ",
  ]

  private static let interruptions: Set<String> = [
    "related", "related articles", "related stories", "related posts", "related content",
    "related news", "related links", "related topics", "related reading", "see also", "read next",
    "up next", "more from", "more stories", "more news", "more like this", "most read",
    "most popular", "trending", "trending now", "popular posts", "latest news", "latest stories",
    "top stories", "you may also like", "you might also like", "you might like", "recommended",
    "recommended for you", "recommended reading", "recommended stories", "subscribe", "newsletter",
    "sign up for our newsletter", "editor's picks", "editors' picks", "editor’s picks",
    "sponsored content", "sponsored", "paid content", "don't miss", "don’t miss", "keep reading",
    "continue reading", "in this article", "similar articles", "similar posts",
  ]

  private static let interruptionStarts = [
    "related articles", "related stories", "related posts", "more from ", "you may also",
    "you might also", "sign up for ", "recommended for ", "recommended by ", "more stories",
    "popular on ", "trending on ", "subscribe to ", "share this", "also on ", "latest from ",
  ]

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
    "like loading", "like this", "comments are closed", "no comments", "no comments yet",
    "leave a reply", "post a comment", "add a comment", "reply", "permalink", "report this ad",
    "share this story", "click to share", "more info", "learn more", "view all", "see all",
    "view comments", "join the conversation", "about the author", "opens in a new window",
    "report an error", "letter to the editor", "reprints", "reprints and permissions",
    "get our app", "follow", "unfollow", "follow us on", "sponsor message", "paid content",
    "image", "photo", "video", "gallery", "caption", "edit", "loading", "please wait",
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
    "sign up for ", "sign up to receive", "sign up here", "subscribe today", "subscribe here",
    "subscribe for ", "subscribe on ", "follow me on", "follow him on", "follow her on",
    "follow them on", "find us on", "join us on", "connect with us", "like our facebook",
    "to receive the latest", "get the best of", "want more stories", "want to read more",
    "support our journalism", "this site is protected by recaptcha", "disclaimer:",
    "disclosure:", "this post may contain affiliate", "this article may contain affiliate",
    "as an amazon associate", "we participate in", "all products featured",
    "thank you for reading", "thanks for reading", "you can unsubscribe", "view the discussion",
    "please enter your", "required fields are marked", "notify me of", "save my name, email",
    "this content is imported", "content is subject to copyright", "terms of use and privacy",
    "do not sell my", "powered by ", "to comment on this", "be the first to comment",
    "log in to ", "login to ", "sign in to ", "register to ", "create an account",
    "comments are moderated", "we reserve the right to remove", "download the ",
    "learn more about our",
    "send tips to", "got a tip?", "have a tip?", "contact the author", "contact the reporter",
    "email the author", "view this post on instagram", "this story has been updated to",
    "reach reporter", "tweets by ", "a version of this article", "story continues below",
    "enter your email", "send us a message", "have something to say?",
    "share on ", "log in or", "already a subscriber", "to continue reading",
    "we want to hear what you think", "we want to hear from you", "do you want to be informed",
    "submit your letter", "submit a letter", "send your letters",
  ])

  private static let shortPrefixes = PrefixTable([
    "read more:", "read also:", "also read:", "also read |", "read more on", "see also:",
    "related:",
    "related article", "more:", "read:", "watch:", "listen:", "video:", "more on this:",
    "recommended:", "don't miss:", "filed under:", "tags:", "tagged:", "categories:", "topics:",
    "related stories:", "related stor", "related post", "related content", "read next:",
    "more from ", "more on ", "see more:", "next:", "previous:", "share this", "also on ",
    "you may also like", "you might also like", "(related:", "[related:", "click for more",
    "posted in", "advertisement ", "must read:", "explore more:",
  ])
}
