/// The words of dates and times, all in small letters.
enum TimeLexicon {
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan.": 1,
    "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sept.": 9, "sep.": 9,
    "oct.": 10, "nov.": 11, "dec.": 12, "jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9,
    "oct": 10, "nov": 11,
  ]

  /// Monday 1 to Sunday 7.
  static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7, "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thurs.": 4, "fri.": 5,
    "sat.": 6, "sun.": 7,
  ]

  static let weekdayPlurals: [String: Int] = [
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6,
    "sundays": 7,
  ]

  /// Winter 0, spring 1, summer 2, autumn 3.
  static let seasons: [String: Int] = [
    "winter": 0, "spring": 1, "summer": 2, "fall": 3, "autumn": 3,
  ]
  static let seasonCodes = ["WI", "SP", "SU", "FA"]

  static let parts: [String: Int] = [
    "morning": 0, "afternoon": 1, "evening": 2, "night": 3, "mornings": 0, "afternoons": 1,
    "evenings": 2, "nights": 3,
  ]
  static let partCodes = ["MO", "AF", "EV", "NI"]

  static let units: [String: TimeUnit] = [
    "second": .second, "minute": .minute, "hour": .hour, "day": .day, "week": .week,
    "fortnight": .fortnight, "month": .month, "quarter": .quarter, "year": .year,
    "decade": .decade, "century": .century,
  ]

  static let plurals: [String: TimeUnit] = [
    "seconds": .second, "minutes": .minute, "hours": .hour, "days": .day, "weeks": .week,
    "fortnights": .fortnight, "months": .month, "quarters": .quarter, "years": .year,
    "decades": .decade, "centuries": .century,
  ]

  /// Feasts on fixed days: month times 100 plus day.
  static let feasts: [String: Int] = [
    "christmas": 1225, "halloween": 1031, "thanksgiving": 1199,
  ]

  static let decades: [String: Int] = [
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
  ]

  static let adverbs: [String: TimeUnit] = [
    "hourly": .hour, "daily": .day, "nightly": .day, "weekly": .week, "monthly": .month,
    "quarterly": .quarter, "yearly": .year, "annually": .year,
  ]

  /// Words that put a date early or late within its span; they do not change its value.
  static let edges: Set<String> = ["early", "late", "mid", "earlier", "later", "middle"]

  /// Words before a number of units that make it vague; the value stays.
  static let vague: Set<String> = ["several", "few", "many", "some", "various", "numerous"]

  /// Other words that make an expression temporal.
  private static let others: Set<String> = [
    "noon", "midday", "midnight", "o'clock", "weekend", "now", "nowadays", "current", "currently",
    "present", "presently", "recent", "recently", "lately", "past", "future", "soon",
    "moment", "term", "today", "yesterday", "tomorrow", "tonight", "overnight", "period", "eve",
    "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "q1", "q2", "q3", "q4", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty",
  ]

  private static let temporal: Set<String> =
    others.union(months.keys).union(weekdays.keys).union(weekdayPlurals.keys).union(seasons.keys)
    .union(parts.keys).union(units.keys).union(plurals.keys).union(feasts.keys)
    .union(decades.keys).union(adverbs.keys)

  /// Whether a word is temporal in itself, as every expression has at least one that is.
  static func isTemporal(_ word: String) -> Bool {
    if temporal.contains(word) { return true }
    // Years, decades, times of day and dates in figures have three figures or marks between them.
    let bytes = word.utf8
    guard bytes.count >= 3 else { return false }
    var figures = 0
    var marks = 0
    for byte in bytes {
      if byte >= 0x30 && byte <= 0x39 { figures += 1 }
      if byte == 0x3a || byte == 0x2d || byte == 0x2f { marks += 1 }
    }
    return figures >= 3 || figures >= 2 && bytes.last == 0x73 || marks > 0 && bytes.count > 4
  }

  static let zones: Set<String> = [
    "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "bst", "cet", "et", "pt",
    "ist", "jst",
  ]
}

/// A unit of the calendar or clock.
enum TimeUnit: Int, Sendable {
  case second
  case minute
  case hour
  case day
  case week
  case fortnight
  case month
  case quarter
  case year
  case decade
  case century

  /// A duration of so many units (`P5Y`, `PT2H`); `nil` for the number leaves it open (`PXY`).
  func duration(_ number: Decimal?) -> String {
    func text(_ factor: Int) -> String {
      guard let number else { return "X" }
      return number.multiplied(by: factor)?.plain ?? "X"
    }
    switch self {
    case .second: return "PT\(text(1))S"
    case .minute: return "PT\(text(1))M"
    case .hour: return "PT\(text(1))H"
    case .day: return "P\(text(1))D"
    case .week: return "P\(text(1))W"
    case .fortnight: return "P\(text(2))W"
    case .month: return "P\(text(1))M"
    case .quarter: return number == nil ? "PXQ" : "P\(text(3))M"
    case .year: return "P\(text(1))Y"
    case .decade: return number == nil ? "PXE" : "P\(text(10))Y"
    case .century: return number == nil ? "PXC" : "P\(text(100))Y"
    }
  }
}
