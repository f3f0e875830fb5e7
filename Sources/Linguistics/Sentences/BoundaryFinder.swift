/// Finds where sentences end in the tokens of one block.
struct BoundaryFinder {
  let text: TextCursor
  let tokens: [Range<Int>]
  /// The bytes of the block.
  let block: Range<Int>
  /// Tells sentences that end without a stop, where that is wanted.
  let scorer: BoundaryScorer?

  /// The index after the last token of each sentence, ascending; the last is the token count.
  func boundaries() -> [Int] {
    let features = scorer.map { _ in BoundaryFeatures(tokens, in: text) }
    var ends: [Int] = []
    var start = 0
    var quoteIsOpen = false
    var i = 0
    while i < tokens.count {
      if i == start, let end = leadEnd(from: start) {
        ends.append(end)
        start = end
        i = end
        continue
      }
      if i > start,
        isBullet(i) || paragraphBreak(before: i) || seemsBoundary(i, start: start, features)
      {
        ends.append(i)
        start = i
        continue
      }
      if isStraightQuote(i) { quoteIsOpen.toggle() }
      var end: Int?
      if let stop = stopKind(i) {
        let close = closersEnd(after: i, &quoteIsOpen)
        if endsSentence(stop, at: i, close: close, start: start) { end = close }
        i = close
      } else {
        i += 1
      }
      if let end {
        ends.append(end)
        start = end
      }
    }
    if ends.last != tokens.count { ends.append(tokens.count) }
    return ends
  }

  // MARK: - Tokens

  /// The only code point of a token, or 0.
  func mark(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index) else { return 0 }
    let token = tokens[index]
    guard token.count <= 4 else { return 0 }
    let (scalar, length) = text.scalar(at: token.lowerBound, before: token.upperBound)
    return length == token.count ? scalar : 0
  }

  /// The first byte of a token, 0 past the end.
  func first(_ index: Int) -> UInt8 {
    tokens.indices.contains(index) ? text.bytes[tokens[index].lowerBound] : 0
  }

  /// The words of a token, empty past the end.
  func string(_ index: Int) -> String {
    tokens.indices.contains(index) ? text.string(tokens[index]) : ""
  }

  func isBullet(_ index: Int) -> Bool { Mark.isBullet(mark(index)) }

  /// Whether a sentence that is too long may be cut after a token.
  func isPause(_ index: Int) -> Bool {
    switch string(index) {
    case ";", ":", "--", "—", "|": true
    default: false
    }
  }

  func isStraightQuote(_ index: Int) -> Bool { mark(index) == 0x22 }

  func isAdjacent(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].upperBound == tokens[index].lowerBound
  }

  /// Whether what stands around the gap before a token shows that a sentence ends there.
  private func seemsBoundary(_ index: Int, start: Int, _ features: BoundaryFeatures?) -> Bool {
    guard let scorer, let features else { return false }
    return scorer.isBoundary(features.gap(before: index, start: start))
  }

  /// Whether a blank line stands before a token.
  private func paragraphBreak(before index: Int) -> Bool {
    var lines = 0
    for i in tokens[index - 1].upperBound..<tokens[index].lowerBound where text.bytes[i] == 0x0a {
      lines += 1
    }
    return lines > 1
  }

  // MARK: - Stops

  /// What kind of end a token may make.
  enum Stop {
    case period
    case exclamation
    case ellipsis
    case abbreviation
  }

  private func stopKind(_ index: Int) -> Stop? {
    let token = tokens[index]
    let last = text.bytes[token.upperBound - 1]
    switch last {
    case 0x2e:
      if token.count == 1 { return .period }
      return text.bytes[token.lowerBound] == 0x2e ? .ellipsis : .abbreviation
    case 0x21, 0x3f:
      return text.kind(at: token.lowerBound, before: token.upperBound) == .mark
        ? .exclamation : nil
    case 0xa6 where mark(index) == Mark.ellipsis: return .ellipsis
    case 0x82 where mark(index) == Mark.ideographicStop: return .period
    default: return nil
    }
  }

  /// The index after the quotes and brackets that close with a stop, and further stops.
  private func closersEnd(after index: Int, _ quoteIsOpen: inout Bool) -> Int {
    var i = index + 1
    while i < tokens.count {
      switch string(i) {
      case ")", "]", "}", "”", "’’", "''", "-RRB-", "-RSB-": break
      case "’", "'": if !isAdjacent(i) || isAdjacent(i + 1) && isWord(i + 1) { return i }
      case "\"":
        guard isAdjacent(i) && !(isAdjacent(i + 1) && isWord(i + 1)) || quoteIsOpen else {
          return i
        }
        quoteIsOpen = false
      case ".", "!", "?", "...", "…": if !isAdjacent(i) { return i }
      default: return i
      }
      i += 1
    }
    return i
  }

  func isWord(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return text.kind(at: tokens[index].lowerBound, before: tokens[index].upperBound) != .mark
  }

  // MARK: - Decisions

  private func endsSentence(_ stop: Stop, at index: Int, close: Int, start: Int) -> Bool {
    guard close < tokens.count else { return true }
    if stop == .period, isEnumerator(start..<index) { return false }
    var next = close
    while next < tokens.count, isOpener(next) { next += 1 }
    guard next < tokens.count else { return next > close }
    let opened = next > close
    switch stop {
    case .abbreviation: return abbreviationEnds(index, next, opened: opened)
    case .ellipsis: return isCapital(next) && string(next) != "I" || opened && startsSpaced(close)
    case .period, .exclamation:
      guard isCapital(next) || isCamel(next) || opened && startsSpaced(close) else {
        return close == index + 1 && isCarelessStart(next, after: index)
      }
      return !(stop == .exclamation || close > index + 1) || !isAttribution(close, index)
    }
  }

  /// Whether white space stands before a token.
  private func startsSpaced(_ index: Int) -> Bool { !isAdjacent(index) }

  private func isOpener(_ index: Int) -> Bool {
    switch string(index) {
    case "(", "[", "{", "“", "‘", "``", "-LRB-", "-LSB-", "\"", "'", "«": true
    default: false
    }
  }

  /// Whether a token can start a sentence by its first character.
  private func isCapital(_ index: Int) -> Bool {
    let token = tokens[index]
    let (scalar, length) = text.scalar(at: token.lowerBound, before: token.upperBound)
    switch scalar {
    case 0x41...0x5a, 0x30...0x39, 0x24, 0x40, 0x23, 0xa3, 0x20ac, 0xa5: return true
    case 0xc0...0xde: return true
    case 0x100...0x17f: return scalar % 2 == 0
    case 0x370...: return text.kind(at: token.lowerBound, before: token.upperBound) == .letter
    default:
      return length == 1 && token.count > 1 && scalar == 0x2d && first(index + 1) != 0x2d
        && text.kind(at: token.lowerBound + 1, before: token.upperBound) == .digit
    }
  }

  /// Whether a token is a name that begins small: "iPhone".
  private func isCamel(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.count > 2, first(index) >= 0x61, first(index) <= 0x7a else { return false }
    return SentenceStarters.isCapital(text.bytes[token.lowerBound + 1])
  }

  /// Whether a sentence begins with a small letter: a word that starts sentences, after a stop
  /// behind a word that is no abbreviation, as its vowel and small letters show.
  private func isCarelessStart(_ next: Int, after index: Int) -> Bool {
    guard index > 0, isAdjacent(index), !isAdjacent(next),
      SentenceStarters.careless.contains(string(next))
    else { return false }
    let word = tokens[index - 1]
    return mark(index) != 0x2e
      || word.count > 1 && word.allSatisfy { text.bytes[$0] >= 0x61 }
        && word.contains { "aeiouy".utf8.contains(text.bytes[$0]) }
  }

  /// Whether the words before a stop are only the number of a list item ("1.", "a.").
  private func isEnumerator(_ range: Range<Int>) -> Bool {
    guard range.count == 1, tokens[range.lowerBound].count <= 2 else { return false }
    return text.kind(at: tokens[range.lowerBound].lowerBound, before: block.upperBound) == .digit
  }

  /// Whether a sentence ends after an abbreviation, by the word after it.
  private func abbreviationEnds(_ index: Int, _ next: Int, opened: Bool) -> Bool {
    let word = String(string(index).dropLast())
    if Abbreviations.titles.contains(word) { return false }
    if Abbreviations.endings.contains(word) { return isCapital(next) && first(next) > 0x39 }
    guard isCapital(next) else { return false }
    if Abbreviations.doubtful.contains(word), word.utf8.count > 1 { return false }
    return SentenceStarters.words.contains(string(next))
  }

  /// Whether the words after a closed quotation say who spoke: `"Stop!" Smith said`.
  private func isAttribution(_ close: Int, _ index: Int) -> Bool {
    guard close > index + 1 else { return false }
    for i in close..<min(close + 5, tokens.count) {
      if Self.speechVerbs.contains(string(i)) { return true }
      guard isCapital(i) || string(i) == "." else { return false }
    }
    return false
  }

  private static let speechVerbs: Set<String> = [
    "said", "says", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "cried",
    "shouted", "replied", "tweeted", "warned", "explained", "noted",
  ]
}
