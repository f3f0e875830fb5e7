import Foundation
import GraphFormats
import GraphModel
import TestSupport
import Testing

@Suite("RDF")
struct RDFWriterTests {
  private func read(
    _ graph: StatementGraph, _ format: ExportFormat, _ assertion: Assertion = .certain
  ) throws -> [Triple] {
    let options = ExportOptions(assertion: assertion)
    let bytes = try exported(graph, as: format, options: options).bytes
    return try TurtleReader.read(bytes, syntax: format == .ntriples ? .nTriples : .turtle)
  }

  @Test("Turtle and N-Triples hold the same graph, and no triple twice")
  func sameGraph() throws {
    let turtle = try read(Samples.graph, .turtle)
    let lines = try read(Samples.graph, .ntriples)
    #expect(isomorphic(turtle, lines))
    #expect(Set(lines).count == lines.count)
    #expect(Set(turtle).count == turtle.count)
  }

  @Test("plain triples follow the wish; what is denied is never one")
  func assertion() throws {
    let lines = Subject.iri(IRI(Quipu.entities + "harbour-lines-1a2b3c"))
    let buy = IRI(Quipu.openPredicates + "buy")
    let sell = IRI(Quipu.openPredicates + "sell")
    for assertion in Assertion.allCases {
      let triples = try read(Samples.graph, .turtle, assertion)
      let used = Set(triples.filter { $0.subject == lines }.map(\.predicate))
      #expect(!used.contains(buy))
      #expect(used.contains(sell) == (assertion == .all))
      #expect(used.contains(IRI(Quipu.vocabulary + "acquired")) == (assertion != .none))
    }
  }

  @Test("a fact that two statements give is one plain triple")
  func assertedOnce() throws {
    let first = try #require(Samples.evidence())
    let content = Statement.Content(
      subject: EntityID("e:a"), predicate: Predicate(open: "know"), object: .entity(EntityID("e:b"))
    )
    var other = content
    other.time = StatementTime(start: "1999", end: nil, text: "in 1999")
    let graph = StatementGraph(
      documents: [], entities: [],
      statements: [content, other].map { Statement($0, confidence: 1, from: first) })
    let triples = try read(graph, .ntriples)
    #expect(Set(triples).count == triples.count)
    #expect(triples.contains { $0.predicate == IRI(Quipu.openPredicates + "know") })
  }

  @Test(
    "any identifier is a valid IRI, and the same in both syntaxes",
    arguments: [
      ("e:a b<c>", "a%20b%3Cc%3E"), ("e:-x", "-x"), ("e:é²", "é²"), ("e:50%", "50%25"),
      ("e:a%20b", "a%20b"), ("e:x.", "x."), ("e:[]", "%5B%5D"),
    ])
  func identifiers(id: String, local: String) throws {
    let entity = Entity(id: EntityID(id), label: "x", types: ["Thing"], isNamed: true)
    let graph = StatementGraph(documents: [], entities: [entity], statements: [])
    for format in [ExportFormat.turtle, .ntriples] {
      let subjects = Set(try read(graph, format).map(\.subject))
      #expect(subjects.contains(.iri(IRI(Quipu.entities + local))))
    }
  }

  @Test("every string comes back as it was")
  func strings() throws {
    var label = "é\u{2028}😀"
    for code in 0..<0x80 { label.unicodeScalars.append(Unicode.Scalar(UInt8(code))) }
    let entity = Entity(id: EntityID("e:a"), label: label, types: ["Thing"], isNamed: true)
    let graph = StatementGraph(documents: [], entities: [entity], statements: [])
    for format in [ExportFormat.turtle, .ntriples] {
      #expect(try read(graph, format).contains { $0.object == .string(label) })
    }
  }

  @Test("dates have the datatype of their precision")
  func dates() throws {
    for (date, type) in [
      ("2019", "gYear"), ("2019-10", "gYearMonth"), ("2019-10-29", "date"), ("May 2019", "string"),
    ] {
      let document = SourceDocument(
        name: "a", title: nil, date: date, language: "en", contentHash: "", sentenceCount: 0)
      let graph = StatementGraph(documents: [document], entities: [], statements: [])
      let expected = Term.literal(date, datatype: IRI(XSD.namespace + type))
      #expect(try read(graph, .turtle).contains { $0.object == expected })
    }
  }

  @Test("the shapes are Turtle and speak of terms that exports use")
  func shapes() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../schema/shapes.ttl")
    let shapes = try TurtleReader.read(Array(Data(contentsOf: file)))
    let used = Set(try read(Samples.graph, .turtle).map { Term.iri($0.predicate) })
    let path = IRI("http://www.w3.org/ns/shacl#path")
    let unused = shapes.filter { $0.predicate == path && !used.contains($0.object) }
    // The sample has no quantity with a unit other than a currency.
    #expect(unused.map(\.object) == [.iri(IRI("http://schema.org/unitText"))])
  }
}
