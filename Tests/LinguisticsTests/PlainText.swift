import Documents

@testable import Linguistics

/// Documents made from a string, for tests.
enum PlainText {
  /// A document whose blocks are the paragraphs of a text, parted by blank lines.
  static func document(
    _ text: String, date: String? = nil, kind: TextBlock.Kind = .paragraph
  ) -> Document {
    let bytes = Array(text.utf8)
    var blocks: [TextBlock] = []
    var start = 0
    for paragraph in text.components("\n\n") {
      let end = start + paragraph.utf8.count
      if end > start { blocks.append(TextBlock(range: start..<end, kind: kind)) }
      start = end + 2
    }
    return Document(
      name: "test.txt", contentHash: "", title: nil, date: date, language: "en", text: bytes,
      blocks: blocks, sourceMap: SourceMap(runs: []), repairs: [])
  }

  /// The sentences of a document with tokens that have no tags and no tree.
  static func untagged(_ document: Document) -> [Sentence] {
    SentenceSplitter().split(document).map { raw in
      Sentence(
        bytes: raw.bytes, block: raw.block,
        tokens: raw.tokens.map {
          let form = document.string($0)
          return Token(
            bytes: $0, form: form, lemma: form.lowercased(), upos: .other, xpos: "", head: -1,
            relation: "dep")
        }, names: [])
    }
  }

  /// The tokens of each sentence, parted by spaces.
  static func sentences(_ text: String) -> [String] {
    let document = document(text)
    return SentenceSplitter().split(document).map { sentence in
      sentence.tokens.map { document.string($0) }.joined(separator: " ")
    }
  }

  /// The tokens of a line, parted by spaces.
  static func line(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let sentence = SentenceSplitter().line(0..<bytes.count, of: bytes)
    return (sentence?.tokens ?? [])
      .map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " ")
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String] = [""]
    var rest = Substring(self)
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }
}
