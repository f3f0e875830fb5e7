public import Documents

/// Takes a document apart into sentences and tokens.
///
/// Tokens follow the conventions of UD English EWT. A sentence never crosses the border of a block,
/// and blocks of the kind ``Documents/TextBlock/Kind/header`` give none. Datelines, agency codes
/// and credits at the head of running text become sentences of their own, so that they do not
/// disturb the parse of the words after them:
///
///     (170822) -- WUHAN, Aug. 22, 2017 (Xinhua) -- | A passenger uses …
///
/// Rules find the ends that a stop marks. In paragraphs and list items a trained scorer adds those that
/// nothing marks, as in mails and posts:
///
///     great service | will come back | thanks
///
/// - Complexity: O(*n*) in the bytes of the text.
public struct SentenceSplitter: Sendable {
  /// The most tokens of a sentence; longer runs are cut, at a semicolon or dash if there is one.
  public static let longestSentence = 160

  private let scorer: BoundaryScorer?

  /// Creates a splitter; without a scorer it goes by the rules alone.
  public init(scorer: BoundaryScorer? = nil) { self.scorer = scorer }

  /// The sentences of a document, in order.
  public func split(_ document: Document) -> [RawSentence] {
    var sentences: [RawSentence] = []
    forEachSentence(of: document) { sentences.append($0) }
    return sentences
  }

  /// Hands over the sentences of a document in order; those of no more than one block exist together.
  func forEachSentence(of document: Document, _ body: (RawSentence) -> Void) {
    document.text.withUnsafeBufferPointer { bytes in
      let text = TextCursor(bytes: bytes)
      for block in document.blocks where block.kind != .header {
        sentencesOfBlock(block, in: text).forEach(body)
      }
    }
  }

  /// A whole text as one sentence, for input that comes one sentence a line; `nil` if it is blank.
  ///
  /// Lines that were tokenised before keep their tokens.
  public func line(_ bytes: Range<Int>, of text: [UInt8]) -> RawSentence? {
    text.withUnsafeBufferPointer { buffer in
      let tokens = Tokenizer.tokens(of: bytes, in: TextCursor(bytes: buffer))
      guard let first = tokens.first, let last = tokens.last else { return nil }
      return RawSentence(
        bytes: first.lowerBound..<last.upperBound, block: .paragraph, tokens: tokens)
    }
  }

  private func sentencesOfBlock(_ block: TextBlock, in text: TextCursor) -> [RawSentence] {
    let tokens = Tokenizer.tokens(of: block.range, in: text)
    guard !tokens.isEmpty else { return [] }
    let finder = BoundaryFinder(
      text: text, tokens: tokens, block: block.range,
      scorer: block.kind == .paragraph || block.kind == .listItem ? scorer : nil)
    var sentences: [RawSentence] = []
    var start = 0
    for end in finder.boundaries() {
      for range in cut(start..<end, finder) {
        let tokens = Array(tokens[range])
        guard let first = tokens.first, let last = tokens.last else { continue }
        sentences.append(
          RawSentence(
            bytes: first.lowerBound..<last.upperBound, block: block.kind, tokens: tokens))
      }
      start = end
    }
    return sentences
  }

  /// Cuts a run of tokens into pieces that are not too long, without the bullet at its head.
  private func cut(_ run: Range<Int>, _ finder: BoundaryFinder) -> [Range<Int>] {
    var start = run.lowerBound
    while start + 1 < run.upperBound, finder.isBullet(start) { start += 1 }
    var pieces: [Range<Int>] = []
    while run.upperBound - start > Self.longestSentence {
      let earliest = start + Self.longestSentence / 2
      let latest = start + Self.longestSentence
      let end = (earliest..<latest).last(where: finder.isPause) ?? latest - 1
      pieces.append(start..<end + 1)
      start = end + 1
    }
    pieces.append(start..<run.upperBound)
    return pieces
  }
}
