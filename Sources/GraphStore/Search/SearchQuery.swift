/// What is looked for in sentences: words and quoted phrases, all of which must be there.
struct SearchQuery: Equatable {
  /// Words that must follow each other; a single word mostly.
  struct Part: Equatable {
    var words: [[UInt8]]
    /// Whether the last word may go on.
    var isPrefix: Bool
  }

  /// The parts, in order.
  let parts: [Part]

  /// Reads a query; the last word may be the beginning of one unless it stands in quotes.
  ///
  /// A word that the scanner cuts in two ("Xi's", "2019-10") is a phrase. A quotation mark without
  /// its partner reaches to the end.
  init(_ text: String) {
    var parts: [Part] = []
    let marks: Set<Character> = ["\"", "\u{201c}", "\u{201d}"]
    let pieces = text.split(omittingEmptySubsequences: false) { marks.contains($0) }
    for (place, piece) in pieces.enumerated() {
      if place % 2 == 1 {
        let words = WordScanner.words(String(piece))
        if !words.isEmpty { parts.append(Part(words: words, isPrefix: false)) }
      } else {
        for written in piece.split(whereSeparator: \.isWhitespace) {
          let words = WordScanner.words(String(written))
          if !words.isEmpty { parts.append(Part(words: words, isPrefix: false)) }
        }
      }
    }
    let endsInWord = pieces.count % 2 == 1 && !WordScanner.words(String(pieces.last ?? "")).isEmpty
    if endsInWord, !parts.isEmpty { parts[parts.count - 1].isPrefix = true }
    self.parts = parts
  }
}
