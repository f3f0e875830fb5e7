import Foundation
import Testing

@Suite("quipu export")
struct ExportTests {
  private func indexed() throws -> Command {
    let command = try Command()
    try command.write(
      """
      Ada Lovelace founded Babbage Ltd. in 1843. Babbage Ltd. did not buy Jacquard & Sons.
      Charles Babbage may sell Babbage Ltd. next year. Ada Lovelace met Charles Babbage in London.

      """, to: "in/note.txt")
    try command.quipu("build", "in")
    return command
  }

  @Test("several files come as a folder, which the next export replaces")
  func folder() throws {
    let command = try indexed()
    for _ in 0..<2 {
      let export = try command.quipu("export", "-f", "vault", "-o", "notes")
      #expect(export.status == 0, "\(export.errors)")
      let index = command.folder.appending(path: "notes/Index.md")
      #expect(try String(contentsOf: index, encoding: .utf8).contains("Ada Lovelace"))
    }
    let rest = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
    #expect(Set(rest) == [".quipu", "in", "notes"], "no temporary folder stays")
  }

  @Test("a folder of other files is not touched")
  func foreign() throws {
    let command = try indexed()
    try command.write("mine", to: "mine/file.txt")
    #expect(try command.quipu("export", "-f", "neo4j", "-o", "mine").status == 2)
    let rest = try FileManager.default.contentsOfDirectory(
      atPath: command.folder.appending(path: "mine").path)
    #expect(rest == ["file.txt"])
  }

  @Test("several files come as a tar archive where one stream is wanted")
  func archive() throws {
    let command = try indexed()
    #expect(try command.quipu("export", "-f", "neo4j", "-o", "graph.tar").status == 0)
    let list = try Command.run(
      URL(filePath: "/bin/tar"), ["-tvf", "graph.tar"], in: command.folder)
    #expect(list.status == 0, "\(list.errors)")
    let names = list.lines.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(names == ["nodes.csv", "relationships.csv", "import.txt"])
    let show = try Command.run(
      URL(filePath: "/bin/tar"), ["-xOf", "graph.tar", "nodes.csv"], in: command.folder)
    #expect(show.output.hasPrefix(":ID,label,kind,"))
  }

  @Test("the tool decides the format", arguments: ["gephi", "cytoscape", "yed", "networkx"])
  func tools(tool: String) throws {
    let marks = [
      "gephi": "<gexf ", "cytoscape": "target_cytoscapejs_version", "yed": "y:ShapeNode",
      "networkx": "\"multigraph\":true",
    ]
    let export = try indexed().quipu("export", "--for", tool)
    #expect(export.status == 0)
    #expect(export.output.contains(try #require(marks[tool])))
  }

  @Test("filters by certainty, polarity and importance")
  func filters() throws {
    let command = try indexed()
    let all = try command.quipu("export", "-f", "jsonl").lines
    let possible = try command.quipu("export", "-f", "jsonl", "--certainty", "possible").lines
    #expect(!possible.isEmpty && possible.count < all.count)
    #expect(possible.allSatisfy { $0.contains("\"certainty\":\"possible\"") })
    let denied = try command.quipu("export", "-f", "jsonl", "--polarity", "negative").lines
    #expect(!denied.isEmpty)
    #expect(denied.allSatisfy { $0.contains("\"polarity\":\"negative\"") })
    let top = try command.quipu("export", "-f", "jsonl", "--top", "2").lines
    #expect(!top.isEmpty && top.count < all.count)
    let none = try command.quipu("export", "-f", "jsonl", "--since", "2500")
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
  }
}
