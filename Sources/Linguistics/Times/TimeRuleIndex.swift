/// Finds the rules that can match at a token by what they can start with, so that a token without
/// anything temporal about it costs one look-up.
enum TimeRuleIndex {
  /// Rules by each word that can stand first, through optional elements.
  private static let byWord: [String: [Int]] = index { element in
    if case .words(let words) = element.test { return words }
    return []
  }

  /// Rules by each class that can stand first.
  private static let byCategory: [String: [Int]] = index { element in
    if case .category(let category) = element.test { return [category.rawValue] }
    return []
  }

  private static func index(_ keys: (TimeRule.Element) -> [String]) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (number, rule) in TimeRules.all.enumerated() {
      for element in rule.elements {
        for key in keys(element) where index[key]?.last != number {
          index[key, default: []].append(number)
        }
        if !element.isOptional { break }
      }
    }
    return index
  }

  private static let startingCategories: [TimeCategory] = byCategory.keys.sorted().compactMap {
    TimeCategory(rawValue: $0)
  }

  /// Whether a token can start a time, by its first character and the lexicon; it is in small letters.
  static func mayStart(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    if first < 0x41 || first >= 0x80 {
      return first >= 0x30 && first <= 0x39 || first == 0x27 || first >= 0x80
    }
    return starters.contains(word) || word.hasPrefix("mid-") || word.hasPrefix("post-")
      || word.hasPrefix("pre-")
  }

  private static let starters: Set<String> = {
    var words = Set(byWord.keys)
    words.formUnion(TimeLexicon.months.keys)
    words.formUnion(TimeLexicon.weekdays.keys)
    words.formUnion(TimeLexicon.weekdayPlurals.keys)
    words.formUnion(TimeLexicon.seasons.keys)
    words.formUnion(TimeLexicon.units.keys)
    words.formUnion(TimeLexicon.plurals.keys)
    words.formUnion(TimeLexicon.feasts.keys)
    words.formUnion(TimeLexicon.decades.keys)
    words.formUnion(TimeLexicon.adverbs.keys)
    words.formUnion(TimeLexicon.edges)
    words.formUnion(TimeLexicon.vague)
    words.formUnion(NumberWords.small.keys)
    words.formUnion(NumberWords.ordinals.keys)
    words.formUnion(["half", "q1", "q2", "q3", "q4", "hundred"])
    words.formUnion(Units.cues.compactMap(\.first))
    return words
  }()

  /// The rules that may match at a token, in the order of the tables.
  static func rules(
    startingWith word: String, _ matcher: TimeMatcher, at index: Int
  ) -> [TimeRule] {
    var numbers = byWord[word] ?? []
    for category in startingCategories {
      var captures = TimeMatcher.Captures()
      if matcher.take(category, at: index, &captures) != nil {
        numbers += byCategory[category.rawValue] ?? []
      }
    }
    guard !numbers.isEmpty else { return [] }
    return Set(numbers).sorted().map { TimeRules.all[$0] }
  }
}
