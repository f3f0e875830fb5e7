import GraphModel
import Testing

@Suite("Statement")
struct StatementTests {
  private let content = Statement.Content(
    subject: EntityID("e:ada"), predicate: Predicate(open: "found"),
    object: .entity(EntityID("e:babbage-ltd")))

  private func evidence(_ document: String, _ range: Range<Int>) throws -> Evidence {
    Evidence(
      document: DocumentID(name: document), sentence: 0, span: try #require(TextSpan(range)),
      quote: "…", rule: "clause/verb", subject: nil, object: nil, predicateText: "founded")
  }

  @Test("keeps each piece of evidence once, in an order that does not tell when it came")
  func evidenceOrder() throws {
    let pieces = [
      try evidence("a", 0..<9), try evidence("a", 20..<29), try evidence("b", 0..<9),
    ]
    var forwards = Statement(content, confidence: 0.5, from: pieces[0])
    for piece in pieces + pieces { forwards.add(piece, confidence: 0.7) }
    var backwards = Statement(content, confidence: 0.7, from: pieces[2])
    for piece in pieces.reversed() { backwards.add(piece, confidence: 0.5) }
    #expect(forwards == backwards)
    #expect(forwards.evidence.count == 3)
    #expect(forwards.confidence == 0.7)
  }

  @Test("its identifier comes from what it says, not from its evidence")
  func identity() throws {
    let first = Statement(content, confidence: 0.5, from: try evidence("a", 0..<9))
    let second = Statement(content, confidence: 0.9, from: try evidence("b", 5..<9))
    #expect(first.id == second.id)
    var other = content
    other.polarity = .negative
    #expect(StatementID(of: other) != first.id)
    other = content
    other.speaker = EntityID("e:ada")
    #expect(StatementID(of: other) != first.id)
    other = content
    other.time = StatementTime(start: "1843", end: "1843", text: "in 1843")
    #expect(StatementID(of: other) != first.id)
    other = content
    other.qualifiers = [
      Qualifier(role: "place", value: .entity(EntityID("e:london")), text: "in London")
    ]
    #expect(StatementID(of: other) != first.id)
  }

  @Test(
    "only what is affirmed and certain is asserted",
    arguments: Polarity.allCases, Certainty.allCases)
  func asserted(polarity: Polarity, certainty: Certainty) throws {
    var content = content
    content.polarity = polarity
    content.certainty = certainty
    let statement = Statement(content, confidence: 1, from: try evidence("a", 0..<9))
    #expect(statement.isAsserted == (polarity == .positive && certainty == .certain))
  }

  @Test(
    "a span is never empty and never starts before the text", arguments: [0..<0, 7..<7, -1..<3])
  func refusesSpan(range: Range<Int>) { #expect(TextSpan(range) == nil) }
}
