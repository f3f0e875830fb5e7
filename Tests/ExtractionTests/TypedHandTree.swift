import Documents
import Linguistics

@testable import Extraction

/// A sentence written as `form[/PER|ORG|LOC|USD] [lemma] UPOS[:XPOS] relation head` items between
/// bars; heads count from 1.
struct HandTree: Sendable {
  let document: AnnotatedDocument

  init(_ text: String) {
    var bytes: [UInt8] = []
    var tokens: [Token] = []
    var names: [NameSpan] = []
    var amounts: [AmountExpression] = []
    for (index, item) in text.split(separator: "|").enumerated() {
      let fields = item.split(separator: " ").map(String.init)
      let parts = fields[0].split(separator: "/").map(String.init)
      let start = bytes.count
      bytes += Array(parts[0].utf8)
      let range = start..<bytes.count
      bytes.append(UInt8(ascii: " "))
      let tags = fields[fields.count - 3].split(separator: ":").map(String.init)
      tokens.append(
        Token(
          bytes: range, form: parts[0],
          lemma: fields.count == 5 ? fields[1] : parts[0].lowercased(),
          upos: UPOS(rawValue: tags[0]) ?? .other, xpos: tags.count > 1 ? tags[1] : "",
          head: (Int(fields[fields.count - 1]) ?? 0) - 1,
          relation: DependencyRelation(fields[fields.count - 2])))
      switch parts.count > 1 ? parts[1] : "" {
      case "PER": names.append(NameSpan(tokens: index..<index + 1, kind: .person))
      case "ORG": names.append(NameSpan(tokens: index..<index + 1, kind: .organization))
      case "LOC": names.append(NameSpan(tokens: index..<index + 1, kind: .place))
      case "USD":
        amounts.append(
          AmountExpression(
            bytes: range, sentence: 0, tokens: index..<index + 1, value: "5", unit: "USD", cue: nil)
        )
      default: break
      }
    }
    let whole = 0..<bytes.count
    document = AnnotatedDocument(
      document: Document(
        name: "tree.txt", contentHash: "", title: nil, date: nil, language: "en", text: bytes,
        blocks: [TextBlock(range: whole, kind: .paragraph)],
        sourceMap: SourceMap(runs: []), repairs: []),
      sentences: [Sentence(bytes: whole, block: .paragraph, tokens: tokens, names: names)],
      chains: [], times: [], amounts: amounts)
  }

  /// The words of an argument.
  func words(_ argument: TypedMatch.Argument) -> String {
    let tokens =
      switch argument {
      case .thing(let tokens, _), .text(let tokens, _): tokens
      case .amount(let index): document.amounts[index].tokens
      case .time(let index): document.times[index].tokens
      }
    return tokens.map { document.sentences[0].tokens[$0].form }.joined(separator: " ")
  }
}
