import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("SpeechFrame")
struct SpeechFrameTests {
  @Test(
    "speech is a fact, what it says is the speaker's",
    arguments: [
      (
        "said",
        [
          "Ada Lund | say | “Acme closed the mine”",
          "?unknown ‘said’ by Ada Lund: Acme | close | the mine",
        ]
      ),
      (
        "frame",
        [
          "?unknown ‘says’ by Ada Lund: We | close | the mine",
          "Ada Lund | say | “We closed the mine”",
        ]
      ),
      ("according", ["Acme | close | the mine"]),
      (
        "think",
        [
          "The founders | think | “they can survive”",
          "?unknown ‘think’ by founders: they | survive",
        ]
      ),
      (
        "arguing",
        [
          "The ministry | ban | Acme", "The ministry | argue | “it stole secrets”",
          "?unknown ‘arguing’ by ministry: it | steal | secrets",
        ]
      ),
    ])
  func speech(name: String, expected: [String]) throws {
    #expect(try ClaimLines(name).lines == expected)
  }

  @Test("the clause around a frame is what is said")
  func framed() throws {
    #expect(
      try ClaimLines("framed").lines == [
        "?unknown ‘said’ by Ada Lund: Sales | fall", "Ada Lund | say | “Sales fell”",
      ])
  }

  @Test("what is known is vouched for")
  func factive() throws {
    #expect(
      try ClaimLines("know").lines == [
        "Ada Lund | know | “Acme closed the mine”", "Acme | close | the mine",
      ])
  }

  @Test("“we” in a quotation is its speaker")
  func firstPerson() throws {
    let extraction = try ClaimLines("frame").extraction
    let we = try #require(extraction.mentions.first { $0.text == "We" })
    let ada = try #require(extraction.mentions.first { $0.text == "Ada Lund" })
    #expect(we.chain == ada.chain)
  }
}
