/// What news puts before a sentence: datelines, agency codes, credits.
extension BoundaryFinder {
  /// The index after a dateline or credit that starts at a token, or `nil` if none does.
  func leadEnd(from start: Int) -> Int? {
    datelineEnd(from: start) ?? creditEnd(from: start)
  }

  private static let longestDateline = 24

  /// A dateline: `(170822) -- WUHAN, Aug. 22, 2017 (Xinhua) --`, `LONDON (Reuters) -`,
  /// `NEW YORK, June 3 —`, `INTERNATIONAL -`, `(CNN) --`.
  ///
  /// It must hold a place in capitals or an agency in brackets right before its last dash, and
  /// otherwise only place names, dates and marks; the sentence begins with the next capital.
  private func datelineEnd(from start: Int) -> Int? {
    var i = start
    if mark(i) == 0x28, isCode(i + 1), mark(i + 2) == 0x29 {
      i += 3
      if isDash(i) { i += 1 }
    }
    let placeStart = i
    var capitals = false
    var agencyEnd: Int?
    while i < min(start + Self.longestDateline, tokens.count) {
      if isDash(i) {
        let isLead = i > placeStart && (capitals || agencyEnd == i)
        return isLead && startsSentence(i + 1) ? i + 1 : nil
      }
      if mark(i) == 0x28 {
        guard let close = bracketEnd(i, most: 8) else { return nil }
        agencyEnd = close
        i = close
        continue
      }
      guard isDatelineWord(i) else { return nil }
      if i == placeStart { capitals = isAllCapitals(i) }
      i += 1
    }
    return nil
  }

  /// An agency's number: six figures or so.
  private func isCode(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return tokens[index].count >= 4
      && tokens[index].allSatisfy { TextCursor.ascii(text.bytes[$0]) == .digit }
  }

  /// A dash with space around it, or an em dash.
  private func isDash(_ index: Int) -> Bool {
    switch string(index) {
    case "-", "–", "--": !isAdjacent(index) && !isAdjacent(index + 1) || string(index) == "--"
    case "—": true
    default: false
    }
  }

  private func isDatelineWord(_ index: Int) -> Bool {
    let token = tokens[index]
    if mark(index) == 0x2c || string(index) == "." || mark(index) == 0x2f { return true }
    guard text.kind(at: token.lowerBound, before: token.upperBound) != .mark else { return false }
    let byte = text.bytes[token.lowerBound]
    return byte < 0x61 || byte > 0x7a
  }

  private func isAllCapitals(_ index: Int) -> Bool {
    tokens[index].count >= 3
      && tokens[index].allSatisfy { text.bytes[$0] < 0x61 || text.bytes[$0] > 0x7a }
      && SentenceStarters.isCapital(first(index))
  }

  private func startsSentence(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let byte = first(index)
    return SentenceStarters.isCapital(byte) || byte == 0x22 || byte == 0xe2 || byte == 0x27
      || byte == 0x60 || (byte >= 0x30 && byte <= 0x39)
  }

  /// The index after the bracket that closes the one at a token.
  private func bracketEnd(_ open: Int, most: Int) -> Int? {
    var i = open + 1
    while i < min(open + most + 2, tokens.count) {
      if mark(i) == 0x29 { return i + 1 }
      if mark(i) == 0x28 { return nil }
      i += 1
    }
    return nil
  }

  /// A credit or code in brackets before a sentence: `(Xinhua/Xiong Qi)(wsw)`.
  private func creditEnd(from start: Int) -> Int? {
    guard mark(start) == 0x28, let close = bracketEnd(start, most: 14) else { return nil }
    if close == tokens.count || mark(close) == 0x28 { return close }
    return startsSentence(close) && !isAdjacent(close) ? close : nil
  }
}
