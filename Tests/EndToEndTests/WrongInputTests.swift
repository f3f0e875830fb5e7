import Foundation
import Testing

/// What goes before a command that root types as nobody.
private let asNobody =
  getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
private let canBeNobody = FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

@Suite("Wrong input")
struct WrongInputTests {
  /// Good files beside a bad one: the bad one is named with its reason, the others are indexed.
  private func build(_ name: String, _ data: Data, reason: String) throws {
    let command = try Command()
    try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/good.txt")
    try command.write(data, to: "in/" + name)
    let result = try command.quipu("build", "in")
    #expect(result.status == 2, "\(name)")
    #expect(result.output.hasPrefix("1 added"), "\(name): \(result.output)")
    #expect(
      result.errors.contains("in/\(name): ") && result.errors.contains(reason),
      "\(name): \(result.errors)")
    #expect(try command.quipu("find", "Ada Lovelace").status == 0)
  }

  @Test("an empty file") func empty() throws {
    try build("empty.txt", Data(), reason: "is empty")
  }

  @Test("binary junk") func binary() throws {
    var junk = Data([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])
    for i in 0..<5000 { junk.append(UInt8(truncatingIfNeeded: i &* 197 &+ 31)) }
    try build("junk.txt", junk, reason: "is not text")
  }

  @Test("XML that would expand without bound") func bomb() throws {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      <a>&c;</a>
      """
    try build("bomb.xml", Data(bomb.utf8), reason: "declares entities")
  }

  @Test("another language") func language() throws {
    let text = """
      Die Regierung hat am Montag erklärt, dass sie den Vertrag mit dem Unternehmen nicht verlängern
      wird. Der Minister sagte, die Entscheidung sei nach langen Gesprächen gefallen und werde von
      allen Parteien getragen. Die Firma wollte sich dazu nicht äußern.
      """
    try build("deutsch.txt", Data(text.utf8), reason: "language de")
  }

  @Test("a line of 200 MB") func longLine() throws {
    let sentence = Data("Ada Lovelace wrote to Charles Babbage about the engine. ".utf8)
    var line = Data(capacity: 200 << 20)
    while line.count < 200 << 20 { line.append(sentence) }
    try build("long.txt", line, reason: "is too large")
  }

  @Test("a path that is not there") func missing() throws {
    let command = try Command()
    try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/good.txt")
    let result = try command.quipu("build", "in", "nowhere")
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("1 added"))
    #expect(result.errors.contains("nowhere: there is no such file or folder"))
  }

  /// Root may read everything, so it types the command as nobody.
  @Test("a file and a folder that may not be read", .enabled(if: getuid() != 0 || canBeNobody))
  func permission() throws {
    let command = try Command()
    try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/good.txt")
    try command.write("secret", to: "in/bad.txt")
    try command.write("secret", to: "in/folder/bad.txt")
    chmod(command.folder.path, 0o777)
    chmod(command.folder.path + "/in/bad.txt", 0)
    chmod(command.folder.path + "/in/folder", 0)
    defer { chmod(command.folder.path + "/in/folder", 0o700) }
    let binary = command.folder.appending(path: "quipu")
    try FileManager.default.copyItem(at: Command.binary, to: binary)
    let result = try Command.run(
      URL(filePath: "/usr/bin/env"), asNobody + [binary.path, "build", "in"],
      in: command.folder)
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("1 added, 0 changed, 0 unchanged, 2 failed"))
    #expect(result.errors.contains("in/bad.txt: permission denied"))
    #expect(result.errors.contains("in/folder: permission denied"))
  }

  @Test("limits on what is packed are options, and what exceeds them is told")
  func limits() throws {
    let command = try Command()
    for name in ["a", "b"] {
      try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/\(name).txt")
    }
    let tar = URL(filePath: "/usr/bin/env")
    for (archive, members) in [("two.tar", ["a.txt", "b.txt"]), ("deep.tar.gz", ["two.tar"])] {
      let form = archive.hasSuffix("gz") ? "-czf" : "-cf"
      let packed = try Command.run(
        tar, ["tar", form, archive, "-C", "in"] + members, in: command.folder)
      #expect(packed.status == 0)
      try FileManager.default.moveItem(
        at: command.folder.appending(path: archive),
        to: command.folder.appending(path: "in/" + archive))
    }
    try command.write(String(repeating: "x", count: 1 << 21), to: "in/sub/large.txt")
    for (option, limit, path, told) in [
      ("--max-members", "1", "in/two.tar", "in/two.tar: holds more than 1 documents"),
      ("--max-depth", "1", "in/deep.tar.gz", "in/deep.tar.gz/two.tar: holds files in files"),
      ("--max-size", "1", "in/sub", "in/sub/large.txt: is too large"),
      ("--max-unpacked", "0", "in/two.tar", "in/two.tar: holds more than 0 MB"),
    ] {
      let result = try command.quipu("build", path, "--store", "s" + option, option, limit)
      #expect(result.status == 2 && result.errors.contains(told), "\(option): \(result.errors)")
    }
  }

  @Test("invalid UTF-8 is repaired and read") func invalid() throws {
    let command = try Command()
    var text = Data("Ada Lovelace founded Babbage Ltd. in London. \u{201c}Quite\u{201d} so ".utf8)
    text.append(contentsOf: [0xff, 0xfe, 0xc3])
    text.append(Data(" she said.\n".utf8))
    try command.write(text, to: "in/bad.txt")
    #expect(try command.quipu("build", "in").status == 0)
    #expect(try command.quipu("find", "Ada Lovelace").status == 0)
  }

  @Test("a misspelt verb, option or format is answered with what was meant")
  func misspelt() throws {
    let command = try Command()
    try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/good.txt")
    try command.quipu("build", "in")
    for (words, near) in [
      (["serch", "x"], "search"), (["search", "--limt", "3", "x"], "--limit"),
      (["export", "-f", "grapml"], "graphml"),
    ] {
      let result = try Command.run(Command.binary, words, in: command.folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("did you mean '\(near)'"), "\(words): \(result.errors)")
    }
  }

  @Test("nothing found is 1, no store is 2")
  func statuses() throws {
    let command = try Command()
    let none = try command.quipu("find", "x")
    #expect(none.status == 2)
    #expect(none.errors.contains("quipu build"))
    try command.write("Ada Lovelace founded Babbage Ltd. in London.\n", to: "in/good.txt")
    try command.quipu("build", "in")
    #expect(try command.quipu("find", "Zanzibar").status == 1)
    #expect(try command.quipu("search", "zanzibar").status == 1)
  }
}
