import Linguistics

extension SentenceTree {
  /// What a quotation mark does.
  enum QuotationMark: Hashable, Sendable {
    case opens
    case closes
  }

  /// What the token does as a quotation mark, or `nil` if it is none.
  ///
  /// A straight mark that touches one neighbour alone belongs to it; one that touches both or none opens
  /// what is not open and closes what is.
  func quotationMark(_ token: Int, isOpen: Bool) -> QuotationMark? {
    switch forms[token] {
    case "“", "``": return .opens
    case "”", "''": return .closes
    case "\"":
      let bytes = self[token].bytes
      let touchesLeft =
        token > 0 && !bytes.isEmpty && self[token - 1].bytes.upperBound == bytes.lowerBound
      let touchesRight =
        token + 1 < count && !bytes.isEmpty && self[token + 1].bytes.lowerBound == bytes.upperBound
      if touchesLeft != touchesRight, token > 0 { return touchesLeft ? .closes : .opens }
      return isOpen ? .closes : .opens
    default: return nil
    }
  }

  /// What stands between quotation marks that open and close in the sentence, without the marks.
  var quotations: [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for token in 0..<count {
      switch quotationMark(token, isOpen: open != nil) {
      case .opens: open = open ?? token + 1
      case .closes:
        if let start = open, start < token { found.append(start..<token) }
        open = nil
      case nil: continue
      }
    }
    return found
  }

  /// What stands between quotation marks, if nothing else of the sentence does.
  var onlyQuotation: Range<Int>? {
    let found = quotations
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a token stands between quotation marks of its sentence, or before one that closes what an earlier
  /// sentence opened.
  func isQuoted(_ token: Int) -> Bool {
    var depth = 0
    for index in 0..<count {
      switch quotationMark(index, isOpen: depth > 0) {
      case .opens:
        if index >= token { return depth > 0 }
        depth += 1
      case .closes:
        if depth == 0, index > token { return true }
        if index >= token { return depth > 0 }
        depth = max(0, depth - 1)
      case nil: continue
      }
    }
    return depth > 0
  }
}
