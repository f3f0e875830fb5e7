import Foundation
import GraphModel
import Synchronization
import Testing

@testable import Indexer

@Suite("Indexer.watch")
struct WatchTests {
  /// Watches, and after each build that did something makes the next change, until there is none.
  private func watch(
    _ folder: TemporaryFolder, options: BuildOptions = BuildOptions(), store: String = ".quipu",
    _ changes: [() throws -> Void]
  ) throws -> [BuildSummary] {
    var rest = changes[...]
    var summaries: [BuildSummary] = []
    let pace = WatchPace(quiet: 20, longest: 500, retry: 50)
    try folder.indexer(store: store).watch(paths: ["d"], options: options, pace: pace) { event in
      guard case .built(let summary) = event else { return true }
      let isIdle =
        summary.added + summary.changed + summary.removed == 0 && !summaries.isEmpty
      guard !isIdle else { return true }
      summaries.append(summary)
      guard let change = rest.popFirst() else { return false }
      do { try change() } catch { Issue.record(error) }
      return true
    }
    return summaries
  }

  @Test("each change leads to a build: new, changed, moved, gone, in new folders too")
  func changes() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/a.txt", "A backs B\n")
    let summaries = try watch(
      folder,
      [
        { try folder.write("d/b.txt", "C backs D\n") },
        { try folder.write("d/a.txt", "A leaves B\n") },
        { try folder.write("d/new/deep/c.txt", "E backs F\n") },
        { try folder.write("d/new/deep/e.txt", "G backs H\n") },
        {
          try FileManager.default.moveItem(
            atPath: folder.path + "/d/new", toPath: folder.path + "/d/other")
        },
        { try folder.write("d/.quipuignore", "other/\n") },
        { try folder.delete("d/b.txt") },
      ])
    #expect(summaries.map(\.added) == [1, 1, 0, 1, 1, 2, 0, 0])
    #expect(summaries.map(\.changed) == [0, 0, 1, 0, 0, 0, 0, 0])
    #expect(summaries.map(\.removed) == [0, 0, 0, 0, 0, 2, 2, 1])
    #expect(try folder.graph().documents.map(\.name) == ["d/a.txt"])
    #expect(try folder.indexer().verify().isEmpty)
  }

  @Test("a store within the folder does not wake the watch")
  func storeInside() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/a.txt", "A backs B\n")
    let watch = try FolderWatch()
    #expect(watch.add(folder.path + "/d") == 0)
    #expect(watch.add(folder.path + "/none") == ENOENT)
    try folder.write("d/graph/store.mdb", "x")
    let ignores = { (_: String, name: String) in name == "graph" }
    #expect(!watch.wait(quiet: 1, longest: 10, timeout: 50, ignores: ignores))
    try folder.write("d/b.txt", "x")
    #expect(watch.wait(quiet: 1, longest: 10, timeout: 5000, ignores: ignores))
    watch.keep([])
    try folder.write("d/c.txt", "x")
    #expect(!watch.wait(quiet: 1, longest: 10, timeout: 50, ignores: ignores))
  }
}
