/// A sentence as the encoder reads it: `[CLS]`, the pieces of each word, `[SEP]`.
struct PieceSequence: Sendable {
  /// The number of each piece.
  private(set) var pieces: [Int32]
  /// The case class of each piece's word.
  private(set) var cases: [UInt8]
  /// The index of the first piece of the root (`[CLS]`) and of each word.
  private(set) var first: [Int]

  /// Puts words together that have been cut into pieces.
  init(
    _ words: some Sequence<(pieces: [Int32], caseClass: CaseClass)>, start: Int32, end: Int32
  ) {
    pieces = [start]
    cases = [0]
    first = [0]
    for word in words {
      first.append(pieces.count)
      pieces.append(contentsOf: word.pieces)
      for _ in word.pieces { cases.append(word.caseClass.rawValue) }
    }
    pieces.append(end)
    cases.append(0)
  }
}
