extension Tokenizer {
  /// Reads a token that starts with a mark and returns where it ends.
  mutating func readMark(_ start: Int, _ end: Int, runStart: Int) -> Int {
    let (scalar, length) = text.scalar(at: start, before: end)
    let next = text.kind(at: start + length, before: end)
    if start == runStart, let stop = faceEnd(start, end) {
      emit(start..<stop)
      return stop
    }
    switch scalar {
    case 0x2e where next == .digit && !follows(start, runStart, .letter, .digit):
      return readWord(start, end)  // .05
    case 0x2d where next == .digit && start == runStart && !hasLetter(start + 1, end):
      return readWord(start, end, from: start + 1)  // -5
    case 0x2b where next == .digit && start == runStart:
      return readWord(start, end, from: start + 1)  // +44
    case 0x40, 0x23:
      guard next == .letter, start == runStart else { return emitRun(start, end) { $0 == scalar } }
      return readWord(start, end, from: start + 1)  // @name, #topic
    case 0x21, 0x3f:
      return emitRun(start, end) { $0 == 0x21 || $0 == 0x3f }
    case 0x2e, 0x2d, 0x3d, 0x2a, 0x5f, 0x7e, 0x2b, 0x5e, 0x3c, 0x3e, 0x60, 0x7c, 0x24:
      if scalar == 0x60, next == .letter, let stop = cliticEnd(start, length, end) {
        emit(start..<stop)
        return stop
      }
      return emitRun(start, end) { $0 == UInt8(truncatingIfNeeded: scalar) }
    case 0x27 where text.byte(at: start + 1, before: end) == 0x27:
      emit(start..<start + 2)
      return start + 2
    case 0x27, Mark.closeSingle, Mark.openSingle:
      let stop =
        cliticEnd(start, length, end) ?? elidedEnd(start, length, end) ?? start + length
      emit(start..<stop)
      return stop
    default:
      emit(start..<start + length)
      return start + length
    }
  }

  /// Emits the longest run of ASCII bytes that belong together.
  private mutating func emitRun(_ start: Int, _ end: Int, _ belongs: (UInt8) -> Bool) -> Int {
    var stop = start + 1
    while stop < end, belongs(text.bytes[stop]) { stop += 1 }
    emit(start..<stop)
    return stop
  }

  /// The end of a clitic such as 's that starts with an apostrophe here.
  func cliticEnd(_ start: Int, _ length: Int, _ end: Int) -> Int? {
    let stop = lettersEnd(start + length, end)
    guard stop > start + length, stop - start - length <= 2,
      text.kind(at: stop, before: end) != .digit,
      WordParts.clitics.contains(text.string(start + length..<stop))
    else { return nil }
    return stop
  }

  /// The end of a word that begins with an apostrophe: 'em, '90s.
  private func elidedEnd(_ start: Int, _ length: Int, _ end: Int) -> Int? {
    let first = start + length
    if text.kind(at: first, before: end) == .digit {
      guard first + 3 <= end, text.kind(at: first + 1, before: end) == .digit,
        text.bytes[first + 2] == 0x73, text.kind(at: first + 3, before: end) != .letter
      else { return nil }
      return first + 3
    }
    let stop = lettersEnd(first, end)
    guard stop > first, stop - first < 6,
      WordParts.elided.contains(text.lowercased(first..<stop))
    else { return nil }
    return stop
  }

  private func faceEnd(_ start: Int, _ end: Int) -> Int? {
    guard end - start >= 2, end - start <= 4 else { return nil }
    var stop = end
    while stop - start >= 2 {
      if WordParts.faces.contains(text.string(start..<stop)) { return stop }
      guard text.bytes[stop - 1] == 0x2e || text.bytes[stop - 1] == 0x2c else { return nil }
      stop -= 1
    }
    return nil
  }

  private func follows(
    _ start: Int, _ runStart: Int, _ one: TextCursor.Class, _ other: TextCursor.Class
  ) -> Bool {
    guard start > runStart else { return false }
    let kind = text.bytes[start - 1] < 0x80 ? TextCursor.ascii(text.bytes[start - 1]) : .letter
    return kind == one || kind == other
  }

  private func hasLetter(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { text.kind(at: $0, before: end) == .letter }
  }

  /// Where the letters that start here end.
  func lettersEnd(_ start: Int, _ end: Int) -> Int {
    var stop = start
    while stop < end {
      let (kind, length) = text.character(at: stop, before: end)
      guard kind == .letter else { break }
      stop += length
    }
    return stop
  }
}
