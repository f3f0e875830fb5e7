/// The place, date and agency with which a report starts: `WUHAN, Aug. 22, 2017 (Xinhua) -- `,
/// `WASHINGTON (Reuters) - `, `BEIJING — `, or only the section: `INTERNATIONAL - `.
struct Dateline {
  /// The first byte of the story itself.
  let end: Int
  /// The date, if the line has a full one.
  let date: String?

  /// Finds the dateline at the start of a paragraph; looks at 120 bytes at most.
  init?(_ line: ArraySlice<UInt8>) {
    var at = line.startIndex
    let limit = min(line.endIndex, at + 120)
    func skipSpaces() { while at < limit, line[at] == 32 { at += 1 } }

    // Words in capitals: the place. Some agencies start with "(Agency) - ".
    let placeStart = at
    var capitals = 0
    var longest = 0
    while at < limit {
      var end = at
      var upper = 0
      var lower = 0
      while end < limit, line[end] != 32, line[end] != UInt8(ascii: ","),
        line[end] != UInt8(ascii: "/"), line[end] != UInt8(ascii: "("),
        Dash.count(line[end...]) != 3
      {
        if line[end].isASCIIUpper { upper += 1 }
        if line[end].isASCIILower { lower += 1 }
        end += 1
      }
      guard upper > 0, lower == 0, end > at else { break }
      capitals += 1
      longest = max(longest, upper)
      at = end
      while at < limit, line[at] == 32 || line[at] == UInt8(ascii: ",") || line[at] == 47 {
        at += 1
      }
    }
    let hasPlace = capitals > 0 && capitals <= 5 && longest >= 3
    if !hasPlace { at = placeStart }

    // A region in mixed case, as "SEATTLE, Wash. ": short words that end in a full stop or comma.
    if hasPlace {
      var end = at
      while end < limit, line[end].isASCIILetter || line[end] == 32 { end += 1 }
      if end < limit, end - at <= 16, end > at, Self.month(line[at..<limit]) == nil,
        line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ","),
        !line[at..<end].contains(32)
      {
        at = end + 1
        skipSpaces()
        if at < limit, line[at] == UInt8(ascii: ",") {
          at += 1
          skipSpaces()
        }
      }
    }

    var date: String?
    var hasDate = false
    if let found = PublicationDate.leading(line[at..<limit]) {
      date = found.iso
      hasDate = true
      at = found.range.upperBound
    } else if let end = Self.month(line[at..<limit]) {
      hasDate = true
      at = end
    }
    while at < limit, line[at] == 32 || line[at] == UInt8(ascii: ",") { at += 1 }

    var hasAgency = false
    if at < limit, line[at] == UInt8(ascii: "("),
      let close = line[at..<limit].firstIndex(of: UInt8(ascii: ")")), close - at <= 40,
      close > at + 1, line[at + 1].isASCIIUpper
    {
      hasAgency = true
      at = close + 1
      skipSpaces()
    }
    let dash = Dash.count(line[at..<limit])
    guard dash > 0, hasPlace || (hasAgency && at > line.startIndex) else { return nil }
    at += dash
    let beforeStory = at
    skipSpaces()
    guard at < limit, at > beforeStory || dash == 3 else { return nil }
    // Without a date or an agency it takes a long word in capitals and a story that starts anew.
    let startsAnew =
      line[at].isASCIIUpper || line[at] >= 0x80 || line[at] == 34
      || line[at].isASCIIDigit
    guard startsAnew, hasAgency || hasDate || longest >= 4 else { return nil }
    end = at
    self.date = date
  }

  /// The end of `Oct 8` or `Aug. 22` without a year.
  private static func month(_ text: ArraySlice<UInt8>) -> Int? {
    var words = PublicationDate.Words(text)
    guard words.month() != nil else { return nil }
    guard let day = words.number(), day.count <= 2 else { return nil }
    return words.position
  }
}
