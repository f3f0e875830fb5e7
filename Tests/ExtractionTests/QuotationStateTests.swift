import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("QuotationState")
struct QuotationStateTests {
  @Test("a quotation that stays open keeps its speaker for the next sentence")
  func staysOpen() throws {
    var state = QuotationState()
    let open = try TreeReader.tree("openquote")
    #expect(state.speaker(entering: open) == nil)
    state.leave(open, analyzer: ModalityAnalyzer(tree: open, times: []))
    let speaker = try #require(state.speaker(entering: try TreeReader.tree("ago")))
    #expect(open[speaker.token].form == "Ada")
  }

  @Test("a quotation that closes has no speaker left")
  func closes() throws {
    var state = QuotationState()
    let frame = try TreeReader.tree("frame")
    state.leave(frame, analyzer: ModalityAnalyzer(tree: frame, times: []))
    #expect(state.speaker(entering: try TreeReader.tree("ago")) == nil)
  }

  @Test("a quotation that never closes is given up")
  func forgotten() throws {
    var state = QuotationState()
    let open = try TreeReader.tree("openquote")
    state.leave(open, analyzer: ModalityAnalyzer(tree: open, times: []))
    let plain = try TreeReader.tree("ago")
    #expect(state.isRunning(into: SentenceTree(plain.sentence, index: 6)))
    #expect(!state.isRunning(into: SentenceTree(plain.sentence, index: 7)))
  }

  @Test("claims of a sentence inside a running quotation are the speaker's")
  func claims() throws {
    #expect(
      try ClaimLines("openquote", "ago").lines.suffix(2) == [
        "?unknown by Ada Lund: The firm | open", "?unknown by Ada Lund: Acme | close | the mine",
      ])
  }
}
