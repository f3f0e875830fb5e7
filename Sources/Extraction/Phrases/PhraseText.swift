import Documents
import GraphModel
import Linguistics

/// Turns tokens back into the words of the text.
struct PhraseText {
  /// The document.
  let document: AnnotatedDocument

  /// The words of some tokens in the order given; runs that adjoin in the text keep its spacing
  /// (white space as one space), gaps become one space.
  func words(_ tokens: [Int], in tree: SentenceTree) -> String {
    var result = ""
    var previous: Int?
    for index in tokens {
      let token = tree[index]
      if let previous {
        let before = tree[previous].bytes
        let adjoins =
          index == previous + 1 && !before.isEmpty && !token.bytes.isEmpty
          && before.upperBound == token.bytes.lowerBound
        if !adjoins { result += " " }
      }
      result += token.form
      previous = index
    }
    return result
  }

  /// The bytes from the first to the last of some tokens; `nil` for pretokenised input without
  /// places.
  func bytes(_ tokens: Range<Int>, in tree: SentenceTree) -> Range<Int>? {
    let tokens = tokens.clamped(to: 0..<tree.count)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let start = tree[first].bytes.lowerBound
    let end = tree[last].bytes.upperBound
    return start < end && end <= document.document.text.count ? start..<end : nil
  }

  /// The exact words and the place of the tokens of a range.
  func quote(_ tokens: Range<Int>, in tree: SentenceTree) -> (text: String, span: TextSpan)? {
    guard let bytes = bytes(tokens, in: tree),
      let span = TextSpan(document.document.codePoints.codePoints(ofBytes: bytes))
    else { return nil }
    return (document.document.string(bytes), span)
  }

  /// The exact words and the place of a whole sentence, without white space at its ends.
  func quote(sentence tree: SentenceTree) -> (text: String, span: TextSpan)? {
    var bytes = tree.sentence.bytes.clamped(to: 0..<document.document.text.count)
    let text = document.document.text
    while let first = bytes.first, text[first] <= 0x20 { bytes = first + 1..<bytes.upperBound }
    while let last = bytes.last, text[last] <= 0x20 { bytes = bytes.lowerBound..<last }
    guard let span = TextSpan(document.document.codePoints.codePoints(ofBytes: bytes)) else {
      return nil
    }
    return (document.document.string(bytes), span)
  }
}
