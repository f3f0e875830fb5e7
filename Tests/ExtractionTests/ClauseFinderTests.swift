import Documents
import Linguistics
import Testing

@testable import Extraction

@Suite("ClauseFinder")
struct ClauseFinderTests {
  private func clause(_ name: String, _ word: String) throws -> (Clause, SentenceTree) {
    let tree = try TreeReader.tree(name)
    let head = try #require(tree.sentence.tokens.firstIndex { $0.form == word })
    return (try #require(ClauseFinder(tree: tree).clause(head)), tree)
  }

  @Test("merges infinitives into one predicate")
  func chain() throws {
    let (clause, tree) = try clause("reassure", "trying")
    #expect(clause.chain.map { tree[$0].form } == ["trying", "reassure"])
    #expect(clause.predicate.map { tree[$0].form } == ["has", "been", "trying", "to", "reassure"])
    #expect(clause.arguments.map(\.role) == [.object])
    #expect(ClauseFinder(tree: tree).isMerged(5))
  }

  @Test("an infinitive after an object is an argument, not part of the predicate")
  func controlled() throws {
    let (clause, tree) = try clause("control", "ordered")
    #expect(clause.chain.count == 1)
    #expect(clause.arguments.map(\.role) == [.object, .infinitive])
    #expect(!ClauseFinder(tree: tree).isMerged(6))
  }

  @Test("the antecedent fills the gap of a relative clause")
  func gap() throws {
    let (clause, tree) = try clause("sells", "sells")
    let gap = try #require(clause.arguments.first)
    #expect(gap.isAntecedent)
    #expect(tree[gap.head].form == "ships")
  }

  @Test("a copula with a clause as attribute makes an outer and an inner clause")
  func outer() throws {
    let clauses = ClauseFinder(tree: try TreeReader.tree("cleft")).clauses()
    #expect(clauses.map(\.isOuter) == [true, false])
  }

  @Test("a malformed tree gives no endless walk")
  func cycle() throws {
    let tree = try TreeReader.tree("bought")
    var tokens = tree.sentence.tokens
    for index in tokens.indices {
      let token = tokens[index]
      tokens[index] = .init(
        bytes: token.bytes, form: token.form, lemma: token.lemma, upos: token.upos,
        xpos: token.xpos,
        head: (index + 1) % tokens.count, relation: token.relation)
    }
    let cyclic = SentenceTree(
      .init(bytes: tree.sentence.bytes, block: .paragraph, tokens: tokens, names: []), index: 0)
    #expect(cyclic.ancestors(of: 0).count <= cyclic.count)
    #expect(cyclic.subtree(of: 0).count <= cyclic.count + 1)
    _ = ClauseFinder(tree: cyclic).clauses()
  }
}
