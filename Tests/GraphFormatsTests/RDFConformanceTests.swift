import Foundation
import GraphFormats
import GraphModel
import TestSupport
import Testing

/// Runs the W3C's tests of RDF 1.1 and 1.2, which are not part of the project.
///
/// The environment variable QUIPU_W3C names the folder that holds `rdf/rdf11` and `rdf/rdf12`.
private let suite = ProcessInfo.processInfo.environment["QUIPU_W3C"].map { URL(filePath: $0) }

@Suite("RDF syntaxes, by the W3C's tests")
struct RDFConformanceTests {
  @Test(
    "every test of the suite passes",
    .enabled(if: suite != nil, "set QUIPU_W3C to a checkout of w3c/rdf-tests to run its tests"),
    arguments: [
      ("rdf11/rdf-n-triples", 70), ("rdf11/rdf-n-quads", 87), ("rdf11/rdf-turtle", 313),
      ("rdf11/rdf-trig", 356), ("rdf12/rdf-n-triples", 70), ("rdf12/rdf-n-quads", 60),
      ("rdf12/rdf-turtle", 90), ("rdf12/rdf-trig", 60),
    ])
  func conforms(folder: String, least: Int) throws {
    let root = try #require(suite).appending(path: "rdf/\(folder)")
    let cases = try W3CCase.read(root.appending(path: "manifest.ttl"))
    print("W3C \(folder): \(cases.count) tests")
    #expect(cases.count >= least)
    for test in cases {
      #expect(throws: Never.self, "\(test.name)") { try test.run() }
    }
  }
}

/// One test of a manifest.
private struct W3CCase {
  /// What a test's result differs in.
  struct Failure: Error { var detail: String }

  var name: String
  var type: String
  var base: IRI
  var action: URL
  var result: URL?

  /// The tests of a manifest and of those that it includes.
  static func read(_ file: URL) throws -> [W3CCase] {
    let here = file.deletingLastPathComponent()
    let root = here.absoluteString
    let triples = try TurtleReader.read(
      Array(Data(contentsOf: file)), base: IRI(file.absoluteString))
    let local = { (iri: String) in URL(string: iri) ?? here }
    var fields: [Subject: [String: String]] = [:]
    for triple in triples {
      let key = triple.predicate.value.split(whereSeparator: { "#/".contains($0) }).last ?? ""
      switch triple.object {
      case .iri(let iri): fields[triple.subject, default: [:]][String(key)] = iri.value
      case .literal(let text, _): fields[triple.subject, default: [:]][String(key)] = text
      default: break
      }
    }
    let assumed = triples.first { $0.predicate.value.hasSuffix("assumedTestBase") }?.object
    var cases: [W3CCase] = []
    for (_, field) in fields.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      guard let action = field["action"], let type = field["type"] else { continue }
      let name = String(action.dropFirst(root.count))
      var folder = "https://w3c.github.io/rdf-tests/"
      if case .iri(let iri)? = assumed { folder = iri.value }
      cases.append(
        W3CCase(
          name: "\(here.lastPathComponent)/\(field["name"] ?? name)", type: type,
          base: IRI(folder + name), action: local(action), result: field["result"].map(local)))
    }
    // Included manifests are a list of files; those of RDF 1.1 are run on their own.
    let included = triples.filter { $0.predicate == IRI(RDF.namespace + "first") }.compactMap {
      if case .iri(let iri) = $0.object, iri.value.hasPrefix(root),
        iri.value.hasSuffix("manifest.ttl")
      {
        return iri.value
      }
      return nil
    }
    for file in included { cases += try read(local(file)) }
    return cases
  }

  /// Whether the parser does what the test says.
  func run() throws {
    let format = try #require(RDFFormat(fileExtension: action.pathExtension))
    let bytes = try Array(Data(contentsOf: action))
    for pieceSize in [1, 7, Int.max] {
      let outcome = Result { try quads(of: bytes, format, pieceSize) }
      if type.contains("Negative") {
        guard case .failure(let error) = outcome, error is SyntaxError else {
          throw Failure(detail: "was read without an error")
        }
        continue
      }
      let read = try outcome.get()
      guard let result else { continue }
      let expected = try Array(Data(contentsOf: result))
      if type.hasSuffix("C14N") {
        let written = try Self.canonical(read, format)
        guard written == expected else {
          throw Failure(detail: String(decoding: written, as: UTF8.self))
        }
      } else {
        let lines = try TurtleReader.quads(expected, syntax: .nQuads)
        guard isomorphic(read, lines) else { throw Failure(detail: "\(read)") }
      }
    }
  }

  private func quads(of bytes: [UInt8], _ format: RDFFormat, _ pieceSize: Int) throws -> [Quad] {
    let collector = QuadCollector()
    let reader = format.reader(RDFReadingOptions(base: base))
    _ = try reader.read(MemorySource(bytes, pieceSize: pieceSize), into: collector)
    return collector.quads
  }

  private static func canonical(_ quads: [Quad], _ format: RDFFormat) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = format.writer(to: sink, options: RDFWritingOptions(isCanonical: true))
    for quad in quads { try writer.quad(quad) }
    try writer.finish()
    return sink.bytes
  }
}
