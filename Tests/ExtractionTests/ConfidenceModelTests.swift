import Documents
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite("ConfidenceModel")
struct ConfidenceModelTests {
  private func confidence(_ name: String, _ word: String) throws -> Double {
    let document = try TreeReader.document([name])
    let analysis = DocumentAnalysis(document)
    let tree = analysis.trees[0]
    let head = try #require(tree.sentence.tokens.firstIndex { $0.form == word })
    let clause = try #require(ClauseFinder(tree: tree).clause(head))
    return ConfidenceModel.confidence(
      ConfidenceFeatures(clause, tree: tree, context: analysis.context(ofHead: head, in: 0)))
  }

  @Test("a plain main clause is trusted more than an inherited subject")
  func order() throws {
    #expect(try confidence("bought", "bought") > confidence("based", "based"))
    #expect(try confidence("said", "said") > confidence("said", "closed"))
  }

  @Test("is a probability, rounded, and grows with the log-odds")
  func probability() {
    #expect(ConfidenceModel.probability(0) == 0.5)
    #expect(ConfidenceModel.probability(1) == 0.7311)
    #expect(ConfidenceModel.probability(-100) == 0.01)
    #expect(ConfidenceModel.probability(100) == 0.99)
    var last = 0.0
    for step in -40...40 {
      let value = ConfidenceModel.probability(Double(step) / 10)
      #expect(value > last)
      last = value
    }
  }

  @Test("clauses get many distinct levels")
  func levels() throws {
    let names = [
      "bought", "bridge", "based", "passive", "copula", "said", "think", "unless", "appos",
    ]
    let found = try Extractor(schema: Schema(relations: [], superclasses: [:]))
      .propositions(in: TreeReader.document(names)).map(\.confidence)
    #expect(Set(found).count > found.count * 3 / 4)
  }
}
