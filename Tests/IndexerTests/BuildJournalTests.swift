import Foundation
import Testing

@testable import Indexer

@Suite("BuildJournal")
struct BuildJournalTests {
  @Test("builds that do something are noted, and those that were stopped are seen")
  func entries() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/a.txt", "A backs B\n")
    try folder.write("d/b.txt", "!")
    try folder.indexer().build(paths: ["d"])
    try folder.indexer().build(paths: ["d"])
    _ = BuildJournal(store: folder.path + "/.quipu").begin()
    try folder.write("d/a.txt", "A leaves B\n")
    try folder.indexer().build(paths: ["d"])
    let builds = folder.indexer().builds()
    #expect(builds.map(\.added) == [1, 0, 0])
    #expect(builds.map(\.changed) == [0, 0, 1])
    #expect(builds.map(\.failed) == [1, 0, 1])
    #expect(builds.map { $0.seconds == nil } == [false, true, false])
    #expect(builds.allSatisfy { $0.start > 1_700_000_000 })
  }

  @Test("broken lines are passed over, and a long journal is cut")
  func hostile() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/s", withIntermediateDirectories: true)
    let lines = (0..<9000).map { "begin \($0)000-1\nend \($0)000-1 ms=5 added=\($0)\n" }.joined()
    try folder.write("s/builds.log", "end\nbegin\n\u{0}\nend x ms=1\nbegin x-y\n" + lines + "begi")
    let journal = BuildJournal(store: folder.path + "/s")
    #expect(journal.entries().last?.added == 8999)
    _ = journal.begin()
    #expect(journal.entries().count < 300)
    #expect(journal.entries().dropLast().last?.added == 8999)
    #expect(BuildJournal(store: folder.path + "/none").entries().isEmpty)
  }
}
