import GraphFormats
import GraphModel
import TestSupport
import Testing

@Suite("Filters before an export")
struct ExportFilterTests {
  private let graph = Samples.graph

  private func labels(_ change: (inout ExportFilter) -> Void) throws -> [String] {
    var filter = ExportFilter()
    change(&filter)
    #expect(!filter.isEmpty)
    var labels: [String] = []
    try FilteredSource(graph, filter).forEachStatement { labels.append($0.content.predicate.label) }
    return labels.sorted()
  }

  @Test("a filter without parts changes no byte", arguments: ExportFormat.allCases)
  func nothing(format: ExportFormat) throws {
    #expect(ExportFilter().isEmpty)
    let filtered = try FilteredSource(graph, ExportFilter())
    #expect(try exported(filtered, as: format).bytes == exported(graph, as: format).bytes)
  }

  @Test("by predicate, confidence, certainty and polarity")
  func content() throws {
    #expect(try labels { $0.predicates = ["acquired", "p:sell"] } == ["acquired", "sell"])
    #expect(try labels { $0.predicates = ["date from"] } == ["date from"])
    #expect(try labels { $0.minimumConfidence = 0.75 } == ["acquired", "buy", "raised"])
    #expect(try labels { $0.certainties = [.possible] } == ["sell"])
    #expect(try labels { $0.polarities = [.negative] } == ["buy"])
  }

  @Test("by type: every entity that the statement joins has one")
  func types() throws {
    #expect(try labels { $0.types = ["Company"] } == ["raised"])
    #expect(
      try labels { $0.types = ["Company", "Thing"] }
        == ["acquired", "buy", "date from", "raised", "sell"])
  }

  @Test(
    "by date, at the precision of both sides",
    arguments: [
      (nil, "2020", true), ("2020", nil, true), ("2020-06", "2020-07", true), ("2021", nil, false),
      (nil, "2019-12-31", false), ("2020-12-31", "2020-12-31", true), ("1998", "2019", false),
    ] as [(String?, String?, Bool)])
  func dates(from: String?, to: String?, passes: Bool) throws {
    let labels = try labels {
      $0.from = from
      $0.to = to
    }
    #expect(labels == (passes ? ["acquired"] : []))
  }

  @Test("by document: evidence, documents and entities of others go")
  func documents() throws {
    let letter = DocumentID(name: "letter.txt")
    var filter = ExportFilter()
    filter.documents = [letter]
    let part = try FilteredSource(graph, filter)
    var statements: [Statement] = []
    try part.forEachStatement { statements.append($0) }
    #expect(statements.map(\.content.predicate.label) == ["acquired"])
    #expect(statements.first?.evidence.map(\.document) == [letter])
    var names: [String] = []
    try part.forEachDocument { names.append($0.name) }
    try part.forEachEntity { names.append($0.label) }
    #expect(names == ["letter.txt", "Harbour Lines, Inc.", "Heron"])
    #expect(try part.entity(EntityID("e:gull-sons-777777")) == nil)
    #expect(try part.document(DocumentID(name: "press/ferry.txt")) == nil)
  }

  @Test("speakers and qualifiers keep their entities")
  func speakers() throws {
    var filter = ExportFilter()
    filter.certainties = [.possible]
    let part = try FilteredSource(graph, filter)
    var labels: [String] = []
    try part.forEachEntity { labels.append($0.label) }
    #expect(labels == ["Harbour Lines, Inc.", "Heron", "a person close to the talks"])
  }

  @Test("by surroundings: one step touches the center, two steps its neighbours' statements")
  func surroundings() throws {
    let gull = EntityID("e:gull-sons-777777")
    #expect(try labels { $0.center = gull } == ["buy"])
    let second = try labels {
      $0.center = gull
      $0.depth = 2
    }
    #expect(second == ["acquired", "buy", "raised", "sell"])
    let third = try labels {
      $0.center = gull
      $0.depth = 3
    }
    #expect(third.count == 5)
    let narrow = try labels {
      $0.center = gull
      $0.depth = 9
      $0.polarities = [.positive]
    }
    #expect(narrow == [], "the way leads over a denied statement")
  }
}
