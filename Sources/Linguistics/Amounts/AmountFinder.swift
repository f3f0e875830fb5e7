/// Finds the amounts of one sentence.
struct AmountFinder {
  let sentence: Sentence
  /// The sentence's index in the document.
  let index: Int
  /// The time expressions of the sentence, whose numbers count nothing.
  let times: [TimeExpression]
  /// The tokens in small letters.
  let words: [String]
  let reader: NumberReader

  init(sentence: Sentence, index: Int, times: [TimeExpression] = []) {
    self.sentence = sentence
    self.index = index
    self.times = times
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
      || NumberWords.ordinals[word] != nil
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
    if let range = range(at: start, after: border) { return range }
    if let ordinal = ordinal(at: start) { return ordinal }
    guard let amount = simple(at: start) else { return nil }
    return expression(amount, after: border)
  }

  /// A number with its unit, before the cue is looked for.
  struct Simple {
    let tokens: Range<Int>
    let value: Decimal
    /// The ISO 4217 currency, `percent`, another unit, or `nil` for a count.
    let unit: String?
    /// The zeros that a scale word gave: 9 in "$2 billion".
    var zeros = 0
    /// The top of a range.
    var upper: Decimal?
    /// What makes it approximate or a bound, if no cue stands before it: "or more".
    var innerCue: String?
  }

  func simple(at start: Int) -> Simple? {
    if let currency = Units.signs[words[start]], start + 1 < words.count,
      let number = money(at: start + 1), number.hasFigures || words[start].utf8.count > 2
    {
      return Simple(
        tokens: start..<number.end, value: number.value, unit: yenOrYuan(currency, start),
        zeros: number.zeros)
    }
    guard let number = reader.number(at: start), !isPartOfWord(start) else { return nil }
    let trailing = trailingCue(at: number.end)
    let end = number.end + (trailing?.split(separator: " ").count ?? 0)
    if let unit = unit(at: end) {
      // Durations are times; only ages are amounts.
      if Self.timeUnits.contains(unit.unit), !words[unit.end - 1].hasPrefix("old") { return nil }
      return Simple(
        tokens: start..<unit.end, value: number.value.shifted(by: unit.factor), unit: unit.unit,
        zeros: number.zeros, innerCue: trailing)
    }
    if isAge(start, number) {
      return Simple(tokens: start..<number.end, value: number.value, unit: "year")
    }
    guard isCount(start, number) else { return nil }
    return Simple(
      tokens: start..<end, value: number.value, unit: nil, zeros: number.zeros,
      innerCue: trailing)
  }

  /// A number after a currency sign, where a small m, b or t is million, billion or trillion.
  private func money(at start: Int) -> NumberReader.Reading? {
    guard let number = reader.number(at: start) else { return nil }
    guard number.end < words.count, isAdjacent(number.end) else { return number }
    switch words[number.end] {
    case "m":
      return .init(
        end: number.end + 1, value: number.value.shifted(by: 6), hasFigures: true, zeros: 6)
    case "b":
      return .init(
        end: number.end + 1, value: number.value.shifted(by: 9), hasFigures: true, zeros: 9)
    case "t":
      return .init(
        end: number.end + 1, value: number.value.shifted(by: 12), hasFigures: true, zeros: 12)
    default: return number
    }
  }

  /// The yen sign is also used for yuan, which a place nearby tells.
  private func yenOrYuan(_ currency: String, _ index: Int) -> String {
    guard currency == "JPY", words[index] == "¥", index > 0 else { return currency }
    return words[index - 1] == "cn" || words[index - 1] == "rmb" ? "CNY" : currency
  }

  // MARK: - Cue

  func expression(_ amount: Simple, after border: Int) -> AmountExpression? {
    let range = amount.tokens
    let start = cueStart(before: range.lowerBound, after: border)
    let cue =
      start < range.lowerBound ? words[start..<range.lowerBound].joined(separator: " ") : nil
    let bytes =
      sentence.tokens[start].bytes
      .lowerBound..<sentence.tokens[range.upperBound - 1].bytes
      .upperBound
    return AmountExpression(
      bytes: bytes, sentence: index, tokens: start..<range.upperBound,
      value: amount.value.plain, upper: amount.upper?.plain, unit: amount.unit,
      cue: cue ?? amount.innerCue)
  }

  /// "Or more" and the like after a number.
  private func trailingCue(at index: Int) -> String? {
    guard index + 1 < words.count, words[index] == "or",
      ["so", "more", "less", "fewer"].contains(words[index + 1])
    else { return nil }
    return words[index...index + 1].joined(separator: " ")
  }

  /// Where the cue before an amount starts; the amount's own start if there is none.
  private func cueStart(before index: Int, after border: Int) -> Int {
    for cue in Units.cues where index - cue.count >= border {
      if Array(words[index - cue.count..<index]) == cue { return index - cue.count }
    }
    return index
  }
}
