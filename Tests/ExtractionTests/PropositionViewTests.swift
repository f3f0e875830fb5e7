import Testing

@testable import Extraction

@Suite("Views of propositions")
struct PropositionViewTests {
  @Test(
    "whole clauses keep what completes them and leave statements of their own out",
    arguments: [
      (
        "Although prices fell, the firm opened two shops.",
        ["prices | fell", "the firm | opened | two shops"]
      ),
      (
        "The plan relies heavily on cheap copper.", ["The plan | relies heavily on | cheap copper"]
      ),
      (
        "The bridge is safe because it is new.",
        ["The bridge | is | safe | because it is new", "it | is | new"]
      ),
      (
        "Ada Lund, the founder of Nordia, sold its ships.",
        ["Ada Lund | sold | its ships", "Ada Lund | be | the founder of Nordia"]
      ),
      (
        "Nordia's ships left Bergen in May.",
        ["Nordia's ships | left | Bergen | in May", "Nordia | has | ships"]
      ),
    ])
  func whole(sentence: String, expected: [String]) throws {
    #expect(try RealText.propositions(sentence, as: .whole) == expected)
  }

  @Test(
    "binary propositions split coordination and follow prepositions",
    arguments: [
      (
        "Lund and Moe became directors of a fund in May.",
        [
          "Lund | became | directors", "Lund | became directors of | a fund",
          "Lund | became directors in | May", "Moe | became | directors",
          "Moe | became directors of | a fund", "Moe | became directors in | May",
        ]
      ),
      (
        "Nordia sold ships and mines to Zenith.",
        ["Nordia | sold | ships", "Nordia | sold | mines", "Nordia | sold ships to | Zenith"]
      ),
      (
        "The tower was built in 1990 by one of the pupils of Lund.",
        [
          "The tower | was built in | 1990", "The tower | was built by | one of the pupils of Lund",
        ]
      ),
    ])
  func binary(sentence: String, expected: [String]) throws {
    #expect(try RealText.propositions(sentence, as: .binary) == expected)
  }

  @Test("a long list does not multiply without bound")
  func bounded() throws {
    let list = (1...30).map { "a\($0)" }.joined(separator: ", ") + " and b"
    let made = try RealText.propositions("Ships, boats and rafts carried \(list).", as: .binary)
    #expect(made.count <= 48)
  }
}
