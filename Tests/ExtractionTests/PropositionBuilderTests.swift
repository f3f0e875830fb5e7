import Documents
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite("PropositionBuilder")
struct PropositionBuilderTests {
  private func lines(_ name: String) throws -> [String] {
    Extractor(schema: Schema(relations: [], superclasses: [:]))
      .propositions(in: try TreeReader.document([name]))
      .map { ([$0.subject, $0.predicate] + $0.arguments).joined(separator: " | ") }
  }

  @Test(
    "writes one proposition a predicate with coordination not split",
    arguments: [
      ("bought", ["Acme | bought | Zenith and Apex | in 2019", "Acme | sold | its ships"]),
      (
        "based",
        [
          "A company | be based in | Oslo",
          "A company based in Oslo | hired | three engineers",
        ]
      ),
      ("passive", ["The tower | was designed by | Ada Lund | in Bergen"]),
      ("said", ["Ada Lund | said that | Acme closed the mine", "Acme | closed | the mine"]),
      ("plan", ["Acme | plans to sell | the mine"]),
      ("notbuy", ["Acme | did not buy | Zenith"]),
      ("nolonger", ["Acme | no longer owns | the mine"]),
      ("adjective", ["The plan | is important for | small firms"]),
    ])
  func propositions(name: String, expected: [String]) throws {
    #expect(try lines(name) == expected)
  }
}
