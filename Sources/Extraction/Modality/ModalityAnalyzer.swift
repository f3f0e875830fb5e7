import GraphModel
import Linguistics

/// Works out how each clause of a sentence is meant, from its own words and from those above it.
///
/// A clause's context is what its governor hands down ("said that", "refused to", "if") and what
/// its own words add ("may", "not"). Only content clauses and infinitives take over a modal of
/// their governor; a relative or adverbial clause takes over speakers alone.
struct ModalityAnalyzer {
  /// The tree.
  let tree: SentenceTree
  /// The times of the sentence.
  let times: [TimeExpression]
  /// Who goes on speaking in a quotation that began in an earlier sentence.
  let quotedSpeaker: TokenAddress?
  /// Whether the sentence begins inside a quotation, of a known speaker or not.
  let isInQuotation: Bool

  /// Who spoke last before the sentence, if it was not long ago.
  let lastSpeaker: TokenAddress?

  private var memo: [Int: ClauseContext] = [:]
  private var open: Set<Int> = []

  /// Creates the analyzer of a sentence.
  init(
    tree: SentenceTree, times: [TimeExpression], quotedSpeaker: TokenAddress? = nil,
    lastSpeaker: TokenAddress? = nil,
    isInQuotation: Bool = false
  ) {
    self.tree = tree
    self.times = times
    self.quotedSpeaker = quotedSpeaker
    self.lastSpeaker = lastSpeaker
    self.isInQuotation = isInQuotation
  }

  /// The context of the clause that a token heads or stands in.
  mutating func context(of token: Int) -> ClauseContext {
    let head = tree.clauseHead(of: token) ?? token
    if let known = memo[head] { return known }
    guard open.insert(head).inserted else { return ClauseContext() }
    defer { open.remove(head) }
    var context = inherited(by: head)
    applyOwnWords(of: head, to: &context)
    attributeQuotation(head, in: &context)
    context.time = StatementTime(of: head, in: tree, times: times) ?? context.time
    memo[head] = context
    return context
  }

  /// The context of the outer clause of a copula whose attribute is a clause: in "the risk is that it
  /// may fall", the risk's being is certain.
  mutating func outerContext(of head: Int) -> ClauseContext {
    var context = inherited(by: head)
    attributeQuotation(head, in: &context)
    return context
  }
}
