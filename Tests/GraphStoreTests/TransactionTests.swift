import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("Transactions")
struct TransactionTests {
  private struct Stop: Error {}

  @Test("a snapshot stays as it was while others write")
  func isolation() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let empty = try store.snapshot()
    try SampleCorpus.firms.write(to: store)
    let full = try store.snapshot()
    try store.write { transaction in
      #expect(try transaction.remove(DocumentID(name: "a.txt")))
      try transaction.replaceGraph(entities: [], statements: [])
    }
    #expect(try empty.counts.documents == 0)
    #expect(try empty.verify() == [])
    #expect(try full.counts.documents == 2)
    #expect(try full.counts.statements == 3)
    #expect(try full.verify() == [])
    #expect(try full.findEntities(matching: "ada", limit: 5).count == 1)
    let last = try store.snapshot()
    #expect(try last.counts.documents == 1)
    #expect(try last.counts.statements == 0)
    #expect(try last.searchSentences("ada", limit: 5).count == 1)
    #expect(try last.verify() == [])
  }

  @Test("a closure that throws leaves everything as it was")
  func abort() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try SampleCorpus.firms.write(to: store)
    #expect(throws: Stop.self) {
      try store.write { transaction in
        try transaction.setMetadata("a", [1])
        try transaction.remove(DocumentID(name: "a.txt"))
        throw Stop()
      }
    }
    #expect(try store.snapshot().counts.documents == 2)
    #expect(try store.snapshot().metadata("a") == nil)
    try store.write { try $0.setMetadata("a", [2]) }
    #expect(try store.snapshot().metadata("a") == [2])
  }

  @Test("a transaction sees its own changes")
  func ownChanges() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let (document, text, sentences) = SampleCorpus.firms.documents[0]
    try store.write { transaction in
      #expect(try transaction.document(document.id) == nil)
      try transaction.put(document, text: text, sentences: sentences, record: [7])
      #expect(try transaction.document(named: document.name) == document)
      #expect(try transaction.documents() == [document])
      #expect(try transaction.record(of: document.id) == [7])
      #expect(try transaction.text(of: document.id) == text)
      #expect(try transaction.sentences(of: document.id) == sentences)
      try transaction.put(document, text: text, sentences: sentences, record: [])
      #expect(try transaction.record(of: document.id) == [])
      #expect(try transaction.remove(document.id))
      #expect(try !transaction.remove(document.id))
      #expect(try transaction.text(of: document.id) == nil)
      try transaction.setMetadata("k", [1, 2])
      #expect(try transaction.metadata("k") == [1, 2])
      try transaction.setMetadata("k", nil)
      try transaction.setMetadata("k", nil)
      #expect(try transaction.metadata("k") == nil)
    }
  }

  @Test("a kept transaction does no harm after its end")
  func kept() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var kept: WriteTransaction?
    try store.write { kept = $0 }
    #expect(throws: StoreError.transactionEnded(path: folder.store)) { try kept?.documents() }
    #expect(throws: StoreError.transactionEnded(path: folder.store)) {
      try kept?.setMetadata("a", [])
    }
  }

  @Test("refuses a document whose sentences do not fit, and keys of no length or too much")
  func invalid() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let (document, text, sentences) = SampleCorpus.firms.documents[0]
    try store.write { transaction in
      #expect(throws: StoreError.invalidDocument(name: document.name)) {
        try transaction.put(document, text: text, sentences: [], record: [])
      }
      #expect(throws: StoreError.invalidDocument(name: document.name)) {
        try transaction.put(
          document, text: Array(text.dropLast(2)), sentences: sentences, record: [])
      }
      #expect(throws: StoreError.invalidKey("")) { try transaction.setMetadata("", []) }
      let long = String(repeating: "k", count: 401)
      #expect(throws: StoreError.invalidKey(long)) { try transaction.setMetadata(long, []) }
    }
  }

  @Test("removing a document leaves what a store has that never saw it")
  func remove() throws {
    let folder = try TemporaryFolder()
    var corpus = SampleCorpus.firms
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try corpus.write(to: store)
    let gone = corpus.documents.remove(at: 1).document
    corpus.statements.removeAll { $0.evidence[0].document == gone.id }
    corpus.entities.removeAll { $0.id == EntityID("e:buyers-4") }
    try store.write { transaction in
      try transaction.remove(gone.id)
      try transaction.replaceGraph(entities: corpus.entities, statements: corpus.statements)
    }
    let other = try GraphStore.open(at: folder.path + "/other", access: .readWrite)
    try corpus.write(to: other)
    #expect(try dump(store.snapshot()) == dump(other.snapshot()))
  }

  @Test("the order in which things come leaves no trace", arguments: 0..<4)
  func order(seed: Int) throws {
    let folder = try TemporaryFolder()
    var corpus = SampleCorpus.firms
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try corpus.write(to: store)
    var draw = Draw(seed)
    corpus.documents = draw.shuffled(corpus.documents)
    corpus.entities = draw.shuffled(corpus.entities)
    corpus.statements = draw.shuffled(corpus.statements)
    let other = try GraphStore.open(at: folder.path + "/other", access: .readWrite)
    for document in corpus.documents {
      try other.write {
        try $0.put(
          document.document, text: document.text, sentences: document.sentences,
          record: Array(document.document.name.utf8))
      }
    }
    try other.write {
      try $0.replaceGraph(entities: corpus.entities, statements: corpus.statements)
    }
    #expect(try dump(store.snapshot()) == dump(other.snapshot()))
  }

  /// All entries of all tables.
  private func dump(_ snapshot: GraphSnapshot) throws -> [String: [[[UInt8]]]] {
    var result: [String: [[[UInt8]]]] = [:]
    for table in Table.allCases {
      var entries: [[[UInt8]]] = []
      let cursor = try snapshot.reader.cursor(table)
      var entry = try cursor.first()
      while let found = entry {
        entries.append([Array(found.key), Array(found.value)])
        entry = try cursor.next()
      }
      result[table.name] = entries
    }
    return result
  }

  @Test("evidence whose quote is not the text is refused, and told")
  func wrongQuote() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var corpus = SampleCorpus.firms
    let good = corpus.statements[0]
    let piece = good.evidence[0]
    let shifted = try #require(TextSpan(piece.span.start + 1..<piece.span.end + 1))
    let wrong = Evidence(
      document: piece.document, sentence: 0, span: shifted, quote: piece.quote, rule: "x",
      subject: nil, object: nil, predicateText: "")
    let lost = Evidence(
      document: DocumentID(name: "nowhere"), sentence: 0, span: piece.span, quote: piece.quote,
      rule: "x", subject: nil, object: nil, predicateText: "")
    var content = good.content
    content.polarity = .negative
    let bad = Statement(content, confidence: 0.5, from: lost)
    corpus.statements[0].add(wrong, confidence: 0.1)
    corpus.statements.append(bad)
    let problems = try corpus.write(to: store)
    #expect(Set(problems) == [.quoteDiffers(good.id, wrong), .missingDocument(bad.id, lost)])
    let snapshot = try store.snapshot()
    #expect(try snapshot.statement(good.id) == good)
    #expect(try snapshot.statement(bad.id) == nil)
    #expect(try snapshot.verify() == [])
  }

  @Test("verify tells a dangling entity, a stale index and words that are not there")
  func problems() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var corpus = SampleCorpus.firms
    let id = corpus.statements[0].id
    let piece = corpus.statements[0].evidence[0]
    let mention = MentionText(text: "Bda", span: try #require(TextSpan(0..<3)))
    let second = Evidence(
      document: piece.document, sentence: 0, span: piece.span, quote: piece.quote, rule: "b",
      subject: mention, object: nil, predicateText: "")
    corpus.statements[0].add(second, confidence: 0)
    corpus.entities.removeAll { $0.id == EntityID("e:ada-1") }
    try corpus.write(to: store)
    let problems = try store.snapshot().verify()
    #expect(problems.contains(.mentionDiffers(id, second, mention)))
    #expect(problems.contains(.missingEntity(id, EntityID("e:ada-1"))))
    #expect(problems.count == 3)
    let (document, _, _) = corpus.documents[1]
    try store.write {
      try $0.put(
        SourceDocument(
          name: document.name, title: nil, date: nil, language: "en", contentHash: "",
          sentenceCount: 1), text: Array("New.".utf8), sentences: [0..<4], record: [])
    }
    let stale = try store.snapshot().verify()
    #expect(
      stale.contains {
        if case .indexDiffers("words", _) = $0 { true } else { false }
      })
    #expect(
      stale.contains {
        if case .quoteDiffers = $0 { true } else { false }
      })
  }

  @Test("equal statements become one with the evidence of both")
  func united() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var corpus = SampleCorpus.firms
    corpus.state("e:ada-1", "founded", .entity(EntityID("e:engine-2")), in: 1, line: 1)
    corpus.entities.append(corpus.entities[0])
    try corpus.write(to: store)
    let snapshot = try store.snapshot()
    #expect(try snapshot.counts.statements == 3)
    #expect(try snapshot.counts.entities == 4)
    #expect(try snapshot.statement(corpus.statements[0].id)?.evidence.count == 2)
    #expect(try snapshot.verify() == [])
  }

  @Test("an identifier longer than a key is found all the same")
  func longIdentifiers() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var corpus = SampleCorpus.firms
    let long = "e:" + String(repeating: "very-", count: 200)
    for end in ["a", "b", "c"] { corpus.entity(long + end, "Very \(end)", isNamed: false) }
    corpus.entity("e:", "Nothing")
    corpus.state(long + "b", "is", .entity(EntityID(long + "a")), in: 0, line: 0)
    try corpus.write(to: store)
    let snapshot = try store.snapshot()
    #expect(try snapshot.entity(EntityID(long + "b"))?.label == "Very b")
    #expect(try snapshot.entity(EntityID(long + "d")) == nil)
    #expect(try snapshot.statements(about: EntityID(long + "a")).count == 1)
    #expect(try snapshot.verify() == [])
  }

  @Test("the file grows beyond the address space that was reserved")
  func growth() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite, mapSize: 256 << 10)
    var calls = 0
    let record = [UInt8](repeating: 1, count: 3_000_000)
    try store.write { transaction in
      calls += 1
      let (document, text, sentences) = SampleCorpus.firms.documents[0]
      try transaction.put(document, text: text, sentences: sentences, record: record)
    }
    #expect(calls > 1)
    let snapshot = try store.snapshot()
    #expect(try snapshot.record(of: DocumentID(name: "b.txt")) == record)
    // With a snapshot in use the map cannot move; the store stays as it is, and usable.
    #expect(throws: StoreError.outgrown(path: folder.store)) {
      try store.write { try $0.setMetadata("big", [UInt8](repeating: 2, count: 40_000_000)) }
    }
    #expect(try snapshot.record(of: DocumentID(name: "b.txt")) == record)
    try store.write { try $0.setMetadata("small", [1]) }
    #expect(try store.snapshot().metadata("small") == [1])
  }

  @Test("snapshots can be read from many threads at once while another writes")
  func threads() async throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try SampleCorpus.firms.write(to: store)
    let shared = try store.snapshot()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var count = 0
          for _ in 0..<50 {
            count += try shared.findEntities(matching: "engine", limit: 9).count
            count += try store.snapshot().counts.statements
          }
          return count
        }
      }
      for number in 0..<20 { try store.write { try $0.setMetadata("n", [UInt8(number)]) } }
      for try await count in group { #expect(count == 50 * (2 + 3)) }
    }
    #expect(try store.snapshot().metadata("n") == [19])
  }
}
