import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("How clauses are meant, sentence by sentence")
struct ClauseContextsTests {
  /// A quotation that runs on, then so many sentences that the first ones are kept no longer.
  private static func document() throws -> AnnotatedDocument {
    try TreeReader.document(["openquote", "ago"] + Array(repeating: "said", count: 40))
  }

  private static func contexts(_ analysis: DocumentAnalysis, _ sentence: Int) -> [ClauseContext] {
    (0..<analysis.trees[sentence].count).map { analysis.context(ofHead: $0, in: sentence) }
  }

  @Test("is the same in whatever order it is asked for")
  func anyOrder() throws {
    let document = try Self.document()
    let forwards = DocumentAnalysis(document)
    let backwards = DocumentAnalysis(document)
    let sentences = document.sentences.indices
    let inOrder = sentences.map { Self.contexts(forwards, $0) }
    #expect(inOrder[1].contains { $0.speaker != nil }, "the quotation runs on")
    #expect(sentences.reversed().map { Self.contexts(backwards, $0) } == inOrder.reversed())
    #expect(Self.contexts(forwards, 0) == inOrder[0])
  }

  @Test("of trees that are put right first is that of the repaired document")
  func repaired() throws {
    let document = try Self.document()
    let lazily = DocumentAnalysis(document, repairs: true)
    let before = DocumentAnalysis(TreeRepair.repaired(document))
    for sentence in document.sentences.indices {
      #expect(lazily.trees[sentence].sentence == before.trees[sentence].sentence)
      #expect(Self.contexts(lazily, sentence) == Self.contexts(before, sentence))
    }
  }
}
