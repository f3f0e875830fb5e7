import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("Leads")
struct LeadReaderTests {
  private func roles(_ name: String, of word: String) throws -> [EventRole] {
    let sentence = try TreeReader.document([name]).sentences[0]
    let head = try #require(sentence.tokens.firstIndex { $0.form == word })
    return EventRoleFinder(sentence).roles(of: head)
  }

  @Test("a passive subject is an object and its agent a subject, with what a clause says of it")
  func passive() throws {
    #expect(try roles("shot", of: "mayor") == [.object("shoot")])
    #expect(try roles("shot", of: "man") == [.subject("flee"), .subject("shoot")])
  }

  @Test(
    "verbs that are listed share their subject; what stands behind a preposition has it for its part"
  )
  func listed() throws {
    #expect(try roles("bought", of: "Acme") == [.subject("buy"), .subject("sell")])
    #expect(try roles("bought", of: "Apex") == [.object("buy")])
    #expect(try roles("bought", of: "2019") == [EventRole(verb: "buy", part: "in")])
    #expect(try roles("bridge", of: "firm") == [.subject("build"), .subject("leave")])
  }

  @Test("nouns tell of deeds by their endings")
  func nouns() {
    #expect(EventRole.told(by: "driver", isPerson: true).contains(.subject("drive")))
    #expect(EventRole.told(by: "runner", isPerson: false).contains(.subject("run")))
    #expect(EventRole.told(by: "nominee", isPerson: true).contains(.object("nominate")))
    #expect(EventRole.told(by: "employee", isPerson: false).contains(.object("employ")))
    #expect(EventRole.told(by: "host", isPerson: true) == [.subject("host")])
    #expect(EventRole.told(by: "host", isPerson: false).isEmpty)
  }

  @Test("a lead has the content words of four sentences, a headline those of two")
  func words() throws {
    let document = try TreeReader.document(["bought", "shot", "bridge", "bought", "he"])
    let lead = LeadReader(document).lead(of: [])
    #expect(lead.headline.contains("acme") && lead.headline.contains("mayor"))
    #expect(!lead.headline.contains("bridge") && lead.words.contains("bridge"))
    #expect(lead.words == lead.words.sorted() && lead.roles.isEmpty)
    // Verbs that say little are left out.
    #expect(!lead.words.contains("take"))
  }

  @Test("roles are told by mention, whatever order the mentions come in")
  func mentions() throws {
    let document = try TreeReader.document(["bridge", "shot"])
    var table = MentionTable(analysis: DocumentAnalysis(document))
    _ = table.mention(TokenAddress(sentence: 1, token: 6))
    _ = table.mention(TokenAddress(sentence: 0, token: 1))
    let lead = LeadReader(document).lead(of: table.mentions)
    #expect(
      lead.roles == [
        [.subject("flee"), .subject("shoot")], [.subject("build"), .subject("leave")],
      ])
  }
}
