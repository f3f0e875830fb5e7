import Documents
import Linguistics
import Testing

@testable import Extraction

@Suite("What stands in each sentence")
struct SentenceIndexTests {
  @Test("is in order, without what stands in none")
  func order() {
    let index = SentenceIndex([2, 0, 2, -1, 3, 0, 9], count: 4)
    #expect((0..<4).map { Array(index[$0]) } == [[1, 5], [], [0, 2], [4]])
    #expect(Array(SentenceIndex([0], count: 1)[0]) == [0])
    #expect(Array(SentenceIndex([], count: 1)[0]).isEmpty)
  }

  @Test("are the mentions of chains, by chain")
  func mentions() throws {
    func mention(_ sentence: Int, _ head: Int, _ kind: CoreferenceChain.Mention.Kind)
      -> CoreferenceChain.Mention
    {
      CoreferenceChain.Mention(sentence: sentence, tokens: head..<head + 1, head: head, kind: kind)
    }
    let sentence = Sentence(bytes: 0..<1, block: .paragraph, tokens: [], names: [])
    let chains = [
      CoreferenceChain(mentions: [mention(0, 3, .name), mention(1, 0, .pronoun)], kind: .person),
      CoreferenceChain(mentions: [mention(0, 1, .nominal)], kind: nil),
      CoreferenceChain(mentions: [mention(1, 4, .nominal), mention(1, 2, .nominal)], kind: nil),
    ]
    let mentions = ChainMentions(
      AnnotatedDocument(
        document: try TreeReader.document(["ago"]).document, sentences: [sentence, sentence],
        chains: chains, times: [],
        amounts: []))
    #expect(mentions.isNamed == [true, false, false])
    #expect(mentions[0].map { [$0.chain, $0.mention.head] } == [[0, 3], [1, 1]])
    #expect(mentions[1].map { [$0.chain, $0.mention.head] } == [[0, 0], [2, 4], [2, 2]])
  }
}
