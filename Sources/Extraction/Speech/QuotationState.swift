import Linguistics

/// Who speaks in a quotation that runs over several sentences.
///
/// A quotation that opens in a sentence and does not close there goes on in the next; its speaker
/// is that of the frame in the sentence where it opened, if there is one.
struct QuotationState {
  private var isOpen = false
  private var speaker: TokenAddress?
  private var opening = 0
  private var latest: TokenAddress?

  /// The speaker of the quotation that a sentence begins in, or `nil` outside one.
  mutating func speaker(entering tree: SentenceTree) -> TokenAddress? {
    if isOpen, tree.index - opening > 6 { isOpen = false }
    return isOpen ? speaker : nil
  }

  /// Whether a sentence begins inside a quotation; one that never closes is given up after six
  /// sentences, as its closing mark was forgotten.
  func isRunning(into tree: SentenceTree) -> Bool { isOpen && tree.index - opening <= 6 }

  /// Who spoke last, at most three sentences before a sentence.
  func lastSpeaker(before tree: SentenceTree) -> TokenAddress? {
    latest.flatMap { tree.index - $0.sentence <= 3 ? $0 : nil }
  }

  /// Follows the quotation marks of a sentence and notes who speaks in it.
  mutating func leave(_ tree: SentenceTree, analyzer: ModalityAnalyzer) {
    var depth = isOpen ? 1 : 0
    for token in 0..<tree.count {
      switch tree.quotationMark(token, isOpen: depth > 0) {
      case .opens: depth += 1
      case .closes: depth = max(0, depth - 1)
      case nil: continue
      }
    }
    let verb = (0..<tree.count).first {
      SpeechVerbs.isSaying(tree.lemmas[$0]) && tree.child(of: $0, "nsubj") != nil
    }
    let found = verb.flatMap { analyzer.speaker(of: $0) }
    latest = found ?? latest
    let wasOpen = isOpen
    isOpen = depth > 0
    if isOpen, !wasOpen { opening = tree.index }
    if !isOpen {
      speaker = nil
    } else if let found {
      speaker = found
    } else if !wasOpen {
      speaker = nil
    }
  }
}
