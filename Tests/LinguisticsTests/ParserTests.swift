import Testing

@testable import Linguistics

/// The model that all tests of the module share.
enum English {
  static let model = Result { try Model.embedded() }
}

@Suite("Parser")
struct ParserTests {
  private let model: Model
  private let parser: Parser

  init() throws {
    model = try English.model.get()
    parser = Parser(model: model)
  }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test("finds the tags, lemmas, tree and names of a plain sentence")
  func plain() throws {
    let parse = try #require(
      parser.parse([words("Anna Keller founded two companies in Oslo .")]).first)
    #expect(parse.upos == [.propn, .propn, .verb, .num, .noun, .adp, .propn, .punct])
    #expect(parse.xpos == ["NNP", "NNP", "VBD", "CD", "NNS", "IN", "NNP", "."])
    #expect(parse.lemmas == ["Anna", "Keller", "found", "two", "company", "in", "Oslo", "."])
    #expect(parse.heads == [2, 0, -1, 4, 2, 6, 2, 2])
    #expect(
      parse.relations.map(\.full) == [
        "nsubj", "flat", "root", "nummod", "obj", "case", "obl", "punct",
      ])
    #expect(
      parse.names == [
        NameSpan(tokens: 0..<2, kind: .person), NameSpan(tokens: 6..<7, kind: .place),
      ])
  }

  @Test("a sentence is the same alone and among others")
  func batches() {
    let sentences = [
      "The board , which met on Tuesday , rejected the offer .", "No .", "",
      "She said that the minister had resigned because of the report published last year .",
      "Shares of Acme Corp. fell 3.5 % in London .",
    ].map(words)
    let many = Array(repeating: sentences, count: 20).flatMap { $0 }
    let together = parser.parse(many)
    for (index, sentence) in sentences.enumerated() {
      let alone = parser.parse([sentence])
      for round in 0..<20 {
        #expect(together[round * sentences.count + index] == alone[0])
      }
    }
  }

  @Test("a sentence longer than the model reads is parsed in parts under one root")
  func long() {
    let sentence = (0..<100).flatMap { words("the cat number \($0) sat on a mat ,") }
    let parse = parser.parse([sentence])[0]
    #expect(parse.upos.count == sentence.count)
    #expect(parse.heads.count(where: { $0 == -1 }) == 1)
    #expect(parse.heads.allSatisfy { (-1..<sentence.count).contains($0) })
    #expect(parse.relations.contains("parataxis"))
  }

  @Test("odd words do no harm")
  func odd() {
    let sentence = [
      "", " ", "\u{0}", "\u{301}", "\u{200d}", "한국어", "北京", "🙂",
      String(repeating: "x", count: 5000),
      String(repeating: "-", count: 900), "ﬁ", "É",
    ]
    let parse = parser.parse([sentence])[0]
    #expect(parse.upos.count == sentence.count)
    #expect(parse.heads.count(where: { $0 == -1 }) == 1)
  }
}
