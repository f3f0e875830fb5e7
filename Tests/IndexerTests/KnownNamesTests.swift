import GraphModel
import GraphStore
import Testing

@testable import Indexer

@Suite("Indexer.knownNames")
struct KnownNamesTests {
  private func list(_ name: String, _ things: [(String, [String])]) throws -> Gazetteer {
    Gazetteer(
      name: name,
      things: try things.map { id, names in
        try #require(KnownThing(id: id, type: "Organization", names: names))
      })
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("docs/a.txt", "Facebook buys Instagram\n")
    try folder.write("docs/b.txt", "Meta sells INSTAGRAM\n")
    try folder.indexer().build(paths: ["docs"])
    return folder
  }

  private func matches(_ name: String, in folder: TemporaryFolder) throws -> [String] {
    let found = try folder.graph().entities.first { $0.label == name }
    return try #require(found).exactMatches.map { $0.list + " " + $0.target }
  }

  @Test("a list links at once, stays through builds, and leaves no trace when it is taken out")
  func life() throws {
    let folder = try folder()
    let before = try folder.graph()
    let summary = try folder.indexer().importNames(
      list("firms", [("urn:a", ["Facebook Inc.", "Facebook"]), ("urn:b", ["Zebra"])]))
    #expect((summary.things, summary.names, summary.linked) == (2, 3, 1))
    #expect(try matches("Facebook", in: folder) == ["firms urn:a"])
    #expect(try matches("Meta", in: folder) == [])
    #expect(try folder.indexer().verify().isEmpty)
    var options = BuildOptions()
    options.rereadsAll = true
    try folder.write("docs/c.txt", "Zebra owns Facebook\n")
    try folder.indexer().build(paths: ["docs"], options: options)
    #expect(try matches("Zebra", in: folder) == ["firms urn:b"])
    #expect(try matches("Facebook", in: folder) == ["firms urn:a"])
    try folder.indexer().remove(documentNamed: "docs/c.txt")
    // A list of the same name replaces the former; another stands beside it.
    try folder.indexer().importNames(list("firms", [("urn:m", ["Meta"])]))
    try folder.indexer().importNames(list("media", [("urn:f", ["Facebook"])]))
    #expect(try matches("Facebook", in: folder) == ["media urn:f"])
    #expect(try folder.indexer().knownNames().map(\.list) == ["firms", "media"])
    try folder.indexer().removeNames("firms")
    try folder.indexer().removeNames("media")
    #expect(try folder.graph().entities == before.entities)
    #expect(throws: IndexerError.unknownNames("media", lists: [])) {
      try folder.indexer().removeNames("media")
    }
  }

  @Test("what is doubtful waits for a person, whose answer binds until it is undone")
  func review() throws {
    let folder = try folder()
    try folder.indexer().importNames(list("firms", [("urn:m", ["META"])]))
    #expect(try matches("Meta", in: folder) == [])
    let proposal = try #require(try folder.indexer().matchProposals(limit: 9).first)
    #expect(proposal.match.target == "urn:m")
    let number = try folder.indexer().judge(.same, proposal.entity, is: proposal.match)
    #expect(try matches("Meta", in: folder) == ["firms urn:m"])
    #expect(try folder.indexer().matchProposals(limit: 9).isEmpty)
    #expect(try folder.indexer().verify().isEmpty)
    #expect(try folder.indexer().undo() == number)
    #expect(try matches("Meta", in: folder) == [])
    try folder.indexer().judge(.unsure, proposal.entity, is: proposal.match)
    #expect(try folder.indexer().matchProposals(limit: 9).isEmpty)
  }

  @Test("a list may come before the documents, and damaged bytes are told")
  func early() throws {
    let folder = try TemporaryFolder()
    try folder.indexer().importNames(list("firms", [("urn:a", ["Facebook"])]))
    try folder.write("docs/a.txt", "Facebook buys Instagram\n")
    try folder.indexer().build(paths: ["docs"])
    #expect(try matches("Facebook", in: folder) == ["firms urn:a"])
    let store = try GraphStore.open(at: folder.indexer().path, access: .readWrite)
    try store.write { try $0.setMetadata(StoreCatalog.Key.gazetteers, [1, 2, 3]) }
    #expect(throws: IndexerError.damagedNames) { try folder.indexer().knownNames() }
  }
}
