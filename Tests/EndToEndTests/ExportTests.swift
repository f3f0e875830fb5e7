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

  /// A line of the JSON Lines, as far as filters look at it.
  private struct Line: Decodable {
    struct Part: Decodable {
      let label: String?
      let types: [String]?
    }
    struct Time: Decodable {
      let start: String?
      let end: String?
    }
    struct Piece: Decodable { let document: String }
    struct Name: Decodable { let id: String }
    let subject: Part
    let predicate: Name
    let object: Part
    let confidence: Double
    let time: Time?
    let evidence: [Piece]

    /// The entities that the statement joins.
    var ends: [Part] { [subject, object].filter { $0.label != nil } }
  }

  @Test("each filter lets through what it names, and all of that")
  func eachFilter() throws {
    let command = try indexed()
    try command.write(
      "Grace Hopper works for Remington Inc. in Philadelphia. Remington Inc. was founded in 1816.\n",
      to: "in/other.txt")
    try command.quipu("build", "in")
    func lines(_ words: String...) throws -> [Line] {
      let export = try Command.run(
        Command.binary, ["export", "-f", "jsonl"] + words, in: command.folder)
      return try export.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }
    let all = try lines()
    func check(_ words: String..., keeps: @escaping (Line) -> Bool) throws {
      let export = try Command.run(
        Command.binary, ["export", "-f", "jsonl"] + words, in: command.folder)
      #expect(export.status == 0, "\(words): \(export.errors)")
      let wanted = all.filter(keeps).count
      #expect(wanted > 0 && wanted < all.count, "\(words) would show nothing")
      #expect(export.lines.count == wanted, "\(words)")
      let kept = try export.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
      #expect(kept.allSatisfy(keeps), "\(words)")
    }
    try check("--type", "Organization") { line in
      line.ends.allSatisfy { $0.types?.contains("Organization") ?? false }
    }
    try check("--type", "Organization", "--type", "Person", "--document", "in/other.txt") { line in
      line.evidence.contains { $0.document == "in/other.txt" }
        && line.ends.allSatisfy {
          !Set($0.types ?? []).isDisjoint(with: ["Organization", "Person"])
        }
    }
    try check("--predicate", "worksFor") { $0.predicate.id == "q:worksFor" }
    let open = try #require(all.map(\.predicate.id).first { $0.hasPrefix("p:") })
    try check("--predicate", open) { $0.predicate.id == open }
    try check("--min-confidence", "0.88") { $0.confidence >= 0.88 }
    try check("--document", "in/other.txt") {
      $0.evidence.contains { $0.document == "in/other.txt" }
    }
    try check("--since", "1840", "--until", "1850-06") { $0.time?.start?.hasPrefix("184") ?? false }
    try check("--until", "1820") { $0.time?.start == "1816" }
    try check("--around", "Remington Inc.") { $0.ends.contains { $0.label == "Remington Inc." } }
    let near = try lines("--around", "Jacquard & Sons").count
    let farther = try lines("--around", "Jacquard & Sons", "--depth", "2").count
    #expect(near > 0 && near < farther && farther < all.count)
    let two = Set(try lines("--top", "2").flatMap(\.ends).compactMap(\.label))
    #expect(!two.isEmpty && two.count <= 2)
  }

  @Test("what a format cannot carry is counted on standard error")
  func losses() throws {
    let command = try indexed()
    let plain = try command.quipu("export", "-f", "nquads", "--rdf", "plain")
    #expect(plain.errors.contains(/quipu: nquads: \d+ statements are not asserted and left out/))
    #expect(plain.errors.contains(/quipu: nquads: \d+ pieces of evidence are left out/))
    #expect(try command.quipu("export", "-f", "jsonl").errors.isEmpty)
  }

  @Test("neo4j's tables are a folder that --for names")
  func neo4j() throws {
    let command = try indexed()
    #expect(try command.quipu("export", "--for", "neo4j", "-o", "tables").status == 0)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: command.folder.appending(path: "tables").path)
    #expect(Set(files).isSuperset(of: ["nodes.csv", "relationships.csv"]))
  }

  @Test("graphs that are equal have one canonical form; one that has none leaves the file alone")
  func canonical() throws {
    let command = try Command()
    try command.write("_:a <http://e/p> _:b . _:b <http://e/q> \"x\"@EN .", to: "one.ttl")
    try command.write("[] <http://e/p> [ <http://e/q> \"x\"@en ] .", to: "two.ttl")
    let one = try command.quipu("convert", "one.ttl", "--to", "nquads", "--canonical")
    let two = try command.quipu("convert", "two.ttl", "--to", "nquads", "--canonical")
    #expect(one.status == 0 && two.status == 0)
    #expect(one.output == two.output)
    #expect(one.output.contains("_:c14n0"))
    let refused = try command.quipu("convert", "one.ttl", "--to", "turtle", "--canonical")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--canonical --to nquads"))
    var clique = ""
    for a in 0..<10 { for b in 0..<10 where a != b { clique += "_:\(a) <http://e/p> _:\(b) .\n" } }
    try command.write(clique, to: "clique.nt")
    try command.write("old", to: "out.nq")
    let poison = try command.quipu("convert", "clique.nt", "-o", "out.nq", "--canonical")
    #expect(poison.status == 2)
    #expect(poison.errors.contains("look too much alike"))
    let kept = try String(
      contentsOf: command.folder.appending(path: "out.nq"), encoding: .utf8)
    #expect(kept == "old")
    let rest = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
    #expect(Set(rest) == ["one.ttl", "two.ttl", "clique.nt", "out.nq"], "no temporary file stays")
  }
}
