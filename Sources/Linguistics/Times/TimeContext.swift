/// The words around a match, which tell whether it is a time and which way it points.
struct TimeContext {
  let sentence: Sentence
  /// The tokens in small letters.
  let words: [String]
  /// The tokens of the match.
  let range: Range<Int>

  /// Which way the clause looks.
  enum Direction {
    case past
    case future
    case open
  }

  private var before: String { range.lowerBound > 0 ? words[range.lowerBound - 1] : "" }
  private var after: String { range.upperBound < words.count ? words[range.upperBound] : "" }
  private var first: String { words[range.lowerBound] }

  /// Whether the words may be a time here; most always are.
  func accepts(_ meaning: TimeMeaning) -> Bool {
    if isTitle(meaning) { return false }
    switch meaning {
    case .none: return false
    case .day where range.lowerBound > 0:
      // "the Today programme"
      let form = sentence.tokens[range.lowerBound].form
      return form.utf8.first.map { $0 >= 0x61 } ?? true
        || sentence.tokens[range.lowerBound - 1].upos == .punct
    case .calendar: return range.count > 1 || isYear
    case .monthOnly, .weekday, .month, .monthDay, .feast: return !isInPersonName
    case .seasonOfYear: return true
    case .season(0) where first == "the":
      return after != "of" && Self.seasonPrepositions.contains(before)
    case .vagueDuration where range.count == 1: return Self.spanPrepositions.contains(before)
    case .vagueDuration: return first != "early" && first != "late" || before == "the"
    case .duration:
      let last = words[range.upperBound - 1]
      if last == "quarter", after == "of" { return false }
      if first == "a" || first == "an" { return last != "second" && last != "quarter" }
      return !(last == "second" && range.count == 2)
    case .unit, .referenceUnit: return words[range.upperBound - 1] != "second"
    case .past where range.count == 1 && first == "recent",
      .present where range.count == 1 && first == "current":
      return sentence.tokens[range.lowerBound].upos == .adj
    case .future where first == "future": return sentence.tokens[range.lowerBound].upos == .noun
    case .future where range.count == 1: return before != "as" && after != "after"
    // "the quarterly dividend", "the party daily"
    case .set where first == "quarterly": return sentence.tokens[range.lowerBound].upos == .adv
    case .set:
      return ![.noun, .propn].contains(sentence.tokens[range.lowerBound].upos)
    case .past where first == "the", .future where first == "the": return !modifiesNoun
    case .present:
      if first == "the" { return before == "at" }
      return after != "that" && after != "-" && before != "-"
    default: return true
    }
  }

  private static let seasonPrepositions: Set<String> = [
    "in", "during", "by", "until", "till", "since", "for", "through", "over", "before", "after",
    "of",
  ]
  private static let spanPrepositions: Set<String> = [
    "for", "of", "over", "in", "within", "after", "took", "takes", "take", "lasted", "spent",
    "recent", "with",
  ]
  private static let yearPrepositions: Set<String> = [
    "in", "since", "of", "by", "from", "until", "till", "through", "before", "after", "during",
    "to", "for", "between", "around", "circa", "c.", "and", "or", "(", "-", "–", "early", "late",
    "throughout", ",", "about", "per", "summer", "winter", "spring", "autumn", "fall", "to",
    "than", "-lrb-", "©", "year",
  ]

  private var isInPersonName: Bool {
    sentence.names.contains { $0.kind == .person && $0.tokens.overlaps(range) }
  }

  /// Whether a name holds words that would be a length of time elsewhere: the programme "60 Minutes".
  private func isTitle(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .duration, .vagueDuration, .set, .setOfUnit:
      return sentence.names.contains { name in
        name.tokens.lowerBound <= range.lowerBound && range.upperBound <= name.tokens.upperBound
      }
    default: return false
    }
  }

  private var modifiesNoun: Bool {
    guard range.upperBound < words.count else { return false }
    let next = sentence.tokens[range.upperBound]
    return next.upos == .noun || next.upos == .propn || next.upos == .adj || next.upos == .num
  }

  /// Whether four figures are a year.
  private var isYear: Bool {
    let token = sentence.tokens[range.lowerBound]
    guard let year = Int(token.form) else { return true }
    if Self.amountsAfter.contains(after) || Units.units[after] != nil && after != "in"
      || Units.currencies[after] != nil || NumberWords.isScale(after)
    {
      return false
    }
    if Units.signs[before] != nil || before == "no." || before == "/" || after == "/" {
      return false
    }
    let isRecent = year >= 1900 && year <= 2050
    if token.relation.universal == "nummod", sentence.tokens.indices.contains(token.head) {
      let head = sentence.tokens[token.head]
      if head.xpos == "NNS" && token.head > range.lowerBound {
        return isRecent && Self.determiners.contains(before)
      }
    }
    if before == "and" || before == "or" || before == "," || before == "to" || before == "-" {
      return isRecent || before == "-" && range.lowerBound > 1
    }
    if before == "of" || before == "for" || before == "about" || before == "than"
      || before == "from"
    {
      return isRecent
    }
    if Self.yearPrepositions.contains(before) { return true }
    guard isRecent else { return false }
    if Self.determiners.contains(before) || before == "'s" || before == "’s" { return true }
    if before.isEmpty || after == "'s" || after == "’s" { return true }
    return token.relation.full == "nmod:tmod" || token.relation.full == "obl:tmod"
      || token.relation.full == "nmod:unmarked" || token.relation.full == "obl:unmarked"
      || after == ")" || after == "," || after == "."
  }

  private static let determiners: Set<String> = [
    "the", "its", "their", "his", "her", "a", "our", "this", "that", "an",
  ]
  private static let amountsAfter: Set<String> = [
    "%", "percent", "people", "others", "times", "points", "votes", "miles", "shares", "jobs",
  ]

  /// Which way the clause of the match looks, by the tense of its verb.
  var direction: Direction {
    if Self.nextCues.contains(where: { precedes($0) }) { return .future }
    let told = tenseAbove
    return told == .open && Self.forwardPrepositions.contains(before) ? .future : told
  }

  private static let nextCues = [["as", "soon", "as"], ["as", "early", "as"]]
  private static let forwardPrepositions: Set<String> = [
    "until", "till", "by", "through", "effective", "starting", "beginning",
  ]

  private func precedes(_ row: [String]) -> Bool {
    range.lowerBound >= row.count
      && words[range.lowerBound - row.count..<range.lowerBound].elementsEqual(row)
  }

  /// The tense of the verbs above the match.
  private var tenseAbove: Direction {
    var index = range.upperBound - 1
    // The head of the match.
    for _ in 0..<range.count {
      let head = sentence.tokens[index].head
      guard range.contains(head) else { break }
      index = head
    }
    for _ in 0..<8 {
      let token = sentence.tokens[index]
      if token.upos == .verb || token.upos == .aux {
        let tense = tense(of: index)
        if tense != .open { return tense }
      } else if token.upos != .propn, let tense = copulaTense(of: index) {
        return tense
      }
      // The tense of "said" tells nothing of what was said.
      guard !Self.borders.contains(token.relation.universal),
        sentence.tokens.indices.contains(token.head), token.head != index
      else { break }
      index = token.head
    }
    return .open
  }

  private static let borders: Set<String> = ["ccomp", "acl", "parataxis", "root"]

  private func tense(of verb: Int) -> Direction {
    let token = sentence.tokens[verb]
    if let tense = copulaTense(of: verb) { return tense }
    switch token.xpos {
    case "VBD": return .past
    case "VBG": return isUnderWay(verb) ? .future : .open
    case "VB":
      guard sentence.tokens.indices.contains(token.head) else { return .open }
      return Self.plans.contains(sentence.tokens[token.head].lemma) ? .future : .open
    default: return .open
    }
  }

  /// Words whose infinitive lies ahead: "plans to", "is due to".
  private static let plans: Set<String> = [
    "plan", "expect", "schedule", "intend", "hope", "set", "due", "likely", "aim", "promise",
    "agree", "want", "vow", "decide", "ready", "prepare", "slate", "propose", "go", "be",
  ]

  /// Whether a participle stands with a present "be": what "is opening" on a day lies ahead.
  private func isUnderWay(_ verb: Int) -> Bool {
    sentence.tokens.contains {
      $0.head == verb && $0.relation.universal == "aux"
        && ["is", "are", "'s", "’s", "'re", "’re", "am"].contains($0.form.lowercased())
    }
  }

  /// The tense that auxiliaries and copulas show.
  private func copulaTense(of head: Int) -> Direction? {
    var found: Direction?
    for (i, token) in sentence.tokens.enumerated()
    where token.head == head && i != head
      && (token.relation.universal == "aux" || token.relation.universal == "cop")
    {
      switch token.form.lowercased() {
      case "will", "'ll", "’ll", "shall", "wo": return .future
      // "May come" lies ahead, "may have come" does not.
      case "may", "might", "could", "can", "should", "would", "must": found = .future
      case "was", "were", "had", "did", "has", "have", "'ve", "’ve": return .past
      default: continue
      }
    }
    return found
  }
}
