import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("NominalFacts")
struct NominalFactsTests {
  @Test("a person is the head of a body, not the body")
  func headOfBody() throws {
    let lines = try ClaimLines("policehead").lines
    #expect(lines.contains { $0.contains("Ada") && $0.contains("| be |") && $0.contains("head") })
    #expect(!lines.contains("Ada | be | the police"))
  }

  @Test("what is coordinated with a name and has a name itself is another")
  func another() throws {
    let lines = try ClaimLines("newboy").lines
    #expect(lines.contains { $0.hasPrefix("Ada Lund | be | ") && $0.contains("lawyer") })
    #expect(
      !lines.contains {
        $0.hasPrefix("Ada Lund | be") && ($0.contains("boy") || $0.contains("Berg"))
      })
  }

  @Test(
    "noun phrases state facts without a verb",
    arguments: [
      (
        "appos",
        [
          "Ada Lund | be | chief executive officer of Acme", "Ada Lund | be | a founder",
          "Ada Lund | be chief executive officer of | Acme",
        ]
      ),
      ("title", ["President Ada Lund | be | “President”"]),
      ("firmidc", ["Nordia | be | The research firm"]),
      ("country", ["Japan 's Acme | be from | Japan"]),
      ("possess", ["Acme | have | Acme 's factory"]),
      ("whose", ["Acme | have | factory"]),
      ("members", ["copper | be among | minerals", "zinc | be among | minerals"]),
      ("age", ["Ada Lund | be aged | “36”"]),
      ("founders", []), ("possessmind", []), ("colony", ["Gabon | be | a country"]),
    ])
  func facts(name: String, expected: [String]) throws {
    let claims = try ClaimLines(name)
    let nominal = zip(claims.lines, claims.extraction.claims).filter {
      $1.rule.hasPrefix("nominal/")
    }.map(\.0)
    #expect(nominal == expected)
  }

  @Test("a pronoun's possession counts where it ties one to a person, a firm or a place")
  func pronounPossession() throws {
    #expect(try ClaimLines("half", chains: [[0, 3]]).lines == ["Ada Lund | lose | her phone"])
    #expect(
      try ClaimLines("hisfirm", chains: [[0, 3]]).lines == [
        "Ada Lund | lose | her company", "her | have | her company",
      ])
  }

  @Test("a description of the thing itself is a value")
  func description() throws {
    #expect(
      try ClaimLines("firmidc", chains: [[2, 3]]).lines == [
        "Nordia | hire | Ada Lund", "Nordia | be | “research firm”",
      ])
  }

  @Test("an amount in front of a possessed noun is its value")
  func amount() throws {
    let lines = try ClaimLines(
      "valuation", amounts: [.init(tokens: 3..<6, value: "7000000000", unit: "USD")]
    ).lines
    #expect(lines.contains("Acme | have valuation of | “7000000000 USD”"))
  }
}
