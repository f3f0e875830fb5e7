import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("FactBuilder")
struct FactBuilderTests {
  @Test("a measure behind \"by\" did nothing, and some of them are no number")
  func measures() throws {
    #expect(try ClaimLines("cutby").lines == ["Prices | be cut by | an average of a fifth"])
    let six = try ClaimLines("sixof", amounts: [.init(tokens: 2..<3, value: "6")]).lines
    #expect(six == ["Acme | direct | six of the committees"])
  }

  @Test(
    "a phrase that has a verb of its own completes no other", arguments: ["withclosing", "forgoal"])
  func scenes(name: String) throws {
    #expect(
      try ClaimLines(name).lines.allSatisfy {
        !$0.contains("rise with") && !$0.contains("score for")
      })
  }

  @Test(
    "splits coordination and gives each argument its fact",
    arguments: [
      (
        "bought",
        [
          "Acme | buy | Zenith {in: 2019}", "Acme | buy | Apex {in: 2019}",
          "Acme | sell | its ships",
        ]
      ),
      (
        "passive",
        [
          "The tower | be designed by | Ada Lund {in: Bergen}",
          "Ada Lund | design | The tower {in: Bergen}",
          "The tower | be designed in | Bergen {by: Ada Lund}",
        ]
      ),
      (
        "sells",
        [
          "Acme | sell | The ships {to: Norway}", "The ships | be | “green”",
        ]
      ),
      ("moment", ["Acme | watch | the moment", "Zenith | fall"]),
      (
        "othergear",
        [
          "Cranes | lift | ships", "Cranes | lift | other gear",
          "Nordia | sell | other gear {to: schools}",
        ]
      ),
      ("makershare", ["Acme | be | a maker with capacity"]),
      (
        "copula",
        [
          "Ada Lund | be | an engineer", "Ada Lund | be | the founder of Acme",
          "Ada Lund | be founder of | Acme",
        ]
      ),
      ("adjective", ["The plan | be important for | small firms"]),
      ("exists", ["a harbour in Bergen | exist"]),
      (
        "cafe",
        ["Zoë Lund | open | a café {in: Oslo}", "Zoë Lund | open café in | Oslo {object: a café}"]
      ),
    ])
  func facts(name: String, expected: [String]) throws {
    #expect(try ClaimLines(name).lines == expected)
  }

  @Test("what is expected as a whole is no object of the expecting")
  func raisedObject() throws {
    #expect(
      try ClaimLines("think2").lines == [
        "The bank | expect | “the price to rise”", "?probable ‘expects’: the price | rise",
      ])
  }

  @Test("an attribute of the object is a detail")
  func objectAttribute() throws {
    #expect(try ClaimLines("deemed").lines == ["The court | deem | the sale {as: illegal}"])
  }

  @Test("a conjunct that is denied, a fragment of a name and an apposition's conjunct are left out")
  func conjuncts() throws {
    let document = try TreeReader.document(["appos"])
    let analysis = DocumentAnalysis(document)
    let builder = FactBuilder(analysis: analysis, tree: analysis.trees[0])
    #expect(builder.conjuncts(0) == [0])
  }

  @Test("a plural's examples count as its conjuncts")
  func examples() throws {
    let analysis = DocumentAnalysis(try TreeReader.document(["raised"]))
    let tree = analysis.trees[0]
    let builder = FactBuilder(analysis: analysis, tree: tree)
    #expect(builder.conjuncts(6).map { tree[$0].form } == ["investors", "Nordia", "Apex"])
  }
}
