import Foundation
import GraphFormats
import GraphModel
import Testing

/// Runs the W3C's tests of RDF 1.1, which are not part of the project.
///
/// The environment variable QUIPU_W3C names the folder that holds `rdf/rdf11`.
private let suite = ProcessInfo.processInfo.environment["QUIPU_W3C"].map { URL(filePath: $0) }

@Suite("Turtle and N-Triples, by the W3C's tests")
struct TurtleConformanceTests {
  @Test(
    "every test of the suite passes",
    .enabled(if: suite != nil, "set QUIPU_W3C to a checkout of w3c/rdf-tests to run its tests"),
    arguments: ["rdf-turtle", "rdf-n-triples"])
  func conforms(folder: String) throws {
    let root = try #require(suite).appending(path: "rdf/rdf11/\(folder)")
    let manifest = try TurtleReader.read(
      Array(Data(contentsOf: root.appending(path: "manifest.ttl"))), base: IRI("manifest:/m"))
    var fields: [Subject: [String: String]] = [:]
    for triple in manifest {
      guard case .iri(let value) = triple.object else { continue }
      let key = triple.predicate.value.split(whereSeparator: { "#/".contains($0) }).last ?? ""
      fields[triple.subject, default: [:]][String(key)] = value.value
    }
    var count = 0
    for (subject, field) in fields {
      guard let action = field["action"], let type = field["type"] else { continue }
      count += 1
      let name = String(action.dropFirst("manifest:/".count))
      let bytes = try Array(Data(contentsOf: root.appending(path: name)))
      let base = IRI("https://w3c.github.io/rdf-tests/rdf/rdf11/\(folder)/\(name)")
      let syntax: TurtleReader.Syntax = folder == "rdf-turtle" ? .turtle : .nTriples
      let triples = Result { try TurtleReader.read(bytes, base: base, syntax: syntax) }
      if type.contains("Negative") {
        #expect(throws: SyntaxError.self, "\(subject)") { try triples.get() }
        continue
      }
      guard case .success(let read) = triples else {
        Issue.record("\(name): \(triples)")
        continue
      }
      guard type.hasSuffix("Eval"), let result = field["result"] else { continue }
      let file = root.appending(path: String(result.dropFirst("manifest:/".count)))
      let expected = try TurtleReader.read(Array(Data(contentsOf: file)), syntax: .nTriples)
      #expect(isomorphic(read, expected), "\(name)")
    }
    #expect(count > 50)
  }
}
