import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("SubjectFinder")
struct SubjectFinderTests {
  @Test(
    "finds the subject that a clause has or takes over",
    arguments: [
      ("bought", "sold", "Acme", SubjectFinder.Source.conjunct),
      ("bridge", "built", "firm", .relative),
      ("based", "based", "company", .participle), ("control", "pay", "firm", .control),
      ("reassure", "reassure", "Acme", .control), ("without", "paying", "Acme", .adverbial),
      ("prohibit", "selling", "Acme", .control), ("founders", "left", "founders", .relative),
      ("arguing", "arguing", "ministry", .adverbial), ("passive", "designed", "tower", .own),
    ])
  func subject(name: String, verb: String, subject: String, source: SubjectFinder.Source) throws {
    let tree = try TreeReader.tree(name)
    let head = try #require(tree.sentence.tokens.firstIndex { $0.form == verb })
    let found = try #require(SubjectFinder(tree: tree).subject(of: head))
    #expect(tree[found.head].form == subject)
    #expect(found.source == source)
  }

  @Test("“whose” leads to the antecedent and keeps what it owns")
  func whose() throws {
    let tree = try TreeReader.tree("whose")
    let found = try #require(SubjectFinder(tree: tree).subject(of: 4))
    #expect(tree[found.head].form == "Acme")
    #expect(found.possessed.map { tree[$0].form } == "factory")
  }

  @Test(
    "a passive is told by its auxiliary or its bare participle",
    arguments: [("passive", 3, true), ("based", 2, true), ("bridge", 3, false)])
  func passive(name: String, verb: Int, expected: Bool) throws {
    #expect(SubjectFinder(tree: try TreeReader.tree(name)).isPassive(verb) == expected)
  }
}
