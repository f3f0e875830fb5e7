import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("GraphStore")
struct GraphStoreTests {
  @Test("gives back what was written, in the canonical order")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus.firms
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    #expect(try corpus.write(to: store).isEmpty)
    let snapshot = try store.snapshot()
    let model = StatementGraph(
      documents: corpus.documents.map(\.document), entities: corpus.entities,
      statements: corpus.statements)
    var documents: [SourceDocument] = []
    try snapshot.forEachDocument { documents.append($0) }
    #expect(documents == model.documents)
    var entities: [Entity] = []
    try snapshot.forEachEntity { entities.append($0) }
    #expect(entities == model.entities)
    var statements: [Statement] = []
    try snapshot.forEachStatement { statements.append($0) }
    #expect(statements == model.statements)
    for count in 1...4 {
      (documents, entities, statements) = ([], [], [])
      for number in 0..<count {
        let part = snapshot.part(number, of: count)
        try part.forEachDocument { documents.append($0) }
        try part.forEachEntity { entities.append($0) }
        try part.forEachStatement { statements.append($0) }
      }
      #expect(documents == model.documents && entities == model.entities)
      #expect(statements == model.statements)
    }
    for (number, statement) in model.statements.enumerated() {
      #expect(try snapshot.statement(statement.id) == statement)
      #expect(try snapshot.statement(at: UInt32(number)) == statement)
    }
    for entity in model.entities { #expect(try snapshot.entity(entity.id) == entity) }
    for (document, text, sentences) in corpus.documents {
      #expect(try snapshot.document(document.id) == document)
      #expect(try snapshot.document(named: document.name) == document)
      #expect(try snapshot.text(of: document.id) == text)
      #expect(try snapshot.sentences(of: document.id) == sentences)
      #expect(try snapshot.record(of: document.id) == Array(document.name.utf8))
    }
    #expect(try snapshot.verify() == [])
    let counts = try snapshot.counts
    #expect(counts.documents == 2)
    #expect(counts.sentences == 4)
    #expect(counts.entities == 4)
    #expect(counts.namedEntities == 3)
    #expect(counts.statements == 3)
    #expect(counts.assertedStatements == 2)
    #expect(counts.evidence == 3)
    #expect(counts.terms == 7)
  }

  @Test("parts call a predicate what the first statement with it calls it")
  func partLabels() throws {
    let folder = try TemporaryFolder()
    var corpus = SampleCorpus.firms
    corpus.statements = corpus.statements.enumerated().map { number, statement in
      var content = statement.content
      content.predicate = Predicate(id: "q:did", label: "did \(number)")
      return Statement(content, confidence: 0.5, from: statement.evidence[0])
    }
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try corpus.write(to: store)
    let snapshot = try store.snapshot()
    let first = try #require(try snapshot.statement(at: 0)).content.predicate.label
    for count in 2...3 {
      for number in 1..<count {
        var labels: [String] = []
        try snapshot.part(number, of: count).forEachStatement {
          labels.append($0.content.predicate.label)
        }
        #expect(!labels.isEmpty && labels.allSatisfy { $0 == first })
      }
    }
  }

  @Test("finds what is not there by saying so")
  func absent() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let snapshot = try store.snapshot()
    #expect(try snapshot.entity(EntityID("e:none")) == nil)
    #expect(try snapshot.entity(EntityID("")) == nil)
    #expect(try snapshot.document(DocumentID("")) == nil)
    #expect(try snapshot.text(of: DocumentID(String(repeating: "x", count: 600))) == nil)
    #expect(try snapshot.statement(StatementID("s:0000000000000000")) == nil)
    #expect(try snapshot.statement(StatementID("s:é000000000000000")) == nil)
    #expect(try snapshot.statement(at: 0) == nil)
    #expect(try snapshot.statements(about: EntityID("e:none")).isEmpty)
    #expect(try snapshot.findEntities(matching: "x", limit: 5).isEmpty)
    #expect(try snapshot.searchSentences("x", limit: 5).isEmpty)
    #expect(try snapshot.metadata("nothing") == nil)
    #expect(try snapshot.counts.documents == 0)
    #expect(try snapshot.verify() == [])
  }

  @Test("knows a statement by each of its participants")
  func about() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try SampleCorpus.firms.write(to: store)
    let snapshot = try store.snapshot()
    func relations(_ id: String) throws -> Set<String> {
      Set(try snapshot.statements(about: EntityID(id)).map(\.content.predicate.label))
    }
    #expect(try relations("e:ada-1") == ["founded", "hired"])
    #expect(try relations("e:engine-2") == ["founded", "sold", "hired"])
    #expect(try relations("e:cafe-3") == ["sold", "hired"])
    #expect(try relations("e:buyers-4").isEmpty)
  }
}
