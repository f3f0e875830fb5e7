/// Values told from the document's date or from the date last spoken of.
extension TimeEvaluator {
  /// The unit so many from the document's: last year, next month.
  mutating func unit(_ unit: TimeUnit, _ offset: Int) -> Value {
    let none = Value(kind: .date, text: nil)
    guard let now = documentDate else { return none }
    switch unit {
    case .year: return date(PartialDate(year: now.year + offset))
    case .month: return date(now.adding(months: offset))
    case .decade: return Value(kind: .date, text: String(now.year / 10 + offset))
    case .century: return Value(kind: .date, text: String(now.year / 100 + offset))
    case .quarter:
      guard let month = now.month else { return none }
      let count = now.year * 4 + (month - 1) / 3 + offset
      return quarterValue(count / 4, count % 4 + 1)
    case .day: return day(documentDay?.adding(days: offset), nil)
    case .week, .fortnight:
      guard let today = documentDay else { return none }
      let week = today.adding(days: offset * (unit == .week ? 7 : 14))
      return weekValue(week)
    case .hour, .minute, .second: return Value(kind: .time, text: nil)
    }
  }

  private mutating func weekValue(_ day: CalendarDay) -> Value {
    reference = (PartialDate(year: day.year, month: day.month, day: day.day), nil)
    let week = day.week
    return Value(kind: .date, text: "\(padded(week.year, 4))-W\(padded(week.week, 2))")
  }

  mutating func weekday(
    _ captures: TimeMatcher.Captures, _ offset: Int, _ direction: TimeContext.Direction
  ) -> Value? {
    guard let weekday = captures[.weekday] else { return nil }
    guard let today = documentDay else { return day(nil, captures[.part]) }
    let back = (today.weekday - weekday + 7) % 7
    let ahead = (weekday - today.weekday + 7) % 7
    let days: Int
    switch (offset, direction) {
    case (-1, _): days = -(back == 0 ? 7 : back)
    case (1, _): days = ahead == 0 ? 7 : ahead
    case (_, .future): days = ahead
    default: days = -back
    }
    return day(today.adding(days: days), captures[.part])
  }

  mutating func weekend(_ offset: Int) -> Value {
    guard let today = documentDay else { return Value(kind: .date, text: nil) }
    // Before Friday, "the weekend" without more is the one that has gone.
    let shift = offset < 0 || offset == 0 && today.weekday < 4 ? -7 : offset * 7
    let week = today.adding(days: shift).week
    return Value(kind: .date, text: "\(padded(week.year, 4))-W\(padded(week.week, 2))-WE")
  }

  /// So many units before or after the document's date.
  mutating func ago(_ captures: TimeMatcher.Captures, _ sign: Int) -> Value? {
    guard let unit = captures.unit else { return nil }
    guard let count = count(captures) else {
      return Value(kind: .date, text: sign < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    guard let now = documentDate else { return Value(kind: .date, text: nil) }
    // Where quarters are compared, "a year ago" is the quarter of that year.
    if unit == .year, sign < 0, count == 1, let quarter = quarterJustNamed {
      return quarterValue(now.year - 1, quarter)
    }
    return shifted(now, nil, unit, count * sign)
  }

  /// So many units before or after the date last spoken of.
  mutating func fromReference(_ captures: TimeMatcher.Captures, _ sign: Int) -> Value? {
    guard let unit = captures.unit else { return nil }
    guard let count = count(captures),
      let from = reference ?? documentDate.map({ ($0, nil) })
    else {
      return Value(kind: .date, text: nil)
    }
    return shifted(from.date, from.quarter, unit, count * sign)
  }

  /// The number of units, 1 for "a year"; `nil` if it is open or no whole number.
  private func count(_ captures: TimeMatcher.Captures) -> Int? {
    if let number = captures.number { return number.whole.flatMap { $0 < 100_000 ? $0 : nil } }
    let words = captures.words
    if words.contains(where: TimeLexicon.vague.contains) { return nil }
    if words.contains("couple") { return 2 }
    return words.contains("a") || words.contains("an") || words.contains("-") ? 1 : nil
  }

  private mutating func shifted(
    _ from: PartialDate, _ quarter: Int?, _ unit: TimeUnit, _ count: Int
  ) -> Value {
    switch unit {
    case .year:
      if let quarter { return quarterValue(from.year + count, quarter) }
      return date(PartialDate(year: from.year + count))
    case .decade: return date(PartialDate(year: from.year + count * 10))
    case .century: return date(PartialDate(year: from.year + count * 100))
    case .month: return date(from.adding(months: count))
    case .quarter:
      let current = quarter ?? from.month.map { ($0 - 1) / 3 + 1 }
      guard let current else { return Value(kind: .date, text: nil) }
      let total = from.year * 4 + current - 1 + count
      return quarterValue(total / 4, total % 4 + 1)
    case .week, .fortnight:
      guard let start = from.calendarDay else { return Value(kind: .date, text: nil) }
      return weekValue(start.adding(days: count * (unit == .week ? 7 : 14)))
    case .day: return day(from.calendarDay?.adding(days: count), nil)
    case .hour, .minute, .second: return Value(kind: .time, text: nil)
    }
  }

  /// The unit last spoken of or the one beside it: "that year", "the following month".
  mutating func referenceUnit(_ unit: TimeUnit, _ offset: Int) -> Value {
    guard let from = reference else {
      return Value(kind: .date, text: nil)
    }
    switch unit {
    case .year, .month, .day, .week, .quarter, .decade:
      return shifted(from.date, from.quarter, unit, offset)
    default: return Value(kind: .date, text: nil)
    }
  }

  // MARK: - Quarters

  mutating func quarter(
    _ captures: TimeMatcher.Captures, _ direction: TimeContext.Direction
  ) -> Value? {
    guard let number = captures[.quarter] ?? captures[.ordinal], (1...4).contains(number) else {
      return nil
    }
    if let year = captures[.year] {
      noteYear(year)
      return quarterValue(year, number)
    }
    guard let now = documentDate, let month = now.month else {
      return quarterValue(yearSpokenOf, number)
    }
    let current = (month - 1) / 3 + 1
    // The quarter that has just ended is the one that firms are about to report.
    if direction == .future {
      return quarterValue(now.year + (number < current - 1 ? 1 : 0), number)
    }
    return quarterValue(now.year - (number > current ? 1 : 0), number)
  }

  /// "The 1988 quarter" beside "the third quarter" is the third of 1988.
  mutating func quarterInYear(_ captures: TimeMatcher.Captures) -> Value? {
    guard let year = captures[.year] else { return nil }
    guard let quarter = reference?.quarter else { return date(PartialDate(year: year)) }
    return quarterValue(year, quarter)
  }

  mutating func quarter(_ captures: TimeMatcher.Captures, yearOffset: Int) -> Value? {
    guard let now = documentDate else { return Value(kind: .date, text: nil) }
    if let number = captures[.ordinal] {
      return (1...4).contains(number) ? quarterValue(now.year + yearOffset, number) : nil
    }
    // "the year-ago quarter" is told from the quarter last spoken of, else from the last one.
    if let quarter = reference?.quarter, let year = reference?.date.year {
      return quarterValue(year == now.year + yearOffset ? year : year + yearOffset, quarter)
    }
    guard let month = now.month else { return Value(kind: .date, text: nil) }
    let count = now.year * 4 + (month - 1) / 3 - 1
    return quarterValue(count / 4 + yearOffset, count % 4 + 1)
  }

  mutating func half(_ captures: TimeMatcher.Captures) -> Value? {
    let isLast = captures[.ordinal] == nil && captures.words.contains("last")
    guard let number = captures[.ordinal] ?? (isLast ? 2 : nil), number <= 2 else { return nil }
    let offset = captures.words.contains("last") ? -1 : 0
    guard let year = captures[.year] ?? documentDate.map({ $0.year + offset }) else {
      return Value(kind: .date, text: nil)
    }
    reference = (PartialDate(year: year), nil)
    return Value(kind: .date, text: "\(padded(year, 4))-H\(number)")
  }
}
