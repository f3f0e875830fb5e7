/// A pattern over tokens and what it means.
///
/// A pattern is a row of elements parted by spaces. A word in small letters stands for itself,
/// `a|b` for either; a name in capitals stands for a class of ``TimeCategory``; a `?` at the end
/// makes an element optional. An element in brackets must follow, but is no part of the expression:
/// `NUMBER UNITS (after)`. Of all rules that match at a token the longest wins, with what must follow,
/// and of equally long ones the first.
struct TimeRule: Sendable {
  let elements: [Element]
  let meaning: TimeMeaning

  /// One place of a pattern.
  struct Element: Sendable {
    enum Test: Sendable {
      case words([String])
      case category(TimeCategory)
    }
    let test: Test
    let isOptional: Bool
    /// Whether it only has to follow and stays outside.
    let isAhead: Bool
  }

  /// Creates a rule from a pattern as written in the tables.
  init(_ pattern: String, _ meaning: TimeMeaning) {
    self.meaning = meaning
    elements = pattern.split(separator: " ").map { part in
      let isOptional = part.count > 1 && part.hasSuffix("?")
      let isAhead = part.hasPrefix("(") && part.hasSuffix(")")
      let name = String(isOptional ? part.dropLast() : isAhead ? part.dropFirst().dropLast() : part)
      if let category = TimeCategory(rawValue: name) {
        return Element(test: .category(category), isOptional: isOptional, isAhead: isAhead)
      }
      return Element(
        test: .words(name.split(separator: "|").map(String.init)), isOptional: isOptional,
        isAhead: isAhead)
    }
  }
}

/// Classes of tokens in patterns; each gives a number to the rule that used it.
enum TimeCategory: String, Sendable {
  /// January 1 to December 12.
  case month = "MONTH"
  /// A day of the month in figures: 22, 22nd.
  case day = "DAY"
  /// A year in four figures, or as it is spoken: "nineteen ninety-six".
  case year = "YEAR"
  /// Monday 1 to Sunday 7.
  case weekday = "WEEKDAY"
  /// Mondays.
  case weekdays = "WEEKDAYS"
  case season = "SEASON"
  /// A part of the day: morning.
  case part = "PART"
  /// One unit: day, year.
  case unit = "UNIT"
  /// Units: days, years.
  case units = "UNITS"
  /// A unit or units.
  case span = "SPAN"
  /// A number in words or figures.
  case number = "NUMBER"
  /// Several, few.
  case vague = "VAGUE"
  /// First to thirty-first, 20th.
  case ordinal = "ORDINAL"
  /// 7:30
  case clock = "CLOCK"
  /// a.m. 0, p.m. 12.
  case meridiem = "MERIDIEM"
  case zone = "ZONE"
  /// 1980s, '90s, nineties: the first year.
  case decade = "DECADE"
  /// Q3
  case quarter = "QUARTER"
  /// A date in figures: 2019-10-29, 10/29/2019.
  case figures = "FIGURES"
  /// Christmas: month times 100 plus day.
  case feast = "FEAST"
  /// daily, annually
  case adverb = "ADVERB"
  /// early, late
  case edge = "EDGE"
  /// about, more than
  case cue = "CUE"
  /// A mark, or the end of the sentence.
  case stop = "STOP"
}

/// What a rule's words mean; the numbers come from the classes in its pattern.
enum TimeMeaning: Sendable {
  /// Nothing: keeps shorter rules from matching.
  case none
  /// A year, with month and day if the pattern has them.
  case calendar
  /// A day and month without a year.
  case monthDay
  /// A month without a year.
  case monthOnly
  /// A date in figures.
  case figures
  case decade
  case century
  case seasonOfYear
  case feast
  /// So many units from the document's date: -1 last, 0 this, 1 next.
  case unit(Int)
  /// A named unit so many from the document's date.
  case fixedUnit(TimeUnit, Int)
  /// So many days from the document's date, perhaps with a part of the day.
  case day(Int)
  /// A weekday: -1 the last, 0 the one that the tense says, 1 the next.
  case weekday(Int)
  case month(Int)
  case season(Int)
  case weekend(Int)
  /// A number of units before (-1) or after (1) the document's date.
  case ago(Int)
  /// A number of units before (-1) or after (1) the date last spoken of.
  case fromReference(Int)
  /// The unit last spoken of, so many units on: "that year" 0, "the following year" 1.
  case referenceUnit(Int)
  /// A quarter by number, with or without a year.
  case quarter
  /// A quarter of the year so many from the document's.
  case quarterOfYear(Int)
  /// The quarter last spoken of, in a year that is named: "the 1988 quarter".
  case quarterInYear
  case half
  case duration
  /// A duration of half a unit more: "two and a half years".
  case durationAndHalf
  case halfUnit
  case vagueDuration
  case set
  case setOfUnit
  case weekdaySet
  case monthSet
  case partSet
  /// A time of day on the day of the document or of the date beside it.
  case clock
  case hour
  case noon
  case midnight
  case part(Int)
  case present
  case past
  case future
}
