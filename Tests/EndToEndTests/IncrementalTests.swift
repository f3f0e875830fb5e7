import Foundation
import TestSupport
import Testing

@Suite("Building again")
struct IncrementalTests {
  @Test("unchanged input changes not one byte of any export")
  func unchanged() throws {
    let command = try Command()
    try command.copySeeds()
    #expect(try command.quipu("build", "seeds").status == 0)
    let before = try command.exports()
    let again = try command.quipu("build", "seeds")
    #expect(again.output.hasPrefix("0 added, 0 changed, 15 unchanged, 0 failed"))
    #expect(try command.exports() == before)
  }

  @Test("the order in which documents are read does not show")
  func order() throws {
    let command = try Command()
    try command.copySeeds()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: command.folder.appending(path: "seeds").path
    ).sorted()
    for name in names.reversed() {
      #expect(try command.quipu("build", "seeds/" + name).status == 0)
    }
    let oneByOne = try command.exports()
    let fresh = try Command()
    try fresh.copySeeds()
    try fresh.quipu("build", "seeds")
    #expect(try fresh.exports() == oneByOne)
  }

  /// Two reports of one robbery, two of one takeover, a copy, and one more thing with names in common.
  private static let stories = [
    "a.txt": """
    A masked robber shot a guard at Harbour Goldsmiths in Tilbury on Monday. Detective Petra Vance said the
    robber fled in a stolen van. Harbour Goldsmiths offered a reward.
    """,
    "b.txt": """
    The robber who shot a guard in Tilbury was arrested in Leeds. Vance said the young robber had worked for
    Harbour Goldsmiths. The van was found near the Leeds Harriers stadium.
    """,
    "c.txt": """
    Nordic Timber Ltd. agreed to buy Oslo Paper for 40 million euros. Chief executive Mara Lind said the deal
    would close in May. Oslo Paper was founded by Jon Berg in 1990.
    """,
    "d.txt": """
    Shareholders of Oslo Paper backed the takeover by Nordic Timber. The chief executive, Mara Lind, thanked
    Jon Berg. The deal is worth 40 million euros.
    """,
    "e.txt": """
    Nordic Timber Ltd. agreed to buy Oslo Paper for 40 million euros. Chief executive Mara Lind said the deal
    would close in May. Oslo Paper was founded by Jon Berg in 1990.
    """,
    "f.txt": """
    Ruth Vance founded Harriers, a bakery in Leeds. The woman had worked for Harbour Goldsmiths.
    """,
  ]

  @Test(
    "files in any order and in any batches give the same bytes", arguments: [1, 2, 3] as [UInt64])
  func permutations(seed: UInt64) throws {
    var generator = Xorshift(seed: seed)
    var names: [String] = []
    for name in Self.stories.keys.sorted() {
      names.insert(name, at: generator.next(below: names.count + 1))
    }
    func command() throws -> Command {
      let command = try Command()
      for name in names { try command.write(Self.stories[name] ?? "", to: "in/" + name) }
      return command
    }
    func exports(_ command: Command) throws -> [String] {
      try ["jsonl", "turtle", "csv", "graphml"].map {
        try command.quipu("export", "-f", $0, "-q").output
      }
    }
    let pieces = try command()
    var rest = names[...]
    while !rest.isEmpty {
      let batch = rest.prefix(1 + generator.next(below: 3)).map { "in/" + $0 }
      rest = rest.dropFirst(batch.count)
      #expect(try pieces.build(batch).status == 0)
    }
    let whole = try command()
    #expect(try whole.quipu("build", "in").status == 0)
    let expected = try exports(whole)
    #expect(expected[0].contains("Mara Lind"))
    #expect(try exports(pieces) == expected)
  }

  @Test("a changed file replaces its statements, and a vanished one takes them along")
  func changed() throws {
    let command = try Command()
    try command.copySeeds()
    try command.quipu("build", "seeds")
    let text = "Ada Lovelace founded Babbage Ltd. in 1843. Babbage Ltd. is based in London.\n"
    try command.write(text, to: "seeds/006_nvidia-chips.txt")
    try FileManager.default.removeItem(
      at: command.folder.appending(path: "seeds/011_xinjiang-report.txt"))
    let again = try command.quipu("build", "seeds")
    #expect(again.output.hasPrefix("0 added, 1 changed, 13 unchanged, 1 removed, 0 failed"))
    #expect(try command.quipu("find", "Ambarella").status == 1)
    for predicate in ["founded", "founderOf", "founder of"] {
      let founded = try command.quipu("query", "Ada Lovelace", predicate, "?")
      #expect(founded.output.contains("Babbage"), "\(predicate)")
    }
    #expect(try command.quipu("query", "Babbage Ltd.", "founded", "?").status == 1)
    let incremental = try command.exports()
    try FileManager.default.removeItem(at: command.folder.appending(path: ".quipu"))
    try command.quipu("build", "seeds")
    #expect(try command.exports() == incremental)
  }

  @Test("remove leaves what a build without the file gives")
  func remove() throws {
    let command = try Command()
    try command.copySeeds()
    try command.quipu("build", "seeds")
    #expect(try command.quipu("remove", "seeds/012_tencent-alibaba.txt").status == 0)
    let removed = try command.exports()
    #expect(try command.quipu("verify").status == 0)
    let fresh = try Command()
    try fresh.copySeeds()
    try FileManager.default.removeItem(
      at: fresh.folder.appending(path: "seeds/012_tencent-alibaba.txt"))
    try fresh.quipu("build", "seeds")
    #expect(try fresh.exports() == removed)
  }
}

extension Command {
  /// Types `quipu build` and the names of files.
  fileprivate func build(_ files: [String]) throws -> Result {
    try Self.run(Self.binary, ["build"] + files, in: folder)
  }
}
