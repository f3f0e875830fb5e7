import Foundation
import Testing

@Suite("Options of build and status")
struct BuildOptionsTests {
  private func sample() throws -> Command {
    let command = try Command()
    for (name, who) in [
      ("a.txt", "Ada Lovelace"), ("b.md", "Bob Moreno"), ("sub/c.txt", "Carol Keller"),
    ] {
      try command.write("\(who) founded Lumen Ltd. in London.\n", to: "in/" + name)
    }
    return command
  }

  @Test("patterns, ignore files, a limit and a date choose what is read")
  func choice() throws {
    let command = try sample()
    try command.write("sub/\n", to: "in/.quipuignore")
    let first = try command.quipu("build", "--include", "*.txt", "in")
    #expect(first.output.hasPrefix("1 added"))
    #expect(first.errors.contains("passed over by .gitignore"))
    #expect(try command.quipu("build", "--no-ignore", "--limit", "1", "in").errors.contains("wait"))
    #expect(try command.quipu("build", "--no-ignore", "in").output.contains("0 failed"))
    #expect(try command.quipu("find", "Carol Keller").status == 0)
    #expect(try command.quipu("build", "in").output.contains("1 removed"))
    try command.write(
      "---\ndate: 2019-10-29\n---\nDora Whitfield founded Helix Ltd. in Rome.\n", to: "in/d.md")
    let since = try command.quipu("build", "--since", "2019-11", "in")
    #expect(since.errors.contains("1 documents left out"))
    #expect(try command.quipu("build", "--since", "2019-10", "in").output.hasPrefix("1 added"))
    let wrong = try command.quipu("build", "--since", "yesterday", "in")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("2019-10-29"))
  }

  @Test("a mailbox and a table are documents, each with a name")
  func containers() throws {
    let command = try Command()
    try command.write(
      "id,text\none,\"Ada Lovelace founded Babbage Ltd. in London.\"\ntwo,\"Bob Moreno joined Helix Ltd. in Rome last year.\"\n",
      to: "in/rows.csv")
    #expect(try command.quipu("build", "in").output.hasPrefix("2 added"))
    let status = try command.quipu("status", "-a")
    #expect(status.lines == ["unchanged\tin/rows.csv#one", "unchanged\tin/rows.csv#two"])
    #expect(status.errors.contains("2 added"))
    #expect(try command.quipu("verify", "--files").status == 0)
    #expect(try command.quipu("remove", "in/rows.csv").status == 0)
    #expect(try command.quipu("find", "Ada Lovelace").status == 1)
  }

  @Test("a dry run of many files gives an estimate, and writes nothing")
  func dryRun() throws {
    let command = try Command()
    for i in 0..<90 {
      try command.write("Ann Keller founded Lumen\(i) Ltd. in 1999.\n", to: "in/\(i).txt")
    }
    let dry = try command.quipu("build", "-n", "in")
    #expect(dry.status == 0)
    #expect(dry.lines.first?.hasPrefix("dry run: 90 files to read") == true)
    #expect(dry.output.contains("±"))
    #expect(!FileManager.default.fileExists(atPath: command.folder.path + "/.quipu"))
    let json = try command.quipu("build", "-n", "--json", "in")
    #expect(json.output.contains("\"estimatedSeconds\""))
  }

  @Test("what failed is kept from build to build, and read again when asked for")
  func retryFailed() throws {
    let command = try sample()
    try command.write("", to: "in/empty.txt")
    try command.write(Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), to: "in/notes.txt")
    let first = try command.quipu("build", "in")
    #expect(first.output.hasPrefix("3 added, 0 changed, 0 unchanged, 2 failed"))
    #expect(first.errors.contains("is not text"))
    let again = try command.quipu("build", "in")
    #expect(again.status == 2)
    #expect(again.output.hasPrefix("0 added, 0 changed, 3 unchanged, 2 failed"))
    #expect(!again.errors.contains("is not text"))
    #expect(try command.quipu("build", "--retry-failed", "in").errors.contains("is not text"))
    try command.write("Dora Whitfield founded Helix Ltd. in Rome.\n", to: "in/notes.txt")
    #expect(try command.quipu("build", "in").output.hasPrefix("1 added"))
    let left = try command.quipu("status", "--failed").lines
    #expect(left.count == 1 && left[0].contains("in/empty.txt"))
  }

  @Test("status tells what a build would find, and the builds that were")
  func status() throws {
    let command = try sample()
    #expect(try command.quipu("build", "in").status == 0)
    try command.write("Dora Whitfield founded Helix Ltd. in Rome.\n", to: "in/new.txt")
    try command.write("Ada Lovelace left Lumen Ltd. in London.\n", to: "in/a.txt")
    try FileManager.default.removeItem(at: command.folder.appending(path: "in/b.md"))
    let status = try command.quipu("status")
    #expect(status.lines == ["changed\tin/a.txt", "gone\tin/b.md", "new\tin/new.txt"])
    #expect(status.errors.contains("1 unchanged"))
    #expect(try command.quipu("build", "in").output.hasPrefix("1 added, 1 changed, 1 unchanged"))
    let builds = try command.quipu("status", "--builds")
    #expect(builds.lines.map { $0.contains("3 added") } == [false, true])
  }

  @Test("a watch builds when files change, and ends with Ctrl-C")
  func watch() throws {
    let command = try sample()
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = ["build", "--watch", "in"]
    process.currentDirectoryURL = command.folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    var seen = ""
    func wait(for text: String) {
      while !seen.contains(text) {
        let data = pipe.fileHandleForReading.availableData
        guard !data.isEmpty else { return }
        seen += String(decoding: data, as: UTF8.self)
      }
    }
    wait(for: "3 added")
    try command.write("Dora Whitfield founded Helix Ltd. in Rome.\n", to: "in/new/d.txt")
    wait(for: "1 added")
    #expect(try command.quipu("find", "Dora Whitfield").status == 0)
    try FileManager.default.removeItem(at: command.folder.appending(path: "in/a.txt"))
    wait(for: "1 removed")
    #expect(try command.quipu("find", "Ada Lovelace").status == 1)
    // Who runs tests in the background may have it ignore Ctrl-C, and what it starts too.
    kill(process.processIdentifier, SIGINT)
    for _ in 0..<100 where process.isRunning { usleep(50_000) }
    if process.isRunning { kill(process.processIdentifier, SIGTERM) }
    for _ in 0..<100 where process.isRunning { usleep(50_000) }
    #expect(!process.isRunning)
    #expect(try command.quipu("verify").status == 0)
    #expect(try command.quipu("build", "in").output.hasPrefix("0 added, 0 changed, 3 unchanged"))
  }
}
