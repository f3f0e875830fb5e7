import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Indexer

/// Files come, change, move and go at random; after each build the store must be what a fresh build
/// of the files gives.
@Suite("Random changes")
struct RandomChangeTests {
  /// A folder that changes at random.
  private struct Changes {
    let folder: TemporaryFolder
    var draw: Xorshift
    var names: Set<String> = []

    mutating func text() -> String {
      let lines = (0...draw.next(below: 4)).map { _ in
        "N\(draw.next(below: 12)) \(draw.pick(["backs", "owns", "sues"])) N\(draw.next(below: 12))"
      }
      return lines.joined(separator: "\n") + "\n"
    }

    mutating func content() -> String {
      switch draw.next(below: 10) {
      case 0: return "!"
      case 1: return ""
      case 2, 3:
        return (0...draw.next(below: 4)).map { _ in
          "[\(draw.next(below: 9) == 0 ? "!" : "\(draw.next(below: 6))")\n\(text())"
        }.joined()
      default: return text()
      }
    }

    /// Changes, adds and removes a fifth of the files.
    mutating func step() throws {
      for name in names.sorted() where draw.next(below: 5) == 0 {
        if draw.next(below: 2) == 0 {
          try folder.write(name, content())
        } else {
          try folder.delete(name)
          names.remove(name)
        }
      }
      for _ in 0..<(1 + draw.next(below: 8)) {
        let name = "d/" + draw.pick(["", "s/", "s/t/", "u/"]) + "f\(draw.next(below: 40))"
        try folder.write(name, content())
        names.insert(name)
      }
      let rules = draw.pick(["", "", "u/\n", "f1*\n", "s/t/\n!f2\n"])
      try folder.write("d/.gitignore", rules)
    }
  }

  @Test("30 rounds leave what fresh builds give", arguments: 0..<4)
  func rounds(seed: Int) throws {
    let folder = try TemporaryFolder()
    var changes = Changes(folder: folder, draw: Xorshift(seed: UInt64(seed) + 77))
    for round in 0..<30 {
      try changes.step()
      var options = BuildOptions()
      options.batch = 1 + changes.draw.next(below: 5)
      if changes.draw.next(below: 4) == 0 {
        // Some builds do only a part of the work.
        options.limit = changes.draw.next(below: 4)
        try folder.indexer().build(paths: ["d"], options: options)
        options.limit = nil
      }
      let summary = try folder.indexer().build(paths: ["d"], options: options)
      let store = ".fresh\(round)"
      let fresh = try folder.indexer(store: store).build(paths: ["d"])
      let (grown, expected) = try (folder.graph(), folder.graph(store: store))
      try #require(grown.documents == expected.documents, "round \(round)")
      try #require(grown.statements == expected.statements, "round \(round)")
      try #require(grown.entities == expected.entities, "round \(round)")
      #expect(summary.failed == fresh.failed)
      #expect(
        try folder.indexer().failures() == folder.indexer(store: store).failures())
      try folder.delete(store)
    }
    #expect(try folder.indexer().verify().isEmpty)
    #expect(try folder.indexer().verifyFiles().isEmpty)
  }
}
