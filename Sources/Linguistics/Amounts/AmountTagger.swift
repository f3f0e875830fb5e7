public import Documents

/// Finds amounts of money, percentages, quantities and counts in sentences.
///
/// An amount is a number with a currency or unit next to it, and the cue before it:
///
///     "about $2.5 billion"   // value 2500000000, unit USD, cue "about"
///     "the 29-year-old"      // value 29, unit year
///     "seven others"         // value 7, no unit
///
/// Numbers that are part of a date, a name or an identifier are none.
///
/// - Complexity: O(*n*) in the tokens.
public struct AmountTagger: Sendable {
  /// Creates a tagger.
  public init() {}

  /// The amounts of a document's sentences, in order and without overlaps.
  public func tag(sentences: [Sentence], document: Document) -> [AmountExpression] {
    var amounts: [AmountExpression] = []
    for (index, sentence) in sentences.enumerated() {
      guard sentence.tokens.contains(where: AmountFinder.mayCount) else { continue }
      amounts += AmountFinder(sentence: sentence, index: index).amounts()
    }
    return amounts
  }
}
