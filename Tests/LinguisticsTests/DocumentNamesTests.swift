import Foundation
import TestSupport
import Testing

@testable import Linguistics

@Suite("Names of a document")
struct DocumentNamesTests {
  /// A sentence whose words carry a probability of being a whole name: `Xinhua/ORG:0.7` is decoded as a
  /// name, `Xinhua/ORG?0.3` is not.
  private struct Marked {
    var words: [String] = []
    var reading: SentenceReading

    init(_ text: String) {
      let tags: [NameTag] = [.outside] + NameSpan.Kind.allCases.map { .begin($0) }
      var scores: [Float] = []
      var names: [NameSpan] = []
      for (index, word) in text.split(separator: " ").enumerated() {
        let parts = word.split(whereSeparator: { "/:?".contains($0) })
        words.append(String(parts[0]))
        var row: [Float] = [0, -20, -20, -20]
        if parts.count == 3, case .begin(let kind)? = NameTag("B-" + parts[1]),
          let chance = Double(parts[2])
        {
          row[0] = Float(log(1 - chance))
          row[1 + kind.index] = Float(log(chance))
          if word.contains(":") { names.append(NameSpan(tokens: index..<index + 1, kind: kind)) }
        }
        scores += row
      }
      reading = .empty
      reading.parse.names = names
      reading.names = NameEvidence(scores, tags: tags, words: words.count, stride: 4)
    }
  }

  /// The names after reconciliation, sentence by sentence, as `word/KIND`.
  private func names(_ sentences: [String]) -> [String] {
    let marked = sentences.map(Marked.init)
    var found = marked.map { SentenceNames($0.reading) }
    DocumentNames.reconcile(&found, forms: marked.map(\.words))
    return zip(found, marked).map { found, sentence in
      found.names.map {
        "\(sentence.words[$0.tokens].joined(separator: " "))/\(NameTag.abbreviation($0.kind))"
      }.joined(separator: " ")
    }
  }

  @Test("of one string have the kind that is likeliest over all")
  func kind() {
    #expect(
      names(["Xinhua/PER:0.5 reports", "says Xinhua/ORG:0.9", "by Xinhua/ORG:0.9"])
        == ["Xinhua/ORG", "Xinhua/ORG", "Xinhua/ORG"])
  }

  @Test("keep their own kind where the sentence is surer than the others")
  func ownKind() {
    #expect(
      names(["Lincoln/PER:0.95 spoke", "in Lincoln/LOC:0.9"]) == ["Lincoln/PER", "Lincoln/LOC"])
  }

  @Test("are found where a sentence alone passed over them")
  func found() {
    #expect(
      names(["in Fallujah/LOC:0.9", "took Fallujah/LOC:0.8", "the Fallujah/LOC?0.3 campaign"])
        == ["Fallujah/LOC", "Fallujah/LOC", "Fallujah/LOC"])
  }

  @Test("are not spread from a doubtful one, to a word without likelihood, or to small letters")
  func notSpread() {
    #expect(names(["Pride/ORG:0.6", "Pride/ORG?0.1", "Pride/ORG?0.1"]) == ["Pride/ORG", "", ""])
    #expect(names(["Shell/ORG:0.99", "Shell/ORG:0.99", "Shell broke"]).last == "")
    #expect(names(["Apple/ORG:0.99", "an apple/ORG?0.4"]) == ["Apple/ORG", ""])
    #expect(names(["apple/ORG:0.9", "apple/PER:0.6"]) == ["apple/ORG", "apple/PER"])
  }

  @Test("do not hang on the order of sentences", arguments: 1...20)
  func order(seed: UInt64) {
    var random = Xorshift(seed: seed)
    let kinds = ["PER", "ORG", "LOC"]
    let sentences = (0..<6).map { _ in
      (0..<4).map { _ in
        let mark = random.next(below: 3) == 0 ? "?" : ":"
        let chance = Double(1 + random.next(below: 98)) / 100
        return "N\(random.next(below: 3))/\(kinds[random.next(below: 3)])\(mark)\(chance)"
      }.joined(separator: " ")
    }
    let forwards = names(sentences)
    #expect(names(sentences.reversed()) == forwards.reversed())
  }
}
