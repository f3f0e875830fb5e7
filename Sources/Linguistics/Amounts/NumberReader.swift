/// Reads numbers written in figures, in words or in both from the tokens of a sentence.
///
/// Knows `7.5 billion`, `1,200`, `thirty-two`, `two hundred and five`, `a dozen`, `half a million`,
/// `3 1/2`, `2.5m` split as `2.5 m`. Values are exact decimals.
struct NumberReader {
  /// A number and the tokens it takes.
  struct Reading: Hashable {
    /// The tokens after the first; at least one.
    let end: Int
    /// The value.
    let value: Decimal
    /// Whether figures, not words, were read.
    let hasFigures: Bool
    /// The zeros that scale words gave: 9 in "2 billion".
    var zeros = 0
  }

  /// The tokens in small letters.
  let words: [String]

  /// The longest number that starts at a token, or `nil` if none does.
  func number(at start: Int) -> Reading? {
    guard start < words.count else { return nil }
    if let reading = figures(at: start) { return scaled(reading) }
    return spelled(at: start)
  }

  // MARK: - Figures

  private func figures(at index: Int) -> Reading? {
    guard let value = Decimal(figures: words[index]) else { return fraction(at: index) }
    // "2 1/2"
    if index + 1 < words.count, let part = fraction(at: index + 1),
      let sum = value.adding(part.value)
    {
      return Reading(end: index + 2, value: sum, hasFigures: true)
    }
    // "1 / 2"
    if index + 2 < words.count, words[index + 1] == "/", let below = Int(words[index + 2]),
      let part = value.divided(by: below), below > 1, below <= 10
    {
      return Reading(end: index + 3, value: part, hasFigures: true)
    }
    return Reading(end: index + 1, value: value, hasFigures: true)
  }

  private func fraction(at index: Int) -> Reading? {
    switch words[index] {
    case "½": return Reading(end: index + 1, value: Decimal(5, exponent: -1), hasFigures: true)
    case "¼": return Reading(end: index + 1, value: Decimal(25, exponent: -2), hasFigures: true)
    case "¾": return Reading(end: index + 1, value: Decimal(75, exponent: -2), hasFigures: true)
    default: break
    }
    let parts = words[index].split(separator: "/")
    guard parts.count == 2, let above = Int(parts[0]), let below = Int(parts[1]), below > 1,
      below <= 10, above < below, let value = Decimal(above).divided(by: below)
    else { return nil }
    return Reading(end: index + 1, value: value, hasFigures: true)
  }

  /// Takes the scale words after a number: "7.5 billion", "500 crore", "2 hundred thousand".
  private func scaled(_ reading: Reading) -> Reading {
    var end = reading.end
    var value = reading.value
    var all = 0
    while true {
      var next = end
      if next + 1 < words.count, words[next] == "-", NumberWords.scales[words[next + 1]] != nil {
        next += 1
      }
      guard next < words.count, let zeros = scale(at: next) else { break }
      value = value.shifted(by: zeros)
      all += zeros
      end = next + 1
    }
    return Reading(end: end, value: value, hasFigures: reading.hasFigures, zeros: all)
  }

  private func scale(at index: Int) -> Int? {
    NumberWords.scales[words[index]]
  }

  // MARK: - Words

  private func spelled(at start: Int) -> Reading? {
    if let reading = halves(at: start) { return reading }
    var i = start
    var total = 0
    var group = 0
    var seen = false
    var scale = 0
    var last = Int.max
    loop: while i < words.count {
      let word = words[i]
      if let value = NumberWords.small[word] {
        // "twenty three", "hundred five", but not "five six"
        guard !seen || last >= 100 || (last >= 20 && value < 10) else { break }
        group += value
        last = value
        seen = true
      } else if word == "hundred" || word == "dozen", seen || isArticle(i - 1, start) {
        let base = word == "dozen" ? 12 : 100
        group = max(group, 1) * base
        last = 100
        seen = true
      } else if let zeros = NumberWords.scales[word], zeros >= 3, zeros <= 12,
        seen || isArticle(i - 1, start)
      {
        var factor = 1
        for _ in 0..<zeros { factor *= 10 }
        let (product, overflow) = max(group, 1).multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        total += product
        scale = zeros
        group = 0
        last = 1000
        seen = true
      } else if word == "and", seen, last >= 100, i + 1 < words.count,
        NumberWords.small[words[i + 1]] != nil
      {
        // "two hundred and five"
      } else if word == "-", seen, last >= 20, last < 100, i + 1 < words.count,
        let value = NumberWords.small[words[i + 1]], value < 10
      {
        // "thirty-two"
      } else if word == "a" || word == "an", i == start, i + 1 < words.count,
        NumberWords.isScale(words[i + 1])
      {
        // "a million"
      } else {
        break loop
      }
      i += 1
    }
    guard seen else { return nil }
    return Reading(end: i, value: Decimal(total + group), hasFigures: false, zeros: scale)
  }

  private func isArticle(_ index: Int, _ start: Int) -> Bool {
    index >= start && (words[index] == "a" || words[index] == "an")
  }

  /// "half", "half a million", "a half", "a quarter", "two thirds", "three-quarters".
  private func halves(at start: Int) -> Reading? {
    var i = start
    if words[i] == "half" {
      i += 1
      if i < words.count, words[i] == "a" || words[i] == "an", i + 1 < words.count,
        let zeros = NumberWords.scales[words[i + 1]]
      {
        return Reading(
          end: i + 2, value: Decimal(5, exponent: -1).shifted(by: zeros), hasFigures: false)
      }
      return Reading(end: i, value: Decimal(5, exponent: -1), hasFigures: false)
    }
    var above = 1
    if let value = NumberWords.small[words[i]], value < 10 {
      above = value
    } else if words[i] != "a" {
      return nil
    }
    i += 1
    if i + 1 < words.count, words[i] == "-" { i += 1 }
    guard i < words.count, let below = NumberWords.parts[words[i]],
      i + 1 < words.count, words[i + 1] == "of" || words[i + 1] == "the" || words[i + 1] == "its",
      let value = Decimal(above).divided(by: below)
    else { return nil }
    return Reading(end: i + 1, value: value, hasFigures: false)
  }
}

/// The words of numbers.
enum NumberWords {
  static let small: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// The zeros that a word adds.
  static let scales: [String: Int] = [
    "hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "million": 6, "crore": 7, "crores": 7,
    "billion": 9, "trillion": 12, "quadrillion": 15, "k": 3, "mn": 6, "mln": 6, "mio": 6, "bn": 9,
    "bln": 9, "tn": 12, "trn": 12,
  ]

  /// The names of parts of a whole.
  static let parts: [String: Int] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10, "eighth": 8,
  ]

  /// Ordinal numbers up to a hundred that are one word.
  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
  ]

  /// The rank that a word in small letters gives: "third", "21st"; `nil` for others.
  static func ordinal(_ word: String) -> Int? {
    if let number = ordinals[word] { return number }
    guard word.utf8.count > 2, ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) else {
      return nil
    }
    return Int(word.dropLast(2))
  }

  static func isScale(_ word: String) -> Bool { scales[word] != nil || word == "dozen" }
}
