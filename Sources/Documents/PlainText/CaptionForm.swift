/// Finds the words under pictures in a text that has lost its layout.
enum CaptionForm {
  /// Whether a whole line is a caption: it starts as one or is nothing but a description and a
  /// credit.
  static func isCaption(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.drop { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }
    // A credit with prose after it is a caption run into the lead: the caller cuts that first.
    if leads.match(line) != nil { return true }
    guard line.count <= 600 else { return false }
    for tail in tails where line.hasSuffix(ignoringCase: tail) { return true }
    if let credit = creditEnd(line), line[credit...].allSatisfy({ $0.isASCIISpace || $0 == 46 }) {
      return true
    }
    return false
  }

  /// The end of a caption with which a paragraph starts and after which other text follows.
  ///
  /// News agencies send pictures as `(170822) -- PLACE, date (Agency) -- Description. (Agency/Name)`;
  /// others start with `FILE PHOTO:` and end with a credit. Pages that were turned into text run
  /// both into the first paragraph.
  static func runInCaption(_ line: ArraySlice<UInt8>) -> Int? {
    let head = line.prefix(2000)
    let starts = hasAgencyLead(head) || leads.match(head) != nil
    guard starts, var end = creditEnd(head) else { return nil }
    // Editors' initials and codes after the credit: "(wsw)".
    while true {
      let rest = head[end...].drop(while: \.isASCIISpace)
      guard rest.first == UInt8(ascii: "("),
        let close = rest.prefix(12).firstIndex(of: UInt8(ascii: ")")),
        rest[(rest.startIndex + 1)..<close].allSatisfy({ $0.isASCIILower || $0 == 47 || $0 == 32 })
      else { break }
      end = close + 1
    }
    return line[end...].contains { !$0.isASCIISpace } ? end : nil
  }

  /// `(170822) -- ` or `PLACE, Aug. 22, 2017 (Agency) -- `.
  private static func hasAgencyLead(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "(") else { return false }
    let digits = line.dropFirst().prefix(while: \.isASCIIDigit)
    guard (5...8).contains(digits.count), digits.endIndex < line.endIndex,
      line[digits.endIndex] == UInt8(ascii: ")")
    else { return false }
    let rest = line[(digits.endIndex + 1)...].drop(while: \.isASCIISpace)
    return Dash.count(rest) > 0
  }

  /// The end of the first credit: `(Agency/Name)`, `(AP Photo/Name)`, `(Photo by Name)`,
  /// `REUTERS/Name`.
  private static func creditEnd(_ line: ArraySlice<UInt8>) -> Int? {
    var at = line.startIndex
    while let open = line[at...].firstIndex(of: UInt8(ascii: "(")) {
      let inside = line[(open + 1)...].prefix(120)
      guard let close = inside.firstIndex(of: UInt8(ascii: ")")) else { break }
      if isCredit(line[(open + 1)..<close]) { return close + 1 }
      at = open + 1
    }
    guard let agency = line.firstRange(of: Array("REUTERS/".utf8), from: line.startIndex) else {
      return nil
    }
    return endOfNames(line, from: agency.upperBound)
  }

  /// Whether a line is nothing but the credit of a picture.
  static func isCredit(line: ArraySlice<UInt8>) -> Bool { pureCredits.match(line) != nil }

  private static let pureCredits = PrefixTable([
    "photograph by ", "photographs by ", "photo by ", "photos by ", "photo credit:",
    "image credit:", "picture credit:", "photo: ", "image: ", "photo courtesy", "image courtesy",
    "(image credit:", "(photo by ", "(photo: ", "credit: ", "getty images", "image source:",
    "photograph: ", "picture: ", "illustration by ", "(credit: ", "(image: ",
  ])

  private static func isCredit(_ inside: ArraySlice<UInt8>) -> Bool {
    if creditLeads.match(inside) != nil { return true }
    guard let slash = inside.firstIndex(of: UInt8(ascii: "/")), slash > inside.startIndex,
      slash + 1 < inside.endIndex
    else { return false }
    // Words before and after the slash are names; "(and/or)" and "(1/2)" are not.
    return inside[inside.startIndex].isASCIIUpper
      && (inside[slash + 1].isASCIIUpper || inside[slash + 1] >= 0x80) && inside.count >= 6
  }

  /// The end of `Jason Lee/File Photo`: two or three capitalised words, then parts after slashes.
  private static func endOfNames(_ line: ArraySlice<UInt8>, from start: Int) -> Int {
    var at = start
    var words = 0
    while at < line.endIndex, words < 2 {
      var end = at
      while end < line.endIndex, line[end].isASCIILetter || line[end] >= 0x80 || line[end] == 45 {
        end += 1
      }
      guard end > at, line[at].isASCIIUpper else { break }
      words += 1
      at = end
      guard at < line.endIndex else { break }
      if line[at] == UInt8(ascii: "/") {
        at += 1
        words = 0
      } else if words < 2, line[at] == 32, at + 1 < line.endIndex, line[at + 1].isASCIIUpper {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  private static let leads = PrefixTable([
    "image:", "image caption", "image source", "photo:", "photos:", "picture:", "pictured:",
    "file photo:", "file photo -", "file -- ", "file - ", "file – ", "file — ", "file image:",
    "photo by ", "photograph:", "photo credit:", "image credit:", "photo illustration", "credit:",
    "caption:", "illustration:", "getty images", "media caption", "video caption",
    "photo courtesy",
  ])

  private static let tails = [
    "/getty images", "/getty images)", "/afp via getty images", "via getty images", "/shutterstock",
    "/file photo", "(file photo)", "/handout", "handout via reuters",
  ].map { Array($0.utf8) }

  private static let creditLeads = PrefixTable([
    "photo by", "image by", "ap photo", "photo:", "image:", "picture:", "photo courtesy",
    "image courtesy", "photograph by", "file photo", "source:", "credit:", "getty", "photo/",
    "courtesy of", "courtesy photo", "reuters/", "afp/",
  ])
}

/// The dashes that set a dateline off from its story.
enum Dash {
  /// The bytes of the dash (`--`, `-`, `–`, `—`, `_`) with which the text starts; 0 if none.
  static func count(_ text: ArraySlice<UInt8>) -> Int {
    if text.starts(with: "--".utf8) { return 2 }
    if text.starts(with: "–".utf8) || text.starts(with: "—".utf8) { return 3 }
    return text.first == UInt8(ascii: "-") ? 1 : 0
  }
}
