/// A sentence, or a part of one that is too long for the model.
struct Window: Sendable {
  /// The index of the sentence.
  let sentence: Int
  /// The words with plain apostrophes and quotation marks.
  let words: ArraySlice<String>
  let sequence: PieceSequence

  /// Cuts a sentence into windows: none if it is empty, one if it fits.
  ///
  /// A window ends with a punctuation mark where its second half has one.
  static func split(_ words: [String], of sentence: Int, _ model: Model) -> [Window] {
    let shape = model.configuration
    let words = words.map(Typography.plain)
    let cut = words.map { (pieces: model.wordPieces.pieces(of: $0), caseClass: CaseClass($0)) }
    let room = shape.positions - 2
    var windows: [Window] = []
    var start = 0
    while start < words.count {
      var end = start
      var used = 0
      var mark: Int?
      while end < words.count, used + cut[end].pieces.count <= room {
        used += cut[end].pieces.count
        end += 1
        if used > room / 2, [";", ":", ".", ",", "!", "?"].contains(words[end - 1]) { mark = end }
      }
      if end < words.count, let mark { end = mark }
      windows.append(
        Window(
          sentence: sentence, words: words[start..<end],
          sequence: PieceSequence(cut[start..<end], start: shape.start, end: shape.end)))
      start = end
    }
    return windows
  }
}
