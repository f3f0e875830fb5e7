import GraphModel
import Linguistics

/// A document's trees and what their clauses are worth: what every rule reads.
///
/// Made once per document; the contexts of all clause heads are worked out on creation.
struct DocumentAnalysis {
  /// The document.
  let document: AnnotatedDocument
  /// The tree of each sentence.
  let trees: [SentenceTree]
  /// The words and places of phrases.
  let text: PhraseText
  private let contexts: [[ClauseContext]]
  private let outerContexts: [TokenAddress: ClauseContext]
  private let timesOfSentence: [[TimeExpression]]
  private let amountsOfSentence: [[AmountExpression]]

  /// Analyses a document.
  ///
  /// - Complexity: O(*n*) in the number of tokens for trees of bounded depth.
  init(_ document: AnnotatedDocument) {
    self.document = document
    text = PhraseText(document: document)
    trees = document.sentences.enumerated().map { SentenceTree($1, index: $0) }
    var times = Array(repeating: [TimeExpression](), count: trees.count)
    for time in document.times where times.indices.contains(time.sentence) {
      times[time.sentence].append(time)
    }
    var amounts = Array(repeating: [AmountExpression](), count: trees.count)
    for amount in document.amounts
    where amounts.indices.contains(amount.sentence) && amount.unit != AmountExpression.ordinal {
      amounts[amount.sentence].append(amount)
    }
    timesOfSentence = times
    amountsOfSentence = amounts
    var contexts: [[ClauseContext]] = []
    var outer: [TokenAddress: ClauseContext] = [:]
    var quotation = QuotationState()
    let transcript = Transcript(document)
    for tree in trees {
      var analyzer = ModalityAnalyzer(
        tree: tree, times: times[tree.index],
        quotedSpeaker: quotation.speaker(entering: tree) ?? transcript.speaker(of: tree.index),
        lastSpeaker: quotation.lastSpeaker(before: tree),
        isInQuotation: quotation.isRunning(into: tree) || transcript.isSpeech(tree.index))
      contexts.append((0..<tree.count).map { analyzer.context(of: $0) })
      for head in 0..<tree.count where tree.child(of: head, "nsubj:outer") != nil {
        outer[TokenAddress(sentence: tree.index, token: head)] = analyzer.outerContext(of: head)
      }
      quotation.leave(tree, analyzer: analyzer)
    }
    self.contexts = contexts
    outerContexts = outer
  }

  /// How the clause that a token heads or stands in is meant.
  func context(ofHead token: Int, in sentence: Int) -> ClauseContext { contexts[sentence][token] }

  /// How a fact of a clause is meant.
  func context(of fact: Fact, in sentence: Int) -> ClauseContext {
    let address = TokenAddress(sentence: sentence, token: fact.head)
    return (fact.isOuter ? outerContexts[address] : nil) ?? context(ofHead: fact.head, in: sentence)
  }

  /// The time expressions of a sentence, in order.
  func times(in sentence: Int) -> [TimeExpression] { timesOfSentence[sentence] }

  /// The amounts of a sentence, in order.
  func amounts(in sentence: Int) -> [AmountExpression] { amountsOfSentence[sentence] }

  /// The time expression that covers a token, or `nil`.
  func time(at token: Int, in sentence: Int) -> TimeExpression? {
    timesOfSentence[sentence].first { $0.tokens.contains(token) }
  }

  /// The amount that covers a token, or `nil`.
  func amount(at token: Int, in sentence: Int) -> AmountExpression? {
    amountsOfSentence[sentence].first { $0.tokens.contains(token) }
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
