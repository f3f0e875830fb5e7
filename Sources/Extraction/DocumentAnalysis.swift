import GraphModel
import Linguistics

/// A document's trees and what their clauses are worth: what every rule reads.
///
/// Made once per document. Trees and contexts are worked out when rules come to them, and the last ones are kept.
struct DocumentAnalysis {
  /// The document.
  let document: AnnotatedDocument
  /// The tree of each sentence.
  let trees: SentenceTrees
  /// The words and places of phrases.
  let text: PhraseText
  private let contexts: ClauseContexts
  /// The mentions, amounts and times of each sentence.
  let facts: DocumentFacts

  /// Analyses a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - repairs: Whether its trees are put right first.
  ///
  /// - Complexity: O(*n*) in the number of tokens for trees of bounded depth.
  init(_ document: AnnotatedDocument, repairs: Bool = false) {
    self.document = document
    text = PhraseText(document: document)
    trees = SentenceTrees(document.sentences, repairs: repairs)
    facts = DocumentFacts(document)
    contexts = ClauseContexts(
      trees, times: { [document, facts] in facts.times[$0].map { document.times[$0] } },
      transcript: Transcript(document, trees))
  }

  /// How the clause that a token heads or stands in is meant.
  func context(ofHead token: Int, in sentence: Int) -> ClauseContext {
    contexts.context(ofHead: token, in: sentence)
  }

  /// How a fact of a clause is meant.
  func context(of fact: Fact, in sentence: Int) -> ClauseContext {
    (fact.isOuter ? contexts.outerContext(ofHead: fact.head, in: sentence) : nil)
      ?? context(ofHead: fact.head, in: sentence)
  }

  /// The time expression that covers a token, or `nil`.
  func time(at token: Int, in sentence: Int) -> TimeExpression? {
    facts.times[sentence].first { document.times[$0].tokens.contains(token) }
      .map { document.times[$0] }
  }

  /// The amount that covers a token, or `nil`.
  func amount(at token: Int, in sentence: Int) -> AmountExpression? {
    facts.amounts[sentence].first { document.amounts[$0].tokens.contains(token) }
      .map { document.amounts[$0] }
  }

  /// The typed value of an amount, or `nil` without a place in the text.
  func value(of amount: AmountExpression) -> Participant? {
    let tree = trees[amount.sentence]
    guard let quote = text.quote(amount.tokens, in: tree) else { return nil }
    return .value(
      Literal(
        value: amount.value, datatype: XSD.decimal, unit: amount.unit, text: quote.text,
        cue: amount.cue),
      span: quote.span)
  }
}
