import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("TreeRepair")
struct TreeRepairTests {
  @Test(
    "what stands before a frame of speech is its content, however the parser hung it",
    arguments: [
      (
        "framebehind",
        [
          "?unknown ‘said’ by Acme: Ada Lund | close | mines",
          "Acme | say | “Ada Lund closed mines”",
        ]
      ),
      (
        "framelost",
        ["?unknown ‘claims’ by book: Acme | close | mines", "a book | claim | “Acme closed mines”"]
      ),
      (
        "thinksowen",
        ["?unknown ‘thinks’ by Owen: Acme | close | mines", "Owen | think | “Acme closed mines”"]
      ),
    ])
  func frames(name: String, expected: [String]) throws {
    #expect(try ClaimLines(name).lines == expected)
  }

  @Test("a verb's only object is no indirect one, unless something was told or given")
  func onlyObject() throws {
    #expect(try ClaimLines("lonelyiobj").lines == ["Acme | sue | Zenith"])
    let told = try TreeReader.document(["toldiobj"]).sentences[0]
    #expect(TreeRepair.repaired(told, index: 0) == told)
  }

  @Test("a title before a person's name is no second person")
  func titles() throws {
    let chief = try ClaimLines("metchief").lines
    #expect(chief.first == "Acme | sue | Zenith chief Ada Lund")
    #expect(chief.filter { $0.hasPrefix("Acme | sue") }.count == 1)
    let secretary = try ClaimLines("secretary")
    #expect(secretary.lines.contains("Secretary of State Ada Lund | leave | Oslo"))
    #expect(!secretary.lines.contains { $0.contains("secretary of | State") })
  }

  @Test(
    "a bare noun that tells a name's class gives way to the name",
    arguments: [
      ("Ada Lund, chairman of messaging firm Nordia, left.", "messaging firm Nordia"),
      ("Ada Lund bought shares of Norwegian oil company Halden.", "Norwegian oil company Halden"),
    ])
  func classNouns(sentence: String, phrase: String) throws {
    let claims = try RealText.extracted([sentence])[0]
    #expect(claims.mentions.contains { $0.text == phrase }, "\(claims.mentions.map(\.text))")
  }

  @Test("a second thing that a subject is goes with the first")
  func predicates() throws {
    let sentence = "Nordia is the largest shareholder of Halden and an investor in Veltrix."
    let claims = try RealText.extracted([sentence])[0]
    let objects = claims.mentions.map(\.text)
    #expect(objects.contains("the largest shareholder of Halden"), "\(objects)")
    #expect(objects.contains("an investor in Veltrix") || objects.contains("Veltrix"), "\(objects)")
  }

  @Test("a bare noun for persons gives way to the name behind it")
  func personalNouns() throws {
    let sentence =
      "The party backed a ticket of Alliance presidential nominee Otto De Klein for mayor."
    let mentions = try RealText.extracted([sentence])[0].mentions.map(\.text)
    #expect(!mentions.contains { $0.hasSuffix("nominee") }, "\(mentions)")
    #expect(mentions.contains { $0.hasSuffix("Otto De Klein") }, "\(mentions)")
  }

  @Test("a second subject behind the verb is its object")
  func secondSubject() throws {
    #expect(try ClaimLines("secondsubject").lines == ["A coup | remove | Ada Lund"])
  }

  @Test("a bare noun before a finite verb is its subject, one with a preposition is not")
  func bareSubject() throws {
    #expect(try ClaimLines("baresubject").lines.contains("the tower | fall on | a bridge"))
    #expect(!(try ClaimLines("barecause").lines.contains { $0.contains("Monday | fall") }))
  }

  @Test("a sound tree stays as it is")
  func sound() throws {
    for name in ["bought", "said", "frame", "appos", "passive", "whose", "if"] {
      let sentence = try TreeReader.document([name]).sentences[0]
      #expect(TreeRepair.repaired(sentence, index: 0) == sentence)
    }
  }
}

@Suite("Names")
struct WholeNameTests {
  @Test("a name keeps what a hyphen without spaces joins to it")
  func hyphen() throws {
    let claims = try RealText.extracted(["Robert Kilroy-Silk resigned."])[0]
    #expect(claims.mentions.map(\.core) == ["Robert Kilroy-Silk"])
  }

  @Test("a clause that tells what a rumour is makes nobody its object")
  func rumour() throws {
    let claims = try RealText.extracted(["The rumour that Nordia had sold its ships moved prices."]
    )[0]
    .claims
    let sold = claims.filter { $0.predicate.label.contains("sell") }
    #expect(!sold.isEmpty)
    #expect(sold.allSatisfy { $0.certainty == .unknown })
  }
}
