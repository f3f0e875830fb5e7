/// A day of the proleptic Gregorian calendar.
///
/// Conversions to and from day numbers follow Hinnant's `days_from_civil`; weeks are those of
/// ISO 8601.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// The year, negative before year 0.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Creates a day; it is not checked.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days since 1970-01-01.
  public var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Creates a day from the number of days since 1970-01-01.
  public init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Monday 1 to Sunday 7.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The year and week of ISO 8601.
  var week: (year: Int, week: Int) {
    let thursday = CalendarDay(number: number - weekday + 4)
    let first = CalendarDay(year: thursday.year, month: 1, day: 1).number
    return (thursday.year, (thursday.number - first) / 7 + 1)
  }

  /// The Monday of a week of ISO 8601: week 1 is the one with 4 January.
  public static func monday(ofWeek week: Int, year: Int) -> CalendarDay {
    let fourth = CalendarDay(year: year, month: 1, day: 4)
    return fourth.adding(days: (week - 1) * 7 + 1 - fourth.weekday)
  }

  /// The day so many days later.
  public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  /// Whether the month has such a day.
  static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if month == 2, day == 29 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    return day <= lengths[month - 1]
  }

  /// Whether one day is before another.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// The day as ISO 8601 writes it: `2019-10-29`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// A date of which the month or day may be unknown.
struct PartialDate: Hashable, Sendable {
  var year: Int
  var month: Int?
  var day: Int?

  /// Creates a date from its parts.
  init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019`, `2019-10` or `2019-10-29`; what comes after is ignored.
  init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-")
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
    self.init(year: year)
    guard parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) else { return }
    self.month = month
    guard parts.count > 2, let day = Int(parts[2]),
      CalendarDay.exists(year: year, month: month, day: day)
    else { return }
    self.day = day
  }

  /// The full date, if all of it is known.
  var calendarDay: CalendarDay? {
    guard let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The date as far as it is known: `2019-10`.
  var value: String {
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if month != nil, let day { text += "-" + padded(day, 2) }
    return text
  }

  /// The date so many months later, without its day.
  func adding(months: Int) -> PartialDate? {
    guard let month else { return nil }
    let count = year * 12 + month - 1 + months
    return PartialDate(year: count / 12, month: count % 12 + 1)
  }
}
