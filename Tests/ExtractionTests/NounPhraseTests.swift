import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("NounPhrase")
struct NounPhraseTests {
  @Test(
    "is whole, trimmed to a conjunct, or bare",
    arguments: [
      ("appos", 0, "Ada Lund", "Ada Lund", "Ada Lund"),
      ("bought", 2, "Zenith and Apex", "Zenith", "Zenith"),
      ("raised", 6, "investors including Nordia and Apex", "investors", "investors"),
      ("based", 1, "A company based in Oslo", "A company based in Oslo", "company"),
      ("reassure", 7, "its customers", "its customers", "customers"),
      // What tells which they are belongs to their name.
      ("plans", 2, "plans to close mines", "plans to close mines", "plans to close mines"),
      (
        "ticketof", 3, "the ticket of banker Ada", "the ticket of banker Ada",
        "ticket of banker Ada"
      ),
    ])
  func widths(name: String, head: Int, whole: String, conjunct: String, core: String) throws {
    let document = try TreeReader.document([name])
    let tree = SentenceTree(document.sentences[0], index: 0)
    let phrase = NounPhrase(tree: tree)
    let text = PhraseText(document: document)
    #expect(text.words(phrase.tokens(head, .whole), in: tree) == whole)
    #expect(text.words(phrase.tokens(head, .conjunct), in: tree) == conjunct)
    #expect(text.words(phrase.tokens(head, .core), in: tree) == core)
  }

  @Test("a clause as words of its own loses the quotation marks around it")
  func quotes() throws {
    let tree = try TreeReader.tree("frame")
    #expect(
      NounPhrase(tree: tree).clauseTokens(2).map { tree[$0].form } == [
        "We", "closed", "the", "mine",
      ])
  }
}
