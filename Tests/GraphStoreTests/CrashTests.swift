import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("Crashes and other processes")
struct CrashTests {
  private func fill(_ folder: TemporaryFolder) throws {
    try SampleCorpus.firms.write(to: GraphStore.open(at: folder.store, access: .readWrite))
  }

  @Test("a writer killed before its commit leaves the last commit, and no lock")
  func killed() async throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let path = folder.store
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try GraphStore.open(at: path, access: .readWrite)
      try store.write { transaction in
        try transaction.setMetadata("big", [UInt8](repeating: 3, count: 1_000_000))
        try transaction.replaceGraph(entities: [], statements: [])
        kill(getpid(), SIGKILL)
      }
    }
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    #expect(try store.snapshot().metadata("big") == nil)
    #expect(try store.snapshot().counts.statements == 3)
    #expect(try store.snapshot().verify() == [])
    try store.write { try $0.setMetadata("after", [1]) }
    #expect(try store.snapshot().metadata("after") == [1])
  }

  @Test("a commit that was acknowledged survives the death of its process")
  func acknowledged() async throws {
    let folder = try TemporaryFolder()
    let path = folder.store
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try GraphStore.open(at: path, access: .readWrite)
      try SampleCorpus.firms.write(to: store)
      let snapshot = try store.snapshot()
      kill(getpid(), SIGKILL)
      _ = snapshot
    }
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    #expect(try store.snapshot().counts.statements == 3)
    #expect(try store.snapshot().verify() == [])
  }

  @Test("two processes: the second writer is refused, readers are not")
  func twoProcesses() async throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let path = folder.store
    let lock = try WriterLock(folder: path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      let store = try GraphStore.open(at: path, access: .readWrite)
      #expect(throws: StoreError.lockedByWriter(path: path)) {
        try store.write { try $0.setMetadata("a", [1]) }
      }
      #expect(try store.snapshot().counts.statements == 3)
    }
    lock.release()
    let before = try GraphStore.open(at: path, access: .readOnly).snapshot()
    await #expect(processExitsWith: .success) { [path = path as String] in
      let store = try GraphStore.open(at: path, access: .readWrite)
      try store.write { try $0.setMetadata("a", [1]) }
    }
    #expect(try before.metadata("a") == nil)
    #expect(try GraphStore.open(at: path, access: .readOnly).snapshot().metadata("a") == [1])
  }

  @Test("two writers of one process: the second is refused")
  func twoWriters() throws {
    let folder = try TemporaryFolder()
    let first = try GraphStore.open(at: folder.store, access: .readWrite)
    let second = try GraphStore.open(
      at: folder.path + "/../"
        + (folder.path as NSString)
        .lastPathComponent + "/.quipu", access: .readWrite)
    #expect(first.lease.environment === second.lease.environment)
    try first.write { _ in
      #expect(throws: StoreError.lockedByWriter(path: second.path)) { try second.write { _ in } }
    }
    try second.write { try $0.setMetadata("a", [1]) }
    #expect(try first.snapshot().metadata("a") == [1])
  }

  @Test("a commit whose pages were written but not its root is as if it never was")
  func tornCommit() throws {
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder.store + "/store.mdb")
    let pageSize = 4_096
    var image: Data
    do {
      let store = try GraphStore.open(at: folder.store, access: .readWrite)
      try SampleCorpus.firms.write(to: store)
      let before = try Data(contentsOf: file)
      try store.write { try $0.replaceGraph(entities: [], statements: []) }
      // What a crash leaves: all pages of the second commit, but the two roots of the first.
      image = try Data(contentsOf: file)
      image.replaceSubrange(0..<2 * pageSize, with: before.prefix(2 * pageSize))
    }
    let copy = folder.path + "/copy"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
    try image.write(to: URL(filePath: copy + "/store.mdb"))
    let snapshot = try GraphStore.open(at: copy, access: .readWrite).snapshot()
    #expect(try snapshot.counts.statements == 3)
    #expect(try snapshot.verify() == [])
  }
}
