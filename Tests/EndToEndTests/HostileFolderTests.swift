import Foundation
import Testing

/// Small versions of the benchmarks in Benchmarks/indexer.
@Suite("A hostile folder")
struct HostileFolderTests {
  private let sentence = "Ada Lovelace founded Babbage Ltd. in London.\n"

  @Test("every bad file is named with its reason, every good one is indexed, and none blocks")
  func folder() throws {
    let command = try Command()
    for i in 0..<20 { try command.write(sentence, to: "in/good\(i).txt") }
    try command.write(sentence, to: "in/new\nline.txt")
    try command.write(sentence, to: "in/cafe\u{301}.txt")
    try command.write(sentence, to: "in/caf\u{e9}.txt")
    let bad = command.folder.appending(path: "in/bad")
    try command.write("", to: "in/bad/empty.txt")
    try command.write(Data([0x7f, 0x45, 0x4c, 0x46] + [UInt8](0..<200)), to: "in/bad/elf.html")
    try command.write(Data([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), to: "in/bad/cut.gz")
    try command.write(Data("PK\u{3}\u{4}".utf8) + Data(count: 40), to: "in/bad/cut.zip")
    mkfifo(bad.path + "/pipe.txt", 0o600)
    for (name, target) in [
      ("self", "self"), ("up", ".."), ("nowhere", "none"), ("zero", "/dev/zero"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: bad.path + "/" + name, withDestinationPath: target)
    }
    try command.write("", to: "in/bad/sparse.dat")
    let sparse = try FileHandle(forWritingTo: bad.appending(path: "sparse.dat"))
    try sparse.truncate(atOffset: 500 << 20)
    try sparse.close()
    let build = try command.quipu("build", "in")
    #expect(build.status == 2)
    #expect(build.output.hasPrefix("23 added, 0 changed, 0 unchanged, 11 failed"))
    for (name, reason) in [
      ("empty.txt", "is empty"), ("elf.html", "is not text"), ("cut.gz", "broken"),
      ("cut.zip", "broken"), ("pipe.txt", "is a named pipe"), ("self", "leads back"),
      ("up", "leads back"), ("nowhere", "no such file"), ("zero", "is a device"),
      ("sparse.dat", "is too large"),
    ] {
      let lines = build.errors.split(separator: "\n").filter { $0.contains("in/bad/\(name)") }
      #expect(lines.contains { $0.contains(reason) }, "\(name): \(lines)")
    }
    let failed = try command.quipu("status", "--failed")
    // The broken archive and the nameless file in it fail each.
    #expect(failed.lines.count == 11)
    let list = try String(
      contentsOf: command.folder.appending(path: ".quipu/failed.jsonl"), encoding: .utf8)
    #expect(list.split(separator: "\n").count == 11)
    let again = try command.quipu("build", "in")
    #expect(again.status == 2)
    #expect(again.output.hasPrefix("0 added, 0 changed, 23 unchanged, 11 failed"))
    #expect(!again.errors.contains("is not text"))
  }

  @Test("a build that is killed goes on, and nothing of it shows")
  func killed() throws {
    let whole = try Command()
    try whole.copySeeds()
    #expect(try whole.quipu("build", "seeds").status == 0)
    let expected = try whole.exports()
    let command = try Command()
    try command.copySeeds()
    for milliseconds in [30, 120, 400, 900, 1500] {
      let process = Process()
      process.executableURL = Command.binary
      process.arguments = ["build", "seeds"]
      process.currentDirectoryURL = command.folder
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(try command.quipu("build", "seeds").status == 0)
    #expect(try command.exports() == expected)
    #expect(try command.quipu("verify").status == 0)
  }

  @Test(
    "a full disk is said, and with room the build goes on",
    .enabled(if: getuid() == 0, "only root may mount"))
  func diskFull() throws {
    let command = try Command()
    try command.copySeeds()
    let disk = command.folder.appending(path: "disk")
    #expect(try command.quipu("build", "seeds", "--store", "disk/s").status == 2)
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    #expect(try command.quipu("build", "seeds", "--store", "disk/s").status == 0)
    let expected = try command.quipu("export", "-f", "jsonl", "-q", "--store", "disk/s").output
    let mount = URL(filePath: "/bin/mount")
    let mounted = try Command.run(
      mount, ["-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.path], in: command.folder)
    // A container may forbid it to root too.
    guard mounted.status == 0 else { return }
    defer {
      _ = try? Command.run(URL(filePath: "/bin/umount"), [disk.path], in: command.folder)
    }
    let full = try command.quipu("build", "seeds", "--store", "disk/s")
    #expect(full.status == 2)
    #expect(full.errors.contains("there is no room left"))
    _ = try Command.run(mount, ["-o", "remount,size=64m", disk.path], in: command.folder)
    #expect(try command.quipu("build", "seeds", "--store", "disk/s").status == 0)
    let output = try command.quipu("export", "-f", "jsonl", "-q", "--store", "disk/s").output
    #expect(output == expected)
  }
}
