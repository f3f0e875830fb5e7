/// The units and currencies after numbers.
extension AmountFinder {
  /// The unit that starts at a token: where it ends, its name, and zeros to add to the number.
  func unit(at index: Int) -> (end: Int, unit: String, factor: Int)? {
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
    if word == "degrees" || word == "degree", i + 1 < words.count,
      let scale = Units.degrees[words[i + 1]]
    {
      return (i + 2, "degree " + scale, 0)
    }
    guard let unit = Units.units[word], isWrittenAsUnit(i) else { return nil }
    // "km/h"
    if i + 2 < words.count, words[i + 1] == "/", isAdjacent(i + 1), isAdjacent(i + 2),
      let per = Units.rates[words[i + 2]]
    {
      return (i + 3, "\(unit) per \(per)", 0)
    }
    if i + 2 < words.count, words[i + 1] == "-", words[i + 2] == "old" || words[i + 2] == "olds" {
      return (i + 3, unit, 0)
    }
    if i + 1 < words.count, words[i + 1] == "old" { return (i + 2, unit, 0) }
    return (i + 1, unit, 0)
  }

  /// Whether a short word that can be a unit is one here: after figures, and a letter only if it is small
  /// ("400 m", "250g"), for "3G" and "10M" are none.
  private func isWrittenAsUnit(_ index: Int) -> Bool {
    let word = words[index]
    guard word.utf8.count <= 2, word != "km", word != "kg" else { return true }
    if word.utf8.count == 1, sentence.tokens[index].form != word { return false }
    return words[index - 1].utf8.last.map { (0x30...0x39).contains($0) } ?? false
      || words[index - 1] == "-"
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
  func isAdjacent(_ index: Int) -> Bool {
    index > 0
      && sentence.tokens[index].bytes.lowerBound == sentence.tokens[index - 1].bytes.upperBound
  }
}
