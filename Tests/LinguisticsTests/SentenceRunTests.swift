import Documents
import TestSupport
import Testing

@testable import Linguistics

@Suite("Sentences on their way through the parser")
struct SentenceRunTests {
  private static let texts = [
    "Ann Lee runs Nordia in Oslo. Nordia bought a mill last year.\n\nThe mill stands empty, Lee said.",
    "", "Rain fell on Oslo. Nobody minded.",
  ]

  private static func lists(most: Int) throws -> [SentenceList] {
    let splitter = SentenceSplitter()
    var run = SentenceRun(Parser(model: try Model.embedded()), most: most)
    for text in texts {
      let document = PlainText.document(text)
      run.begin(document)
      splitter.forEachSentence(of: document) { run.add($0, of: document) }
    }
    return texts.indices.map { run.finish($0) }
  }

  @Test("come out the same however few of them are parsed together", arguments: [1, 5, 14])
  func same(most: Int) throws {
    let together = try Self.lists(most: 1000)
    #expect(together.map(\.count) == [3, 0, 2])
    #expect(together[0].map { $0.names.isEmpty } == [false, false, false])
    #expect(try Self.lists(most: most) == together)
  }
}
