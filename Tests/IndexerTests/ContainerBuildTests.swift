import Foundation
import GraphModel
import GraphStore
import Testing

@testable import Indexer

@Suite("Indexer.build of files with several documents")
struct ContainerBuildTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try folder.graph().documents.map(\.name).sorted()
  }

  @Test("each document in a file is one of its own, and only changed ones are read again")
  func members() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/mail", "[1\nA backs B\n[2\nC backs D\n[3\nE backs F\n")
    #expect(try folder.indexer().build(paths: ["d"]).added == 3)
    #expect(try names(folder) == ["d/mail#1", "d/mail#2", "d/mail#3"])
    #expect(try folder.indexer().build(paths: ["d"]).unchanged == 3)
    try folder.write("d/mail", "[1\nA backs B\n[2\nC leaves D\n[4\nE backs F\n")
    let reader = SimpleReader()
    let summary = try folder.indexer(reader).build(paths: ["d"])
    #expect(reader.names == ["d/mail#2", "d/mail#4"])
    #expect(summary.added == 1)
    #expect(summary.changed == 1)
    #expect(summary.unchanged == 1)
    #expect(summary.removed == 1)
    #expect(try names(folder) == ["d/mail#1", "d/mail#2", "d/mail#4"])
    try folder.delete("d/mail")
    #expect(try folder.indexer().build(paths: ["d"]).removed == 3)
    #expect(try names(folder) == [])
  }

  @Test("a broken document in a file is named, and the others are read")
  func brokenMember() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/mail", "[1\nA backs B\n[!\n[3\n!\n[4\nC backs D\n")
    let failures = [
      BuildFailure(name: "d/mail#!", reason: .malformed(format: "test", detail: "!")),
      BuildFailure(name: "d/mail#3", reason: .binary),
    ]
    let summary = try folder.indexer().build(paths: ["d"])
    #expect(summary.added == 2)
    #expect(summary.failed == failures)
    #expect(try folder.indexer().failures() == failures)
    let again = try folder.indexer().build(paths: ["d"])
    #expect(again.remembered == failures)
    #expect(again.unchanged == 2)
  }

  @Test("a file with room for documents and none in it is named")
  func nothingInside() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/mail", "[")
    let summary = try folder.indexer().build(paths: ["d"])
    #expect(summary.failed == [BuildFailure(name: "d/mail", reason: .empty)])
  }

  @Test("a file that becomes one with several documents, and back, leaves nothing behind")
  func becomes() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/x", "A backs B\n")
    try folder.indexer().build(paths: ["d"])
    try folder.write("d/x", "[1\nA backs B\n")
    try folder.indexer().build(paths: ["d"])
    #expect(try names(folder) == ["d/x#1"])
    try folder.write("d/x", "A backs B\n")
    try folder.indexer().build(paths: ["d"])
    #expect(try names(folder) == ["d/x"])
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("a file of which only a part was committed is completed, also if it changed meanwhile")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/mail", "[1\nA backs B\n[2\nC backs D\n[3\nE backs F\n")
    try folder.indexer().build(paths: ["d"])
    // What a process leaves that dies before the end of its first build.
    try GraphStore.open(at: folder.path + "/.quipu", access: .readWrite).write { transaction in
      try transaction.remove(DocumentID(name: "d/mail#3"))
      for key in [
        StoreCatalog.Key.files, StoreCatalog.Key.roots, StoreCatalog.Key.graph,
        StoreCatalog.Key.reader,
      ] {
        try transaction.setMetadata(key, nil)
      }
    }
    try folder.write("d/mail", "[1\nA backs B\n[3\nE backs F\n")
    let reader = SimpleReader()
    let summary = try folder.indexer(reader).build(paths: ["d"])
    #expect(reader.names == ["d/mail#3"])
    #expect(summary.removed == 1)
    #expect(try names(folder) == ["d/mail#1", "d/mail#3"])
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("removing the file's name removes all of it, and a build brings it back")
  func remove() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/mail", "[1\nA backs B\n[2\nC backs D\n")
    try folder.write("d/mailer", "E backs F\n")
    try folder.indexer().build(paths: ["d"])
    try folder.indexer().remove(documentNamed: "d/mail#1")
    #expect(try names(folder) == ["d/mail#2", "d/mailer"])
    #expect(try folder.indexer().build(paths: ["d"]).added == 1)
    try folder.indexer().remove(documentNamed: "d/mail")
    #expect(try names(folder) == ["d/mailer"])
    #expect(try folder.indexer().build(paths: ["d"]).added == 2)
  }
}
