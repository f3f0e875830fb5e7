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

  @Test("real folders come before links to them, and a folder counts once")
  func linkedFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/z/a.txt", "x")
    try folder.write("out/b.txt", "x")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path + "/in/current", withDestinationPath: folder.path + "/in/z")
    try manager.createSymbolicLink(
      atPath: folder.path + "/in/far", withDestinationPath: folder.path + "/out")
    let result = walk(folder, "in")
    #expect(result.files.map(\.name) == ["in/far/b.txt", "in/z/a.txt"])
    #expect(result.failures.isEmpty)
  }

  @Test("a pipe, a socket and a device are named and not waited for")
  func specialFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/a.txt", "x")
    mkfifo(folder.path + "/d/pipe", 0o600)
    let result = walk(folder, "d", "d/pipe", "/dev/null")
    #expect(result.files.map(\.name) == ["d/a.txt"])
    #expect(
      result.failures == [
        BuildFailure(name: "/dev/null", reason: .special(.device)),
        BuildFailure(name: "d/pipe", reason: .special(.pipe)),
        BuildFailure(name: "d/pipe", reason: .special(.pipe)),
      ])
    #expect(throws: FailureReason.special(.pipe)) {
      try FileBytes.read(folder.path + "/d/pipe", limit: 10)
    }
  }

  @Test("names that differ in bytes alone are different files, and all can be opened")
  func bytes() throws {
    let folder = try TemporaryFolder()
    let names: [[UInt8]] = [
      Array("caf\u{e9}".utf8), Array("cafe\u{301}".utf8), [0x63, 0xe9], Array("\\xE9".utf8),
      Array("new\nline".utf8), [0xff, 0x0a, 0xc3], Array("\u{301}x".utf8),
    ]
    for (i, name) in names.enumerated() {
      let path = Array((folder.path + "/").utf8) + name + [0]
      let file = path.withUnsafeBytes { bytes in
        open(bytes.baseAddress!.assumingMemoryBound(to: CChar.self), O_WRONLY | O_CREAT, 0o600)
      }
      try #require(file >= 0)
      write(file, "\(i)", 1)
      close(file)
    }
    let result = walk(folder, ".")
    #expect(Set(result.files.map { ByteName($0.name) }).count == names.count)
    var contents: Set<[UInt8]> = []
    for file in result.files {
      #expect(names.contains(PathName.systemName(file.name)))
      contents.insert(try FileBytes.read(file.path, limit: 10).bytes)
    }
    #expect(contents.count == names.count)
    #expect(result.failures.isEmpty)
    // A name as it is told can be given back.
    #expect(walk(folder, "c\\xE9").files.map(\.name) == ["c\\xE9"])
    #expect(walk(folder, "\\xE9").files.map(\.name) == ["\\x5CxE9"])
  }

  @Test("ignore files count in their folder and below, and .quipuignore goes first")
  func ignoreFiles() throws {
    let folder = try TemporaryFolder()
    for name in ["a.log", "a.txt", "keep.log", "sub/b.log", "sub/b.txt", "out/c.txt"] {
      try folder.write("d/" + name, "x")
    }
    try folder.write("d/.gitignore", "*.log\nout/\n")
    try folder.write("d/.quipuignore", "!keep.log\n")
    try folder.write("d/sub/.gitignore", "!b.log\nb.txt\n")
    let result = walk(folder, "d")
    #expect(result.files.map(\.name) == ["d/a.txt", "d/keep.log", "d/sub/b.log"])
    #expect(result.ignored == 3)
    #expect(walk(folder, "d/a.log").files.map(\.name) == ["d/a.log"])
    let all = FileWalk(
      ["d"], home: folder.path, workingFolder: folder.path,
      selection: FileWalk.Selection(usesIgnoreFiles: false))
    #expect(all.files.count == 6)
  }

  @Test("the rules of the folders above count as in git")
  func ignoreAbove() throws {
    let folder = try TemporaryFolder()
    try folder.write("r/.git/HEAD", "x")
    try folder.write("r/.gitignore", "/d/x.txt\n")
    try folder.write("r/d/x.txt", "x")
    try folder.write("r/d/y.txt", "x")
    #expect(walk(folder, "r/d").files.map(\.name) == ["r/d/y.txt"])
  }

  @Test("patterns of options choose files, and what they leave out is not known to be gone")
  func selection() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.md", "s/c.txt", "s/d.md", "t/e.txt"] {
      try folder.write("d/" + name, "x")
    }
    func names(_ included: [String], _ excluded: [String]) -> [String] {
      FileWalk(
        ["d"], home: folder.path, workingFolder: folder.path,
        selection: FileWalk.Selection(included: included, excluded: excluded)
      ).files.map(\.name)
    }
    #expect(names(["*.txt"], []) == ["d/a.txt", "d/s/c.txt", "d/t/e.txt"])
    #expect(names(["*.txt"], ["s/"]) == ["d/a.txt", "d/t/e.txt"])
    #expect(names(["/*.txt", "s/*"], []) == ["d/a.txt", "d/s/c.txt", "d/s/d.md"])
    #expect(names([], ["*.md", "t"]) == ["d/a.txt", "d/s/c.txt"])
  }

  @Test("a store is passed over, whatever it is called")
  func store() throws {
    let folder = try TemporaryFolder()
    try folder.write("graph/store.mdb", "x")
    try folder.write("graph/writer.lock", "")
    try folder.write("a.txt", "x")
    #expect(walk(folder, ".").files.map(\.name) == ["a.txt"])
  }

  @Test(
    "a folder that may not be read is told, and nothing in it is known",
    .enabled(if: getuid() != 0, "root may read everything"))
  func permission() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/a.txt", "x")
    chmod(folder.path + "/d", 0)
    defer { chmod(folder.path + "/d", 0o700) }
    let result = walk(folder, ".")
    #expect(result.failures == [BuildFailure(name: "d", reason: .permissionDenied)])
    #expect(result.unknown == [ByteName(folder.path + "/d")])
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
