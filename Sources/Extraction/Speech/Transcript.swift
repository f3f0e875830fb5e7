import Documents
import Linguistics

/// The speech of an interview or debate that is printed as a dialogue.
///
/// A label names the speaker before each turn: "((Ann Lee)) We began early", "Lee: We began early".
/// A document is a dialogue if two labels or more return in it. What follows a label, up to the next one or the
/// next heading, is said by whom it names and not by the document.
struct Transcript {
  /// Who says each sentence: `nil` for the document itself, else the label's token if it has one.
  private let turns: [Turn?]

  private struct Turn {
    let speaker: TokenAddress?
  }

  /// Reads the labels of a document.
  ///
  /// - Complexity: O(*n*) in the bytes of its labels and the number of its sentences.
  init(_ document: AnnotatedDocument, _ trees: SentenceTrees) {
    let text = document.document.text
    let labels = document.document.blocks.map { Self.label(of: $0, in: text) }
    var uses: [ArraySlice<UInt8>: Int] = [:]
    for label in labels.compactMap(\.self) { uses[text[label], default: 0] += 1 }
    let known = uses.filter { $0.value > 1 }
    guard known.count > 1 else {
      turns = []
      return
    }
    var turns: [Turn?] = []
    var block = 0
    var turn: Turn?
    for (index, sentence) in document.sentences.enumerated() {
      let blocks = document.document.blocks
      var isFirst = turns.isEmpty
      while block + 1 < blocks.count,
        blocks[block + 1].range.lowerBound <= sentence.bytes.lowerBound
      {
        block += 1
        isFirst = true
      }
      if sentence.block == .heading { turn = nil }
      if isFirst, labels.indices.contains(block), let label = labels[block],
        known[text[label]] != nil
      {
        turn = Turn(speaker: Self.speaker(of: label, in: trees[index].sentence, index: index))
      }
      turns.append(turn)
    }
    self.turns = turns
  }

  /// Whether a sentence is part of a turn.
  func isSpeech(_ sentence: Int) -> Bool {
    turns.indices.contains(sentence) && turns[sentence] != nil
  }

  /// The token that names who says a sentence, or `nil`.
  func speaker(of sentence: Int) -> TokenAddress? {
    turns.indices.contains(sentence) ? turns[sentence]?.speaker : nil
  }

  /// The bytes of the label that a paragraph begins with: in double brackets, or a few capitalised words before a
  /// colon.
  private static func label(of block: TextBlock, in text: [UInt8]) -> Range<Int>? {
    guard block.kind == .paragraph else { return nil }
    let start = block.range.lowerBound
    let window = text[start..<min(block.range.upperBound, start + 48)]
    if window.starts(with: [UInt8(ascii: "("), UInt8(ascii: "(")]) {
      guard let end = window.firstIndex(of: UInt8(ascii: ")")), end > start + 2 else { return nil }
      return start + 2..<end
    }
    guard let end = window.firstIndex(of: UInt8(ascii: ":")), end > start,
      end + 1 < window.endIndex,
      window[end + 1] == UInt8(ascii: " ")
    else { return nil }
    let words = window[start..<end].split(separator: UInt8(ascii: " "))
    let isName =
      words.count <= 3 && words.allSatisfy { $0.first.map { (0x41...0x5a).contains($0) } ?? false }
    return isName ? start..<end : nil
  }

  private static func speaker(of label: Range<Int>, in sentence: Sentence, index: Int)
    -> TokenAddress?
  {
    let tokens = sentence.tokens.indices.filter {
      label.contains(sentence.tokens[$0].bytes.lowerBound)
    }
    let name = sentence.names.first { $0.tokens.contains { tokens.contains($0) } }
    let head = name?.tokens.first { name?.tokens.contains(sentence.tokens[$0].head) == false }
    return (head ?? tokens.first).map { TokenAddress(sentence: index, token: $0) }
  }
}
