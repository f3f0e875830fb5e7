import Documents
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite("Transcript")
struct TranscriptTests {
  private func claims(_ text: String) throws -> ExtractedDocument {
    let document = try DocumentReader().read(Array(text.utf8), name: "talk.txt")
    let annotated = Pipeline(model: try Model.embedded()).annotate([document])[0]
    return try Extractor(checking: Schema.embedded()).extract(annotated)
  }

  @Test(
    "what a speaker says in a dialogue is not the document's word",
    arguments: [("((Herald))", "((Ada Lund))"), ("Herald:", "Lund:")])
  func dialogue(asking: String, answering: String) throws {
    let extraction = try claims(
      """
      The harbour of Oslo

      Nordia built the harbour in 1990.

      \(asking) What did the harbour change?

      \(answering) The harbour attracted ten shipyards. The city sold the old docks.

      \(asking) And the fishermen?

      \(answering) Halden bought their boats.
      """)
    let asserted = extraction.claims.filter { $0.polarity == .positive && $0.certainty == .certain }
    #expect(Set(asserted.map(\.predicate.label)).isSubset(of: ["build"]))
    let sold = try #require(extraction.claims.first { $0.predicate.label == "sell" })
    #expect(sold.certainty == .unknown)
    let speaker = try #require(sold.speaker)
    #expect(extraction.mentions[speaker].text.contains("Lund"))
  }

  @Test("a heading ends a turn, and a label that does not return is none")
  func others() throws {
    let extraction = try claims(
      """
      Note: The ship left on Monday.

      Nordia sold the mine.

      Result: The price of copper fell in May.
      """)
    let asserted = extraction.claims.filter { $0.polarity == .positive && $0.certainty == .certain }
    #expect(asserted.contains { $0.predicate.label == "sell" })
    #expect(asserted.contains { $0.predicate.label == "fall" })
  }
}
