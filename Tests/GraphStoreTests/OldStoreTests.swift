import Foundation
import GraphModel
import GraphStore
import Testing

@Suite("A store that an earlier program wrote")
struct OldStoreTests {
  private let folder: TemporaryFolder
  private let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/store-2")
    try FileManager.default.copyItem(atPath: fixture.path, toPath: folder.store)
    store = try GraphStore.open(at: folder.store, access: .readWrite)
  }

  @Test("is sound and answers")
  func answers() throws {
    let snapshot = try store.snapshot()
    #expect(try snapshot.verify() == [])
    let counts = try snapshot.counts
    #expect(counts.documents == 2 && counts.statements == 13 && counts.assertedStatements == 11)
    let firm = try #require(try snapshot.findEntities(matching: "oresund shiping", limit: 1).first)
    #expect(firm.entity.label == "Oresund Shipping AB")
    let sentence = try #require(try snapshot.searchSentences("ferries", limit: 5).first)
    #expect(sentence.text.hasPrefix("Kattegat Lines did not order"))
    let statement = try #require(try snapshot.statement(StatementID("s:c6c434916ba9686b")))
    #expect(statement.evidence.first?.quote.contains("Per Holm works for") == true)
  }

  @Test("has its quads, every term as it was written")
  func quads() throws {
    let quads = try store.snapshot().quads()
    let statistics = try quads.statistics()
    #expect(statistics.quads == 373 && statistics.graphs.count == 2)
    func number(_ text: String) -> Term { .literal(text, datatype: XSD.integer) }
    for term in [number("01"), .text("Fähre", language: "sv"), .string("later")] {
      let id = try #require(try quads.id(of: term))
      #expect(try quads.term(of: id) == term)
    }
    let inner = Triple(
      .iri(IRI("http://example.org/a")), IRI("http://example.org/b"),
      .string("a longer string than fits"))
    #expect(try quads.id(of: .triple(inner)) != nil)
  }

  @Test("can be written on")
  func write() throws {
    let name = IRI("http://example.org/new")
    try store.write {
      try $0.insert(Quad(Triple(.iri(name), name, .string("x")), graph: .iri(name)))
    }
    try store.compactQuads()
    let snapshot = try store.snapshot()
    #expect(try snapshot.quads().statistics().quads == 374)
    #expect(try snapshot.verify() == [])
  }
}
