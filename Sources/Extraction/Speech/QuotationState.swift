import Linguistics

/// Who speaks in a quotation that runs over several sentences.
///
/// A quotation that opens in a sentence and does not close there goes on in the next; its speaker
/// is that of the frame in the sentence where it opened, if there is one.
struct QuotationState {
  private var isOpen = false
  private var speaker: TokenAddress?

  /// The speaker of the quotation that a sentence begins in, or `nil` outside one.
  mutating func speaker(entering tree: SentenceTree) -> TokenAddress? { isOpen ? speaker : nil }

  /// Follows the quotation marks of a sentence and notes who speaks in it.
  mutating func leave(_ tree: SentenceTree, analyzer: ModalityAnalyzer) {
    var depth = isOpen ? 1 : 0
    for form in tree.forms {
      switch form {
      case "“", "``": depth += 1
      case "”", "''": depth = max(0, depth - 1)
      case "\"": depth = depth > 0 ? depth - 1 : depth + 1
      default: break
      }
    }
    let wasOpen = isOpen
    isOpen = depth > 0
    guard isOpen else {
      speaker = nil
      return
    }
    let verb = (0..<tree.count).first {
      SpeechVerbs.isSaying(tree.lemmas[$0]) && tree.child(of: $0, "nsubj") != nil
    }
    if let found = verb.flatMap({ analyzer.speaker(of: $0) }) {
      speaker = found
    } else if !wasOpen {
      speaker = nil
    }
  }
}
