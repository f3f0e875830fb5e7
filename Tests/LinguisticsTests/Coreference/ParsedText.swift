import Documents
import Linguistics

/// Documents with trees written out by hand, for tests that must not depend on a model.
///
/// One token a line: form, lemma, universal tag, Penn tag, head counted from 0 (-1 for the root),
/// relation and, in names, `B-Person`, `I-Person` and so on; `glued` if no space follows. Blank lines part sentences.
struct ParsedText {
  let document: Document
  let sentences: [Sentence]

  /// Reads the rows; the text is one paragraph, or each sentence is.
  init(_ rows: String, date: String? = nil, blockPerSentence: Bool = false) {
    var text = ""
    var sentences: [Sentence] = []
    for block in Self.blocks(rows) {
      var tokens: [Token] = []
      var names: [NameSpan] = []
      let start = text.utf8.count
      for (i, row) in block.enumerated() {
        let fields = row.split(separator: " ").map(String.init)
        guard fields.count >= 6, let upos = UPOS(rawValue: fields[2]), let head = Int(fields[4])
        else { continue }
        let first = text.utf8.count
        text += fields[0]
        tokens.append(
          Token(
            bytes: first..<text.utf8.count, form: fields[0], lemma: fields[1], upos: upos,
            xpos: fields[3], head: head, relation: DependencyRelation(fields[5])))
        if fields.last != "glued" { text += " " }
        guard fields.count > 6, let kind = NameSpan.Kind(rawValue: String(fields[6].dropFirst(2)))
        else { continue }
        if fields[6].hasPrefix("I-"), let last = names.last, last.tokens.upperBound == i {
          names[names.count - 1] = NameSpan(tokens: last.tokens.lowerBound..<i + 1, kind: kind)
        } else {
          names.append(NameSpan(tokens: i..<i + 1, kind: kind))
        }
      }
      sentences.append(
        Sentence(
          bytes: start..<text.utf8.count - 1, block: .paragraph, tokens: tokens, names: names))
    }
    let bytes = Array(text.utf8)
    let blocks = blockPerSentence ? sentences.map(\.bytes) : [0..<bytes.count]
    document = Document(
      name: "test.txt", contentHash: "", title: nil, date: date, language: "en", text: bytes,
      blocks: blocks.map { TextBlock(range: $0, kind: .paragraph) },
      sourceMap: SourceMap(runs: []), repairs: [])
    self.sentences = sentences
  }

  private static func blocks(_ rows: String) -> [[Substring]] {
    var blocks: [[Substring]] = [[]]
    for row in rows.split(separator: "\n", omittingEmptySubsequences: false) {
      if row.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(row) }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// The chains as words, those of one mention left out.
  var chains: [[String]] {
    allChains.filter { $0.count > 1 }
  }

  /// All chains as words.
  var allChains: [[String]] {
    CoreferenceResolver().chains(sentences: sentences, document: document).map { chain in
      chain.mentions.map { mention in
        sentences[mention.sentence].tokens[mention.tokens].map(\.form).joined(separator: " ")
      }
    }
  }
}
