/// Takes text apart into the tokens of UD English EWT.
///
/// White space always separates. Within a run without spaces, web and mail addresses stay whole and
/// the rest is read from left to right, word by word and mark by mark. Text that was tokenised
/// before (`n't`, ` `` `, `-LRB-`) passes unchanged.
///
///     "SenseTime's co-founder raised $7.5 billion."
///     // SenseTime 's co-founder raised $ 7.5 billion .
///
/// - Complexity: O(*n*) in the bytes of the text.
struct Tokenizer {
  /// The longest token, in bytes; longer runs are cut.
  static let longestToken = 240

  let text: TextCursor
  private(set) var tokens: [Range<Int>] = []
  /// The end of the block: what follows is not looked at.
  private(set) var limit = 0

  /// Creates a tokenizer over a text.
  init(_ text: TextCursor) { self.text = text }

  /// The tokens of a range of bytes, in order.
  static func tokens(of range: Range<Int>, in text: TextCursor) -> [Range<Int>] {
    var tokenizer = Tokenizer(text)
    tokenizer.tokens.reserveCapacity(range.count / 5 + 4)
    tokenizer.limit = range.upperBound
    tokenizer.read(range)
    return tokenizer.tokens
  }

  private mutating func read(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < limit {
      let (kind, length) = text.character(at: start, before: limit)
      if kind == .space {
        start += length
        continue
      }
      var end = start
      var plain = true
      var address = false
      while end < limit {
        let (kind, length) = text.character(at: end, before: limit)
        if kind == .space { break }
        if kind != .letter {
          plain = false
          let byte = text.bytes[end]
          if byte == 0x40 || byte == 0x2f || byte == 0x2e { address = true }
        }
        end += length
      }
      if plain {
        emitWord(start..<end)
      } else {
        readRun(start, end, mayBeAddress: address)
      }
      start = end
    }
  }

  /// Reads a run without white space.
  private mutating func readRun(_ start: Int, _ end: Int, mayBeAddress: Bool) {
    if isTreebankBracket(start..<end) { return emit(start..<end) }
    var i = start
    while i < end {
      let (kind, _) = text.character(at: i, before: end)
      if kind == .mark {
        i = readMark(i, end, runStart: start)
      } else if mayBeAddress, let stop = addressEnd(i, end, isFirst: i == start) {
        emit(i..<stop)
        i = stop
      } else {
        i = readWord(i, end)
      }
    }
  }

  /// Adds a token, cut where it is too long.
  mutating func emit(_ range: Range<Int>) {
    var start = range.lowerBound
    while range.upperBound - start > Self.longestToken {
      var cut = start + Self.longestToken
      while cut > start + 1, text.bytes[cut] & 0xc0 == 0x80 { cut -= 1 }
      tokens.append(start..<cut)
      start = cut
    }
    if start < range.upperBound { tokens.append(start..<range.upperBound) }
  }

  /// Adds a word of letters, which may be two tokens: "cannot".
  mutating func emitWord(_ range: Range<Int>) {
    if range.count >= 4, range.count <= 8,
      let cut = WordParts.fused[text.lowercased(range)]
    {
      emit(range.lowerBound..<range.lowerBound + cut)
      emit(range.lowerBound + cut..<range.upperBound)
    } else {
      emit(range)
    }
  }

  /// Whether a run is a bracket as the Penn Treebank writes it: `-LRB-`.
  private func isTreebankBracket(_ run: Range<Int>) -> Bool {
    guard run.count == 5, text.bytes[run.lowerBound] == 0x2d, text.bytes[run.lowerBound + 4] == 0x2d
    else { return false }
    switch text.string(run) {
    case "-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-": return true
    default: return false
    }
  }
}
