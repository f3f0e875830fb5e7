/// Joins a time of day with the date beside it, as in "noon on May 6".
enum TimeJoiner {
  /// The expressions of a sentence with such pairs made one.
  static func join(
    _ expressions: [TimeExpression], in sentence: Sentence, words: [String]
  ) -> [TimeExpression] {
    var joined: [TimeExpression] = []
    for expression in expressions {
      guard let last = joined.last, let clock = clock(last), isDay(expression),
        isLink(words[last.tokens.upperBound..<expression.tokens.lowerBound])
      else {
        joined.append(dated(expression, after: joined.last, words))
        continue
      }
      joined[joined.count - 1] = TimeExpression(
        bytes: last.bytes.lowerBound..<expression.bytes.upperBound, sentence: last.sentence,
        tokens: last.tokens.lowerBound..<expression.tokens.upperBound, kind: .time,
        value: expression.value.map { "\($0)T\(clock)" })
    }
    return joined
  }

  /// A time of day with the day of the date right before it, as in "Friday at 9:30".
  private static func dated(
    _ expression: TimeExpression, after last: TimeExpression?, _ words: [String]
  ) -> TimeExpression {
    guard let clock = clock(expression), let last, isDay(last), let day = last.value,
      ["at", ",", ", at", "around", "by"].contains(
        words[last.tokens.upperBound..<expression.tokens.lowerBound].joined(separator: " "))
    else { return expression }
    return TimeExpression(
      bytes: expression.bytes, sentence: expression.sentence, tokens: expression.tokens,
      kind: .time, value: "\(day)T\(clock)")
  }

  private static func clock(_ expression: TimeExpression) -> String? {
    guard expression.kind == .time, let value = expression.value,
      let mark = value.firstIndex(of: "T")
    else { return nil }
    let clock = value[value.index(after: mark)...]
    return clock.contains(":") ? String(clock) : nil
  }

  private static func isDay(_ expression: TimeExpression) -> Bool {
    expression.kind == .date && (expression.value?.utf8.count == 10)
      && expression.value?.contains("REF") == false
  }

  private static func isLink(_ words: ArraySlice<String>) -> Bool {
    words.isEmpty || words.count == 1 && (words.first == "on" || words.first == ",")
  }
}
