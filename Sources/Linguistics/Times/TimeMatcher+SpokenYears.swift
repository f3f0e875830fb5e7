/// Years as they are spoken.
extension TimeMatcher {
  /// A year in words: "nineteen ninety-six", "eighteen hundred", "twenty twelve"; "two thousand five"
  /// only after "year", since it may be a number of things.
  func spokenYear(at index: Int) -> (year: Int, end: Int)? {
    guard index < words.count else { return nil }
    if words[index] == "two" { return thousands(at: index) }
    guard let hundreds = Self.hundreds[words[index]], index + 1 < words.count else { return nil }
    if words[index + 1] == "hundred" { return hundreds < 20 ? (hundreds * 100, index + 2) : nil }
    var next = index + 1
    // "nineteen oh five"
    if words[next] == "oh", next + 1 < words.count,
      let ones = NumberWords.small[words[next + 1]], (1...9).contains(ones)
    {
      return (hundreds * 100 + ones, next + 2)
    }
    guard let tens = NumberWords.small[words[next]], tens >= 10 else { return nil }
    next += 1
    var year = hundreds * 100 + tens
    if tens >= 20 {
      let one = next + 1 < words.count && words[next] == "-" ? next + 1 : next
      if one < words.count, let ones = NumberWords.small[words[one]], (1...9).contains(ones) {
        year += ones
        next = one + 1
      }
    }
    return (year, next)
  }

  private static let hundreds = [
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
  ]

  private func thousands(at index: Int) -> (year: Int, end: Int)? {
    guard index > 0, words[index - 1] == "year", index + 1 < words.count,
      words[index + 1] == "thousand"
    else { return nil }
    let last = index + 2 < words.count && words[index + 2] == "and" ? index + 3 : index + 2
    if last < words.count, let ones = NumberWords.small[words[last]], (1...19).contains(ones) {
      return (2000 + ones, last + 1)
    }
    return (2000, index + 2)
  }
}
