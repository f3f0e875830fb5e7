/// Cuts words into the encoder's pieces: longest match first, from the left.
///
/// The method is WordPiece (Wu and others, 2016).
struct WordPieceTokenizer: Sendable {
  private let folding: TextFolding
  let vocabulary: PieceVocabulary
  private let unknown: Int32
  private let piecesPerWord: Int
  private let charactersPerWord: Int

  init(_ file: ModelFile, _ shape: ModelConfiguration) throws(LinguisticsError) {
    folding = try TextFolding(file)
    vocabulary = try PieceVocabulary(file, count: shape.vocabulary)
    unknown = shape.unknown
    piecesPerWord = shape.piecesPerWord
    charactersPerWord = shape.charactersPerWord
  }

  /// The pieces of a word: at least one, at most as many as the model reads of a word.
  func pieces(of word: String) -> [Int32] {
    var pieces: [Int32] = []
    folding.parts(of: word) { part, length in
      guard pieces.count < piecesPerWord else { return }
      guard length <= charactersPerWord, append(part, to: &pieces) else {
        pieces.append(unknown)
        return
      }
    }
    if pieces.isEmpty { return [unknown] }
    return Array(pieces.prefix(piecesPerWord))
  }

  /// Appends the pieces of a part; nothing if some of it has no piece.
  private func append(_ part: [UInt8], to pieces: inout [Int32]) -> Bool {
    let before = pieces.count
    var start = 0
    while start < part.count {
      guard let (number, end) = longest(in: part, from: start) else {
        pieces.removeSubrange(before...)
        return false
      }
      pieces.append(number)
      start = end
    }
    return true
  }

  private func longest(in part: [UInt8], from start: Int) -> (number: Int32, end: Int)? {
    var hash =
      start == 0 ? PieceVocabulary.emptyHash : PieceVocabulary.continuationHash
    // The hashes of all beginnings that end with a whole scalar.
    var ends: [(end: Int, hash: UInt64)] = []
    for at in start..<min(part.count, start + vocabulary.longest) {
      hash = PieceVocabulary.hash(hash, part[at])
      if at + 1 == part.count || part[at + 1] & 0xc0 != 0x80 { ends.append((at + 1, hash)) }
    }
    for (end, hash) in ends.reversed() {
      if let number = vocabulary.number(
        part[start..<end], isContinuation: start > 0, hash: hash)
      {
        return (number, end)
      }
    }
    return nil
  }
}
