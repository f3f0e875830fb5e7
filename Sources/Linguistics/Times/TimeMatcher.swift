/// Matches the rules of ``TimeRules`` against the tokens of one sentence.
struct TimeMatcher {
  /// What a rule found.
  struct Match {
    /// The tokens of the expression, without what only has to follow.
    let range: Range<Int>
    let meaning: TimeMeaning
    let captures: Captures
  }

  /// The numbers that the classes of a pattern took from the text.
  struct Captures {
    var values: [TimeCategory: Int] = [:]
    var number: Decimal?
    var unit: TimeUnit?
    var figures: PartialDate?
    var minutes = 0
    var words: [String] = []
    /// Where the expression ends, if the rule looks beyond it.
    var end: Int?

    subscript(category: TimeCategory) -> Int? { values[category] }
  }

  let words: [String]
  let sentence: Sentence
  private let reader: NumberReader

  init(_ sentence: Sentence) {
    self.sentence = sentence
    words = sentence.tokens.map { $0.form.lowercased() }
    reader = NumberReader(words: words)
  }

  /// The longest match that starts at a token.
  func longest(at start: Int) -> Match? {
    var best: Match?
    var reach = start
    for rule in TimeRuleIndex.rules(startingWith: words[start], self, at: start) {
      var captures = Captures()
      guard let end = match(rule.elements[...], at: start, &captures), end > reach else { continue }
      reach = end
      let range = start..<(captures.end ?? end)
      captures.words = Array(words[range])
      best = Match(range: range, meaning: rule.meaning, captures: captures)
    }
    return best
  }

  /// The end of a match of elements, as long as possible.
  private func match(
    _ elements: ArraySlice<TimeRule.Element>, at index: Int, _ captures: inout Captures
  ) -> Int? {
    guard let element = elements.first else { return index }
    let rest = elements.dropFirst()
    var attempt = captures
    if element.isAhead, attempt.end == nil { attempt.end = index }
    if let next = take(element.test, at: index, &attempt),
      let end = match(rest, at: next, &attempt)
    {
      captures = attempt
      return end
    }
    return element.isOptional ? match(rest, at: index, &captures) : nil
  }

  private func take(
    _ test: TimeRule.Element.Test, at index: Int, _ captures: inout Captures
  ) -> Int? {
    switch test {
    case .words(let options):
      guard index < words.count, options.contains(words[index]) else { return nil }
      captures.unit = captures.unit ?? TimeLexicon.units[words[index]]
      return index + 1
    case .category(let category): return take(category, at: index, &captures)
    }
  }

  /// Takes a token of a class and notes its number.
  func take(_ category: TimeCategory, at index: Int, _ captures: inout Captures) -> Int? {
    guard index < words.count else { return category == .stop ? index + 1 : nil }
    let word = words[index]
    func keep(_ value: Int?) -> Int? {
      guard let value else { return nil }
      captures.values[category] = value
      return index + 1
    }
    func keep(_ unit: TimeUnit?) -> Int? {
      guard let unit else { return nil }
      captures.unit = unit
      return index + 1
    }
    switch category {
    case .month: return keep(month(at: index))
    case .day: return keep(day(word, next: index + 1 < words.count ? words[index + 1] : ""))
    case .year:
      if let year = year(word) { return keep(year) }
      guard let spoken = spokenYear(at: index) else { return nil }
      captures.values[.year] = spoken.year
      return spoken.end
    case .weekday: return keep(TimeLexicon.weekdays[word])
    case .weekdays: return keep(TimeLexicon.weekdayPlurals[word])
    case .season: return keep(TimeLexicon.seasons[word])
    case .part: return keep(TimeLexicon.parts[word])
    case .unit: return keep(TimeLexicon.units[word])
    case .units: return keep(TimeLexicon.plurals[word])
    case .span: return keep(TimeLexicon.units[word] ?? TimeLexicon.plurals[word])
    case .vague: return TimeLexicon.vague.contains(word) ? index + 1 : nil
    case .ordinal: return keep(NumberWords.ordinals[word] ?? suffixed(word))
    case .clock: return clock(word, index, &captures)
    case .meridiem:
      switch word {
      case "a.m.", "am", "a.m": return keep(0)
      case "p.m.", "pm", "p.m": return keep(12)
      default: return nil
      }
    case .zone: return TimeLexicon.zones.contains(word) ? index + 1 : nil
    case .decade: return keep(decade(word, index))
    case .quarter:
      guard word.utf8.count == 2, word.hasPrefix("q"), let n = Int(word.dropFirst()),
        (1...4).contains(n)
      else { return nil }
      return keep(n)
    case .feast: return keep(TimeLexicon.feasts[word])
    case .adverb: return keep(TimeLexicon.adverbs[word])
    case .edge: return TimeLexicon.edges.contains(word) ? index + 1 : nil
    case .number:
      guard let reading = reader.number(at: index) else { return nil }
      captures.number = captures.number ?? reading.value
      return reading.end
    case .figures: return figures(word, index, &captures)
    case .cue: return cue(at: index)
    case .stop:
      let isMark = word.utf8.allSatisfy {
        $0 < 0x80 && !(0x30...0x39).contains($0) && $0 | 0x20 < 0x61
      }
      return isMark ? index + 1 : nil
    }
  }

  // MARK: - Classes

  private func month(at index: Int) -> Int? {
    let word = words[index]
    if word.hasPrefix("mid-") { return TimeLexicon.months[String(word.dropFirst(4))] }
    guard let month = TimeLexicon.months[word] else { return nil }
    // "may" and "march" must be written with a capital and not be verbs.
    let token = sentence.tokens[index]
    if word == "may" || word == "march" || word == "mar." {
      guard token.form.first?.isUppercase == true, token.upos != .aux, token.upos != .verb else {
        return nil
      }
      if index == 0, token.upos == .other { return nil }
    }
    return month
  }

  private func day(_ word: String, next: String) -> Int? {
    if let value = suffixed(word), (1...31).contains(value) { return value }
    guard word.utf8.count <= 2, let value = Int(word), (1...31).contains(value), next != "%" else {
      return nil
    }
    return value
  }

  /// Figures with an ordinal ending: 22nd.
  private func suffixed(_ word: String) -> Int? {
    guard word.utf8.count > 2, let last = word.utf8.first, last >= 0x30, last <= 0x39 else {
      return nil
    }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return Int(word.dropLast(2))
    }
    return nil
  }

  private func year(_ word: String) -> Int? {
    var word = word[...]
    if word.hasPrefix("mid-") || word.hasPrefix("pre-") { word = word.dropFirst(4) }
    if word.hasPrefix("post-") { word = word.dropFirst(5) }
    guard word.utf8.count == 4, let year = Int(word), year >= 1000, year < 2100 else { return nil }
    return year
  }

  private func decade(_ word: String, _ index: Int) -> Int? {
    var word = word[...]
    if word.hasPrefix("mid-") { word = word.dropFirst(4) }
    if let tens = TimeLexicon.decades[String(word)] {
      guard index > 0, ["the", "early", "late", "mid"].contains(words[index - 1]) else {
        return nil
      }
      return 1900 + tens * 10
    }
    guard word.hasSuffix("s") else { return nil }
    word = word.dropLast()
    if word.hasSuffix("'") || word.hasSuffix("’") { word = word.dropLast() }
    let apostrophe = word.hasPrefix("'") || word.hasPrefix("’")
    if apostrophe { word = word.dropFirst() }
    guard let value = Int(word), value % 10 == 0 else { return nil }
    if word.utf8.count == 4, value >= 1000, value < 2100 { return value }
    guard word.utf8.count == 2, apostrophe || index > 0 && words[index - 1] == "the" else {
      return nil
    }
    return (value <= 10 ? 2000 : 1900) + value
  }

  private func clock(_ word: String, _ index: Int, _ captures: inout Captures) -> Int? {
    let parts = word.split(separator: ":")
    guard parts.count == 2 || parts.count == 3, let hour = Int(parts[0]), hour < 24, hour >= 0,
      parts[1].utf8.count == 2, let minute = Int(parts[1]), minute < 60, minute >= 0
    else { return nil }
    captures.values[.clock] = hour
    captures.minutes = minute
    return index + 1
  }

  private func figures(_ word: String, _ index: Int, _ captures: inout Captures) -> Int? {
    guard let first = word.utf8.first, first >= 0x30, first <= 0x39 else { return nil }
    let separators = word.utf8.filter { $0 == 0x2d || $0 == 0x2f }.count
    guard separators == 2 else { return nil }
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3 else { return nil }
    var (year, month, day) = (numbers[0], numbers[1], numbers[2])
    if parts[0].utf8.count != 4 {
      guard parts[2].utf8.count == 4 || parts[2].utf8.count == 2 else { return nil }
      year = numbers[2]
      if parts[2].utf8.count == 2 { year += year < 50 ? 2000 : 1900 }
      // Month first as in America, unless that cannot be.
      (month, day) = numbers[0] <= 12 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    }
    guard year >= 1000, year < 2200, CalendarDay.exists(year: year, month: month, day: day) else {
      return nil
    }
    captures.figures = PartialDate(year: year, month: month, day: day)
    return index + 1
  }

  private func cue(at index: Int) -> Int? {
    for cue in Units.cues where index + cue.count < words.count {
      if cue.count > 1 || cue[0] != "another", Array(words[index..<index + cue.count]) == cue {
        return index + cue.count
      }
    }
    return nil
  }
}
