/// Finds the amounts of one sentence.
struct AmountFinder {
  let sentence: Sentence
  /// The sentence's index in the document.
  let index: Int
  private let words: [String]
  private let reader: NumberReader

  init(sentence: Sentence, index: Int) {
    self.sentence = sentence
    self.index = index
    words = sentence.tokens.map { $0.form.lowercased() }
    reader = NumberReader(words: words)
  }

  /// Whether a token may be part of a number, by its first character.
  static func mayCount(_ token: Token) -> Bool {
    guard let first = token.form.utf8.first else { return false }
    if first >= 0x30 && first <= 0x39 || first == 0x2e || first == 0x2d { return true }
    if first >= 0x80 { return true }
    let word = token.form.lowercased()
    return NumberWords.small[word] != nil || NumberWords.isScale(word) || word == "half"
  }

  func amounts() -> [AmountExpression] {
    var amounts: [AmountExpression] = []
    var i = 0
    while i < words.count {
      if let amount = amount(at: i, after: amounts.last?.tokens.upperBound ?? 0) {
        amounts.append(amount)
        i = max(amount.tokens.upperBound, i + 1)
      } else {
        i += 1
      }
    }
    return amounts
  }

  // MARK: - One amount

  private static let timeUnits: Set<String> = [
    "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century",
  ]

  private func amount(at start: Int, after border: Int) -> AmountExpression? {
    if let currency = Units.signs[words[start]], start + 1 < words.count,
      let number = money(at: start + 1), number.hasFigures || words[start].utf8.count > 2
    {
      return expression(
        start..<number.end, number.value, yenOrYuan(currency, start), after: border)
    }
    guard let number = reader.number(at: start), !isPartOfWord(start) else { return nil }
    if let (end, unit, factor) = unit(at: number.end) {
      // Durations are times; only ages are amounts.
      if Self.timeUnits.contains(unit), !words[end - 1].hasPrefix("old") { return nil }
      let value = number.value.shifted(by: factor)
      return expression(start..<end, value, unit, after: border)
    }
    guard isCount(start, number) else { return nil }
    return expression(start..<number.end, number.value, nil, after: border)
  }

  /// A number after a currency sign, where a small m, b or t is million, billion or trillion.
  private func money(at start: Int) -> NumberReader.Reading? {
    guard let number = reader.number(at: start) else { return nil }
    guard number.end < words.count, isAdjacent(number.end) else { return number }
    switch words[number.end] {
    case "m":
      return .init(end: number.end + 1, value: number.value.shifted(by: 6), hasFigures: true)
    case "b":
      return .init(end: number.end + 1, value: number.value.shifted(by: 9), hasFigures: true)
    case "t":
      return .init(end: number.end + 1, value: number.value.shifted(by: 12), hasFigures: true)
    default: return number
    }
  }

  /// The yen sign is also used for yuan, which a place nearby tells.
  private func yenOrYuan(_ currency: String, _ index: Int) -> String {
    guard currency == "JPY", words[index] == "¥", index > 0 else { return currency }
    return words[index - 1] == "cn" || words[index - 1] == "rmb" ? "CNY" : currency
  }

  /// The unit that starts at a token: where it ends, its name, and zeros to add to the number.
  private func unit(at index: Int) -> (end: Int, unit: String, factor: Int)? {
    var i = index
    guard i < words.count else { return nil }
    if words[i] == "-", i + 1 < words.count { i += 1 }
    let word = words[i]
    if Units.percent.contains(word) { return (i + 1, "percent", 0) }
    if word == "per", i + 1 < words.count, words[i + 1] == "cent" { return (i + 2, "percent", 0) }
    if word == "percentage", i + 1 < words.count, words[i + 1].hasPrefix("point") {
      return (i + 2, "percentage point", 0)
    }
    if word == "basis", i + 1 < words.count, words[i + 1].hasPrefix("point") {
      return (i + 2, "basis point", 0)
    }
    if word == "cents" { return (i + 1, "USD", -2) }
    if word == "pence" { return (i + 1, "GBP", -2) }
    if let national = nationalCurrency(at: i) { return (national.end, national.unit, 0) }
    if let currency = Units.currencies[word], word != "real" || words[index] != "-" {
      return (i + 1, currency, 0)
    }
    if word == "pounds", let unit = poundsUnit(i) { return (i + 1, unit, 0) }
    if Units.shapes.contains(word), i + 1 < words.count, let unit = Units.units[words[i + 1]] {
      return (i + 2, word == "metric" ? "tonne" : "\(word) \(unit)", 0)
    }
    guard let unit = Units.units[word] else { return nil }
    if word.utf8.count <= 2, word != "km", word != "kg", !isAdjacent(i) { return nil }
    if i + 2 < words.count, words[i + 1] == "-", words[i + 2] == "old" || words[i + 2] == "olds" {
      return (i + 3, unit, 0)
    }
    if i + 1 < words.count, words[i + 1] == "old" { return (i + 2, unit, 0) }
    return (i + 1, unit, 0)
  }

  private func nationalCurrency(at index: Int) -> (end: Int, unit: String)? {
    for offset in 1...2 where index + offset < words.count {
      if let unit = Units.national[words[index + offset]]?[words[index + offset - 1]] {
        return (index + offset + 1, unit)
      }
    }
    return nil
  }

  /// Pounds are money unless something is weighed.
  private func poundsUnit(_ index: Int) -> String? {
    let near = words[max(0, index - 6)..<min(words.count, index + 5)]
    let weighed = ["weigh", "weighs", "weighed", "weighing", "weight", "lost", "thrust"]
    return near.contains(where: weighed.contains) ? "pound" : "GBP"
  }

  /// Whether white space is missing before a token.
  private func isAdjacent(_ index: Int) -> Bool {
    index > 0
      && sentence.tokens[index].bytes.lowerBound == sentence.tokens[index - 1].bytes.upperBound
  }

  // MARK: - Counts

  /// Whether a number hangs on something before it: "covid-19", "F-16", "$".
  private func isPartOfWord(_ index: Int) -> Bool {
    guard index > 1, isAdjacent(index), words[index - 1] == "-", isAdjacent(index - 1) else {
      return false
    }
    return Decimal(figures: words[index - 2]) == nil
  }

  /// Whether a bare number counts things: it modifies a noun, or stands for one.
  private func isCount(_ start: Int, _ number: NumberReader.Reading) -> Bool {
    let token = sentence.tokens[start]
    if sentence.names.contains(where: { $0.tokens.contains(start) }) { return false }
    if start == 1, words[0] == "(", words[start].utf8.count > 4 { return false }
    if isHyphenated(start, number.end) { return false }
    if number.end == start + 1, isYear(start) || isCalendar(start) { return false }
    let relations = sentence.tokens[start..<number.end].map(\.relation.universal)
    if token.form.lowercased() == "one" || token.form.lowercased() == "a" {
      return relations.contains("nummod")
    }
    if relations.contains("nummod") || relations.contains("compound") && number.end > start + 1 {
      return true
    }
    let core: Set<String> = ["nsubj", "obj", "obl", "root", "conj", "nmod", "appos", "iobj"]
    return token.upos == .num && relations.contains(where: core.contains)
      || token.form.lowercased() == "half" && token.upos != .adv
  }

  /// Whether a number is a part of a compound: "a 2-1 vote", "a four-tier plan".
  private func isHyphenated(_ start: Int, _ end: Int) -> Bool {
    if start > 0, words[start - 1] == "-", isAdjacent(start) { return true }
    return end + 1 < words.count && words[end] == "-" && isAdjacent(end) && isAdjacent(end + 1)
  }

  /// Whether figures are a year by their place: "in 2014", "the 2014 accord".
  private func isYear(_ index: Int) -> Bool {
    guard words[index].utf8.count == 4, let year = Int(words[index]), year >= 1000, year < 2100
    else { return false }
    let token = sentence.tokens[index]
    guard token.relation.universal == "nummod", token.head > index,
      sentence.tokens.indices.contains(token.head)
    else { return true }
    let head = sentence.tokens[token.head]
    return !(head.xpos == "NNS" || head.xpos == "NNPS")
      || year >= 1900 && year <= 2050
        && index > 0 && ["the", "its", "their", "his", "her"].contains(words[index - 1])
  }

  /// Whether a number stands in a date or after "No." and the like.
  private func isCalendar(_ index: Int) -> Bool {
    if index > 0 {
      let before = words[index - 1]
      if TimeLexicon.months[before] != nil,
        before != "may" || sentence.tokens[index - 1].upos != .aux
      {
        return true
      }
      if [
        "no.", "nos.", "article", "section", "chapter", "page", "figure", "version", "room",
        "flight", "route", "number", "#", "phase", "type", "channel", "level", "group",
      ].contains(before) {
        return true
      }
    }
    if index + 1 < words.count {
      let after = words[index + 1]
      if TimeLexicon.months[after] != nil, after != "may" { return true }
      if ["a.m.", "p.m.", "am", "pm", "o'clock"].contains(after) { return true }
    }
    return words[index].contains(":") || words[index].contains("/")
  }

  // MARK: - Cue

  private func expression(
    _ range: Range<Int>, _ value: Decimal, _ unit: String?, after border: Int
  ) -> AmountExpression? {
    let start = cueStart(before: range.lowerBound, after: border)
    let cue =
      start < range.lowerBound ? words[start..<range.lowerBound].joined(separator: " ") : nil
    let bytes =
      sentence.tokens[start].bytes
      .lowerBound..<sentence.tokens[range.upperBound - 1].bytes
      .upperBound
    return AmountExpression(
      bytes: bytes, sentence: index, tokens: start..<range.upperBound, value: value.plain,
      unit: unit, cue: cue)
  }

  /// Where the cue before an amount starts; the amount's own start if there is none.
  private func cueStart(before index: Int, after border: Int) -> Int {
    for cue in Units.cues where index - cue.count >= border {
      if Array(words[index - cue.count..<index]) == cue { return index - cue.count }
    }
    return index
  }
}
