public import Documents

/// Finds dates, times, durations and recurring times and gives them values (TIMEX3).
///
/// The grammar stands in ``TimeRules``. Relative expressions are told from the document's date and
/// keep no value if it has none; the day of the run is never used:
///
///     "last year" in a document of 2019-10-29   // DATE 2018
///     "the next three years"                    // DURATION P3Y
///
/// - Complexity: O(*n*) in the tokens; each rule looks at a bounded number of them.
public struct TimeTagger: Sendable {
  /// Creates a tagger.
  public init() {}

  /// The time expressions of a document's sentences, in order and without overlaps.
  public func tag(sentences: some Sequence<Sentence>, document: Document) -> [TimeExpression] {
    var evaluator = TimeEvaluator(documentDate: document.date.flatMap { PartialDate($0) })
    var times: [TimeExpression] = []
    for (index, sentence) in sentences.enumerated() {
      evaluator.startSentence()
      times += expressions(of: sentence, at: index, &evaluator)
    }
    return times
  }

  /// The most tokens of an expression before its first temporal word.
  private static let longestLead = 8

  private func expressions(
    of sentence: Sentence, at index: Int, _ evaluator: inout TimeEvaluator
  ) -> [TimeExpression] {
    let matcher = TimeMatcher(sentence)
    // The tokens that are temporal in themselves; a match starts at most a few before one.
    let temporal = matcher.words.indices.filter { TimeLexicon.isTemporal(matcher.words[$0]) }
    guard !temporal.isEmpty else { return [] }
    var next = 0
    var found: [TimeExpression] = []
    var i = 0
    while i < matcher.words.count {
      while next < temporal.count, temporal[next] < i { next += 1 }
      guard next < temporal.count else { break }
      guard temporal[next] - i <= Self.longestLead,
        TimeRuleIndex.mayStart(matcher.words[i]), let match = matcher.longest(at: i)
      else {
        i += 1
        continue
      }
      i = match.range.upperBound
      let context = TimeContext(sentence: sentence, words: matcher.words, range: match.range)
      guard context.accepts(match.meaning) else {
        i = match.range.lowerBound + 1
        continue
      }
      if let value = evaluator.value(of: match, in: context) {
        found.append(expression(match.range, value, in: sentence, at: index))
      }
    }
    return TimeJoiner.join(found, in: sentence, words: matcher.words)
  }

  private func expression(
    _ tokens: Range<Int>, _ value: TimeEvaluator.Value, in sentence: Sentence, at index: Int
  ) -> TimeExpression {
    let bytes =
      sentence.tokens[tokens.lowerBound].bytes
      .lowerBound..<sentence.tokens[tokens.upperBound - 1]
      .bytes.upperBound
    return TimeExpression(
      bytes: bytes, sentence: index, tokens: tokens, kind: value.kind, value: value.text)
  }
}
