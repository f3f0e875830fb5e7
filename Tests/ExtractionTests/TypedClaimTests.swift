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

  @Test("a life's dates behind a name are birth and death, a term of office is neither")
  func lives() throws {
    let life = try claims("Otto Klein (12 May 1910 – 3 June 1985) was an architect.")
    #expect(life.contains("Otto Klein birthDate 1910-05-12"))
    #expect(life.contains("Otto Klein deathDate 1985-06-03"))
    let term = try claims("Prime Minister Otto Klein (2001 – 2005) was an architect.")
    #expect(!term.contains { $0.contains("Date") })
  }
}
