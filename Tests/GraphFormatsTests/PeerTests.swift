import Foundation
import GraphFormats
import GraphModel
import TestSupport
import Testing

/// A Python that has rdflib, pyoxigraph, pyshacl, networkx, igraph and pydot.
private let python = ProcessInfo.processInfo.environment["QUIPU_PYTHON"]
/// A folder that holds `graphml/graphml.xsd`, to check GraphML by its schema as well.
private let schemas = ProcessInfo.processInfo.environment["QUIPU_SCHEMAS"]

@Suite("Exports in the tools that read them")
struct PeerTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL

  @Test(
    "identifiers that are no IRIs are repaired in RDF, and counted", arguments: RDFFormat.allCases)
  func repaired(format: RDFFormat) throws {
    let sink = MemorySink()
    let loss = try RDFStatementWriter(format).write(
      Self.pitfalls(), options: ExportOptions(), to: sink)
    #expect(loss[.repairedNames] == Self.pitfalls().entities.count)
    #expect(sink.text.contains("entity/with%20space/0"))
    #expect(!sink.text.contains("entity/with space"))
  }

  @Test(
    "every reader finds the statements of the JSON Lines",
    .enabled(if: python != nil, "set QUIPU_PYTHON to a Python that has the packages of peers"),
    arguments: ["sample", "many", "pitfalls"])
  func agree(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph =
      switch name {
      case "sample": Samples.graph
      case "many": Self.many()
      default: Self.pitfalls()
      }
    for format in ExportFormat.allCases where RDFFormat(name: format.rawValue) == nil {
      guard !format.isTree else {
        let tree = MemoryTree()
        _ = try format.write(graph, to: tree)
        for (path, bytes) in tree.files {
          let file = folder.appending(path: "\(format.rawValue)/\(path)")
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(bytes).write(to: file)
        }
        continue
      }
      let file = folder.appending(path: "\(format.rawValue).\(format.testEnding)")
      try Data(exported(graph, as: format).bytes).write(to: file)
    }
    for profile in RDFProfile.allCases {
      for format in RDFFormat.allCases {
        let sink = MemorySink()
        _ = try RDFStatementWriter(format).write(
          graph, options: ExportOptions(rdf: profile), to: sink)
        let ending = format.fileExtensions.first ?? "txt"
        try Data(sink.bytes)
          .write(to: folder.appending(path: "rdf-\(profile.rawValue).\(ending)"))
      }
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    process.arguments =
      [
        root.appending(path: "Tests/Peers/check_exports.py").path, folder.path, "--shapes",
        root.appending(path: "schema/shapes.ttl").path,
      ] + (schemas.map { ["--schemas", $0] } ?? [])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }

  /// A graph of the texts that have broken other tools' exports.
  private static func pitfalls() -> StatementGraph {
    let texts = [
      "a\u{0}b\u{1}\u{b}\u{1f}", "\u{fffe}\u{ffff}", "\"'`\\\"\"", "]]><![CDATA[<&amp;>",
      "مرحبا بالعالم", "\u{202e}override\u{202c}", "a\r\nb\nc\td", "</script><!--",
      "=cmd|' /C calc'!A0",
      "[[link|x]] #tag ^block %%", "; , | ;", "$x$ *b* _c_ ~~d~~", "e\u{301}\u{feff}\u{85}\u{2028}",
      "long", "..", "CON", "a/b\\c:d*e?f\"g<h>i|j",
    ]
    var entities: [Entity] = []
    for (number, text) in texts.enumerated() {
      // Identifiers are not clean either.
      let id = EntityID("e:with space/\(number)#x")
      entities.append(
        Entity(
          id: id, label: text, types: ["Thing", "Odd;Type"], aliases: [text + "2", "b;c"],
          isNamed: true, formerIDs: [EntityID("e:older \(number)")],
          exactMatches: [
            ExactMatch(
              target: "https://known.example/a b/\(number)", label: text, list: text, score: 0.5)
          ]))
    }
    var statements: [Statement] = []
    for (number, text) in texts.enumerated() {
      let quote = text == "long" ? String(repeating: "long ", count: 210_000) : text
      guard let evidence = Samples.evidence(quote, document: "d \(number).txt", at: number) else {
        continue
      }
      let literal = Literal(
        value: text == "long" ? quote : text, datatype: XSD.string, unit: text, text: text,
        cue: text)
      let content = Statement.Content(
        subject: entities[number].id, predicate: Predicate(id: "p:" + Slug.make(text), label: text),
        object: number % 2 == 0
          ? .literal(literal) : .entity(entities[(number + 1) % texts.count].id),
        speaker: entities[0].id, time: StatementTime(start: "2018-02", end: "9", text: text),
        qualifiers: [Qualifier(role: text, value: .literal(literal), text: text)])
      statements.append(Statement(content, confidence: 1, from: evidence))
    }
    let documents = texts.indices.map { number in
      SourceDocument(
        name: "d \(number).txt", title: texts[number], date: "2020-02-29", language: "und",
        contentHash: String(repeating: "a", count: 64), sentenceCount: 1)
    }
    return StatementGraph(documents: documents, entities: entities, statements: statements)
  }

  /// A graph of some hundred statements whose texts hold every kind of character.
  private static func many() -> StatementGraph {
    var entities: [Entity] = []
    for code in stride(from: UInt32(1), to: 0x1_2000, by: 311) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let label = "\(scalar)\"<&>\\ \(Unicode.Scalar(UInt8(code % 128)))|\(scalar)"
      let id = EntityID("e:" + Slug.make(label) + "-\(code)")
      entities.append(Entity(id: id, label: label, types: ["Thing"], isNamed: true))
    }
    var statements: [Statement] = []
    for (number, entity) in entities.enumerated() {
      let other = entities[(number * 7 + 1) % entities.count]
      let quote = entity.label + " knows " + other.label
      guard let evidence = Samples.evidence(quote, document: "many.txt", at: number * 100) else {
        continue
      }
      let amount = Literal(
        value: "\(number)", datatype: XSD.integer, unit: number % 2 == 0 ? "km" : nil,
        text: "\(number) km", cue: number % 3 == 0 ? "about" : nil)
      let content = Statement.Content(
        subject: entity.id, predicate: Predicate(open: "know " + entity.label),
        object: number % 5 == 0 ? .literal(amount) : .entity(other.id),
        polarity: number % 4 == 0 ? .negative : .positive,
        certainty: Certainty.allCases[number % 4],
        speaker: number % 6 == 0 ? other.id : nil,
        qualifiers: [Qualifier(role: "with", value: .entity(other.id), text: other.label)])
      statements.append(Statement(content, confidence: Double(number % 11) / 10, from: evidence))
    }
    let document = SourceDocument(
      name: "many.txt", title: nil, date: "2020", language: "und",
      contentHash: String(repeating: "a", count: 64), sentenceCount: 1)
    return StatementGraph(documents: [document], entities: entities, statements: statements)
  }
}
