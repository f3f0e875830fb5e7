import Foundation
import GraphFormats
import GraphModel
import Testing

/// Runs the W3C's tests of RDF/XML, which are not part of the project.
///
/// The environment variable QUIPU_W3C names the folder that holds `rdf/rdf11` and `rdf/rdf12`.
private let suite = ProcessInfo.processInfo.environment["QUIPU_W3C"].map { URL(filePath: $0) }

@Suite("RDF/XML, by the W3C's tests")
struct RDFXMLConformanceTests {
  @Test(
    "every test of the suite passes",
    .enabled(if: suite != nil, "set QUIPU_W3C to a checkout of w3c/rdf-tests to run its tests"),
    arguments: ["rdf11/rdf-xml", "rdf12/rdf-xml/eval"])
  func conforms(folder: String) throws {
    let root = try #require(suite).appending(path: "rdf/\(folder)")
    let text = try String(contentsOf: root.appending(path: "manifest.ttl"), encoding: .utf8)
    // A test is a subject with a type; comments and everything else are passed over.
    let pattern =
      /(?m)^(?<name><#[^>]+>|trs:\S+)\s+(?:a|rdf:type)\s+rdft:(?<type>\w+)\s*;(?<body>.*?)\s\.$/
      .dotMatchesNewlines()
    var count = 0
    var failed = 0
    for match in text.matches(of: pattern) {
      let body = String(match.body)
      guard let action = body.firstMatch(of: /mf:action\s+<([^>]+)>/)?.1 else { continue }
      count += 1
      let problem: String?
      do {
        let base = "https://w3c.github.io/rdf-tests/rdf/\(folder)/\(action)"
        let quads = try read(root.appending(path: String(action)), base: base)
        if match.type.contains("Negative") {
          problem = "should be refused, gave \(Dataset(quads))"
        } else if let result = body.firstMatch(of: /mf:result\s+<([^>]+)>/)?.1 {
          let file = root.appending(path: String(result))
          let wanted = Dataset(rows: nQuadsRows(try String(contentsOf: file, encoding: .utf8)))
          let got = Dataset(quads)
          problem = got.isIsomorphic(to: wanted) ? nil : "wanted\n\(wanted)\ngot\n\(got)"
        } else {
          problem = nil
        }
      } catch {
        problem = match.type.contains("Negative") ? nil : "\(error)"
      }
      if let problem {
        failed += 1
        Issue.record("\(match.name): \(problem)")
      }
    }
    print("\(folder): \(count - failed) of \(count) pass")
    #expect(count == (folder.hasPrefix("rdf11") ? 166 : 31))
  }

  private func read(_ file: URL, base: String) throws -> [Quad] {
    let collector = QuadCollector()
    let reader = RDFXMLReader(RDFReadingOptions(base: IRI(base)))
    _ = try reader.read(
      MemorySource(Array(Data(contentsOf: file)), pieceSize: 100), into: collector)
    return collector.quads
  }
}
