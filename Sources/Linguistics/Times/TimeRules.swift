/// The grammar of dates, times and durations, for whoever wishes to read or extend it.
///
/// See ``TimeRule`` for the notation. The rules follow TimeML's TIMEX3 guidelines (Saurí et al.
/// 2006): determiners, "early" and "about" belong to the expression, prepositions do not.
enum TimeRules {
  static let all: [TimeRule] =
    dates + relative + quarters + references + durations + sets + clock + vague

  private static func rules(_ meaning: TimeMeaning, _ patterns: [String]) -> [TimeRule] {
    patterns.map { TimeRule($0, meaning) }
  }

  /// Dates that name their year, or a day or month of the calendar.
  static let dates: [TimeRule] = [
    rules(
      .calendar,
      [
        "WEEKDAY? ,? the? EDGE? MONTH DAY ,? YEAR",
        "WEEKDAY? ,? the? DAY of? MONTH ,? of? YEAR",
        "EDGE? -? MONTH ,? of? YEAR",
        "the? end|beginning|start|middle|close of MONTH ,? YEAR",
        "the? end|beginning|start|middle|close of YEAR",
        "the? EDGE part of YEAR",
        "EDGE -? YEAR",
        "the? year YEAR",
        "the? fiscal year? YEAR",
        "the YEAR fiscal year",
        "YEAR",
      ]),
    rules(
      .monthDay,
      [
        "WEEKDAY? ,? EDGE? MONTH DAY",
        "WEEKDAY ,? the? DAY of? MONTH",
        "the? DAY of? MONTH",
        "last MONTH DAY",
      ]),
    rules(
      .monthOnly,
      [
        "EDGE? -? MONTH", "the? end|beginning|start|middle of MONTH",
      ]),
    rules(.figures, ["WEEKDAY? ,? FIGURES"]),
    rules(
      .decade,
      [
        "the? EDGE? -? DECADE", "the? end|beginning|start|middle of the DECADE",
      ]),
    rules(.century, ["the? EDGE? -? ORDINAL -? century"]),
    rules(
      .seasonOfYear,
      ["the? EDGE? SEASON of YEAR", "EDGE? SEASON YEAR"]),
    rules(
      .feast,
      [
        "FEAST day|eve?", "FEAST day|eve? ,? YEAR", "last|this|next FEAST",
        "new year 's|’s day|eve ,? YEAR?",
      ]),
  ].flatMap { $0 }

  /// Dates that are told from the document's date.
  static let relative: [TimeRule] = [
    rules(
      .day(-1),
      ["EDGE? yesterday PART?"]),
    rules(.day(-2), ["the? day before yesterday"]),
    rules(.day(0), ["EDGE? today"]),
    rules(.day(1), ["EDGE? tomorrow PART?"]),
    rules(.day(2), ["the? day after tomorrow"]),
    rules(
      .unit(-1),
      [
        "EDGE? last UNIT", "EDGE? this past UNIT", "past week|month|year", "the? previous UNIT",
        "the? prior UNIT",
        "the? end|beginning|start|middle of last UNIT", "the? EDGE part of last UNIT",
        "sometime last UNIT", "the last UNIT",
      ]),
    rules(
      .unit(0),
      [
        "EDGE? this UNIT", "the? current UNIT", "the current fiscal UNIT",
        "the? end|beginning|start|middle|close of this UNIT", "the? EDGE part of this UNIT",
        "EDGE in the UNIT", "sometime this UNIT", "the? rest|remainder of this|the UNIT",
      ]),
    rules(
      .fixedUnit(.year, 0),
      [
        "the? end|beginning|start of the year", "the full|whole year", "the fiscal year",
        "this fiscal year", "year -? end", "year 's|’s end",
      ]),
    rules(.fixedUnit(.month, 0), ["the? end|beginning|start of the month"]),
    rules(.fixedUnit(.week, 0), ["the? end|beginning|start of the week"]),
    rules(.fixedUnit(.decade, 0), ["the? end|beginning|start of the decade"]),
    rules(
      .unit(1),
      [
        "EDGE? next UNIT", "the? coming UNIT", "the? end|beginning|start|middle of next UNIT",
        "the? EDGE part of next UNIT", "sometime next UNIT", "EDGE? next fiscal UNIT",
      ]),
    rules(.unit(-1), ["last fiscal UNIT"]),
    rules(
      .weekday(-1), ["EDGE? last WEEKDAY PART?", "this past WEEKDAY", "the? previous WEEKDAY"]),
    rules(.weekday(0), ["EDGE? WEEKDAY PART?", "EDGE? this WEEKDAY PART?"]),
    rules(.weekday(1), ["EDGE? next WEEKDAY PART?", "this? coming WEEKDAY PART?"]),
    rules(.month(-1), ["EDGE? last MONTH", "MONTH of? last year"]),
    rules(.month(0), ["EDGE? this MONTH", "MONTH of? this year"]),
    rules(.month(1), ["EDGE? next MONTH", "MONTH of? next year"]),
    rules(.season(-1), ["EDGE? last SEASON", "this past SEASON"]),
    rules(.season(0), ["EDGE? this SEASON", "the EDGE? SEASON"]),
    rules(.season(1), ["EDGE? next SEASON", "this coming SEASON"]),
    rules(.weekend(-1), ["last weekend", "the past weekend"]),
    rules(.weekend(0), ["the weekend", "this weekend"]),
    rules(.weekend(1), ["next weekend", "this coming weekend"]),
    rules(
      .ago(-1),
      [
        "CUE? NUMBER -? SPAN ago", "CUE? a|an UNIT ago", "a UNIT or so ago",
        "CUE? NUMBER or so UNITS ago", "CUE? NUMBER and a half UNITS ago",
        "CUE? a? VAGUE UNITS ago", "SPAN - ago", "a couple of UNITS ago", "UNITS ago",
      ]),
    rules(.ago(1), ["CUE? NUMBER SPAN from now", "a|an UNIT from now", "NUMBER SPAN hence"]),
  ].flatMap { $0 }

  /// Quarters and halves of a year.
  static let quarters: [TimeRule] = [
    rules(
      .quarter,
      [
        "the? fiscal? -? ORDINAL -? quarter ,? of? fiscal? YEAR", "the? YEAR ORDINAL quarter",
        "the? YEAR fiscal ORDINAL quarter",
        "the? fiscal? -? ORDINAL -? quarter", "QUARTER of? ,? YEAR", "YEAR QUARTER", "QUARTER",
        "its|their|a fiscal? ORDINAL -? quarter",
        "the? ORDINAL calendar? quarter of YEAR",
      ]),
    rules(
      .quarterOfYear(-1),
      [
        "last year 's ORDINAL quarter", "the? ORDINAL quarter of? last year",
        "last year ’s ORDINAL quarter", "the? year - ago|earlier ORDINAL quarter",
        "the? same quarter last year", "last year 's quarter", "the? year - ago|earlier quarter",
        "the? year - ago|earlier period",
      ]),
    rules(
      .quarterOfYear(0),
      [
        "this year 's ORDINAL quarter", "the? ORDINAL quarter of? this year",
        "this year ’s ORDINAL quarter",
      ]),
    rules(
      .quarterOfYear(1),
      [
        "next year 's ORDINAL quarter", "the? ORDINAL quarter of? next year",
        "next year ’s ORDINAL quarter",
      ]),
    rules(.quarterInYear, ["the YEAR quarter", "the YEAR period"]),
    rules(
      .fixedUnit(.quarter, -1),
      ["the latest? quarter", "the latest period", "the most recent quarter"]),
    rules(
      .half,
      [
        "the? ORDINAL half of YEAR", "the? ORDINAL half of this|the year", "the? ORDINAL - half",
        "the? ORDINAL half of last year", "the? last half of YEAR",
      ]),
  ].flatMap { $0 }

  /// Dates that are told from another date in the text.
  static let references: [TimeRule] = [
    rules(
      .fromReference(-1),
      [
        "CUE? NUMBER SPAN earlier|previously", "a|an UNIT earlier|previously",
        "CUE? NUMBER SPAN before (STOP)", "a|an UNIT before (STOP)",
        "SPAN - earlier", "a? VAGUE UNITS earlier", "a? VAGUE UNITS before (STOP)", "UNITS earlier",
      ]),
    rules(
      .fromReference(1),
      [
        "CUE? NUMBER SPAN later|afterward|afterwards", "a|an UNIT later",
        "CUE? NUMBER SPAN after (STOP)", "a|an UNIT after (STOP)", "a? VAGUE UNITS later",
      ]),
    rules(
      .referenceUnit(0),
      ["EDGE? that? same UNIT", "the? same UNIT", "EDGE? that UNIT", "the? very same UNIT"]),
    rules(.referenceUnit(1), ["the? following UNIT", "the? next UNIT", "the ensuing UNIT"]),
    rules(.referenceUnit(-1), ["the? preceding UNIT", "the year before"]),
  ].flatMap { $0 }

  /// Durations: a number of units.
  static let durations: [TimeRule] = [
    rules(
      .duration,
      [
        "CUE? NUMBER more? additional? SPAN", "NUMBER - SPAN", "CUE? NUMBER or so UNITS",
        "CUE? NUMBER full|straight|consecutive|trading|whole|long|entire|business UNITS",
        "the? CUE? past|last|next|first|coming|previous|final|latest|preceding|following NUMBER UNITS",
        "the? past|last|next NUMBER UNITS or so",
        "the NUMBER UNITS", "CUE? a|an UNIT", "the? NUMBER - SPAN period",
        "a|an full|entire|whole|additional|extra UNIT",
        "the? CUE? past|last UNIT and a half",
        "each of the past|last|next NUMBER UNITS",
        "NUMBER to|or NUMBER UNITS", "the next|past|last NUMBER to NUMBER UNITS",
        "CUE? NUMBER - to - NUMBER UNITS", "UNIT - long", "a|an UNIT - long",
        // Counted from what is told next, whose date is not known here.
        "CUE? NUMBER SPAN (after|before|following)", "CUE? a|an UNIT (after|before|following)",
        "the past|last decade|century", "past decade|century",
        "the? full? fiscal? year (ended|ending)",
      ]),
    rules(.durationAndHalf, ["CUE? NUMBER and a half UNITS", "CUE? a|an|one UNIT and a half"]),
    rules(.halfUnit, ["half a|an UNIT", "a half -? UNIT", "half - UNIT"]),
    rules(
      .vagueDuration,
      [
        "CUE? a? VAGUE more? UNITS", "the past|last|next|first|coming VAGUE UNITS",
        "a couple of UNITS", "the past|last|next couple of UNITS", "UNITS",
        "the? UNITS (before|after|following|ahead)", "a? VAGUE UNITS (before|after|following)",
        "recent VAGUE? UNITS", "the? coming UNITS", "UNITS - long", "VAGUE - UNIT",
        "the? past|last UNITS", "the? early|late UNITS", "VAGUE UNITS", "UNITS or UNITS",
      ]),
    // "29-year-old" is an amount.
    rules(
      .none, ["NUMBER -? SPAN -? old", "NUMBER - SPAN - olds", "SPAN - old", "NUMBER SPAN of age"]),
  ].flatMap { $0 }

  /// Times that come again.
  static let sets: [TimeRule] = [
    rules(.set, ["ADVERB"]),
    rules(
      .setOfUnit,
      [
        "every|each UNIT", "every NUMBER UNITS", "every other UNIT", "once|twice a UNIT",
        "NUMBER times a UNIT", "every single UNIT",
      ]),
    rules(.weekdaySet, ["every|each WEEKDAY PART?", "WEEKDAYS"]),
    rules(.monthSet, ["every|each MONTH"]),
    rules(.partSet, ["every|each PART"]),
  ].flatMap { $0 }

  /// Times of day.
  static let clock: [TimeRule] = [
    rules(
      .clock,
      [
        "CUE? CLOCK MERIDIEM? ZONE?", "CLOCK in the PART",
      ]),
    rules(
      .hour,
      ["CUE? NUMBER MERIDIEM ZONE?", "NUMBER o'clock", "NUMBER o'clock in the PART"]),
    rules(.noon, ["noon", "midday"]),
    rules(.midnight, ["midnight"]),
    rules(.part(0), ["EDGE? this PART", "tonight", "EDGE? that PART"]),
    rules(.part(-1), ["EDGE? last night", "last evening", "overnight"]),
    rules(.part(1), ["the? next|following PART"]),
  ].flatMap { $0 }

  /// Times that cannot be dated.
  static let vague: [TimeRule] = [
    rules(
      .present,
      [
        "now", "right now", "currently", "current", "nowadays", "these days", "at present",
        "presently",
        "the moment", "the present",
      ]),
    rules(
      .past,
      ["recent", "recently", "the past", "more recently", "most recently", "lately"]),
    rules(
      .future,
      [
        "the future", "the near future", "future", "soon", "the foreseeable future",
        "the near|short|long term",
      ]),
  ].flatMap { $0 }
}
