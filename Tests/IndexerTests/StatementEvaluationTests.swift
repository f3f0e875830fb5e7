import GraphModel
import Testing

@testable import Indexer

@Suite("StatementEvaluation")
struct StatementEvaluationTests {
  private func words(_ line: String) -> [String] {
    line.split(separator: " ").map { String($0).replacing("_", with: " ") }
  }

  /// Statements "subject predicate object", one word each but for underscores, asserted or not.
  private func results(_ lines: [String]) throws -> [FileTriples] {
    var entities: [EntityID: Entity] = [:]
    var statements: [Statement] = []
    for (number, line) in lines.enumerated() {
      let words = words(line)
      let isPossible = words.count > 3
      func entity(_ name: String) -> EntityID {
        let id = EntityID("e:" + name.replacing(" ", with: "-"))
        entities[id] = Entity(id: id, label: name, types: ["Thing"], isNamed: true)
        return id
      }
      let (subject, object) = (entity(words[0]), entity(words[2]))
      let span = try #require(TextSpan(number * 100..<number * 100 + line.utf8.count))
      let evidence = Evidence(
        document: DocumentID(name: "a"), sentence: number, span: span, quote: line, rule: "test",
        subject: MentionText(text: words[0], span: span),
        object: MentionText(text: words[2], span: span), predicateText: words[1])
      let content = Statement.Content(
        subject: subject, predicate: Predicate(relation: words[1], label: words[1]),
        object: .entity(object), certainty: isPossible ? .possible : .certain)
      statements.append(Statement(content, confidence: 0.5 + Double(number) / 100, from: evidence))
    }
    return [
      FileTriples(
        name: "a", line: nil,
        graph: StatementGraph(
          documents: [], entities: Array(entities.values), statements: statements))
    ]
  }

  private func gold(_ lines: [String]) -> [GoldFact] {
    lines.map { line in
      let words = words(line)
      return GoldFact(
        document: "a", line: nil, subject: words[0], predicate: words[1], object: words[2])
    }
  }

  @Test("hits, misses and wrong ones are counted by predicate; others are not counted")
  func counts() throws {
    let evaluation = StatementEvaluation(
      try results(["A owns B", "A owns C", "D leads E", "F likes G"]),
      gold: gold(["a owns b", "A owns Z", "D q:leads the_E"]))
    #expect(evaluation.total.hits == 2)
    #expect(evaluation.total.found == 3)
    #expect(evaluation.total.gold == 3)
    #expect(evaluation.predicates.map(\.name) == ["leads", "owns"])
    #expect(evaluation.predicates[1].score.precision == 0.5)
    #expect(evaluation.predicates[1].score.recall == 0.5)
    #expect(evaluation.missed.map(\.object) == ["Z"])
    #expect(evaluation.wrong.map(\.fact.object) == ["C"])
  }

  @Test("half of the words are enough, unless all are asked for")
  func tolerance() throws {
    let found = try results(["Norvik_Bank owns Larkin_Motors_Ltd"])
    let facts = gold(["Norvik owns Larkin_Motors"])
    #expect(StatementEvaluation(found, gold: facts).total.hits == 1)
    #expect(StatementEvaluation(found, gold: facts, tolerance: .exact).total.hits == 0)
    let other = gold(["Norvik owns Kestrel_Motors_Holdings_Group"])
    #expect(StatementEvaluation(found, gold: other).total.hits == 0)
  }

  @Test("a fact matches one statement, and what is not asserted counts only if asked for")
  func assertion() throws {
    let found = try results(["A owns B", "A owns B possible"])
    #expect(StatementEvaluation(found, gold: gold(["A owns B"])).total.found == 1)
    let all = StatementEvaluation(found, gold: gold(["A owns B"]), assertedOnly: false)
    #expect(all.total.found == 2)
    #expect(all.total.hits == 1)
    #expect(all.total.f1 == 2.0 / 3)
  }

  @Test("nothing found and nothing known give 0, not a trap")
  func empty() {
    let evaluation = StatementEvaluation([], gold: [])
    #expect(evaluation.total.f1 == 0)
    #expect(evaluation.total.precision == 0)
  }
}
