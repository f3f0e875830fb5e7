import Foundation
import GraphFormats
import GraphModel
import GraphStore
import SPARQL
import Testing

/// The code of docs/library.md, compiled and run.
@Suite("The library as its guide shows it")
struct LibraryTests {
  /// A folder for a store, removed at the end.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "quipu-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test("every block of the guide stands in this file")
  func guide() throws {
    let file = URL(filePath: #filePath)
    let guide = file.deletingLastPathComponent().appending(path: "../../docs/library.md")
      .standardizedFileURL
    let own = Self.code(try String(contentsOf: file, encoding: .utf8))
    let text = try String(contentsOf: guide, encoding: .utf8)
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
    #expect(blocks.count >= 7)
    for block in blocks { #expect(own.contains(Self.code(block)), "\(block)\nis not compiled") }
  }

  /// Code without its white space, which the formatter sets otherwise.
  private static func code(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test("opens, writes, reads, loads and queries")
  func store() throws {
    let folder = Folder()
    let path = folder.path
    let store = try GraphStore.open(at: path, access: .readWrite)
    try store.write { transaction in
      let triple = Triple(.iri(IRI("http://example.org/ada")), RDF.label, .string("Ada"))
      try transaction.insert(Quad(triple, graph: .iri(IRI("http://example.org/people"))))
    }
    let quads = try store.read { snapshot in try snapshot.quads().statistics().quads }
    #expect(quads == 1)

    let turtle = Array(
      "@prefix x: <http://example.org/> . x:b x:name \"Bo\" . x:a x:name \"Al\" .".utf8)
    let reader = RDFFormat.turtle.reader(RDFReadingOptions())
    let report = try store.load(memory: 256 << 20) { loader in
      loader.graph = .iri(IRI("http://example.org/notes"))
      _ = try reader.read(MemorySource(turtle), into: loader)
    }
    #expect(report.added == 2 && report.quads == 3)

    let query = try Query(
      "SELECT ?name { GRAPH ?g { ?who <http://example.org/name> ?name } } ORDER BY ?name")
    let options = QueryOptions(timeout: 5, memoryLimit: 512 << 20)
    var names: [String] = []
    if case .solutions(let solutions) = try query.run(
      over: store.snapshot().quads(), options: options)
    {
      for row in try solutions.rows() {
        if case .literal(let text, _)? = row[0] { names.append(text) }
      }
    }
    #expect(names == ["Al", "Bo"])
  }

  @Test("updates a dataset in memory")
  func update() throws {
    let dataset = MemoryDataset()
    try Update("INSERT DATA { <http://example.org/a> <http://example.org/b> 1, 2 }").run(
      on: dataset)
    let found = try Query("ASK { ?a ?b 2 }").run(over: dataset)
    guard case .boolean(true) = found else {
      Issue.record("nothing was inserted")
      return
    }
  }

  @Test("walks, joins and quotes statements")
  func statements() throws {
    let folder = Folder()
    let store = try GraphStore.open(at: folder.path, access: .readWrite)
    let founding = try Self.fill(store)
    let snapshot = try store.snapshot()
    var statements: [Statement] = []
    if let founded = try snapshot.id(of: .iri(IRI(Quipu.vocabulary + "founded"))) {
      try snapshot.scan(subject: nil, predicate: founded, object: nil) { triple in
        if let statement = try snapshot.statement(at: triple.statement) {
          statements.append(statement)
        }
        return true
      }
    }
    #expect(statements.map(\.id) == [founding.id])

    let pattern = try PatternQuery(["?who founded ?what . ?what basedIn Malmö"])
    let solutions = try pattern.solutions(in: snapshot, limit: 10) { name, position in
      if position == .predicate { return [.iri(IRI(Quipu.vocabulary + name))] }
      return try snapshot.findEntities(matching: name, limit: 1)
        .compactMap { Quipu.iri($0.entity.id.value).map(Term.iri) }
    }
    #expect(solutions.total == 1)

    let iri = try #require(Quipu.iri(founding.id.value)).value
    var evidence = QueryOptions()
    evidence.functions = EvidenceFunctions(snapshot)
    let quoting = try Query(
      """
      PREFIX f: <https://quipu.dev/function#>
      SELECT ?quote { VALUES ?s { <\(iri)> } FILTER(f:matches(?s, "shipping")) BIND(f:quote(?s) AS ?quote) }
      """)
    guard
      case .solutions(let quotes) = try quoting.run(over: snapshot.quads(), options: evidence)
    else { return }
    #expect(try quotes.rows() == [[.string("Marta Lind founded Sund Shipping")]])
  }

  /// Writes a document of two sentences with a statement each, and gives the first.
  private static func fill(_ store: GraphStore) throws -> Statement {
    let text = "Marta Lind founded Sund Shipping. Sund Shipping is based in Malmö."
    let document = SourceDocument(
      name: "sund.txt", title: nil, date: nil, language: "en",
      contentHash: String(repeating: "0", count: 64), sentenceCount: 2)
    let people = ["e:marta-1": "Marta Lind", "e:sund-2": "Sund Shipping", "e:malmo-3": "Malmö"]
    func statement(
      _ subject: String, _ relation: String, _ object: String, _ sentence: Int, _ quote: String
    ) throws -> Statement {
      let start = try #require(text.range(of: quote)?.lowerBound)
      let place = text[..<start].unicodeScalars.count
      let span = try #require(TextSpan(place..<place + quote.unicodeScalars.count))
      return Statement(
        Statement.Content(
          subject: EntityID(subject), predicate: Predicate(relation: relation, label: relation),
          object: .entity(EntityID(object))), confidence: 0.9,
        from: Evidence(
          document: document.id, sentence: sentence, span: span, quote: quote, rule: "clause/verb",
          subject: nil, object: nil, predicateText: relation))
    }
    let founding = try statement(
      "e:marta-1", "founded", "e:sund-2", 0, "Marta Lind founded Sund Shipping")
    let seat = try statement(
      "e:sund-2", "basedIn", "e:malmo-3", 1, "Sund Shipping is based in Malmö")
    try store.write { transaction in
      try transaction.put(
        document, text: Array(text.utf8), sentences: [0..<33, 34..<text.utf8.count], record: [])
      try transaction.replaceGraph(
        entities: people.sorted { $0.key < $1.key }.map {
          Entity(
            id: EntityID($0.key), label: $0.value, types: ["Thing"], aliases: [], isNamed: true)
        }, statements: [founding, seat])
    }
    return founding
  }
}
