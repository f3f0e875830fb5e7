import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite("Readings that the parser was unsure of")
struct UncertainParseTests {
  /// The claims of the tree "bought" with one head as likely as told.
  private func claims(unsureOf form: String, _ probability: Float) throws -> [String] {
    let told = try TreeReader.document(["bought"])
    let sentences = told.sentences.map { sentence in
      Sentence(
        bytes: sentence.bytes, block: sentence.block,
        tokens: sentence.tokens.map {
          Token(
            bytes: $0.bytes, form: $0.form, lemma: $0.lemma, upos: $0.upos, xpos: $0.xpos,
            head: $0.head, relation: $0.relation,
            headProbability: $0.form == form ? probability : 1)
        }, names: sentence.names)
    }
    let document = AnnotatedDocument(
      document: told.document, sentences: sentences, chains: told.chains, times: told.times,
      amounts: told.amounts)
    let found = Extractor(schema: Schema(relations: [], superclasses: [:])).extract(document)
    return found.claims.map { "\(found.mentions[$0.subject].text) | \($0.predicate.label)" }
  }

  @Test("state nothing, if the doubt is about what they join")
  func participants() throws {
    let all = try claims(unsureOf: "Zenith", 0.9)
    #expect(all.contains("Acme | buy") && all.contains("Acme | sell"))
    #expect(try claims(unsureOf: "Zenith", 0.6) == all.filter { $0 != "Acme | buy" })
    #expect(try claims(unsureOf: "Acme", 0.6).isEmpty)
  }

  @Test("are told all the same, if the doubt is about something else")
  func others() throws {
    #expect(try claims(unsureOf: ".", 0.3) == claims(unsureOf: ".", 1))
  }
}
