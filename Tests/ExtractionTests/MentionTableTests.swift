import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("MentionTable")
struct MentionTableTests {
  private func mention(_ name: String, _ word: String) throws -> Mention {
    let document = try TreeReader.document([name])
    let tree = SentenceTree(document.sentences[0], index: 0)
    var table = MentionTable(analysis: DocumentAnalysis(document))
    let token = try #require(tree.sentence.tokens.firstIndex { $0.form == word })
    let address = TokenAddress(sentence: 0, token: token)
    let first = table.mention(address)
    let second = table.mention(address)
    #expect(first == second)
    return table.mentions[try #require(first)]
  }

  @Test("tells names, nominals and pronouns with class, number and gender")
  func features() throws {
    let ada = try mention("appos", "Ada")
    #expect((ada.core, ada.kind, ada.type) == ("Ada Lund", .name, "Person"))
    let company = try mention("founders", "company")
    #expect((company.kind, company.type, company.isDefinite) == (.nominal, "Organization", true))
    let founders = try mention("founders", "founders")
    #expect((founders.headLemma, founders.number) == ("founder", .plural))
    let he = try mention("he", "He")
    #expect((he.kind, he.gender, he.number) == (.pronoun, .male, .singular))
  }

  @Test("a common noun with a name right behind it is the name")
  func named() throws { #expect(try mention("firmidc", "firm").core == "Nordia") }

  @Test("a noun or number that is written as a name is one, without the plain words before it")
  func writtenNames() throws {
    let models = try mention("models", "747s")
    #expect((models.core, models.kind) == ("Orion 747s", .name))
    let store = try mention("models", "Store")
    #expect((store.core, store.kind) == ("Lumen Store", .name))
    #expect(try mention("models", "K380").kind == .name)
    #expect(try mention("models", "Leader").kind == .nominal)
  }

  @Test("a mention's text stands at its span, counted in code points")
  func spans() throws {
    let extraction = try ClaimLines("cafe").extraction
    let text = Array("Zoë Lund opened a café in Oslo .".unicodeScalars)
    for mention in extraction.mentions {
      #expect(String(String.UnicodeScalarView(text[mention.span.range])) == mention.text)
    }
    #expect(extraction.mentions.map(\.text) == ["Zoë Lund", "a café", "Oslo"])
  }
}
