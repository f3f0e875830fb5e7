import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

/// Claims of typed relations, from sentences that the real parser reads.
@Suite("Typed claims")
struct TypedClaimTests {
  /// "subject relation object" for each typed claim of a text, subject and object by their names.
  private func claims(_ text: String) throws -> [String] {
    let schema = try Schema.embedded()
    let reading = try TypedReading.read([text], matcher: TypedMatcher(schema: schema))[0]
    let extracted = try Extractor(checking: schema).extract(reading.document)
    return extracted.claims.compactMap { claim in
      guard claim.predicate.id.hasPrefix("q:"), claim.polarity == .positive,
        claim.certainty == .certain
      else { return nil }
      let object: String
      switch claim.object {
      case .mention(let index): object = extracted.mentions[index].core
      case .value(let literal, _): object = literal.value
      case nil: object = ""
      }
      return
        "\(extracted.mentions[claim.subject].core) \(claim.predicate.id.dropFirst(2)) \(object)"
    }
  }

  @Test("an adjective gives the country by its name")
  func adjective() throws {
    #expect(
      try claims("Otto Klein is a South Korean painter.").contains(
        "Otto Klein citizenOf South Korea"))
  }

  @Test("a relation stands with a pronoun that refers to no one named, and is trusted less")
  func unlinkedPronoun() throws {
    let text = "She is chief executive of Norvik Bank."
    #expect(try claims(text).contains("She chiefExecutiveOf Norvik Bank"))
    let schema = try Schema.embedded()
    let confidences = try [text, "Anna Weber is chief executive of Norvik Bank."].map { sentence in
      let reading = try TypedReading.read([sentence], matcher: TypedMatcher(schema: schema))[0]
      return try Extractor(checking: schema).extract(reading.document).claims
        .first { $0.predicate.id == "q:chiefExecutiveOf" }?.confidence ?? 0
    }
    #expect(confidences[0] > 0 && confidences[0] < confidences[1])
  }

  @Test("what an unnamed pronoun says of nothing named is left out")
  func unlinkedSpeech() throws {
    #expect(try !claims("He said that the bank would grow.").contains { $0.contains(" said ") })
    #expect(
      try claims("Anna Weber said that the bank would grow.").contains { $0.contains(" said ") })
  }

  @Test("a life's dates behind a name are birth and death, a term of office is neither")
  func lives() throws {
    let life = try claims("Otto Klein (12 May 1910 – 3 June 1985) was an architect.")
    #expect(life.contains("Otto Klein birthDate 1910-05-12"))
    #expect(life.contains("Otto Klein deathDate 1985-06-03"))
    let term = try claims("Prime Minister Otto Klein (2001 – 2005) was an architect.")
    #expect(!term.contains { $0.contains("Date") })
  }

  /// The qualifiers of the first claim of a relation: "role: words".
  private func qualifiers(_ relation: String, _ text: String) throws -> Set<String> {
    let schema = try Schema.embedded()
    let reading = try TypedReading.read([text], matcher: TypedMatcher(schema: schema))[0]
    let claims = try Extractor(checking: schema).extract(reading.document).claims
    let claim = try #require(claims.first { $0.predicate.id == "q:" + relation })
    return Set(claim.details.map { "\($0.role): \($0.text)" })
  }

  @Test("an event keeps its participants together")
  func events() throws {
    #expect(
      try qualifiers(
        "raisedFunding", "Larkin Motors raised $40 million from Norvik Bank and Temasek."
      )
      .isSuperset(of: ["investor: Norvik Bank", "investor: Temasek"]))
    #expect(
      try qualifiers(
        "appointedTo", "Norvik Bank appointed Otto Klein as chief executive, replacing Anna Weber."
      ).isSuperset(of: ["role: chief executive", "predecessor: Anna Weber"]))
    #expect(
      try qualifiers(
        "acquired", "Norvik Bank acquired Larkin Motors from Alpine Group for $3 billion."
      )
      .isSuperset(of: ["amount: $3 billion", "seller: Alpine Group"]))
  }

  @Test("what a round brought in is not said to be what each investor gave")
  func rounds() throws {
    let text = "Larkin Motors raised $40 million from Norvik Bank and Temasek."
    #expect(try qualifiers("investedIn", text).contains("round: $40 million"))
    let alone = "Norvik Bank invested $5 million in Larkin Motors."
    #expect(try qualifiers("investedIn", alone).contains("amount: $5 million"))
  }
}
