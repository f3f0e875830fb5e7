/// A word with a full stop behind it, and what comes next.
struct StopContext {
  let text: TextCursor
  /// The word, without the stop.
  let word: Range<Int>
  /// The end of the block.
  let limit: Int

  /// Whether the stop is part of the word.
  var stopBelongsToWord: Bool {
    guard word.count <= 12, text.kind(at: word.lowerBound, before: limit) == .letter else {
      return false
    }
    let string = text.string(word)
    if word.count == 1 { return initialKeepsStop || doubtfulKeepsStop(string) }
    if isAcronym { return true }
    if Abbreviations.titles.contains(string) || Abbreviations.ordinary.contains(string) {
      return true
    }
    return doubtfulKeepsStop(string)
  }

  /// Letters with stops between them: U.S, p.m.
  private var isAcronym: Bool {
    var letters = 0
    var dots = 0
    for i in word {
      if text.bytes[i] == 0x2e {
        guard letters == 1 || letters == 2 && dots > 0 || letters == 2 && dots == 0 else {
          return false
        }
        dots += 1
        letters = 0
      } else {
        letters += 1
      }
    }
    return dots > 0 && letters <= 2
  }

  /// A single capital is an initial if a capitalised word follows that does not start a sentence.
  private var initialKeepsStop: Bool {
    let byte = text.bytes[word.lowerBound]
    guard byte >= 0x41, byte <= 0x5a else { return false }
    let next = nextWord
    guard let first = next.first else { return false }
    if byte == 0x49 { return SentenceStarters.isCapital(first) && previousIsCapital }
    return (SentenceStarters.isCapital(first) || first == 0x2c)
      && !SentenceStarters.words.contains(
        String(decoding: next, as: UTF8.self))
  }

  private var previousIsCapital: Bool {
    var i = word.lowerBound - 1
    while i > 0, text.bytes[i] == 0x20 { i -= 1 }
    while i > 0, text.bytes[i - 1] > 0x20 { i -= 1 }
    return i >= 0 && SentenceStarters.isCapital(text.bytes[i])
  }

  private func doubtfulKeepsStop(_ string: String) -> Bool {
    guard Abbreviations.doubtful.contains(string), let first = nextWord.first else { return false }
    if string == "al" || string == "Al" { return first != 0x22 && previousWord == "et" }
    if string == "in" || string == "no" || string == "Art" {
      return first >= 0x30 && first <= 0x39
    }
    if string.utf8.count <= 2, string.utf8.first.map({ $0 >= 0x61 }) == true || string == "No" {
      return first >= 0x30 && first <= 0x39
    }
    return first == 0x2c || (first >= 0x30 && first <= 0x39) || (first >= 0x61 && first <= 0x7a)
  }

  private var previousWord: String {
    var end = word.lowerBound
    while end > 0, text.bytes[end - 1] <= 0x20 { end -= 1 }
    var first = end
    while first > 0, text.bytes[first - 1] > 0x20 { first -= 1 }
    return text.string(first..<end)
  }

  /// The letters, or the one other character, after the stop and white space.
  private var nextWord: Slice<UnsafeBufferPointer<UInt8>> {
    var i = word.upperBound + 1
    while i < limit, text.bytes[i] <= 0x20 { i += 1 }
    var stop = i
    while stop < limit, text.kind(at: stop, before: limit) == .letter { stop += 1 }
    if stop == i, i < limit { stop = i + 1 }
    return text.bytes[min(i, limit)..<min(stop, limit)]
  }
}
