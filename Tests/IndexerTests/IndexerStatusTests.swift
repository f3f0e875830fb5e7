import GraphStore
import Testing

@testable import Indexer

@Suite("Indexer.status")
struct IndexerStatusTests {
  @Test("tells new, changed, gone and unchanged files apart")
  func states() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("docs/\(name).txt", "\(name) backs B\n") }
    try folder.indexer().build(paths: ["docs"])
    try folder.write("docs/a.txt", "x backs y\n")
    try folder.delete("docs/b.txt")
    try folder.write("docs/d.txt", "x backs y\n")
    let expected = [
      DocumentStatus(name: "docs/a.txt", state: .changed),
      DocumentStatus(name: "docs/b.txt", state: .gone),
      DocumentStatus(name: "docs/c.txt", state: .unchanged),
      DocumentStatus(name: "docs/d.txt", state: .new),
    ]
    #expect(try folder.indexer().status(paths: ["docs"]).documents == expected)
    #expect(try folder.indexer().status().documents == expected)
    try folder.delete("docs")
    #expect(try folder.indexer().status().documents.map(\.state) == [.gone, .gone, .gone])
  }

  @Test("a store that no document was read into is sound")
  func withoutDocuments() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.path + "/.quipu", access: .readWrite)
    try store.write { transaction in try transaction.setMetadata("note", [1]) }
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("without a store there is nothing to compare with")
  func noStore() throws {
    let folder = try TemporaryFolder()
    #expect(throws: IndexerError.self) { try folder.indexer().status() }
    #expect(throws: IndexerError.self) { try folder.indexer().remove(documentNamed: "a") }
    #expect(throws: StoreError.self) { try folder.graph() }
  }
}
