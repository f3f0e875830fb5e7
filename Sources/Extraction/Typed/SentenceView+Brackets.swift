import Linguistics

extension SentenceView {
  /// The dates on both sides of the dash in the brackets right behind a name: those of a life,
  /// "Otto Klein (12 May 1960 – 3 June 2010)".
  ///
  /// - Returns: A token of each date; `nil` if there is no such span, or one too short for a life,
  ///   like a term of office.
  func bracketedSpan(behind name: Int) -> (start: Int, end: Int)? {
    guard isName(name) else { return nil }
    var opening = sentence.names[nameOf[name]].tokens.upperBound
    if opening < count, formIs(opening, ",") { opening += 1 }
    guard opening < count, formIs(opening, "(") || formIs(opening, "[") else { return nil }
    var depth = 0
    var start: Int?
    var dash: Int?
    for token in opening..<count {
      switch sentence.tokens[token].form {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "–", "—", "-", "--", "to": if start != nil, depth == 1 { dash = dash ?? token }
      default:
        guard times[token] >= 0 else { break }
        guard dash != nil, let first = start else {
          start = token
          break
        }
        return isLife(from: years[first], to: years[token]) ? (first, token) : nil
      }
      if depth == 0 { break }
    }
    return nil
  }

  private func isLife(from first: Int?, to last: Int?) -> Bool {
    guard let first, let last else { return false }
    return (15...115).contains(last - first)
  }
}
