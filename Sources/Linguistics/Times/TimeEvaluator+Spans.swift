/// Durations, sets and times of day.
extension TimeEvaluator {
  func duration(
    _ meaning: TimeMeaning, _ captures: TimeMatcher.Captures, _ context: TimeContext
  ) -> Value? {
    guard let unit = captures.unit else { return nil }
    let number = captures.number
    switch meaning {
    case .halfUnit:
      switch unit {
      case .hour: return Value(kind: .duration, text: "PT30M")
      case .year: return Value(kind: .duration, text: "P6M")
      case .decade: return Value(kind: .duration, text: "P5Y")
      case .century: return Value(kind: .duration, text: "P50Y")
      default: return Value(kind: .duration, text: unit.duration(Decimal(5, exponent: -1)))
      }
    case .durationAndHalf:
      let whole = number?.plain ?? "1"
      switch unit {
      case .hour: return Value(kind: .duration, text: "PT\(whole)H30M")
      case .minute: return Value(kind: .duration, text: "PT\(whole)M30S")
      case .year: return Value(kind: .duration, text: "P\(whole)Y6M")
      default:
        let half = (number ?? Decimal(1)).adding(Decimal(5, exponent: -1))
        return Value(kind: .duration, text: unit.duration(half))
      }
    case .vagueDuration:
      let isPair = captures.words.contains("couple")
      return Value(kind: .duration, text: unit.duration(isPair ? Decimal(2) : nil))
    default:
      if number == nil, isRate(context) {
        return Value(kind: .set, text: unit.duration(Decimal(1)))
      }
      if let halved = halves(number, unit) { return Value(kind: .duration, text: halved) }
      return Value(kind: .duration, text: unit.duration(number ?? Decimal(1)))
    }
  }

  /// "2 1/2 years" as years and months, "5.5 hours" as hours and minutes.
  private func halves(_ number: Decimal?, _ unit: TimeUnit) -> String? {
    guard let number, number.exponent == -1, number.digits > 9, number.digits % 10 == 5 else {
      return nil
    }
    let whole = number.digits / 10
    switch unit {
    case .year: return "P\(whole)Y6M"
    case .hour: return "PT\(whole)H30M"
    case .minute: return "PT\(whole)M30S"
    default: return nil
    }
  }

  /// Whether "a year" stands after an amount: "$5 a year", "twice a week".
  private func isRate(_ context: TimeContext) -> Bool {
    guard context.range.count == 2, context.range.lowerBound > 0 else { return false }
    let before = context.sentence.tokens[context.range.lowerBound - 1]
    return before.upos == .num || before.form == "%" || before.form == "times"
      || Units.currencies[before.form.lowercased()] != nil
      || NumberWords.isScale(before.form.lowercased())
  }

  func set(_ meaning: TimeMeaning, _ captures: TimeMatcher.Captures) -> Value? {
    switch meaning {
    case .set:
      guard let unit = captures.words.last.flatMap({ TimeLexicon.adverbs[$0] }) else { return nil }
      return Value(kind: .set, text: unit.duration(Decimal(1)))
    case .weekdaySet:
      guard let day = captures[.weekday] ?? captures[.weekdays] else { return nil }
      let part = captures[.part].map { "T" + TimeLexicon.partCodes[$0] } ?? ""
      return Value(kind: .set, text: "XXXX-WXX-\(day)\(part)")
    case .monthSet:
      return captures[.month].map { Value(kind: .set, text: "XXXX-\(padded($0, 2))") }
    case .partSet:
      return captures[.part].map {
        Value(kind: .set, text: "XXXX-XX-XXT\(TimeLexicon.partCodes[$0])")
      }
    default:
      guard let unit = captures.unit else { return nil }
      let isPer = captures.words.contains("a")
      let number = captures.words.contains("other") ? Decimal(2) : isPer ? nil : captures.number
      return Value(kind: .set, text: unit.duration(number ?? Decimal(1)))
    }
  }

  /// A time of day; its day is the one last spoken of, and ``TimeJoiner`` puts a neighbour's.
  func clock(_ meaning: TimeMeaning, _ captures: TimeMatcher.Captures) -> Value? {
    var hour: Int
    switch meaning {
    case .noon: return time("12:00")
    case .midnight: return time("24:00")
    case .clock:
      guard let value = captures[.clock] else { return nil }
      hour = value
    default:
      guard let value = captures.number?.whole, (1...12).contains(value) else { return nil }
      hour = value
    }
    if let meridiem = captures[.meridiem] {
      hour = hour % 12 + meridiem
    } else if let part = captures[.part], part > 0, hour < 12 {
      hour += 12
    }
    return time("\(padded(hour, 2)):\(padded(captures.minutes, 2))")
  }

  private func time(_ clock: String) -> Value {
    Value(kind: .time, text: documentDay.map { "\($0.description)T\(clock)" })
  }

  mutating func part(_ captures: TimeMatcher.Captures, _ offset: Int) -> Value? {
    let part =
      captures[.part]
      ?? (captures.words.contains("evening") ? 2 : 3)
    let isOfReference = offset > 0 || captures.words.contains("that")
    let from = isOfReference ? reference?.date.calendarDay : documentDay
    return day(from?.adding(days: offset), part)
  }
}
