import Foundation
import TestSupport
import Testing

@testable import Indexer

@Suite("IgnoreRules")
struct IgnoreRulesTests {
  private func verdict(_ rules: String, _ path: String, isFolder: Bool = false)
    -> IgnoreRules.Verdict?
  {
    IgnoreRules(Array(rules.utf8), folder: Array("/w".utf8))
      .verdict(Array(("/w/" + path).utf8), isFolder: isFolder)
  }

  @Test("the last rule that matches decides")
  func last() {
    #expect(verdict("*.txt\n!a.txt\n", "a.txt") == .kept)
    #expect(verdict("!a.txt\n*.txt\n", "a.txt") == .ignored)
    #expect(verdict("*.txt\n", "a.md") == nil)
  }

  @Test("slashes tie a rule to its folder, or to folders")
  func slashes() {
    #expect(verdict("/a\n", "a") == .ignored)
    #expect(verdict("/a\n", "b/a") == nil)
    #expect(verdict("a\n", "b/a") == .ignored)
    #expect(verdict("b/a\n", "b/a") == .ignored)
    #expect(verdict("b/a\n", "c/b/a") == nil)
    #expect(verdict("a/\n", "a") == nil)
    #expect(verdict("a/\n", "b/a", isFolder: true) == .ignored)
  }

  @Test("comments, blanks, escapes and line ends")
  func lines() {
    #expect(verdict("# a\n\n  \n", "# a") == nil)
    #expect(verdict("\\#a\n", "#a") == .ignored)
    #expect(verdict("\\!a\n", "!a") == .ignored)
    #expect(verdict("a   \n", "a") == .ignored)
    #expect(verdict("a\\ \n", "a ") == .ignored)
    #expect(verdict("a\r\nb\r\n", "a") == .ignored)
    #expect(verdict("/\n!\n", "a") == nil)
  }

  private static let git = ["/usr/bin/git", "/usr/local/bin/git"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Random trees and rules; what is left must be what `git ls-files` leaves.
  @Test("a walk leaves what git leaves", .enabled(if: git != nil), arguments: 0..<12)
  func likeGit(round: Int) throws {
    let folder = try TemporaryFolder()
    var draw = Xorshift(seed: UInt64(round) + 1)
    let names = ["a", "b", "ab", "a.txt", "b.md", "x y", "c#", "d!", "[e]"]
    for _ in 0..<40 {
      let depth = 1 + draw.next(below: 4)
      let parts = (0..<depth).map { _ in draw.pick(names) }
      // A name may be a file in one draw and a folder in another.
      try? folder.write(parts.joined(separator: "/"), "x")
    }
    let pieces = [
      "a", "b", "*", "?", "**", "a*", "*.txt", "[ab]", "[!a]*", "x y", "\\#", "c#", "d",
    ]
    let places = ["", "a/", "b/", "a/b/"]
    for place in places.prefix(1 + draw.next(below: places.count)) {
      guard place.isEmpty || FileKind(path: folder.path + "/" + place) == .folder else { continue }
      var rules = ""
      for _ in 0..<(1 + draw.next(below: 5)) {
        if draw.next(below: 3) == 0 { rules += "!" }
        if draw.next(below: 4) == 0 { rules += "/" }
        rules += (0...draw.next(below: 3)).map { _ in draw.pick(pieces) }.joined(separator: "/")
        if draw.next(below: 3) == 0 { rules += "/" }
        rules += "\n"
      }
      try folder.write(place + ".gitignore", rules)
    }
    let git = URL(filePath: try #require(Self.git))
    _ = try run(git, ["init", "-q"], in: folder.path)
    let left = try run(
      git, ["-c", "core.quotePath=false", "ls-files", "-o", "-z", "--exclude-standard"],
      in: folder.path)
    let expected = left.split(separator: "\0").map(String.init)
      .filter { !$0.hasSuffix(".gitignore") }.sorted()
    let walk = FileWalk(["."], home: folder.path, workingFolder: folder.path)
    #expect(walk.files.map(\.name).sorted() == expected)
  }

  private func run(_ program: URL, _ words: [String], in folder: String) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
