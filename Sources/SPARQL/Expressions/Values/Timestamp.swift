/// A point or span of the calendar: `xsd:dateTime`, `xsd:date`, `xsd:time` and the `g…` types.
///
/// All have the seven parts of the XML Schema date model; a type leaves out those it lacks.
struct Timestamp: Hashable, Sendable {
  /// Which of the types it is.
  enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case dateTime, date, time, gYear, gYearMonth, gMonth, gMonthDay, gDay
  }

  var kind: Kind
  var year = 1972
  var month = 1
  var day = 1
  var hour = 0
  var minute = 0
  /// Seconds with their fraction.
  var second = ExactDecimal.zero
  /// Minutes east of UTC, or `nil` if the value has no timezone.
  var timezone: Int?

  /// A value of a type, with the parts that it has still to get.
  init(kind: Kind) { self.kind = kind }

  /// Days from 1970-01-01 of a day of the proleptic Gregorian calendar.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the calendar that is so many days from 1970-01-01.
  static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// How many days a month has.
  static func length(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Seconds from 1970-01-01T00:00:00, as if the value's timezone were UTC.
  var localSeconds: ExactDecimal {
    let days = Self.days(year: year, month: month, day: day)
    let whole = Int128(days) * 86_400 + Int128(hour * 3600 + minute * 60)
    return ExactDecimal(whole).adding(second) ?? ExactDecimal(whole)
  }

  /// Seconds from 1970-01-01T00:00:00Z; a value with no timezone counts as so many minutes east.
  func seconds(assuming minutes: Int = 0) -> ExactDecimal {
    let offset = ExactDecimal(Int128((timezone ?? minutes) * 60))
    return localSeconds.subtracting(offset) ?? localSeconds
  }

  /// Sets the parts of the day and the time from local seconds.
  mutating func setLocal(seconds: ExactDecimal) {
    let whole = seconds.floor
    second = seconds.subtracting(whole) ?? .zero
    let total = Int(clamping: whole.coefficient)
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - days * 86_400
    (year, month, day) = Self.civil(days: days)
    hour = rest / 3600
    minute = rest % 3600 / 60
    second = ExactDecimal(Int128(rest % 60)).adding(second) ?? second
  }

  /// How two values of one type compare: below 0, 0, above 0; `nil` if that depends on a timezone
  /// which one of them lacks.
  func compare(_ other: Timestamp) -> Int? {
    guard kind == other.kind else { return nil }
    func order(_ a: ExactDecimal, _ b: ExactDecimal) -> Int { a < b ? -1 : a == b ? 0 : 1 }
    switch (timezone, other.timezone) {
    case (nil, nil), (.some, .some): return order(seconds(), other.seconds())
    case (.some, nil):
      let early = order(seconds(), other.seconds(assuming: 840))
      let late = order(seconds(), other.seconds(assuming: -840))
      return early == late ? early : nil
    case (nil, .some): return other.compare(self).map { -$0 }
    }
  }
}

/// Lexical forms.
extension Timestamp {
  /// The value that a lexical form names, or `nil` if it names none of this type.
  init?(_ kind: Kind, lexical text: String) {
    var reader = ByteReader(text)
    self.init(kind: kind)
    switch kind {
    case .dateTime:
      guard readYear(&reader), reader.take("-"), readMonth(&reader), reader.take("-"),
        readDay(&reader), reader.take("T"), readTime(&reader)
      else { return nil }
    case .date:
      guard readYear(&reader), reader.take("-"), readMonth(&reader), reader.take("-"),
        readDay(&reader)
      else { return nil }
    case .time:
      guard readTime(&reader) else { return nil }
      (year, month, day) = (1972, 12, 31)
    case .gYear: guard readYear(&reader) else { return nil }
    case .gYearMonth:
      guard readYear(&reader), reader.take("-"), readMonth(&reader) else { return nil }
    case .gMonth:
      guard reader.take("-"), reader.take("-"), readMonth(&reader) else { return nil }
    case .gMonthDay:
      guard reader.take("-"), reader.take("-"), readMonth(&reader), reader.take("-"),
        readDay(&reader)
      else { return nil }
    case .gDay:
      guard reader.take("-"), reader.take("-"), reader.take("-"), readDay(&reader) else {
        return nil
      }
    }
    guard readTimezone(&reader), reader.isAtEnd, isValid else { return nil }
    if hour == 24 {
      hour = 0
      if kind == .dateTime { setLocal(seconds: localSeconds.adding(ExactDecimal(86_400)) ?? .zero) }
    }
  }

  private var isValid: Bool {
    let clock = hour < 24 || (hour == 24 && minute == 0 && second == .zero)
    return month >= 1 && month <= 12 && day >= 1 && day <= Self.length(month: month, year: year)
      && clock && minute < 60 && second < ExactDecimal(60)
  }

  private mutating func readYear(_ reader: inout ByteReader) -> Bool {
    let negative = reader.take("-")
    let digits = reader.digits()
    guard digits.count >= 4, digits.count <= 15, digits.count == 4 || digits.first != 48 else {
      return false
    }
    year = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    if negative { year = -year }
    return true
  }

  private mutating func readMonth(_ reader: inout ByteReader) -> Bool {
    guard let value = reader.number(digits: 2) else { return false }
    month = value
    return true
  }

  private mutating func readDay(_ reader: inout ByteReader) -> Bool {
    guard let value = reader.number(digits: 2) else { return false }
    day = value
    return true
  }

  private mutating func readTime(_ reader: inout ByteReader) -> Bool {
    guard let h = reader.number(digits: 2), reader.take(":"), let m = reader.number(digits: 2),
      reader.take(":"), let s = reader.number(digits: 2)
    else { return false }
    (hour, minute, second) = (h, m, ExactDecimal(Int128(s)))
    if reader.take(".") {
      let digits = reader.digits()
      guard !digits.isEmpty, digits.count <= 30 else { return false }
      let fraction = digits.reduce(Int128(s)) { $0 * 10 + Int128($1 - 48) }
      second = ExactDecimal(coefficient: fraction, scale: digits.count)
    }
    return true
  }

  private mutating func readTimezone(_ reader: inout ByteReader) -> Bool {
    if reader.isAtEnd { return true }
    if reader.take("Z") {
      timezone = 0
      return true
    }
    let east = reader.take("+")
    guard east || reader.take("-"), let h = reader.number(digits: 2), reader.take(":"),
      let m = reader.number(digits: 2), m < 60, h * 60 + m <= 840
    else { return false }
    timezone = (east ? 1 : -1) * (h * 60 + m)
    return true
  }

  /// The canonical lexical form.
  var lexical: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var years: String {
      let digits = String(year.magnitude)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      return (year < 0 ? "-" : "") + zeros + digits
    }
    var time: String {
      let seconds = second.lexical
      let padded = second < ExactDecimal(10) ? "0" + seconds : seconds
      return two(hour) + ":" + two(minute) + ":" + padded
    }
    let body =
      switch kind {
      case .dateTime: "\(years)-\(two(month))-\(two(day))T\(time)"
      case .date: "\(years)-\(two(month))-\(two(day))"
      case .time: time
      case .gYear: years
      case .gYearMonth: "\(years)-\(two(month))"
      case .gMonth: "--\(two(month))"
      case .gMonthDay: "--\(two(month))-\(two(day))"
      case .gDay: "---\(two(day))"
      }
    return body + timezoneText
  }

  /// The timezone as it is written: `Z`, `+05:30`, or nothing.
  var timezoneText: String {
    guard let timezone else { return "" }
    if timezone == 0 { return "Z" }
    let minutes = Int(timezone.magnitude)
    let (h, m) = (minutes / 60, minutes % 60)
    return "\(timezone < 0 ? "-" : "+")\(h < 10 ? "0" : "")\(h):\(m < 10 ? "0" : "")\(m)"
  }
}

/// Reads the bytes of a lexical form.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { place == bytes.count }

  /// Steps over one character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, UInt32(bytes[place]) == character.value else { return false }
    place += 1
    return true
  }

  /// The run of digits that comes next.
  mutating func digits() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57 { place += 1 }
    return bytes[start..<place]
  }

  /// A number of just so many digits.
  mutating func number(digits count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    var value = 0
    for index in place..<place + count {
      guard bytes[index] >= 48, bytes[index] <= 57 else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
    }
    place += count
    return value
  }
}
