import Foundation
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
