import Foundation
import Testing

@testable import Indexer

@Suite("FileWalk")
struct FileWalkTests {
  private func walk(_ folder: TemporaryFolder, _ paths: String...) -> FileWalk {
    FileWalk(paths, home: folder.path, workingFolder: folder.path)
  }

  @Test("walks in the order of names, past hidden entries, each file once")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "a/.hidden", ".quipu/store", "a.txt", "é.txt"] {
      try folder.write(name, "x")
    }
    #expect(
      walk(folder, ".", "a", "b.txt").files.map(\.name) == ["a.txt", "a/z.txt", "b.txt", "é.txt"])
    #expect(walk(folder, "a/.hidden").files.map(\.name) == ["a/.hidden"])
  }

  @Test("loops of links end and are told, and so is a link to nothing")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/e/a.txt", "x")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path + "/d/e/up", withDestinationPath: folder.path + "/d")
    try manager.createSymbolicLink(
      atPath: folder.path + "/d/nothing", withDestinationPath: folder.path + "/none")
    let result = walk(folder, "d")
    #expect(result.files.map(\.name) == ["d/e/a.txt"])
    #expect(
      result.failures == [
        BuildFailure(name: "d/nothing", reason: .notFound),
        BuildFailure(name: "d/e/up", reason: .linkLoop),
      ])
  }

  @Test("names outside the home folder are absolute")
  func outside() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "x")
    try folder.write("home/b.txt", "x")
    let result = FileWalk(
      ["../a.txt", "./b.txt", "-"], home: folder.path + "/home",
      workingFolder: folder.path + "/home")
    #expect(result.files.map(\.name) == [folder.path + "/a.txt", "b.txt", "stdin"])
  }

  @Test(
    "normalises paths",
    arguments: [
      ("a/../b", "/w/b"), ("/a//b/.", "/a/b"), ("../../..", "/"), ("", "/w"), ("/", "/"),
    ])
  func normalises(path: String, absolute: String) {
    #expect(PathName.absolute(path, in: "/w") == absolute)
  }

  @Test("a folder with a name that begins like a root is not under it")
  func under() {
    #expect(PathName.isPath("/a/b", under: "/a"))
    #expect(!PathName.isPath("/ab", under: "/a"))
    #expect(PathName.name(of: "/ab/c", relativeTo: "/a") == "/ab/c")
  }
}
