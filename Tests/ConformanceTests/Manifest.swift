import Foundation
import GraphFormats
import GraphModel

/// The graph of a manifest or result file, by subject.
struct FileGraph {
  private(set) var triples: [Triple]
  private var places: [Subject: [Int]] = [:]

  init(_ triples: [Triple]) {
    self.triples = triples
    for (place, triple) in triples.enumerated() {
      places[triple.subject, default: []].append(place)
    }
  }

  func objects(_ subject: Subject, _ predicate: String) -> [Term] {
    (places[subject] ?? []).map { triples[$0] }.filter { $0.predicate.value == predicate }
      .map(\.object)
  }

  func object(_ subject: Subject, _ predicate: String) -> Term? {
    objects(subject, predicate).first
  }

  /// The members of an RDF list.
  func list(_ head: Term?) -> [Term] {
    var members: [Term] = []
    var cell = head?.subject
    while let here = cell, let first = object(here, RDF.namespace + "first") {
      members.append(first)
      cell = object(here, RDF.namespace + "rest")?.subject
    }
    return members
  }
}

extension Term {
  var subject: Subject? {
    switch self {
    case .iri(let iri): .iri(iri)
    case .blank(let label): .blank(label)
    default: nil
    }
  }

  var iri: String? {
    if case .iri(let iri) = self { return iri.value }
    return nil
  }

  var lexical: String? {
    switch self {
    case .literal(let value, _), .text(let value, _), .directional(let value, _, _): value
    default: nil
    }
  }
}

/// Namespaces of the test manifests.
enum TestVocabulary {
  static let manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  static let query = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
  static let update = "http://www.w3.org/2009/sparql/tests/test-update#"
  static let results = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
  static let label = "http://www.w3.org/2000/01/rdf-schema#label"
}

/// One entry of a manifest.
struct ManifestEntry {
  let graph: FileGraph
  let node: Subject
  /// The folder's name, which names the group of tests.
  let group: String

  /// The last part of the entry's type: `QueryEvaluationTest`.
  var type: String {
    let iri = graph.object(node, RDF.type.value)?.iri ?? ""
    return iri.split(separator: "#").last.map(String.init) ?? ""
  }

  var name: String {
    graph.object(node, TestVocabulary.manifest + "name")?.lexical ?? "\(node)"
  }

  var action: Term? { graph.object(node, TestVocabulary.manifest + "action") }
  var result: Term? { graph.object(node, TestVocabulary.manifest + "result") }

  /// Whether solutions may be given more often than expected.
  var isLax: Bool {
    graph.object(node, TestVocabulary.manifest + "resultCardinality")?.iri?
      .hasSuffix("LaxCardinality") ?? false
  }
}

/// A manifest and those that it includes, in the order of their names.
enum Manifest {
  static func entries(_ path: URL) throws -> [ManifestEntry] {
    var seen: Set<String> = []
    return try entries(path, &seen)
  }

  private static func entries(
    _ file: URL, _ seen: inout Set<String>
  ) throws -> [ManifestEntry] {
    guard seen.insert(file.path).inserted else { return [] }
    let graph = FileGraph(try TestFiles.triples(file))
    var result: [ManifestEntry] = []
    var included: Set<String> = []
    for triple in graph.triples {
      if triple.predicate.value == TestVocabulary.manifest + "entries" {
        let group = file.deletingLastPathComponent().lastPathComponent
        result += graph.list(triple.object).compactMap(\.subject).map {
          ManifestEntry(graph: graph, node: $0, group: group)
        }
      }
      if triple.predicate.value == TestVocabulary.manifest + "include" {
        let members = graph.list(triple.object)
        included.formUnion((members.isEmpty ? [triple.object] : members).compactMap(\.iri))
      }
    }
    for other in included.sorted() {
      if let url = URL(string: other), url.isFileURL { result += try entries(url, &seen) }
    }
    return result
  }
}

/// Files of the test suites.
enum TestFiles {
  /// What a file's relative IRIs are resolved against.
  static func base(_ file: URL) -> IRI { IRI("file://" + file.path) }

  static func url(_ term: Term?) -> URL? { (term?.iri).flatMap(URL.init(string:)) }

  static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  /// The triples of a file in a syntax of RDF, which its extension tells.
  static func triples(_ file: URL) throws -> [Triple] { try quads(file, in: nil).map(\.triple) }

  /// The quads of a file: in a graph of this name, or in those that the file says.
  static func quads(_ file: URL, in graph: String?) throws -> [Quad] {
    guard let format = RDFFormat(fileExtension: file.pathExtension) else {
      throw UnknownFormat(extension: file.pathExtension)
    }
    let collector = QuadCollector()
    _ = try format.reader(RDFReadingOptions(base: base(file)))
      .read(MemorySource(bytes(file)), into: collector)
    guard let graph else { return collector.quads }
    return collector.quads.map { Quad($0.triple, graph: .iri(IRI(graph))) }
  }

  /// Quads whose blank nodes have labels that no other file's have.
  static func apart(_ quads: [Quad], file number: Int) -> [Quad] {
    func node(_ subject: Subject) -> Subject {
      if case .blank(let label) = subject { return .blank("f\(number).\(label)") }
      return subject
    }
    return quads.map { Quad(renamed($0.triple, node), graph: $0.graph.map(node)) }
  }

  private static func renamed(_ triple: Triple, _ node: (Subject) -> Subject) -> Triple {
    let object: Term
    switch triple.object {
    case .blank(let label): object = Term(node(.blank(label)))
    case .triple(let inner): object = .triple(renamed(inner, node))
    default: object = triple.object
    }
    return Triple(node(triple.subject), triple.predicate, object)
  }

  struct UnknownFormat: Error {
    let `extension`: String
  }
}
