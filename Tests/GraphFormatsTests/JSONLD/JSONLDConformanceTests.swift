import Foundation
import GraphFormats
import GraphModel
import Testing

/// Runs the W3C's tests of JSON-LD 1.1, which are not part of the project.
///
/// The environment variable QUIPU_W3C_JSONLD names the folder that holds `expand-manifest.jsonld`;
/// without it, the folder `json-ld-api/tests` beside the folder that QUIPU_W3C names.
private let suite: URL? = {
  let environment = ProcessInfo.processInfo.environment
  if let own = environment["QUIPU_W3C_JSONLD"] { return URL(filePath: own) }
  guard let rdf = environment["QUIPU_W3C"] else { return nil }
  return URL(filePath: rdf).deletingLastPathComponent().appending(path: "json-ld-api/tests")
}()

/// Tests of JSON-LD 1.0 that contradict 1.1, with what 1.1 says.
///
/// The suite keeps them for processors of the old edition.
private let contradicted: [String: String] = [
  "compact#t0038":
    "makes prefixes of expanded term definitions, which #tp001 forbids; #ta038 replaces it"
]

@Suite("JSON-LD 1.1, by the W3C's tests")
struct JSONLDConformanceTests {
  @Test(
    "every test of the suite passes",
    .enabled(if: suite != nil, "set QUIPU_W3C to a checkout of w3c/rdf-tests beside json-ld-api"),
    arguments: ["expand", "compact", "flatten", "toRdf", "fromRdf"])
  func conforms(algorithm: String) throws {
    let root = try #require(suite)
    let manifest = try JSONReader.read(
      Array(Data(contentsOf: root.appending(path: "\(algorithm)-manifest.jsonld"))))
    let tests = try #require(manifest.object?["sequence"]?.array)
    var passed = 0
    var skipped = 0
    for test in tests.compactMap(\.object) {
      let conformance = ConformanceCase(test, algorithm, root)
      if contradicted["\(algorithm)\(conformance.id)"] != nil {
        skipped += 1
        continue
      }
      do {
        if let problem = try conformance.problem() {
          Issue.record("\(algorithm)\(conformance.id) \(conformance.name): \(problem)")
        } else {
          passed += 1
        }
      } catch {
        Issue.record("\(algorithm)\(conformance.id) \(conformance.name): threw \(error)")
      }
    }
    print("json-ld-api \(algorithm): \(passed) of \(tests.count) pass, \(skipped) skipped")
    #expect(passed + skipped == tests.count)
    #expect(tests.count > 50)
  }
}

/// One test of a manifest.
private struct ConformanceCase {
  let test: JSONObject
  let algorithm: String
  let root: URL
  let id: String
  let name: String
  let base = "https://w3c.github.io/json-ld-api/tests/"

  init(_ test: JSONObject, _ algorithm: String, _ root: URL) {
    self.test = test
    self.algorithm = algorithm
    self.root = root
    id = test["@id"]?.string ?? "?"
    name = test["name"]?.string ?? "?"
  }

  func bytes(_ key: String) throws -> [UInt8] {
    guard let path = test[key]?.string else { return [] }
    return try Array(Data(contentsOf: root.appending(path: path)))
  }

  func json(_ key: String) throws -> JSONValue { try JSONReader.read(bytes(key)) }

  var options: JSONLDOptions {
    var options = JSONLDOptions(base: base + (test["input"]?.string ?? ""))
    let root = root
    let base = base
    options.loader = { address throws(JSONLDError) in
      guard address.hasPrefix(base),
        let data = try? Data(
          contentsOf: root.appending(path: String(address.dropFirst(base.count)))),
        let content = try? JSONReader.read(Array(data))
      else { throw JSONLDError(.loadingDocumentFailed, address) }
      return JSONLDDocument(address: address, content: content)
    }
    let given = test["option"]?.object ?? JSONObject()
    for (name, value) in given {
      switch (name, value) {
      case ("base", .string(let text)): options.base = text
      case ("processingMode", .string(let text)):
        options.processingMode = .init(rawValue: text) ?? .json11
      case ("specVersion", "json-ld-1.0"): options.processingMode = .json10
      case ("compactArrays", .bool(let flag)): options.compactsArrays = flag
      case ("compactToRelative", .bool(let flag)): options.compactsToRelative = flag
      case ("produceGeneralizedRdf", .bool(let flag)): options.producesGeneralizedRDF = flag
      case ("rdfDirection", .string(let text)): options.rdfDirection = .init(rawValue: text)
      case ("useNativeTypes", .bool(let flag)): options.usesNativeTypes = flag
      case ("useRdfType", .bool(let flag)): options.usesRDFType = flag
      case ("expandContext", .string(let path)):
        options.expandContext = (try? Data(contentsOf: root.appending(path: path)))
          .flatMap { try? JSONReader.read(Array($0)) }
      default: break
      }
    }
    return options
  }

  /// What went wrong, or `nil`.
  func problem() throws -> String? {
    let processor = JSONLDProcessor(options)
    if let code = test["expectErrorCode"]?.string {
      do {
        let result = try run(processor)
        return "wanted \(code), got \(result.text)"
      } catch let error as JSONLDError {
        return error.code.rawValue == code ? nil : "wanted \(code), got \(error)"
      }
    }
    if algorithm == "toRdf" {
      let quads = try processor.generalizedQuads(json("input"))
      guard test.has("expect") else { return nil }
      let wanted = Dataset(rows: nQuadsRows(String(decoding: try bytes("expect"), as: UTF8.self)))
      let got = Dataset(quads)
      return got.isIsomorphic(to: wanted) ? nil : "wanted\n\(wanted)\ngot\n\(got)"
    }
    let got = try run(processor)
    let wanted = try json("expect")
    if !equal(got, wanted, isList: false) { return "wanted \(wanted.text)\ngot \(got.text)" }
    if algorithm == "compact" || test.has("context") {
      let again = try processor.expand(got)
      let wantedAgain = try processor.expand(wanted)
      guard equal(again, wantedAgain, isList: false) else { return "expands to \(again.text)" }
    }
    return nil
  }

  private func run(_ processor: JSONLDProcessor) throws -> JSONValue {
    switch algorithm {
    case "expand": return try processor.expand(json("input"))
    case "compact": return try processor.compact(json("input"), context: json("context"))
    case "flatten":
      return try processor.flatten(
        json("input"), context: test.has("context") ? json("context") : nil)
    case "fromRdf":
      return try processor.document(of: quads(String(decoding: bytes("input"), as: UTF8.self)))
    default:
      let quads = try processor.generalizedQuads(json("input"))
      return .string(Dataset(quads).description)
    }
  }
}

/// "JSON-LD Object Comparison" of the suite.
private func equal(_ a: JSONValue, _ b: JSONValue, isList: Bool, isLanguage: Bool = false) -> Bool {
  switch (a, b) {
  case (.object(let a), .object(let b)):
    guard a.count == b.count else { return false }
    return a.allSatisfy { name, value in
      guard let other = b[name] else { return false }
      return equal(value, other, isList: name == "@list", isLanguage: name == "@language")
    }
  case (.array(let a), .array(let b)):
    guard a.count == b.count else { return false }
    if isList { return zip(a, b).allSatisfy { equal($0, $1, isList: false) } }
    var rest = b
    for item in a {
      guard let match = rest.firstIndex(where: { equal(item, $0, isList: false) }) else {
        return false
      }
      rest.remove(at: match)
    }
    return true
  case (.string(let a), .string(let b)) where isLanguage: return a.lowercased() == b.lowercased()
  default: return a == b
  }
}

/// The quads of N-Quads, for the suite's inputs.
private func quads(_ text: String) -> [Quad] {
  nQuadsRows(text).sorted { $0.lexicographicallyPrecedes($1) }.compactMap { row in
    guard row.count == 4, let object = term(row[2]) else { return nil }
    guard let subject = node(row[0]), case .iri(let predicate)? = node(row[1]) else { return nil }
    return Quad(Triple(subject, predicate, object), graph: row[3].isEmpty ? nil : node(row[3]))
  }
}

private func node(_ word: String) -> Subject? {
  if word.hasPrefix("_:") { return .blank(String(word.dropFirst(2))) }
  return word.hasPrefix("<") ? .iri(IRI(String(word.dropFirst().dropLast()))) : nil
}

private func term(_ word: String) -> Term? {
  if let subject = node(word) { return Term(subject) }
  guard let quote = word.lastIndex(of: "\"") else { return nil }
  let text = String(word[word.index(after: word.startIndex)..<quote])
  let rest = word[word.index(after: quote)...]
  if rest.hasPrefix("@") { return .text(text, language: String(rest.dropFirst())) }
  return .literal(text, datatype: IRI(String(rest.dropFirst(3).dropLast())))
}
