import GraphModel
import GraphStore
import Testing

@testable import Indexer

@Suite("Indexer.judgements")
struct IndexerJudgementTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("docs/a.txt", "Facebook buys Instagram\n")
    try folder.write("docs/b.txt", "Meta sells Instagram\n")
    try folder.indexer().build(paths: ["docs"])
    return folder
  }

  private func id(_ name: String, in folder: TemporaryFolder) throws -> EntityID {
    let found = try folder.graph().entities.first { $0.label == name }
    return try #require(found).id
  }

  @Test("merge, then undo, leaves the graph as it was")
  func mergeAndUndo() throws {
    let folder = try folder()
    let before = try folder.graph()
    let (facebook, meta) = (try id("Facebook", in: folder), try id("Meta", in: folder))
    let outcome = try folder.indexer().judge(.same, facebook, meta)
    #expect(outcome.number == 1)
    let joined = try folder.graph()
    #expect(joined.entities.count == before.entities.count - 1)
    let kept = try #require(outcome.entity)
    #expect(kept == facebook || kept == meta)
    // The old identifier leads to the heir.
    let snapshot = try folder.snapshot()
    #expect(try snapshot.entity(facebook)?.id == kept)
    #expect(try snapshot.entity(meta)?.id == kept)
    #expect(try folder.indexer().verify().isEmpty)
    #expect(throws: IndexerError.alreadyOne(kept)) {
      try folder.indexer().judge(.same, facebook, meta)
    }
    #expect(try folder.indexer().undo() == 1)
    #expect(try folder.graph().statements == before.statements)
    #expect(try folder.graph().entities == before.entities)
    #expect(throws: IndexerError.nothingToUndo(nil)) { try folder.indexer().undo() }
    #expect(throws: IndexerError.nothingToUndo(1)) { try folder.indexer().undo(1) }
  }

  @Test("a judgement survives changes, removal and reading everything again")
  func survival() throws {
    let folder = try folder()
    try folder.indexer().judge(
      .same, try id("Facebook", in: folder), try id("Meta", in: folder))
    let joined = try folder.graph()
    var options = BuildOptions()
    options.rereadsAll = true
    try folder.indexer().build(paths: ["docs"], options: options)
    #expect(try folder.graph().statements == joined.statements)
    try folder.indexer().remove(documentNamed: "docs/b.txt")
    #expect(try folder.graph().entities.map(\.label) == ["Facebook", "Instagram"])
    try folder.indexer().build(paths: ["docs"])
    #expect(try folder.graph().statements == joined.statements)
    #expect(try folder.indexer().verify().isEmpty)
    let journal = try folder.indexer().journal()
    #expect(journal.map(\.verdict) == [.same])
    #expect(journal[0].sides.map(\.label) == ["Facebook", "Meta"])
  }

  @Test("different, unsure and apart are written down and hold")
  func others() throws {
    let folder = try folder()
    let (facebook, meta) = (try id("Facebook", in: folder), try id("Meta", in: folder))
    let instagram = try id("Instagram", in: folder)
    try folder.indexer().judge(.different, facebook, meta)
    try folder.indexer().judge(.unsure, facebook, instagram)
    try folder.indexer().split(instagram, documents: [DocumentID(name: "docs/b.txt")])
    let graph = try folder.graph()
    #expect(graph.entities.map(\.label) == ["Facebook", "Instagram", "Instagram", "Meta"])
    #expect(try folder.indexer().verify().isEmpty)
    #expect(try folder.indexer().undo(3) == 3)
    #expect(try folder.graph().entities.map(\.label) == ["Facebook", "Instagram", "Meta"])
    let journal = try folder.indexer().journal()
    #expect(journal.map(\.verdict) == [.different, .unsure, .apart, .undo])
    #expect(journal.map(\.isUndone) == [false, false, true, false])
  }

  @Test("an explanation names the judgement; a name alone cannot be split")
  func explanation() throws {
    let folder = try folder()
    let outcome = try folder.indexer().judge(
      .same, try id("Facebook", in: folder), try id("Meta", in: folder))
    let entity = try #require(outcome.entity)
    #expect(
      try folder.indexer().explain(entity, "Meta", "Facebook") == [
        IdentityStep(first: "Meta", second: "Facebook", ground: .judgement(1))
      ])
    #expect(try folder.indexer().explain(entity, "Meta", "META")?.isEmpty == true)
    #expect(try folder.indexer().explain(entity, "Meta", "Instagram") == nil)
    let instagram = try id("Instagram", in: folder)
    #expect(throws: IndexerError.noSuchPart(name: "Instagram", parts: [])) {
      try folder.indexer().split(instagram, name: "Instagram")
    }
    try folder.indexer().split(entity, name: "Meta")
    #expect(try folder.graph().entities.map(\.label) == ["Facebook", "Instagram", "Meta"])
  }

  @Test("journals come back from their bytes, and broken bytes are refused")
  func bytes() throws {
    let folder = try folder()
    let (facebook, meta) = (try id("Facebook", in: folder), try id("Meta", in: folder))
    try folder.indexer().judge(.same, facebook, meta)
    try folder.indexer().undo()
    try folder.indexer().split(facebook, documents: [DocumentID(name: "docs/a.txt")])
    let journal = try JudgementJournal(folder.snapshot())
    let bytes = journal.encoded()
    #expect(try JudgementJournal(decoding: bytes) == journal)
    #expect(try JudgementJournal(decoding: []).entries.isEmpty)
    for cut in 1..<bytes.count {
      #expect(throws: RecordError.self) { try JudgementJournal(decoding: Array(bytes[..<cut])) }
    }
  }
}
