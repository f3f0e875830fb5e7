/// Ordinal numbers and ages.
extension AmountFinder {
  /// An ordinal that ranks a thing: "the third attempt", "its 21st branch".
  func ordinal(at index: Int) -> AmountExpression? {
    let token = sentence.tokens[index]
    guard token.upos == .adj, let number = NumberWords.ordinal(words[index]), !isTaken(index),
      index == 0 || reader.number(at: index - 1) == nil
    else { return nil }
    return AmountExpression(
      bytes: token.bytes, sentence: self.index, tokens: index..<index + 1, value: String(number),
      unit: AmountExpression.ordinal, cue: nil)
  }

  private func isTaken(_ index: Int) -> Bool {
    times.contains { $0.tokens.contains(index) }
      || sentence.names.contains { $0.tokens.contains(index) }
  }

  /// Whether a bare number is somebody's age: "Mara Voss, 45, left", "aged 45", "at the age of 45".
  func isAge(_ start: Int, _ number: NumberReader.Reading) -> Bool {
    guard let years = number.value.whole, (1...120).contains(years), number.end == start + 1,
      start > 0
    else { return false }
    let before = words[start - 1]
    if before == "aged" || before == "age" { return true }
    if before == "of", start > 1, words[start - 2] == "age" { return true }
    guard before == ",", start > 1, number.hasFigures,
      number.end == words.count || [",", ".", "-lrb-", ")"].contains(words[number.end])
    else { return false }
    return sentence.names.contains { $0.kind == .person && $0.tokens.upperBound == start - 1 }
  }
}
