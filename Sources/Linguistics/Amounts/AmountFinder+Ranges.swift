/// Ranges: "between $2 and $3 million", "10 to 15 percent", "5-7 km".
extension AmountFinder {
  /// The range that starts at a token: two amounts of one unit, the first the lower.
  ///
  /// "From 10 to 15 percent" is a change and no range.
  func range(at start: Int, after border: Int) -> AmountExpression? {
    let isBetween = words[start] == "between"
    let first = isBetween ? start + 1 : start
    guard first < words.count, isBetween || start == 0 || words[start - 1] != "from",
      let low = bound(at: first), let next = connector(at: low.tokens.upperBound, isBetween),
      next < words.count, let high = simple(at: next), let bottom = bottom(low, high),
      isMeasured(low, high, isHyphenated: words[next - 1] != "to" && words[next - 1] != "and"),
      let top = high.value.isGreater(than: bottom) ? high.value : nil
    else { return nil }
    return expression(
      Simple(
        tokens: start..<high.tokens.upperBound, value: bottom, unit: high.unit ?? low.unit,
        upper: top, innerCue: isBetween ? "between" : nil), after: border)
  }

  /// The lower bound, whose unit may stand with the upper alone.
  private func bound(at start: Int) -> Simple? {
    if let amount = simple(at: start), amount.innerCue == nil, amount.unit != nil {
      return amount
    }
    guard let number = reader.number(at: start), !isPartOfWord(start) else { return nil }
    return Simple(
      tokens: start..<number.end, value: number.value, unit: nil, zeros: number.zeros)
  }

  /// Where the upper bound starts after "to", "and" or a dash.
  private func connector(at index: Int, _ isBetween: Bool) -> Int? {
    guard index < words.count else { return nil }
    if isBetween { return words[index] == "and" ? index + 1 : nil }
    if words[index] == "to" { return index + 1 }
    guard ["-", "–", "—"].contains(words[index]), isAdjacent(index), index + 1 < words.count,
      isAdjacent(index + 1)
    else { return nil }
    return index + 1
  }

  /// The lower value, with the scale of the upper if it has none: the 2 of "$2 to $3 billion".
  private func bottom(_ low: Simple, _ high: Simple) -> Decimal? {
    if let unit = low.unit, unit != high.unit { return nil }
    guard low.zeros == 0, high.zeros > 0 else { return low.value }
    let scaled = low.value.shifted(by: high.zeros)
    return high.value.isGreater(than: scaled) ? scaled : low.value
  }

  /// Whether the pair is a range at all: with a dash it needs a unit, since "2-1" is a score.
  private func isMeasured(_ low: Simple, _ high: Simple, isHyphenated: Bool) -> Bool {
    !isHyphenated || high.unit != nil
  }
}
