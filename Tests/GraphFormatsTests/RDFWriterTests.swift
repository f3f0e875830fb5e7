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
    let match = ExactMatch(
      target: "https://known.example/ada", label: "Ada", list: "people", score: 0.9)
    let known = StatementGraph(
      documents: [],
      entities: [
        Entity(
          id: EntityID("e:ada"), label: "Ada", types: ["Person"], isNamed: true,
          exactMatches: [match])
      ], statements: [])
    let used = Set(
      try (read(Samples.graph, .turtle) + read(known, .turtle)).map { Term.iri($0.predicate) })
    let path = IRI("http://www.w3.org/ns/shacl#path")
    let unused = shapes.filter { shape in
      guard shape.predicate == path, case .iri = shape.object else { return false }
      return !used.contains(shape.object)
    }
    // The sample has no quantity with a unit other than a currency.
    #expect(unused.map(\.object) == [.iri(IRI("http://schema.org/unitText"))])
  }
}

@Suite("Profiles of exported RDF")
struct RDFProfileTests {
  private func read(_ format: ExportFormat, _ profile: RDFProfile) throws -> [Quad] {
    let options = ExportOptions(rdf: profile)
    let bytes = try exported(Samples.graph, as: format, options: options).bytes
    let collector = QuadCollector()
    let reader = try #require(RDFFormat(name: format.rawValue)).reader(RDFReadingOptions())
    _ = try reader.read(MemorySource(bytes), into: collector)
    return collector.quads
  }

  @Test("every syntax says the same", arguments: RDFProfile.allCases)
  func sameInEverySyntax(profile: RDFProfile) throws {
    let lines = try read(.ntriples, profile)
    #expect(isomorphic(try read(.turtle, profile), lines))
    let quads = try read(.nquads, profile)
    #expect(isomorphic(try read(.trig, profile), quads))
    if profile == .rdf12 {
      // JSON-LD 1.1 has no triple terms: what it leaves out is counted.
      let options = ExportOptions(rdf: profile)
      let loss = try exported(Samples.graph, as: .jsonld, options: options).loss
      #expect(
        loss[.unwritableTriples] == quads.count { $0.triple.predicate.value.hasSuffix("#reifies") })
    } else {
      #expect(isomorphic(try read(.jsonld, profile), quads))
    }
    #expect(Set(quads.map(\.graph)).count == 3)
    // Blank nodes aside, the graphs together hold what is said without graphs.
    let named = Set(quads.map(\.triple).filter { "\($0)".contains("blank") == false })
    #expect(named == Set(lines.map(\.triple).filter { "\($0)".contains("blank") == false }))
  }

  @Test("the same facts are asserted in every profile, and nothing else is")
  func asserted() throws {
    let entities = Quipu.entities
    let facts = try RDFProfile.allCases.map { profile in
      Set(
        try read(.turtle, profile).map(\.triple).filter { triple in
          guard case .iri(let iri) = triple.subject, iri.value.hasPrefix(entities) else {
            return false
          }
          return true
        })
    }
    #expect(facts.allSatisfy { $0 == facts[0] })
    #expect(facts[0].count { $0.predicate.value.hasPrefix(Quipu.vocabulary + "acquired") } == 1)
  }

  @Test("RDF 1.2 names each statement as the reifier of its triple")
  func reifiers() throws {
    let triples = try read(.turtle, .rdf12).map(\.triple)
    let reified = triples.filter { $0.predicate.value.hasSuffix("#reifies") }
    #expect(reified.count == Samples.graph.statements.count)
    #expect(
      !triples.contains {
        $0.object == .iri(IRI(RDF.namespace + "Statement")) && $0.predicate == RDF.type
      })
  }

  @Test("OWL annotates what is asserted as axioms, and leaves the rest statements of RDF")
  func axioms() throws {
    let types = try read(.ntriples, .owl).map(\.triple).filter { $0.predicate == RDF.type }
    let asserted = Samples.graph.statements.count(where: \.isAsserted)
    #expect(
      types.count { $0.object == .iri(IRI("http://www.w3.org/2002/07/owl#Axiom")) } == asserted)
    let statements = Samples.graph.statements.count - asserted
    #expect(types.count { $0.object == .iri(IRI(RDF.namespace + "Statement")) } == statements)
  }

  @Test("plain RDF counts what it leaves out")
  func plain() throws {
    let loss = try exported(
      Samples.graph, as: .turtle, options: ExportOptions(rdf: .plain)
    ).loss
    #expect(loss[.unassertedStatements] == Samples.graph.statements.count { !$0.isAsserted })
    #expect(loss[.evidence] > 0)
    let provenance = try read(.turtle, .plain).filter {
      $0.triple.predicate.value.hasPrefix("http://www.w3.org/ns/prov#")
    }
    #expect(provenance.isEmpty)
  }
}
