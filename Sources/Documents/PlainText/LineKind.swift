/// What a line of a news text is, told from its form.
enum LineKind: Hashable {
  /// Nothing in its form sets it apart.
  case prose
  /// A date line, perhaps with the headline after it.
  case date(String, headline: Range<Int>?)
  /// The author, the agency, the desk.
  case byline
  /// What a page says besides the article: share buttons, advertisements, links to others.
  case chrome
  /// The words under a picture.
  case caption
  /// One item of a list; the bytes after its mark.
  case listItem(Range<Int>)

  /// Tells the kind of the line at a range of a text; O(length), 2,000 bytes at most are looked at.
  static func of(_ range: Range<Int>, in text: [UInt8]) -> LineKind {
    guard range.count > 2 else { return .prose }
    let line = text[range]
    if let date = dateLine(line) { return date }
    if range.count <= 400, isByline(line) { return .byline }
    if range.count <= 300, PageChrome.isChrome(line) { return .chrome }
    if range.count <= 1500, CaptionForm.isCaption(line) { return .caption }
    if let content = listContent(line) { return .listItem(content) }
    return .prose
  }

  /// Whether the date of a date line is when the text was changed, which is not when it was published.
  static func isChange(_ line: ArraySlice<UInt8>) -> Bool {
    line.hasPrefix(ignoringCase: Array("last updated".utf8))
      || line.hasPrefix(ignoringCase: Array("last modified".utf8))
  }

  private static let dateKeys = PrefixTable([
    "first published", "last updated", "last modified", "publication date", "published on",
    "published", "updated", "posted on", "posted", "asked", "answered", "date", "dated", "pubdate",
  ])

  private static func dateLine(_ line: ArraySlice<UInt8>) -> LineKind? {
    guard let lead = line.first, lead.isASCIILetter || lead.isASCIIDigit else { return nil }
    var keyed = false
    var rest = line
    if let key = dateKeys.match(line) {
      let after = line[(line.startIndex + key)...]
      if let next = after.first, next == UInt8(ascii: ":") || next.isASCIISpace {
        rest = after.drop { $0.isASCIISpace || $0 == UInt8(ascii: ":") }
        keyed = true
      }
    }
    guard let found = PublicationDate.leading(rest) else { return nil }
    let tail = line[found.range.upperBound...].drop { !$0.isASCIILetter && $0 < 0x80 && $0 != 34 }
    if isTimeOrPlace(tail) { return .date(found.iso, headline: nil) }
    guard keyed else { return nil }
    let words = tail.split(separator: 32).count
    // "Updated Nov. 3, 2019 by the editors" is a date line; three words more are a headline.
    if tail.hasPrefix(ignoringCase: Array("by ".utf8)) || words < 3 {
      return .date(found.iso, headline: nil)
    }
    if line.hasPrefix(ignoringCase: Array("date".utf8)) {
      return .date(found.iso, headline: tail.startIndex..<tail.endIndex)
    }
    return line.count <= 120 ? .date(found.iso, headline: nil) : nil
  }

  /// Whether what follows a date is nothing, a time or a time zone.
  private static func isTimeOrPlace(_ tail: ArraySlice<UInt8>) -> Bool {
    if tail.isEmpty { return true }
    guard tail.count <= 40 else { return false }
    let words = tail.split { !$0.isASCIILetter }.map { $0.map(\.asciiLowercased) }
    return words.allSatisfy { word in
      word.count <= 3 && timeWords.contains(String(decoding: word, as: UTF8.self))
    }
  }

  private static let timeWords: Set<String> = [
    "a", "p", "m", "am", "pm", "et", "est", "edt", "gmt", "utc", "bst", "pt", "pst", "pdt", "cet",
    "at", "t", "z", "ist", "cst", "cdt", "mst", "mdt", "hrs", "h",
  ]

  private static let credits = PrefixTable([
    "reporting by", "editing by", "additional reporting by", "(reporting by", "(editing by",
    "(additional reporting by", "written by", "edited by", "compiled by", "with assistance by",
    "--with assistance", "— with assistance", "(with assistance", "with files from", "story by",
    "our standards:", "to contact the reporter", "to contact the editor",
  ])

  private static let smallWords: Set<String> = [
    "and", "of", "for", "the", "in", "with", "staff", "writer", "writers", "reporter", "reporters",
    "correspondent", "correspondents",
    "editor", "at", "de", "van", "von", "la", "le", "bin", "al", "contributor", "desk",
  ]

  private static func isByline(_ line: ArraySlice<UInt8>) -> Bool {
    if credits.match(line) != nil { return true }
    guard line.hasPrefix(ignoringCase: Array("by ".utf8)), line.count <= 100 else { return false }
    guard line.last != UInt8(ascii: "."), line.last != UInt8(ascii: "?") else { return false }
    let words = line.dropFirst(3).split { $0 == 32 || $0 == UInt8(ascii: ",") || $0 == 124 }
    guard (1...12).contains(words.count), let first = words.first?.first,
      first.isASCIIUpper || first >= 0x80
    else { return false }
    return words.allSatisfy { word in
      guard let lead = word.first else { return true }
      return lead.isASCIIUpper || lead >= 0x80 || lead == 38 || lead == 45 || lead == 64
        || smallWords.contains(String(decoding: word, as: UTF8.self))
    }
  }

  /// What follows `- `, `* `, `• `, `1. ` or `1) `.
  private static func listContent(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    guard let lead = line.first else { return nil }
    var at = line.startIndex
    if lead == UInt8(ascii: "-") || lead == UInt8(ascii: "*") || lead == UInt8(ascii: "+") {
      at += 1
    } else if line.starts(with: "•".utf8) || line.starts(with: "–".utf8)
      || line.starts(with: "▪".utf8) || line.starts(with: "●".utf8)
    {
      at += 3
    } else if lead.isASCIIDigit {
      while at < line.endIndex, line[at].isASCIIDigit, at - line.startIndex < 3 { at += 1 }
      guard at < line.endIndex, line[at] == UInt8(ascii: ".") || line[at] == UInt8(ascii: ")")
      else { return nil }
      at += 1
    } else {
      return nil
    }
    guard at < line.endIndex, line[at] == 32 else { return nil }
    while at < line.endIndex, line[at] == 32 { at += 1 }
    guard at < line.endIndex, line[at] != UInt8(ascii: "-") else { return nil }
    return at..<line.endIndex
  }
}

extension ArraySlice where Element == UInt8 {
  /// Whether the bytes start with lower-case ASCII letters, in either case.
  func hasPrefix(ignoringCase prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for i in 0..<prefix.count where self[startIndex + i].asciiLowercased != prefix[i] {
      return false
    }
    return true
  }

  /// Whether the bytes end with lower-case ASCII letters, in either case.
  func hasSuffix(ignoringCase suffix: [UInt8]) -> Bool {
    guard count >= suffix.count else { return false }
    return self[(endIndex - suffix.count)...].hasPrefix(ignoringCase: suffix)
  }
}
