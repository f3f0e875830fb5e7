import Documents
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite("Extractor")
struct ExtractorTests {
  private let extractor = Extractor(schema: Schema(relations: [], superclasses: [:]))

  @Test("each claim quotes its sentence at its exact place")
  func evidence() throws {
    let document = try TreeReader.document(["cafe", "said", "appos", "members"])
    let text = Array(String(decoding: document.document.text, as: UTF8.self).unicodeScalars)
    let extraction = extractor.extract(document)
    #expect(!extraction.claims.isEmpty)
    for claim in extraction.claims {
      #expect(String(String.UnicodeScalarView(text[claim.quote.range])) == claim.quoteText)
      #expect(extraction.mentions.indices.contains(claim.subject))
      #expect((0...1).contains(claim.confidence))
      #expect(!claim.rule.isEmpty)
    }
  }

  @Test("mentions come in order of the text, claims in order of the sentences")
  func order() throws {
    let extraction = extractor.extract(try TreeReader.document(["appos", "raised", "said"]))
    #expect(extraction.mentions.map(\.span) == extraction.mentions.map(\.span).sorted())
    #expect(extraction.claims.map(\.sentence) == extraction.claims.map(\.sentence).sorted())
  }

  @Test("a sentence in another script is not read")
  func foreign() throws {
    #expect(try ClaimLines("foreign").lines.isEmpty)
    #expect(!(try ClaimLines("cafe").lines.isEmpty))
  }

  @Test("the same document gives the same extraction")
  func deterministic() throws {
    let document = try TreeReader.document(["bought", "passive", "copula", "raised"])
    #expect(extractor.extract(document) == extractor.extract(document))
  }

  @Test("an amount as object is a typed value")
  func amount() throws {
    let lines = try ClaimLines(
      "raised", amounts: [.init(tokens: 2..<5, value: "5000000", unit: "USD")]
    ).lines
    #expect(
      lines.first == "Acme | raise | “5000000 USD” {from: investors including Nordia and Apex}")
    #expect(lines.contains("Acme | raise from | Nordia {object: $ 5 million}"))
  }

  @Test("a vocabulary with a malformed pattern is refused when checked")
  func malformed() {
    let relation = Relation(
      name: "owns", label: "owns", domain: [], range: [], inverse: nil, isSymmetric: false,
      isFunctional: false,
      patterns: [.init(rule: "own/verb", text: "((")])
    #expect(throws: PatternError.self) {
      try Extractor(checking: Schema(relations: [relation], superclasses: [:]))
    }
  }
}
