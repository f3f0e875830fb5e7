import Foundation
import GraphModel
import GraphStore
import Testing

@testable import Indexer

@Suite("Indexer.build")
struct IndexerBuildTests {
  private func seeded() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("docs/a.txt", "SoftBank backs SenseTime\nAcme owns Widget\n")
    try folder.write("docs/b.txt", "SoftBank backs SenseTime\nSenseTime sues Acme\n")
    try folder.write("docs/sub/c.txt", "Widget joins Union\n")
    return folder
  }

  @Test("indexes a folder, and equal claims of two documents are one statement")
  func build() throws {
    let folder = try seeded()
    let summary = try folder.indexer().build(paths: ["docs"])
    #expect(summary.added == 3)
    #expect(summary.statements == 4)
    #expect(summary.entities == 5)
    #expect(summary.words == 15)
    #expect(summary.failed.isEmpty)
    #expect(
      try lines(folder.graph()) == [
        "Acme owns Widget [docs/a.txt]", "SenseTime sues Acme [docs/b.txt]",
        "SoftBank backs SenseTime [docs/a.txt docs/b.txt]".sortedDocuments,
        "Widget joins Union [docs/sub/c.txt]",
      ])
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("a second build reads nothing and writes nothing")
  func unchanged() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    let before = try folder.storeBytes()
    let reader = SimpleReader()
    let summary = try folder.indexer(reader).build(paths: ["docs"])
    #expect(summary.unchanged == 3)
    #expect(summary.statements == 4)
    #expect(reader.names.isEmpty)
    #expect(try folder.storeBytes() == before)
  }

  @Test("a file that was only touched is hashed and not read")
  func touched() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    try folder.write("docs/a.txt", "SoftBank backs SenseTime\nAcme owns Widget\n")
    let reader = SimpleReader()
    let summary = try folder.indexer(reader).build(paths: ["docs"])
    #expect(summary.unchanged == 3)
    #expect(summary.changed == 0)
    #expect(reader.names.isEmpty)
  }

  @Test("adding, changing and deleting files leaves what a fresh build gives")
  func incremental() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    try folder.write("docs/a.txt", "Acme leaves Widget\n")
    try folder.write("docs/d.txt", "Union backs Acme\n")
    try folder.delete("docs/sub/c.txt")
    let summary = try folder.indexer().build(paths: ["docs"])
    #expect(summary.added == 1)
    #expect(summary.changed == 1)
    #expect(summary.unchanged == 1)
    #expect(summary.removed == 1)
    try folder.indexer(store: ".fresh").build(paths: ["docs"])
    let (grown, fresh) = try (folder.graph(), folder.graph(store: ".fresh"))
    #expect(grown.statements == fresh.statements)
    #expect(grown.entities == fresh.entities)
    #expect(grown.documents == fresh.documents)
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("a removed document leaves what a build without it gives")
  func remove() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    try folder.indexer().remove(documentNamed: "docs/b.txt")
    try folder.indexer(store: ".fresh").build(paths: ["docs/a.txt", "docs/sub"])
    let (rest, fresh) = try (folder.graph(), folder.graph(store: ".fresh"))
    #expect(rest.statements == fresh.statements)
    #expect(rest.entities == fresh.entities)
    #expect(rest.documents == fresh.documents)
    #expect(throws: IndexerError.unknownDocument(name: "docs/b.txt")) {
      try folder.indexer().remove(documentNamed: "docs/b.txt")
    }
  }

  @Test("the order of building and the number of threads do not matter", arguments: [1, 2, 5])
  func order(threads: Int) throws {
    let folder = try TemporaryFolder()
    for i in 0..<40 {
      try folder.write("n\(i).txt", "A\(i % 7) backs B\(i % 3)\nC\(i) owns A\(i % 5)\n")
    }
    var options = BuildOptions()
    options.threads = threads
    options.batch = threads * 3
    try folder.indexer().build(paths: ["."], options: options)
    for i in (0..<40).reversed() {
      try folder.indexer(store: ".other").build(paths: ["n\(i).txt"])
    }
    let (first, second) = try (folder.graph(), folder.graph(store: ".other"))
    #expect(first.statements == second.statements)
    #expect(first.entities == second.entities)
  }

  @Test("what cannot be read is told, and the rest is indexed")
  func failures() throws {
    let folder = try seeded()
    try folder.write("docs/binary.bin", "!")
    try folder.write("docs/empty.txt", "")
    try folder.write("docs/large.txt", String(repeating: "x", count: 1 << 17))
    let summary = try folder.indexer().build(paths: ["docs", "missing.txt"])
    #expect(summary.added == 3)
    #expect(
      summary.failed == [
        BuildFailure(name: "docs/binary.bin", reason: .binary),
        BuildFailure(name: "docs/empty.txt", reason: .empty),
        BuildFailure(
          name: "docs/large.txt", reason: .tooLarge(bytes: 1 << 17, limit: 1 << 16)),
        BuildFailure(name: "missing.txt", reason: .notFound),
      ])
  }

  @Test("a document whose file turned into something unreadable is taken out")
  func turnedBad() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    try folder.write("docs/a.txt", "!")
    let summary = try folder.indexer().build(paths: ["docs"])
    #expect(summary.removed == 1)
    #expect(summary.failed.map(\.name) == ["docs/a.txt"])
    #expect(try folder.graph().documents.map(\.name) == ["docs/b.txt", "docs/sub/c.txt"])
  }

  @Test("a missing root takes nothing out")
  func missingRoot() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    try folder.delete("docs")
    let summary = try folder.indexer().build(paths: ["docs"])
    #expect(summary.removed == 0)
    #expect(summary.failed == [BuildFailure(name: "docs", reason: .notFound)])
    #expect(try folder.graph().documents.count == 3)
  }

  @Test("a dry run tells the numbers of the build and writes nothing")
  func dryRun() throws {
    let folder = try seeded()
    var options = BuildOptions()
    options.isDryRun = true
    let dry = try folder.indexer().build(paths: ["docs"], options: options)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.quipu"))
    #expect(try folder.indexer().build(paths: ["docs"]) == dry)
    try folder.write("docs/a.txt", "Acme leaves Widget\n")
    try folder.delete("docs/sub/c.txt")
    let before = try folder.storeBytes()
    let second = try folder.indexer().build(paths: ["docs"], options: options)
    #expect(try folder.storeBytes() == before)
    #expect(try folder.indexer().build(paths: ["docs"]) == second)
  }

  @Test("an interrupted build goes on where it stopped")
  func resumes() throws {
    let folder = try TemporaryFolder()
    for i in 0..<10 { try folder.write("n\(i).txt", "A\(i) backs B\n") }
    try folder.indexer().build(paths: ["n0.txt", "n1.txt", "n2.txt"])
    // What a process leaves that dies between a batch and the making of the graph.
    let store = try GraphStore.open(at: folder.path + "/.quipu", access: .readWrite)
    try store.write { transaction in
      try transaction.replaceGraph(entities: [], statements: [])
      try transaction.setMetadata(StoreCatalog.Key.graph, nil)
      try transaction.setMetadata(StoreCatalog.Key.files, nil)
    }
    #expect(try folder.indexer().verify() == [.graphBehind])
    let reader = SimpleReader()
    let summary = try folder.indexer(reader).build(paths: ["."])
    #expect(reader.names == (3..<10).map { "n\($0).txt" })
    #expect(summary.added == 7)
    #expect(summary.unchanged == 3)
    #expect(summary.statements == 10)
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("another reader reads again what it is given, and tells what it is not given")
  func newReader() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    let reader = SimpleReader(version: 2)
    var summary = try folder.indexer(reader).build(paths: ["docs/a.txt"])
    #expect(reader.names == ["docs/a.txt"])
    #expect(summary.refreshed == 1)
    #expect(summary.outdated == 2)
    summary = try folder.indexer(reader).build(paths: ["docs"])
    #expect(reader.names == ["docs/a.txt", "docs/b.txt", "docs/sub/c.txt"])
    #expect(summary.unchanged == 1)
    #expect(summary.refreshed == 2)
    #expect(summary.outdated == 0)
  }

  @Test("a new reader says what of it is new")
  func readerChanges() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    let model = SimpleReader(model: 2)
    #expect(try folder.indexer(model).build(paths: ["docs"]).readerChanges == [.model])
    let both = SimpleReader(version: 2, model: 3)
    #expect(try folder.indexer(both).build(paths: ["docs"]).readerChanges == [.program, .model])
    #expect(try folder.indexer(both).build(paths: ["docs"]).readerChanges == [])
  }

  @Test("what failed is remembered, listed, and read again when it changes or is asked for")
  func remembersFailures() throws {
    let folder = try seeded()
    try folder.write("docs/bad.bin", "!")
    let failure = BuildFailure(name: "docs/bad.bin", reason: .binary)
    #expect(try folder.indexer().build(paths: ["docs"]).remembered == [])
    let second = try folder.indexer().build(paths: ["docs"])
    #expect(second.failed == [failure])
    #expect(second.remembered == [failure])
    #expect(try folder.indexer().failures() == [failure])
    var options = BuildOptions()
    options.retriesFailed = true
    let third = try folder.indexer().build(paths: ["docs"], options: options)
    #expect(third.failed == [failure])
    #expect(third.remembered == [])
    #expect(third.unchanged == 3)
    try folder.write("docs/bad.bin", "Acme buys Union\n")
    #expect(try folder.indexer().build(paths: ["docs"]).added == 1)
    #expect(try folder.indexer().failures() == [])
  }

  @Test("what failed is not opened again, however long it took, until it changes or is asked for")
  func opensFailuresOnce() throws {
    let folder = try seeded()
    try folder.write("docs/bad.bin", "!")
    try folder.write("docs/slow.pdf", "!!")
    let failures = [
      BuildFailure(name: "docs/bad.bin", reason: .binary),
      BuildFailure(name: "docs/slow.pdf", reason: .timedOut(seconds: 30)),
    ]
    #expect(try folder.indexer().build(paths: ["docs"]).failed == failures)
    let second = SimpleReader()
    #expect(try folder.indexer(second).build(paths: ["docs"]).failed == failures)
    #expect(second.opened == [])
    let asked = SimpleReader()
    var options = BuildOptions()
    options.retriesFailed = true
    _ = try folder.indexer(asked).build(paths: ["docs"], options: options)
    #expect(asked.opened == ["docs/bad.bin", "docs/slow.pdf"])
    try folder.write("docs/slow.pdf", "Acme buys Union\n")
    let changed = SimpleReader()
    #expect(try folder.indexer(changed).build(paths: ["docs"]).added == 1)
    #expect(changed.opened == ["docs/slow.pdf"])
  }

  @Test("other limits look at files again, and at nothing that they do not concern")
  func limitsChange() throws {
    let folder = try seeded()
    try folder.write(
      "docs/large.txt", "Large holds Words\n" + String(repeating: "x", count: 70_000))
    #expect(try folder.indexer().build(paths: ["docs"]).failed.count == 1)
    var options = ReadingOptions()
    options.documentSize = 1 << 17
    let reader = SimpleReader(options: options)
    let summary = try folder.indexer(reader).build(paths: ["docs"])
    #expect(reader.names == ["docs/large.txt"])
    #expect(summary.added == 1)
    #expect(summary.unchanged == 3)
    #expect(summary.failed == [])
  }

  @Test("a file that is left out by an ignore file later is taken out, and comes back")
  func ignoredLater() throws {
    let folder = try seeded()
    try folder.indexer().build(paths: ["docs"])
    try folder.write("docs/.quipuignore", "sub/\n")
    #expect(try folder.indexer().build(paths: ["docs"]).removed == 1)
    #expect(try folder.graph().documents.map(\.name) == ["docs/a.txt", "docs/b.txt"])
    // What a path names itself is read, and a build of the folder above leaves it alone.
    #expect(try folder.indexer().build(paths: ["docs/sub"]).added == 1)
    #expect(try folder.indexer().build(paths: ["docs"]).removed == 0)
    try folder.delete("docs/sub/c.txt")
    #expect(try folder.indexer().build(paths: ["docs"]).removed == 1)
  }

  @Test("patterns narrow a build and take nothing out")
  func patterns() throws {
    let folder = try seeded()
    var options = BuildOptions()
    options.included = ["a.*"]
    #expect(try folder.indexer().build(paths: ["docs"], options: options).added == 1)
    #expect(try folder.indexer().build(paths: ["docs"]).added == 2)
    options.excluded = ["sub"]
    let summary = try folder.indexer().build(paths: ["docs"], options: options)
    #expect(summary.removed == 0)
    #expect(summary.unchanged == 1)
    #expect(try folder.graph().documents.count == 3)
    try folder.delete("docs/b.txt")
    #expect(try folder.indexer().build(paths: ["docs"], options: options).removed == 1)
  }

  @Test("a limit reads so many files, and the next build goes on")
  func limit() throws {
    let folder = try seeded()
    var options = BuildOptions()
    options.limit = 2
    let first = try folder.indexer().build(paths: ["docs"], options: options)
    #expect(first.added == 2)
    #expect(first.postponed == 1)
    let second = try folder.indexer().build(paths: ["docs"], options: options)
    #expect(second.added == 1)
    #expect(second.unchanged == 2)
    #expect(second.postponed == 0)
  }

  @Test("a date leaves out documents that are older or tell none")
  func since() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/old.txt", "@2018-12-31\nA backs B\n")
    try folder.write("d/new.txt", "@2019-01-01\nC backs D\n")
    try folder.write("d/year.txt", "@2019\nE backs F\n")
    try folder.write("d/none.txt", "G backs H\n")
    var options = BuildOptions()
    options.since = "2019"
    let summary = try folder.indexer().build(paths: ["d"], options: options)
    #expect(summary.leftOut == 2)
    #expect(try folder.graph().documents.map(\.name) == ["d/new.txt", "d/year.txt"])
    options.since = "2019-06"
    try folder.write("d/new.txt", "@2019-01-02\nC backs D\n")
    #expect(try folder.indexer().build(paths: ["d"], options: options).removed == 1)
    #expect(try folder.indexer().build(paths: ["d"]).added == 3)
  }

  @Test("two names that only differ in how an accent is composed are two documents")
  func composed() throws {
    let folder = try TemporaryFolder()
    try folder.write("caf\u{e9}.txt", "A backs B\n")
    try folder.write("cafe\u{301}.txt", "C backs D\n")
    #expect(try folder.indexer().build(paths: ["."]).added == 2)
    #expect(try folder.indexer().build(paths: ["."]).unchanged == 2)
    #expect(try folder.indexer().status().documents.map(\.state) == [.unchanged, .unchanged])
    #expect(try folder.graph().statements.count == 2)
  }

  @Test("reading every file again finds a store that is not what the files give")
  func verifyFiles() throws {
    let folder = try seeded()
    try folder.write("docs/mail", "[1\nA backs B\n[2\nC backs D\n")
    try folder.indexer().build(paths: ["docs"])
    #expect(try folder.indexer().verifyFiles() == [])
    try folder.write("docs/a.txt", "Acme leaves Widget\n")
    try folder.write("docs/mail", "[1\nA backs B\n[3\nC backs D\n")
    try folder.delete("docs/b.txt")
    #expect(
      try folder.indexer().verifyFiles() == [
        .differentDocument(name: "docs/a.txt"), .strayDocument(name: "docs/b.txt"),
        .strayDocument(name: "docs/mail#2"), .missingDocument(name: "docs/mail#3"),
      ])
  }

  @Test("a claim whose quote is not in the text is not written")
  func mismatch() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "?A backs B\nC backs D\n")
    let summary = try folder.indexer().build(paths: ["a.txt"])
    #expect(summary.statements == 1)
    #expect(summary.mismatched == 1)
  }

  @Test("progress counts every file")
  func progress() throws {
    let folder = try seeded()
    var seen: [BuildProgress] = []
    try folder.indexer().build(paths: ["docs"]) { seen.append($0) }
    #expect(seen.filter { $0.phase == .reading }.map(\.done) == [0, 1, 2, 3])
    #expect(seen.last?.phase == .finished)
    #expect(seen.last?.words == 15)
    #expect(seen.last?.bytes == seen.last?.totalBytes)
  }
}

extension String {
  /// The line of a statement with its documents in the order of their identifiers.
  fileprivate var sortedDocuments: String {
    guard let open = firstIndex(of: "[") else { return self }
    let names = self[index(after: open)...].dropLast().split(separator: " ").map(String.init)
    return self[...open]
      + names.sorted { DocumentID(name: $0) < DocumentID(name: $1) }.joined(separator: " ") + "]"
  }
}
