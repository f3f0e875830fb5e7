import Documents
import Foundation
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite("Trees that no parser gives")
struct WildTreesTests {
  /// Documents of each case; a long hunt asks for more of them.
  private static let rounds = Int(ProcessInfo.processInfo.environment["QUIPU_ROUNDS"] ?? "") ?? 40

  @Test("are read without harm, and each quote stands in the text", arguments: 0..<8)
  func extracted(part: Int) throws {
    let extractor = try Extractor(checking: Schema.embedded())
    for seed in 0..<Self.rounds {
      var trees = WildTrees(seed: UInt64(part * 1_000_000 + seed))
      let document = trees.next()
      let text = Array(String(decoding: document.document.text, as: UTF8.self).unicodeScalars)
      func words(_ span: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[span])
        return String(view)
      }
      let extraction = extractor.extract(document)
      for claim in extraction.claims {
        #expect(words(claim.quote.start..<claim.quote.end) == claim.quoteText)
        #expect(extraction.mentions.indices.contains(claim.subject))
      }
      for mention in extraction.mentions {
        #expect(words(mention.span.start..<mention.span.end) == mention.text)
      }
      for view in [Extractor.PropositionView.whole, .standalone, .binary] {
        for proposition in extractor.propositions(in: document, as: view) {
          #expect(!proposition.predicate.isEmpty)
        }
      }
    }
  }
}
