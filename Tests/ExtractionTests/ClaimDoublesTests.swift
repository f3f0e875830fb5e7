import GraphModel
import Testing

@testable import Extraction

@Suite("Claims that double each other")
struct ClaimDoublesTests {
  @Test(
    "what a relation says is not said again in the text's words",
    arguments: [
      (
        "Nordia was founded by Ada Lund in Oslo in 1990.", "q:founder",
        ["p:be-founded-by", "p:found"]
      ),
      ("Ada Lund said that prices fell.", "q:said", ["p:say"]),
      ("Nordia acquired Halden Energy.", "q:acquired", ["p:acquire"]),
    ])
  func doubles(sentence: String, relation: String, open: [String]) throws {
    let ids = try RealText.extracted([sentence])[0].claims.map(\.predicate.id)
    #expect(ids.filter { open.contains($0) }.isEmpty, "\(ids)")
    #expect(ids.contains { $0.hasPrefix("q:") }, "\(ids)")
  }

  @Test("the relation takes over the circumstances of the double")
  func circumstances() throws {
    let claims = try RealText.extracted(["Ada Lund said in Bergen that prices fell."])[0]
      .claims
    let said = try #require(claims.first { $0.predicate.label == "said" })
    #expect(said.details.contains { $0.text.contains("Bergen") })
  }

  @Test("what is only claimed does not hide what is asserted")
  func force() throws {
    let claims = try RealText.extracted(["Nordia may acquire Halden Energy."])[0].claims
    #expect(claims.allSatisfy { $0.certainty != .certain })
    #expect(!claims.isEmpty)
  }
}
