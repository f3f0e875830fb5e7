/// Reads the dates that documents give for themselves.
///
/// Knows ISO 8601 (`2019-10-29T08:00:00Z`), RFC 2822 (`Tue, 29 Oct 2019`), and the forms of
/// newspapers (`Oct. 29, 2019`, `29th October 2019`, `10/29/2019` where the order is certain).
/// The result has the precision of the words: `2019-10-29` or `2019-10`.
enum PublicationDate {
  /// A date and where it ends in what was read.
  struct Found: Hashable {
    /// The date in ISO 8601.
    let iso: String
    /// The bytes of the date, after any weekday before it.
    let range: Range<Int>
  }

  /// The date with which the text starts, after white space and a weekday.
  static func leading(_ text: ArraySlice<UInt8>) -> Found? {
    var words = Words(text)
    words.skipWeekday()
    let start = words.position
    guard let iso = date(&words) else { return nil }
    return Found(iso: iso, range: start..<words.position)
  }

  /// The first date anywhere in the text; O(*n*).
  static func first(in text: ArraySlice<UInt8>) -> Found? {
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      let starts = at == text.startIndex || !isWordByte(text[at - 1])
      if starts, byte.isASCIIDigit || byte.isASCIILetter, let found = leading(text[at...]) {
        return found
      }
      at += 1
    }
    return nil
  }

  /// The date that a metadata value gives, at any place in it.
  static func value(_ text: String) -> String? { first(in: Array(text.utf8.prefix(200))[...])?.iso }

  /// The date that a value gives, or the year that is all it gives.
  static func orYear(_ text: String) -> String? {
    if let date = value(text) { return date }
    let digits = text.utf8.drop { $0.isASCIISpace }.prefix(while: \.isASCIIDigit)
    let rest = text.utf8[digits.endIndex...].drop { $0.isASCIISpace }
    guard digits.count == 4, rest.isEmpty, let year = Int(String(Substring(digits))) else {
      return nil
    }
    return iso(year: year, month: nil, day: nil)
  }

  /// The number of a month by its name or the first letters of it.
  static func monthNumber(_ name: String) -> Int? {
    var words = Words(Array(name.utf8)[...])
    return words.month()
  }

  /// A date in ISO 8601 from its parts; nil if there is no such day.
  static func iso(year: Int, month: Int?, day: Int?) -> String? {
    guard let month else { return (1500...2199).contains(year) ? "\(year)" : nil }
    return iso(year, month, day)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  private static func date(_ words: inout Words) -> String? {
    if let digits = words.number() {
      switch digits.count {
      case 8:
        return iso(digits.value / 10000, digits.value / 100 % 100, digits.value % 100)
      case 4:
        return yearFirst(digits.value, &words)
      case 1, 2:
        return dayFirst(digits.value, &words)
      default:
        return nil
      }
    }
    guard let month = words.month() else { return nil }
    guard let number = words.number() else { return nil }
    if number.count == 4 { return iso(number.value, month, nil) }
    guard number.count <= 2 else { return nil }
    words.skipOrdinal()
    guard let year = words.number(), year.count == 4 else { return nil }
    return iso(year.value, month, number.value)
  }

  /// `2019-10-29`, `2019/10/29`, `2019-10`, `2019 October 29`.
  private static func yearFirst(_ year: Int, _ words: inout Words) -> String? {
    if let month = words.joined(UInt8(ascii: "-")) ?? words.joined(UInt8(ascii: "/"))
      ?? words.joined(UInt8(ascii: "."))
    {
      let afterMonth = words
      if let day = words.joined(UInt8(ascii: "-")) ?? words.joined(UInt8(ascii: "/"))
        ?? words.joined(UInt8(ascii: ".")), let full = iso(year, month, day)
      {
        words.skipTime()
        return full
      }
      words = afterMonth
      return iso(year, month, nil)
    }
    guard let month = words.month(), let day = words.number(), day.count <= 2 else { return nil }
    return iso(year, month, day.value)
  }

  /// `29 October 2019`, `29th of October, 2019`, `29.10.2019`, `10/29/2019`.
  private static func dayFirst(_ first: Int, _ words: inout Words) -> String? {
    if let second = words.joined(UInt8(ascii: ".")), let year = words.joined(UInt8(ascii: ".")) {
      return iso(year, second, first)
    }
    if let second = words.joined(UInt8(ascii: "/")) ?? words.joined(UInt8(ascii: "-")) {
      guard let year = words.joined(UInt8(ascii: "/")) ?? words.joined(UInt8(ascii: "-")) else {
        return nil
      }
      // Both could be the month: day and month are then not certain.
      if first <= 12, second <= 12, first != second { return nil }
      return first > 12 ? iso(year, second, first) : iso(year, first, second)
    }
    words.skipOrdinal()
    guard let month = words.month(), let year = words.number(), year.count == 4 else { return nil }
    return iso(year.value, month, first)
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard (1500...2199).contains(year), (1...12).contains(month) else { return nil }
    let start = "\(year)-\(month < 10 ? "0" : "")\(month)"
    guard let day else { return start }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    return "\(start)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The words and numbers of a date, read one by one.
  struct Words {
    private let text: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ text: ArraySlice<UInt8>) {
      self.text = text
      position = text.startIndex
    }

    private func peek(_ at: Int) -> UInt8? { at < text.endIndex ? text[at] : nil }

    /// The place after spaces, and after one comma or full stop before them.
    private func afterGap() -> Int {
      var at = position
      if let byte = peek(at), byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { at += 1 }
      while let byte = peek(at), byte == 32 || byte == 9 { at += 1 }
      return at
    }

    private func digits(_ start: Int) -> (value: Int, count: Int)? {
      var at = start
      var value = 0
      while let byte = peek(at), byte.isASCIIDigit, at - start < 9 {
        value = value * 10 + Int(byte - 48)
        at += 1
      }
      guard at > start, peek(at)?.isASCIIDigit != true else { return nil }
      return (value, at - start)
    }

    /// The next number.
    mutating func number() -> (value: Int, count: Int)? {
      let at = afterGap()
      guard let digits = digits(at) else { return nil }
      position = at + digits.count
      return digits
    }

    /// A number that follows at once after a separator.
    mutating func joined(_ separator: UInt8) -> Int? {
      guard peek(position) == separator, let digits = digits(position + 1), digits.count <= 4 else {
        return nil
      }
      position += 1 + digits.count
      return digits.value
    }

    private func word() -> (letters: [UInt8], end: Int) {
      var at = afterGap()
      if peek(at) == UInt8(ascii: "-") { at += 1 }
      let start = at
      while let byte = peek(at), byte.isASCIILetter, at - start < 12 { at += 1 }
      return (text[min(start, text.endIndex)..<at].map(\.asciiLowercased), at)
    }

    /// The next word if it names a month, whole or cut to three or four letters.
    mutating func month() -> Int? {
      var (letters, end) = word()
      if letters == Array("of".utf8) {
        var copy = self
        copy.position = end
        (letters, end) = copy.word()
      }
      guard letters.count >= 3,
        let index = Self.months.firstIndex(where: {
          $0.starts(with: letters) && (letters.count <= 4 || letters.count == $0.count)
        })
      else { return nil }
      position = end
      if peek(position) == UInt8(ascii: "-") { position += 1 }
      return index + 1
    }

    /// Skips the ending of `1st`, `2nd`, `3rd`, `4th`.
    mutating func skipOrdinal() {
      guard let a = peek(position), let b = peek(position + 1) else { return }
      let ending = [a.asciiLowercased, b.asciiLowercased]
      guard Self.ordinals.contains(ending), peek(position + 2)?.isASCIILetter != true else {
        return
      }
      position += 2
    }

    /// Skips `Tuesday, ` or `Tue `.
    mutating func skipWeekday() {
      let (letters, end) = word()
      guard letters.count >= 3,
        Self.weekdays.contains(where: {
          $0.starts(with: letters) && (letters.count <= 4 || letters.count == $0.count)
        })
      else { return }
      position = end
    }

    /// Skips the time of ISO 8601: `T08:00:00Z`, `T08:00:00.000+02:00`.
    mutating func skipTime() {
      guard peek(position) == UInt8(ascii: "T"), peek(position + 1)?.isASCIIDigit == true else {
        return
      }
      position += 1
      while let byte = peek(position),
        byte.isASCIIDigit || [58, 46, 43, 45, 90].contains(byte)
      { position += 1 }
    }

    private static let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ].map { Array($0.utf8) }
    private static let weekdays = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ].map { Array($0.utf8) }
    private static let ordinals = ["st", "nd", "rd", "th"].map { Array($0.utf8) }
  }
}
