import CLMDB
import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("Opening a store")
struct OpeningTests {
  private func fill(_ folder: TemporaryFolder) throws {
    try SampleCorpus.firms.write(to: GraphStore.open(at: folder.store, access: .readWrite))
  }

  private func change(_ folder: TemporaryFolder, _ body: (inout Data) throws -> Void) throws {
    let url = URL(filePath: folder.store + "/store.mdb")
    var data = try Data(contentsOf: url)
    try body(&data)
    try data.write(to: url)
  }

  @Test("a store is found in a folder above, as git does")
  func find() throws {
    let folder = try TemporaryFolder()
    let deep = folder.path + "/a/b"
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    let before = GraphStore.find(from: deep)
    #expect(before?.hasPrefix(folder.path) != true)
    _ = try GraphStore.open(at: folder.store, access: .readWrite)
    let found = try #require(GraphStore.find(from: deep))
    #expect(found.hasSuffix("/.quipu"))
    #expect(try GraphStore.open(at: found, access: .readOnly).snapshot().counts.documents == 0)
    #expect(GraphStore.find(from: folder.path) == found)
    #expect(GraphStore.find(from: folder.path + "/missing") == nil)
  }

  @Test("what is not there is not made for reading")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.notFound(path: folder.store)) {
      try GraphStore.open(at: folder.store, access: .readOnly)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.store))
    #expect(throws: StoreError.system(call: "mkdir", code: ENOENT, path: folder.path + "/x/y")) {
      try GraphStore.open(at: folder.path + "/x/y", access: .readWrite)
    }
  }

  @Test("a folder with other files is not taken for a store")
  func foreign() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/notes.txt"))
    #expect(
      throws: StoreError.damaged(
        path: folder.path, detail: "the folder holds other files, such as 'notes.txt'")
    ) { try GraphStore.open(at: folder.path, access: .readWrite) }
    #expect(throws: StoreError.self) {
      try GraphStore.open(at: folder.path + "/notes.txt", access: .readWrite)
    }
  }

  @Test("a store for reading refuses to write")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let store = try GraphStore.open(at: folder.store, access: .readOnly)
    #expect(try store.snapshot().counts.statements == 3)
    #expect(throws: StoreError.readOnly(path: folder.store)) {
      try store.write { try $0.setMetadata("a", []) }
    }
  }

  @Test("is read without locks where no lock file can be made")
  func withoutLocks() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let environment = try Environment(
      folder: folder.store, isWritable: false, isLocking: false,
      mapSize: Environment.defaultMapSize)
    let transaction = try environment.beginRead()
    let reader = TableReader(transaction: transaction, environment: environment)
    #expect(try reader.count(.statements) == 3)
    environment.closeAfterTest(transaction)
  }

  @Test("another version is told with its number")
  func version() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try GraphStore.open(at: folder.store, access: .readWrite)
      var mark = ByteWriter()
      mark.raw(StoreFormat.magic)
      mark.number(99)
      mark.seal()
      try store.write { try $0.put(.meta, StoreFormat.key, mark.bytes) }
    }
    for access in [GraphStore.Access.readOnly, .readWrite] {
      #expect(
        throws: StoreError.version(
          path: folder.store, found: 99, expected: StoreFormat.version)
      ) { try GraphStore.open(at: folder.store, access: access) }
    }
  }

  @Test("junk, an empty file and a cut file are damaged stores")
  func junk() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let whole = try Data(contentsOf: URL(filePath: folder.store + "/store.mdb"))
    func isDamaged(_ access: GraphStore.Access) -> Bool {
      do {
        _ = try GraphStore.open(at: folder.store, access: access)
        return false
      } catch {
        if case .damaged = error { return true }
        return false
      }
    }
    try change(folder) { $0 = Data(repeating: 0x41, count: 20_000) }
    #expect(isDamaged(.readOnly))
    #expect(isDamaged(.readWrite))
    try change(folder) { $0 = Data() }
    #expect(isDamaged(.readOnly))
    try change(folder) { $0 = whole.prefix(5_000) }
    #expect(isDamaged(.readOnly))
    try change(folder) { $0 = whole }
    #expect(try GraphStore.open(at: folder.store, access: .readOnly).snapshot().verify() == [])
  }

  @Test("a file that lost its end is told at once")
  func cut() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try GraphStore.open(at: folder.store, access: .readWrite)
      let record = [UInt8](repeating: 7, count: 3_000_000)
      let (document, text, sentences) = SampleCorpus.firms.documents[0]
      try store.write {
        try $0.put(document, text: text, sentences: sentences, record: record)
      }
    }
    try change(folder) { $0 = $0.prefix(20_000) }
    #expect(throws: StoreError.self) { try GraphStore.open(at: folder.store, access: .readOnly) }
  }

  @Test("a changed byte in a value is found by verify and by whoever reads the value")
  func flipped() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    try change(folder) { data in
      let quote = Data("Ada Lovelace founded Engine Works.".utf8)
      var start = data.startIndex
      var found = 0
      while let range = data.range(of: quote, in: start..<data.endIndex) {
        data[range.lowerBound + 4] ^= 0x20
        start = range.upperBound
        found += 1
      }
      #expect(found >= 2)
    }
    let snapshot = try GraphStore.open(at: folder.store, access: .readOnly).snapshot()
    let problems = try snapshot.verify()
    #expect(
      problems.contains {
        if case .damaged("statements", _) = $0 { true } else { false }
      })
    #expect(
      problems.contains {
        if case .damaged("texts", _) = $0 { true } else { false }
      })
    #expect(throws: StoreError.self) { try snapshot.forEachStatement { _ in } }
    #expect(throws: StoreError.self) { try snapshot.text(of: DocumentID(name: "b.txt")) }
    // The rest can still be read.
    #expect(try snapshot.text(of: DocumentID(name: "a.txt")) != nil)
  }
}

extension Environment {
  /// Ends a transaction of a test and closes the file.
  func closeAfterTest(_ transaction: OpaquePointer) {
    mdb_txn_abort(transaction)
    ended()
    close()
  }
}
