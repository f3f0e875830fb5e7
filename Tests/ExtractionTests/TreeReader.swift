import Documents
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

/// Makes annotated documents out of ``Trees``.
enum TreeReader {
  /// A document of some trees, one sentence each, words parted by spaces.
  static func document(
    _ names: [String], times: [Time] = [], amounts: [Amount] = [], chains: [[Int]] = []
  ) throws -> AnnotatedDocument {
    var text: [UInt8] = []
    var sentences: [Sentence] = []
    for name in names {
      if !text.isEmpty { text.append(0x0a) }
      sentences.append(try sentence(try #require(all[name], "no tree named \(name)"), text: &text))
    }
    let document = Document(
      name: "test.txt", contentHash: "", title: nil, date: nil, language: "en", text: text,
      blocks: [TextBlock(range: 0..<text.count, kind: .paragraph)],
      sourceMap: .identity(count: text.count),
      repairs: [])
    return AnnotatedDocument(
      document: document, sentences: sentences,
      chains: chains.map { heads in
        CoreferenceChain(
          mentions: heads.map { head in
            let token = sentences[0].tokens[head]
            return .init(
              sentence: 0, tokens: head..<head + 1, head: head,
              kind: token.upos == .pron ? .pronoun : token.upos == .propn ? .name : .nominal)
          }, kind: nil)
      },
      times: times.map { time in
        let tokens = sentences[time.sentence].tokens[time.tokens]
        return TimeExpression(
          bytes: tokens[tokens.startIndex].bytes
            .lowerBound..<tokens[tokens.endIndex - 1].bytes.upperBound,
          sentence: time.sentence, tokens: time.tokens, kind: .date, value: time.value)
      },
      amounts: amounts.map { amount in
        let tokens = sentences[amount.sentence].tokens[amount.tokens]
        return AmountExpression(
          bytes: tokens[tokens.startIndex].bytes
            .lowerBound..<tokens[tokens.endIndex - 1].bytes.upperBound,
          sentence: amount.sentence, tokens: amount.tokens, value: amount.value, unit: amount.unit,
          cue: nil)
      })
  }

  /// A tree by itself.
  static func tree(_ name: String) throws -> SentenceTree {
    SentenceTree(try document([name]).sentences[0], index: 0)
  }

  /// A time expression of a test.
  struct Time {
    var sentence = 0
    var tokens: Range<Int>
    var value: String?
  }

  /// An amount of a test.
  struct Amount {
    var sentence = 0
    var tokens: Range<Int>
    var value: String
    var unit: String?
  }

  private static let all: [String: [[String]]] = {
    var all: [String: [[String]]] = [:]
    var current = ""
    for line in Trees.text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        current = String(line.dropFirst(2))
      } else {
        all[current, default: []].append(line.split(separator: " ").map(String.init))
      }
    }
    return all
  }()

  private static func sentence(_ rows: [[String]], text: inout [UInt8]) throws -> Sentence {
    let start = text.count
    var tokens: [Token] = []
    var names: [NameSpan] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { text.append(0x20) }
      let begin = text.count
      text += Array(row[0].utf8)
      tokens.append(
        Token(
          bytes: begin..<text.count, form: row[0], lemma: row[1],
          upos: try #require(UPOS(rawValue: row[2])),
          xpos: row[3], head: try #require(Int(row[4])) - 1, relation: DependencyRelation(row[5])))
      if row[6].hasPrefix("B-") {
        let kind: NameSpan.Kind =
          row[6] == "B-PER" ? .person : row[6] == "B-ORG" ? .organization : .place
        names.append(NameSpan(tokens: index..<index + 1, kind: kind))
      } else if row[6].hasPrefix("I-"), let last = names.popLast() {
        names.append(NameSpan(tokens: last.tokens.lowerBound..<index + 1, kind: last.kind))
      }
    }
    return Sentence(bytes: start..<text.count, block: .paragraph, tokens: tokens, names: names)
  }
}

/// Claims as short lines: `Acme | buy | Zenith`, with `?` and the reason in front of what is not
/// asserted.
struct ClaimLines {
  /// The lines, in order.
  let lines: [String]
  /// The extraction.
  let extraction: ExtractedDocument

  /// Extracts open claims alone from some trees.
  init(
    _ names: String..., times: [TreeReader.Time] = [], amounts: [TreeReader.Amount] = [],
    chains: [[Int]] = []
  ) throws {
    let document = try TreeReader.document(
      names, times: times, amounts: amounts, chains: chains)
    extraction = Extractor(schema: Schema(relations: [], superclasses: [:])).extract(document)
    let mentions = extraction.mentions
    lines = extraction.claims.map { claim in
      var line = ""
      if claim.polarity == .negative || claim.certainty != .certain {
        let parts = [
          claim.polarity == .negative ? "not" : nil,
          claim.certainty == .certain ? nil : claim.certainty.rawValue, claim.cue.map { "‘\($0)’" },
          claim.speaker.map { "by \(mentions[$0].core)" },
        ]
        line = "?" + parts.compactMap(\.self).joined(separator: " ") + ": "
      }
      line += "\(mentions[claim.subject].text) | \(claim.predicate.label)"
      switch claim.object {
      case .mention(let index): line += " | \(mentions[index].text)"
      case .value(let literal, _):
        line += " | “\(literal.value)\(literal.unit.map { " \($0)" } ?? "")”"
      case nil: break
      }
      for detail in claim.details { line += " {\(detail.role): \(detail.text)}" }
      if let time = claim.time { line += " @\(time.start ?? "…")/\(time.end ?? "…")" }
      return line
    }
  }
}
