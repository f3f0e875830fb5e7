import Linguistics

/// How the clauses of a document are meant, worked out sentence by sentence as rules come to them.
///
/// A sentence depends on those before it: a quotation may run on, and its speaker with it. The contexts of the last
/// sentences are kept; who asks for an earlier one lets the text be gone through again.
final class ClauseContexts {
  /// What is known of a sentence.
  private struct Entry {
    var sentence = -1
    var ofToken: [ClauseContext] = []
    var outer: [Int: ClauseContext] = [:]
  }

  private let trees: SentenceTrees
  private let times: (Int) -> [TimeExpression]
  private let transcript: Transcript
  private var entries = [Entry](repeating: Entry(), count: 16)
  private var quotation = QuotationState()
  private var next = 0

  /// Prepares the contexts of a document's trees; `times` gives those of a sentence.
  init(
    _ trees: SentenceTrees, times: @escaping (Int) -> [TimeExpression], transcript: Transcript
  ) {
    self.trees = trees
    self.times = times
    self.transcript = transcript
  }

  /// How the clause that a token heads or stands in is meant.
  func context(ofHead token: Int, in sentence: Int) -> ClauseContext {
    entries[place(of: sentence)].ofToken[token]
  }

  /// How the outer clause is meant of a copula whose attribute is a clause, or `nil` if a token heads none.
  func outerContext(ofHead token: Int, in sentence: Int) -> ClauseContext? {
    entries[place(of: sentence)].outer[token]
  }

  /// Where the contexts of a sentence are, once they are.
  private func place(of sentence: Int) -> Int {
    let place = sentence % entries.count
    if entries[place].sentence == sentence { return place }
    if sentence < next {
      quotation = QuotationState()
      next = 0
    }
    while next <= sentence { advance() }
    return place
  }

  private func advance() {
    let tree = trees[next]
    var analyzer = ModalityAnalyzer(
      tree: tree, times: times(tree.index),
      quotedSpeaker: quotation.speaker(entering: tree) ?? transcript.speaker(of: tree.index),
      lastSpeaker: quotation.lastSpeaker(before: tree),
      isInQuotation: quotation.isRunning(into: tree) || transcript.isSpeech(tree.index))
    var entry = Entry(sentence: next)
    entry.ofToken = (0..<tree.count).map { analyzer.context(of: $0) }
    for head in 0..<tree.count where tree.child(of: head, "nsubj:outer") != nil {
      entry.outer[head] = analyzer.outerContext(of: head)
    }
    quotation.leave(tree, analyzer: analyzer)
    entries[next % entries.count] = entry
    next += 1
  }
}
