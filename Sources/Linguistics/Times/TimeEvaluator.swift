/// Turns matches into TIMEX3 kinds and values.
///
/// Remembers the date last spoken of, since "a year earlier" and "that month" are told from it.
struct TimeEvaluator {
  /// A kind and a value.
  struct Value {
    let kind: TimeExpression.Kind
    let text: String?
  }

  /// The document's date.
  let documentDate: PartialDate?
  /// The date last spoken of, with its quarter if that is what it was.
  var reference: (date: PartialDate, quarter: Int?)?
  /// The sentences since a quarter was named.
  private var sentencesSinceQuarter = Int.max / 2
  /// The sentences since a year was named outright.
  private var sentencesSinceYear = Int.max / 2
  private var namedYear = 0

  init(documentDate: PartialDate?) { self.documentDate = documentDate }

  /// Tells that a new sentence begins.
  mutating func startSentence() {
    sentencesSinceYear += 1
    sentencesSinceQuarter += 1
  }

  /// The quarter named in this sentence or the one before.
  var quarterJustNamed: Int? { sentencesSinceQuarter <= 1 ? reference?.quarter : nil }

  var documentDay: CalendarDay? { documentDate?.calendarDay }

  /// The value of a match; `nil` if the words turn out to be no time.
  mutating func value(of match: TimeMatcher.Match, in context: TimeContext) -> Value? {
    let captures = match.captures
    switch match.meaning {
    case .none: return nil
    case .calendar: return calendar(captures)
    case .monthDay: return monthDay(captures, context.direction)
    case .monthOnly: return date(month(captures[.month], towards: context.direction))
    case .figures: return date(captures.figures)
    case .decade: return captures[.decade].map { Value(kind: .date, text: String($0 / 10)) }
    case .century: return captures[.ordinal].map { Value(kind: .date, text: padded($0 - 1, 2)) }
    case .seasonOfYear:
      return season(captures[.season], year: captures[.year])
    case .feast: return feast(captures, context.direction)
    case .unit(let offset): return captures.unit.flatMap { unit($0, offset) }
    case .fixedUnit(let unit, let offset): return self.unit(unit, offset)
    case .day(let offset): return day(documentDay?.adding(days: offset), captures[.part])
    case .weekday(let offset): return weekday(captures, offset, context.direction)
    case .month(let offset): return monthByName(captures[.month], offset)
    case .season(let offset): return seasonByName(captures[.season], offset)
    case .weekend(let offset): return weekend(offset)
    case .ago(let sign): return ago(captures, sign)
    case .fromReference(let sign): return fromReference(captures, sign)
    case .referenceUnit(let offset): return captures.unit.flatMap { referenceUnit($0, offset) }
    case .quarter: return quarter(captures, context.direction)
    case .quarterOfYear(let offset): return quarter(captures, yearOffset: offset)
    case .quarterInYear: return quarterInYear(captures)
    case .half: return half(captures)
    case .clock, .hour, .noon, .midnight: return clock(match.meaning, captures)
    case .part(let offset): return part(captures, offset)
    case .present: return Value(kind: .date, text: "PRESENT_REF")
    case .past: return Value(kind: .date, text: "PAST_REF")
    case .future: return Value(kind: .date, text: "FUTURE_REF")
    case .duration, .durationAndHalf, .halfUnit, .vagueDuration:
      return duration(match.meaning, captures, context)
    case .set, .setOfUnit, .weekdaySet, .monthSet, .partSet: return set(match.meaning, captures)
    }
  }

  // MARK: - Shared

  /// A date as a value; notes it as the one last spoken of.
  mutating func date(_ date: PartialDate?) -> Value {
    if let date { reference = (date, nil) }
    return Value(kind: .date, text: date?.value)
  }

  /// A day as a value, with a part of the day if there is one.
  mutating func day(_ day: CalendarDay?, _ part: Int?) -> Value {
    guard let day else { return Value(kind: part == nil ? .date : .time, text: nil) }
    let value = date(PartialDate(year: day.year, month: day.month, day: day.day))
    guard let part, let text = value.text else { return value }
    return Value(kind: .time, text: text + "T" + TimeLexicon.partCodes[part])
  }

  /// A quarter as a value; notes it as the date last spoken of.
  mutating func quarterValue(_ year: Int?, _ quarter: Int) -> Value {
    guard let year else { return Value(kind: .date, text: nil) }
    reference = (PartialDate(year: year, month: quarter * 3), quarter)
    sentencesSinceQuarter = 0
    return Value(kind: .date, text: "\(padded(year, 4))-Q\(quarter)")
  }

  mutating func noteYear(_ year: Int) {
    namedYear = year
    sentencesSinceYear = 0
  }

  /// The year in which dates without one lie, if the text has just named one.
  var yearSpokenOf: Int? { sentencesSinceYear <= Self.memoryOfYear ? namedYear : nil }

  /// For how many sentences a year that was named holds for dates without one.
  private static let memoryOfYear = 1

  // MARK: - Calendar

  private mutating func calendar(_ captures: TimeMatcher.Captures) -> Value? {
    guard let year = captures[.year] else { return nil }
    let month = captures[.month]
    var day = captures[.day]
    if let month, let number = day,
      !CalendarDay.exists(year: year, month: month, day: number)
    {
      day = nil
    }
    noteYear(year)
    return date(PartialDate(year: year, month: month, day: day))
  }

  private mutating func monthDay(
    _ captures: TimeMatcher.Captures, _ direction: TimeContext.Direction
  ) -> Value? {
    guard let month = captures[.month], let day = captures[.day] else { return nil }
    if documentDay == nil, let year = yearSpokenOf ?? documentDate?.year {
      return date(PartialDate(year: year, month: month, day: day))
    }
    guard let now = documentDay else { return Value(kind: .date, text: nil) }
    if let year = yearSpokenOf, abs(year - now.year) > 1 {
      return date(PartialDate(year: year, month: month, day: day))
    }
    let days = (now.year - 1...now.year + 1).compactMap { year in
      CalendarDay.exists(year: year, month: month, day: day)
        ? CalendarDay(year: year, month: month, day: day) : nil
    }
    let best: CalendarDay?
    switch direction {
    case _ where captures.words.first == "last": best = days.last { $0 < now }
    case .future: best = days.first { $0 >= now }
    case .past, .open:
      best = days.min { abs($0.number - now.number) < abs($1.number - now.number) }
    }
    return self.day(best, nil)
  }

  private func month(_ month: Int?, towards direction: TimeContext.Direction) -> PartialDate? {
    guard let month else { return nil }
    if let year = yearSpokenOf, direction != .future,
      documentDate.map({ abs(year - $0.year) > 1 }) ?? true
    {
      return PartialDate(year: year, month: month)
    }
    guard let now = documentDate, let current = now.month else { return nil }
    let ahead = (month - current + 12) % 12
    // Without a tense to tell, the month that comes soon is meant, else the one that has gone.
    let isAhead = direction == .future || direction == .open && ahead <= Self.soonInMonths
    if isAhead { return PartialDate(year: now.year + (month < current ? 1 : 0), month: month) }
    return PartialDate(year: now.year - (month > current ? 1 : 0), month: month)
  }

  private static let soonInMonths = 3

  private mutating func monthByName(_ month: Int?, _ offset: Int) -> Value? {
    guard let month else { return nil }
    guard let now = documentDate, let current = now.month else {
      return Value(kind: .date, text: nil)
    }
    var year = now.year
    if offset < 0, month >= current { year -= 1 }
    if offset > 0, month <= current { year += 1 }
    return date(PartialDate(year: year, month: month))
  }

  private mutating func season(_ season: Int?, year: Int?) -> Value? {
    guard let season, let year else { return nil }
    noteYear(year)
    reference = (PartialDate(year: year), nil)
    return Value(kind: .date, text: "\(padded(year, 4))-\(TimeLexicon.seasonCodes[season])")
  }

  private mutating func seasonByName(_ season: Int?, _ offset: Int) -> Value? {
    guard let season else { return nil }
    guard let now = documentDate, let month = now.month else {
      return Value(kind: .date, text: nil)
    }
    let current = month % 12 / 3
    var year = now.year
    if offset < 0, season >= current { year -= 1 }
    if offset > 0, season <= current { year += 1 }
    return Value(kind: .date, text: "\(padded(year, 4))-\(TimeLexicon.seasonCodes[season])")
  }

  private mutating func feast(
    _ captures: TimeMatcher.Captures, _ direction: TimeContext.Direction
  ) -> Value? {
    let isEve = captures.words.contains("eve")
    guard
      let code = captures[.feast] ?? (captures.words.first == "new" ? (isEve ? 1231 : 101) : nil)
    else { return nil }
    if code == Self.thanksgiving { return thanksgiving(captures, direction) }
    let day = code % 100 - (isEve && captures[.feast] != nil ? 1 : 0)
    if let year = captures[.year] {
      noteYear(year)
      return date(PartialDate(year: year, month: code / 100, day: day))
    }
    var dated = captures
    dated.values[.month] = code / 100
    dated.values[.day] = day
    let way: TimeContext.Direction =
      captures.words.first == "last" ? .past : captures.words.first == "next" ? .future : direction
    return monthDay(dated, way)
  }

  /// The feast without a fixed day: the fourth Thursday of November, written as its 99th day.
  private static let thanksgiving = 1199

  private mutating func thanksgiving(
    _ captures: TimeMatcher.Captures, _ direction: TimeContext.Direction
  ) -> Value {
    func day(_ year: Int) -> CalendarDay {
      let first = CalendarDay(year: year, month: 11, day: 1)
      return first.adding(days: (4 - first.weekday + 7) % 7 + 21)
    }
    if let year = captures[.year] { return self.day(day(year), nil) }
    guard let now = documentDay else { return Value(kind: .date, text: nil) }
    let days = (now.year - 1...now.year + 1).map(day)
    switch (captures.words.first, direction) {
    case ("last", _): return self.day(days.last { $0 < now }, nil)
    case ("next", _), (_, .future): return self.day(days.first { $0 >= now }, nil)
    default:
      return self.day(
        days.min { abs($0.number - now.number) < abs($1.number - now.number) }, nil)
    }
  }
}
