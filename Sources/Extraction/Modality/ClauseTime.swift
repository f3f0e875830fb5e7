import GraphModel
import Linguistics

extension StatementTime {
  /// The time of the clause that a token heads: the time expressions that hang on it directly.
  ///
  /// "since 2015" has a start alone, "until 2015" an end alone, "from 1970 to 1985" both.
  init?(of head: Int, in tree: SentenceTree, times: [TimeExpression]) {
    var start: String?
    var end: String?
    var words: [String] = []
    var chosen = false
    for time in times where time.kind != .set {
      guard let anchor = Self.anchor(of: time.tokens, in: tree), anchor != head,
        tree.clauseHead(of: anchor) == head, Self.hangs(anchor, on: head, in: tree)
      else { continue }
      let preposition = tree.child(of: anchor, "case", "mark").map { tree.lemmas[$0] }
      guard let range = time.value.flatMap(TimeRange.init), time.kind != .duration else {
        if !chosen, time.kind != .duration {
          words.append(Self.text(of: time.tokens, in: tree))
          chosen = true
        }
        continue
      }
      switch preposition {
      case "since", "after", "from": start = start ?? range.start
      case "until", "till", "by", "before", "to", "through": end = end ?? range.end
      default:
        guard start == nil, end == nil else { continue }
        start = range.start
        end = range.end
      }
      chosen = true
      words.append(Self.text(of: time.tokens, in: tree))
    }
    guard !words.isEmpty else { return nil }
    self.init(start: start, end: end, text: words.joined(separator: " … "))
  }

  /// The token of a time expression that hangs outside it.
  private static func anchor(of tokens: Range<Int>, in tree: SentenceTree) -> Int? {
    tokens.clamped(to: 0..<tree.count).first { token in
      tree.head(of: token).map { !tokens.contains($0) } ?? true
    }
  }

  /// Whether a token reaches the clause's head through modifiers of time and no argument.
  private static func hangs(_ token: Int, on head: Int, in tree: SentenceTree) -> Bool {
    var current = token
    var steps = 0
    while let parent = tree.head(of: current), steps < tree.count {
      if parent == head {
        return ["obl", "advmod", "nmod", "obj", "dep", "advcl", "nummod", "parataxis", "conj"]
          .contains(tree.relation(of: current))
      }
      guard
        ["nmod", "nummod", "compound", "flat", "conj", "appos", "obl", "advmod", "dep"].contains(
          tree.relation(of: current))
      else { return false }
      if tree.relation(of: current) == "nmod", tree.relation(of: parent) == "nsubj" { return false }
      current = parent
      steps += 1
    }
    return false
  }

  private static func text(of tokens: Range<Int>, in tree: SentenceTree) -> String {
    tokens.clamped(to: 0..<tree.count).map { tree[$0].form }.joined(separator: " ")
  }
}

/// The first and last day, month or year of a TIMEX3 value, at the value's own precision.
struct TimeRange: Hashable, Sendable {
  /// The first.
  let start: String
  /// The last.
  let end: String

  /// Reads a value: `2019`, `2019-10`, `2019-10-29`, `2019-10-29T09:00`, `2019-Q3`, `2019-H1`,
  /// `2019-SU`, `199X`; `2019-W43`; `nil` for durations and references to the present.
  init?(_ value: String) {
    let date = value.prefix { $0 != "T" }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let year = parts.first, year.count == 4 || year.count == 3 else { return nil }
    let digits = year.prefix { $0.isASCII && $0.isNumber }.count
    if parts.count == 1, digits == 3 {
      self.init(start: year.prefix(3) + "0", end: year.prefix(3) + "9")
      return
    }
    if parts.count == 1, digits == 2, year.count == 4 {
      self.init(start: year.prefix(2) + "00", end: year.prefix(2) + "99")
      return
    }
    guard digits == 4 else { return nil }
    if parts.count > 1, parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()),
      let number = Int(year),
      (1...53).contains(week)
    {
      let monday = CalendarDay.monday(ofWeek: week, year: number)
      self.init(start: monday.description, end: monday.adding(days: 6).description)
      return
    }
    guard parts.count > 1 else {
      self.init(start: year, end: year)
      return
    }
    let spans: [String: (String, String)] = [
      "Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12"),
      "H1": ("01", "06"),
      "H2": ("07", "12"), "SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11"),
    ]
    if let span = spans[parts[1]] {
      self.init(start: "\(year)-\(span.0)", end: "\(year)-\(span.1)")
    } else if parts[1].count == 2, parts[1].allSatisfy(\.isNumber) {
      let precise = parts.prefix(3).joined(separator: "-")
      let isDay = parts.count > 2 && parts[2].count == 2 && parts[2].allSatisfy(\.isNumber)
      let value = isDay ? precise : "\(year)-\(parts[1])"
      self.init(start: value, end: value)
    } else {
      self.init(start: year, end: year)
    }
  }

  private init(start: String, end: String) {
    self.start = start
    self.end = end
  }

  private init(start: Substring, end: Substring) {
    self.init(start: String(start), end: String(end))
  }
}
