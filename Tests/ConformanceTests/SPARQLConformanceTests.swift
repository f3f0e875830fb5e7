import Foundation
import GraphModel
import SPARQL
import Testing

/// The folder of the W3C's RDF test suites (github.com/w3c/rdf-tests), if the variable is set.
private let suites = ProcessInfo.processInfo.environment["QUIPU_W3C"]

@Suite(
  "W3C SPARQL tests",
  .enabled(if: suites != nil, "QUIPU_W3C is not set to a copy of w3c/rdf-tests"))
struct SPARQLConformanceTests {
  @Test(
    "every test of a suite passes",
    arguments: [
      ("sparql11/manifest-sparql11-query.ttl", 328),
      ("sparql11/manifest-sparql11-update.ttl", 157),
      ("sparql11/manifest-sparql11-results.ttl", 10),
      ("sparql10/manifest.ttl", 482),
      ("sparql12/manifest.ttl", 269),
    ])
  func suite(manifest: String, count: Int) throws {
    let folder = URL(filePath: try #require(suites)).appending(path: "sparql")
    let entries = try Manifest.entries(folder.appending(path: manifest))
    var outcomes: [String: [(String, Outcome)]] = [:]
    for entry in entries {
      var outcome: Outcome
      do {
        outcome = try run(entry)
      } catch {
        outcome = .failed("\(error)")
      }
      outcomes[entry.group, default: []].append((entry.name, outcome))
    }
    var passed = 0
    var lines: [String] = []
    for (group, results) in outcomes.sorted(by: { $0.key < $1.key }) {
      let good = results.count { $0.1 == .passed || $0.1 == .passedByValue }
      passed += good
      lines.append("  \(group): \(good) of \(results.count)")
      for (name, outcome) in results {
        switch outcome {
        case .passed: break
        case .passedByValue: lines.append("    by value \(name)")
        case .failed(let why): lines.append("    FAIL \(name): \(why.prefix(300))")
        case .skipped(let why): lines.append("    skip \(name): \(why)")
        }
      }
    }
    print((["\(manifest): \(passed) of \(entries.count) pass"] + lines).joined(separator: "\n"))
    #expect(entries.count == count, "the suite has another number of tests")
    #expect(passed == entries.count)
  }

  private func run(_ entry: ManifestEntry) throws -> Outcome {
    if entry.type.contains("Syntax") { return try SyntaxRun.run(entry) }
    return entry.type.contains("Update")
      ? try EvaluationRun.update(entry) : try EvaluationRun.query(entry)
  }
}
