extension Tokenizer {
  /// Reads a word or number and returns where it ends.
  ///
  /// Reading goes on at `from` if the first character is a mark that belongs to the word.
  mutating func readWord(_ start: Int, _ end: Int, from: Int? = nil) -> Int {
    if from == nil, let stop = numberGroupEnd(start, end) {
      emit(start..<stop)
      return stop
    }
    var word = WordReader(text: text, start: start, end: end, limit: limit, at: from ?? start)
    word.read()
    if let negation = word.negation {
      if negation > start { emit(start..<negation) }
      emit(negation..<word.at)
    } else {
      emitWord(start..<word.at)
    }
    return word.at
  }

  /// The end of figures joined by hyphens that are one thing: a telephone number or a date.
  ///
  /// Three groups or more are one token (`713-853-3989`, `2019-10-29`), and so are three figures
  /// before four; other pairs are ranges.
  private func numberGroupEnd(_ start: Int, _ end: Int) -> Int? {
    var sizes: [Int] = []
    var i = start
    while i < end {
      let first = i
      while i < end, TextCursor.ascii(text.bytes[i]) == .digit { i += 1 }
      if i == first { return nil }
      sizes.append(i - first)
      guard text.byte(at: i, before: end) == 0x2d,
        text.kind(at: i + 1, before: end) == .digit
      else { break }
      i += 1
    }
    guard text.kind(at: i, before: end) != .letter else { return nil }
    return sizes.count >= 3 || sizes == [3, 4] ? i : nil
  }
}

/// Reads one word from left to right, deciding at each mark whether it belongs to the word.
private struct WordReader {
  let text: TextCursor
  let start: Int
  let end: Int
  let limit: Int
  /// Where the reader stands; the end of the word when it is done.
  var at: Int
  /// Where "n't" begins, if the word ends with it.
  var negation: Int?
  /// Whether all characters so far are figures and the marks between them.
  private var isNumber = true
  /// Where the part after the last mark began.
  private var part: Int

  init(text: TextCursor, start: Int, end: Int, limit: Int, at: Int) {
    self.text = text
    self.start = start
    self.end = end
    self.limit = limit
    self.at = at
    part = at
  }

  mutating func read() {
    while at < end {
      let (kind, length) = text.character(at: at, before: end)
      switch kind {
      case .space: return
      case .digit: at += 1
      case .letter:
        if isNumber, at > start, startsUnit() { return }
        isNumber = false
        at += length
      case .mark:
        let (scalar, length) = text.scalar(at: at, before: end)
        guard joins(scalar, length) else { return }
      }
    }
  }

  /// Whether the letters after a number are a token of their own.
  private func startsUnit() -> Bool {
    guard text.bytes[at - 1] < 0x80, TextCursor.ascii(text.bytes[at - 1]) == .digit else {
      return false
    }
    var stop = at
    while stop < end, text.kind(at: stop, before: end) == .letter { stop += 1 }
    guard text.kind(at: stop, before: end) != .digit, stop - at <= 8 else { return false }
    let letters = text.lowercased(at..<stop)
    return !WordParts.ordinals.contains(letters) && WordParts.units.contains(letters)
  }

  /// Takes a mark into the word, or says that the word ends before it.
  private mutating func joins(_ scalar: UInt32, _ length: Int) -> Bool {
    let before = at > start ? text.kind(at: at - 1, before: end) : .mark
    let after = text.kind(at: at + length, before: end)
    let betweenFigures = isNumber && before == .digit && after == .digit
    switch scalar {
    case 0x2e: return joinsStop(before, after)
    case 0x2c: return betweenFigures && isThousand(at + 1) && step(1)
    case 0x3a: return betweenFigures && step(1)
    case 0x2f: return (betweenFigures || isSingleLetterPair()) && step(1)
    case 0x26, 0x5f: return after != .space && after != .mark && step(1)
    case 0x24: return joinsCurrency()
    case _ where Mark.isApostrophe(scalar): return joinsApostrophe(length, after)
    case _ where Mark.isHyphen(scalar):
      guard after != .space, after != .mark, isPrefix() else { return false }
      return step(length)
    default: return false
    }
  }

  private mutating func step(_ length: Int) -> Bool {
    at += length
    part = at
    return true
  }

  private func isThousand(_ offset: Int) -> Bool {
    offset + 3 <= end
      && (0..<3).allSatisfy { TextCursor.ascii(text.bytes[offset + $0]) == .digit }
      && text.kind(at: offset + 3, before: end) != .digit
  }

  private func isSingleLetterPair() -> Bool {
    at - part == 1 && text.kind(at: at + 1, before: end) == .letter
      && text.kind(at: at + 2, before: end) != .letter
  }

  private mutating func joinsCurrency() -> Bool {
    guard WordParts.currencyPrefixes.contains(text.string(start..<at)) else { return false }
    at += 1
    _ = step(0)
    // The sign ends the token: what follows is the number.
    return false
  }

  private func isPrefix() -> Bool {
    part == start && at - start <= 6 && WordParts.prefixes.contains(text.lowercased(start..<at))
  }

  /// A full stop: inside numbers, acronyms and host names, or after an abbreviation.
  private mutating func joinsStop(
    _ before: TextCursor.Class, _ after: TextCursor.Class
  ) -> Bool {
    if before == .digit, after == .digit { return step(1) }
    if at == start, after == .digit { return step(1) }
    if after == .letter || after == .digit {
      let next = text.bytes[at + 1]
      let isCapital = next >= 0x41 && next <= 0x5a
      let second = text.byte(at: at + 2, before: end)
      let startsWord = isCapital && second >= 0x61 && second <= 0x7a
      if before == .digit, isNumber, after == .letter { return false }
      if startsWord, at - part >= 2, text.bytes[at - 1] >= 0x61 { return false }
      return step(1)
    }
    if text.byte(at: at + 1, before: end) == 0x2e, text.byte(at: at + 2, before: end) == 0x2e {
      return false
    }
    let context = StopContext(text: text, word: start..<at, limit: limit)
    if context.stopBelongsToWord { at += 1 }
    return false
  }

  private mutating func joinsApostrophe(_ length: Int, _ after: TextCursor.Class) -> Bool {
    guard at > start, after == .letter else { return false }
    var stop = at + length
    while stop < end {
      let (kind, size) = text.character(at: stop, before: end)
      guard kind == .letter else { break }
      stop += size
    }
    let tail = text.lowercased(at + length..<stop)
    if tail == "t", TextCursor.lower(text.bytes[at - 1]) == 0x6e {
      negation = at - 1
      at = stop
      return false
    }
    if WordParts.clitics.contains(tail), text.kind(at: stop, before: end) != .digit {
      let isDecade = tail == "s" && isNumber && text.bytes[at - 1] == 0x30
      if !isDecade { return false }
    }
    return step(length)
  }
}
