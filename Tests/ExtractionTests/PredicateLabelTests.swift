import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("PredicateLabel")
struct PredicateLabelTests {
  @Test(
    "puts a predicate into its dictionary form",
    arguments: [
      ("reassure", "trying", "be trying to reassure"), ("bought", "sold", "sell"),
      ("plan", "plans", "plan to sell"),
      ("passive", "designed", "be designed"), ("based", "based", "be based"),
      ("since", "owned", "own"),
      ("notbuy", "buy", "buy"), ("likely", "likely", "be likely to fall"), ("will", "open", "open"),
      ("alleged", "alleged", "be alleged to sell"), ("place", "took", "take place"),
      ("asked", "asked", "ask not to be named"),
    ])
  func label(name: String, word: String, expected: String) throws {
    let tree = try TreeReader.tree(name)
    let head = try #require(tree.sentence.tokens.firstIndex { $0.form == word })
    let clause = try #require(ClauseFinder(tree: tree).clause(head))
    #expect(PredicateLabel(tree: tree).label(of: clause) == expected)
  }
}
