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
      (
        "Nordia sold the mine, as prices had fallen.",
        ["Nordia | sold | the mine", "prices | had fallen"]
      ),
      ("Nordia, for example, sold a mine in May.", ["Nordia | sold | a mine | in May"]),
      (
        "Nordia is a firm based in Oslo.",
        ["Nordia | is | a firm based in Oslo", "Nordia | be based in | Oslo"]
      ),
      (
        "It is clear that prices fell.",
        ["It | is | clear | that prices fell", "prices | fell"]
      ),
      (
        "The book was well received and inspired a film.",
        ["The book | was well received", "The book | inspired | a film"]
      ),
      ("The bridge is about nine metres long.", ["The bridge | is | about nine metres long"]),
      ("Its aim is to sell the mine.", ["Its aim | is | to sell the mine"]),
    ])
  func whole(sentence: String, expected: [String]) throws {
    #expect(try RealText.propositions(sentence, as: .whole) == expected)
  }

  @Test(
    "standalone propositions give each conjunct its own and a pronoun its antecedent",
    arguments: [
      (
        "Ada Lund sold ships and mines in May.",
        ["Ada Lund | sold | ships | in May", "Ada Lund | sold | mines | in May"]
      ),
      (
        "Ada Lund said that she sold the ships.",
        ["Ada Lund | said that | she sold the ships", "Ada Lund | sold | the ships"]
      ),
      (
        "The firms said they had sold the mines.",
        ["The firms | said | they had sold the mines", "The firms | had sold | the mines"]
      ),
      ("In May it rained.", ["it | rained | In May"]),
      (
        "The ships carried copper as well as tin.",
        ["The ships | carried | copper", "The ships | carried | tin"]
      ),
      (
        "The crews were taken by air and by sea.",
        ["The crews | were taken by | air", "The crews | were taken by | sea"]
      ),
    ])
  func standalone(sentence: String, expected: [String]) throws {
    #expect(try RealText.propositions(sentence, as: .standalone) == expected)
  }

  @Test(
    "what holds of things together, of one of them or of one name stays whole",
    arguments: [
      "Lund and Moe | met in | Oslo", "Lund and Moe | sold | a mine | together",
      "The road | runs between | Oslo and Bergen", "Nordia | bought | ships or mines",
      "Nordia | bought | ships, not mines", "Lund and Sons | built | it",
      "The firm | was run by | Lund & Moe", "The hearing | is on | May 16 and 17",
      "She | worked in | Oslo and at sea",
    ])
  func undivided(expected: String) throws {
    let sentence = expected.replacing(" |", with: "") + "."
    #expect(try RealText.propositions(sentence, as: .standalone) == [expected])
  }

  @Test(
    "where a thing is or is from is said of named places, and of any origin",
    arguments: [
      ("Nordia closed a mine near Bergen.", "a mine | be near | Bergen"),
      ("Ada Lund praised the coins from the wreck.", "the coins | be from | the wreck"),
    ])
  func places(sentence: String, expected: String) throws {
    #expect(try RealText.propositions(sentence, as: .standalone).contains(expected))
  }

  @Test(
    "kinds are told by appositions, titles and nouns in front of names",
    arguments: [
      ("His daughter, a nurse, left Oslo.", "His daughter | be | a nurse"),
      ("Moe, one of the crew, slept.", "Moe | be | one of the crew"),
      ("Nordia sold the film \"Two Rivers\" to Zenith.", "\"Two Rivers\" | be | the film"),
      ("Nordia's auditor Ada Lund resigned.", "Ada Lund | be | Nordia's auditor"),
      ("The political philosopher Tom Moe spoke.", "Tom Moe | be | The political philosopher"),
    ])
  func kinds(sentence: String, expected: String) throws {
    #expect(try RealText.propositions(sentence, as: .standalone).contains(expected))
  }

  @Test("what sums up a clause is no kind, and what it did not what stands before it did")
  func summaries() throws {
    let made = try RealText.propositions(
      "The board fired its critics, a move that surprised the staff.", as: .standalone)
    #expect(
      made == ["The board | fired | its critics", "a move | surprised | the staff"])
  }

  @Test("a place without a name, a time and an idea are no whereabouts")
  func noPlaces() throws {
    let made = try RealText.propositions(
      "Nordia closed a mine in trouble after a meeting in May.", as: .standalone)
    #expect(!made.contains { $0.contains("| be ") })
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
