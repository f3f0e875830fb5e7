import Foundation
import Glibc
import Synchronization
import Testing

@testable import Indexer

@Suite("Files that change while they are read")
struct ChangingFileTests {
  @Test("a file of several documents that changes is told, and read by the next build")
  func container() throws {
    let folder = try TemporaryFolder()
    try folder.write("docs/good.txt", "Acme buys Union\n")
    try folder.write("docs/box", "[one\nAcme sells Lumen\n")
    let path = folder.path + "/docs/box"
    let reader = SimpleReader { name in
      guard name == "docs/box", let file = FileHandle(forWritingAtPath: path) else { return }
      _ = try? file.seekToEnd()
      try? file.write(contentsOf: Data("[two\nUnion owns Acme\n".utf8))
      try? file.close()
    }
    let failure = BuildFailure(name: "docs/box", reason: .changedWhileRead)
    let first = try folder.indexer(reader).build(paths: ["docs"])
    #expect(first.failed == [failure])
    let second = try folder.indexer().build(paths: ["docs"])
    #expect(second.failed == [])
    #expect(first.added + second.added == 3)
    #expect(try folder.indexer().verify() == [])
    #expect(try folder.indexer().verifyFiles() == [])
  }

  /// The file is always one letter over and over, and never twice as long: a mix of two states of it
  /// would show.
  @Test("what is read of a file that another program writes is as it was at one moment, or nothing")
  func whole() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "")
    let path = folder.path + "/a.txt"
    let isDone = Atomic(false)
    let writer = Thread {
      var round = 0
      while !isDone.load(ordering: .relaxed) {
        round += 1
        let text = [UInt8](repeating: UInt8(65 + round % 26), count: 1000 + round % 3000)
        let file = open(path, O_WRONLY | O_TRUNC)
        _ = text.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        close(file)
      }
    }
    writer.start()
    defer { isDone.store(true, ordering: .relaxed) }
    for _ in 0..<500 {
      do throws(FailureReason) {
        let content = try FileBytes.read(path, limit: 1 << 20)
        #expect(Set(content.bytes).count <= 1)
        #expect(content.bytes.count == content.stamp?.size ?? 0)
      } catch {
        #expect(error == .changedWhileRead)
      }
    }
  }
}
