public import Documents

/// Finds amounts of money, percentages, quantities and counts in sentences.
///
/// An amount is a number with a currency or unit next to it, and the cue before it:
///
///     "about $2.5 billion"   // value 2500000000, unit USD, cue "about"
///     "the 29-year-old"      // value 29, unit year
///     "seven others"         // value 7, no unit
///     "$2 to $3 million"     // value 2000000, upper 3000000, unit USD
///     "the third attempt"    // value 3, unit ordinal
///
/// Numbers that are part of a date, a name or an identifier are none.
///
/// - Complexity: O(*n*) in the tokens.
public struct AmountTagger: Sendable {
  /// Creates a tagger.
  public init() {}

  /// The amounts of a document's sentences, in order and without overlaps.
  ///
  /// The numbers of `times`, the document's time expressions in order, count nothing.
  public func tag(
    sentences: some Sequence<Sentence>, document: Document, times: [TimeExpression] = []
  ) -> [AmountExpression] {
    var amounts: [AmountExpression] = []
    var next = 0
    for (index, sentence) in sentences.enumerated() {
      let first = next
      while next < times.count, times[next].sentence <= index { next += 1 }
      guard sentence.tokens.contains(where: AmountFinder.mayCount) else { continue }
      let own = times[first..<next].filter { $0.sentence == index }
      amounts += AmountFinder(sentence: sentence, index: index, times: own).amounts()
    }
    return amounts
  }
}
