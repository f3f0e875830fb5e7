import Foundation
import GraphFormats
import GraphModel
import TestSupport
import Testing

/// A Python that has rdflib, pyoxigraph and pyld.
private let python = ProcessInfo.processInfo.environment["QUIPU_PYTHON"]

@Suite("RDF in the tools that read it")
struct RDFPeerTests {
  @Test(
    "every reader finds the same quads in every syntax",
    .enabled(if: python != nil, "set QUIPU_PYTHON to a Python that has the packages of peers"))
  func agree() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for seed in 0..<8 as Range<UInt64> {
      let quads = randomQuads(seed: seed).map(\.withoutDirection)
      try write(quads, named: "quads-\(seed)", to: folder)
      try write(quads.map { Quad($0.triple) }, named: "triples-\(seed)", to: folder)
    }
    try write(Self.pitfalls, named: "pitfalls", to: folder)
    let (status, said) = try check(folder)
    #expect(status == 0, "\(said)")
    #expect(said.contains(/\d{3,} readings, 0 failed/), "\(said)")
  }

  @Test(
    "a file that lacks a quad is told from the others",
    .enabled(if: python != nil, "set QUIPU_PYTHON to a Python that has the packages of peers"))
  func disagree() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(Self.pitfalls.suffix(2), named: "a", to: folder)
    #expect(try check(folder).status == 0)
    try write(Self.pitfalls.suffix(1), named: "b", to: folder)
    try FileManager.default.removeItem(at: folder.appending(path: "a.rdf"))
    try FileManager.default.moveItem(
      at: folder.appending(path: "b.rdf"), to: folder.appending(path: "a.rdf"))
    let (status, said) = try check(folder)
    #expect(status == 1)
    #expect(said.contains("FAIL a.rdf"))
  }

  @Test(
    "an export passes the shapes in every profile, and is the same in every syntax",
    .enabled(if: python != nil, "set QUIPU_PYTHON to a Python that has the packages of peers"),
    arguments: RDFProfile.allCases)
  func exports(profile: RDFProfile) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in RDFFormat.allCases {
      let sink = MemorySink()
      _ = try RDFStatementWriter(format).write(
        Samples.graph, options: ExportOptions(rdf: profile), to: sink)
      // N-Triples are N-Quads too: what the syntaxes without graphs are compared with.
      let ending = format == .nTriples ? "nq" : format.fileExtensions.first ?? "txt"
      // Few tools read RDF 1.2 so far.
      if profile == .rdf12, ending != "nq" { continue }
      let name = format.hasGraphs ? "export" : "export-triples"
      try Data(sink.bytes).write(to: folder.appending(path: "\(name).\(ending)"))
    }
    let (status, said) = try check(folder)
    #expect(status == 0, "\(said)")
    #expect(said.contains(profile == .rdf12 ? /2 readings, 0/ : /\d\d readings, 0/), "\(said)")
  }

  private func check(_ folder: URL) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
      .standardizedFileURL
    process.arguments = [
      root.appending(path: "Tests/Peers/check_rdf_syntaxes.py").path, folder.path, "--shapes",
      root.appending(path: "schema/shapes.ttl").path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  /// Writes quads in every syntax that can hold them, and in canonical form.
  private func write(_ quads: some Collection<Quad>, named name: String, to folder: URL) throws {
    let hasGraphs = quads.contains { $0.graph != nil }
    for format in RDFFormat.allCases where format.hasGraphs || !hasGraphs {
      let sink = MemorySink()
      let writer = format.writer(to: sink)
      try declare([("e", "http://e/"), ("rdf", RDF.namespace)], in: writer)
      for quad in quads { try writer.quad(quad) }
      try writer.finish()
      #expect(writer.unwritableQuads == 0 && writer.droppedQuads == 0)
      let ending = format.fileExtensions.first ?? "txt"
      try Data(sink.bytes).write(to: folder.appending(path: "\(name).\(ending)"))
    }
    let sink = MemorySink()
    let writer = CanonicalNQuadsWriter(to: sink, hasGraphs: true)
    for quad in quads { try writer.quad(quad) }
    try writer.finish()
    try Data(sink.bytes).write(to: folder.appending(path: "\(name).canonical"))
  }

  /// Texts that break careless writers and readers.
  private static var pitfalls: [Quad] {
    let texts = [
      "", " ", "\t\n", "a\r\nb", "'\"\\", "<&>]]>", "é\u{301}", "\u{1F600}\u{200D}", "\u{202E}abc",
      "\u{7f}\u{85}\u{a0}\u{2028}", "null", "0", "@id", "_:b", "http://e/x", "\u{FFFD}",
    ]
    let subject = Subject.iri(IRI("http://e/s"))
    let long = String(repeating: "long ", count: 200_000)
    return [Quad(Triple(subject, IRI("http://e/long"), .string(long)))]
      + texts.enumerated().flatMap { number, text in
        let predicate = IRI("http://e/p\(number)")
        return [
          Quad(Triple(subject, predicate, .string(text))),
          Quad(Triple(subject, predicate, .text(text, language: "en"))),
          Quad(Triple(subject, predicate, .literal(text, datatype: IRI("http://e/type")))),
        ]
      }
  }
}

extension Quad {
  /// The quad with a text's direction left out, which RDF 1.1 does not know.
  fileprivate var withoutDirection: Quad {
    guard case .directional(let text, let language, _) = triple.object else { return self }
    return Quad(
      Triple(triple.subject, triple.predicate, .text(text, language: language)), graph: graph)
  }
}
