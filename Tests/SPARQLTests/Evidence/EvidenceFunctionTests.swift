import GraphModel
import SPARQL
import Testing

@Suite("Evidence functions")
struct EvidenceFunctionTests {
  /// The value of an expression in which `?s` is the statement, as `term^^type` or an IRI.
  private func value(_ expression: String, denied: Bool = false) throws -> Term? {
    let corpus = Harbour()
    var options = QueryOptions()
    options.functions = EvidenceFunctions(corpus)
    let statement = denied ? corpus.denied : corpus.founding
    let iri = try #require(Quipu.iri(statement.id.value)).value
    let query = try Query(
      Array(
        "PREFIX f: <\(Quipu.functions)> SELECT (\(expression) AS ?x) { VALUES ?s { <\(iri)> } }"
          .utf8))
    guard case .solutions(let solutions) = try query.run(over: MemoryDataset(), options: options)
    else { return nil }
    return try solutions.rows()[0][0]
  }

  private func q(_ name: String) -> Term { .iri(IRI(Quipu.vocabulary + name)) }

  @Test("tell what a statement rests on")
  func pieces() throws {
    #expect(try value("f:quote(?s)") == .string("Ida Brandt opened the Kattegat yard"))
    #expect(try value("f:quote(?s, 2)") == .string("the yard that Brandt opened"))
    #expect(
      try value("f:sentence(?s)") == .string("In 1904 Ida Brandt opened the Kattegat yard."))
    #expect(try value("f:document(?s)") == Quipu.iri(Harbour.first.id.value).map(Term.iri))
    #expect(try value("f:documentName(?s, 2)") == .string(Harbour.later.name))
    #expect(try value("f:documentTitle(?s)") == .string("A yard"))
    #expect(
      try value("f:published(?s)") == .literal("1904-05", datatype: XSD.gYearMonth))
    #expect(try value("f:start(?s)") == .literal("8", datatype: XSD.integer))
    #expect(try value("f:end(?s)") == .literal("43", datatype: XSD.integer))
    #expect(try value("f:rule(?s)") == .string("found/verb"))
    #expect(try value("f:evidenceCount(?s)") == .literal("2", datatype: XSD.integer))
  }

  @Test("tell how sure it is and who says so")
  func claims() throws {
    #expect(try value("f:confidence(?s)") == .literal("0.875", datatype: XSD.decimal))
    #expect(try value("f:certainty(?s)") == q("certain"))
    #expect(try value("f:polarity(?s)") == q("positive"))
    #expect(try value("f:isAsserted(?s)") == .literal("true", datatype: XSD.boolean))
    #expect(try value("f:words(?s)") == .string("Ida Brandt founded Kattegat yard"))
    #expect(try value("f:polarity(?s)", denied: true) == q("negative"))
    #expect(try value("f:isAsserted(?s)", denied: true) == .literal("false", datatype: XSD.boolean))
    #expect(try value("f:speaker(?s)", denied: true) == Quipu.iri("e:ida-1").map(Term.iri))
    #expect(try value("f:words(?s)", denied: true) == .string("Kattegat yard not be sold 1910"))
  }

  @Test("give values to compute with")
  func values() throws {
    let yes = Term.literal("true", datatype: XSD.boolean)
    #expect(try value("f:confidence(?s) > 0.8 && f:isAsserted(?s)") == yes)
    #expect(
      try value("f:published(?s) < '1905-01'^^<http://www.w3.org/2001/XMLSchema#gYearMonth>") == yes
    )
    #expect(
      try value("IF(f:matches(?s, 'yard'), f:start(?s) + 1, 0)")
        == .literal("9", datatype: XSD.integer))
  }

  @Test("search sentences of statements and documents, and names of entities")
  func search() throws {
    #expect(try value("f:matches(?s, 'yard opened')") == .literal("true", datatype: XSD.boolean))
    #expect(try value("f:matches(?s, 'steam')") == .literal("false", datatype: XSD.boolean))
    #expect(try value("f:score(?s, 'yard')") == .literal("2.0E0", datatype: XSD.double))
    #expect(try value("f:score(?s, 'steam')") == nil)
    #expect(
      try value("f:matches(f:document(?s), 'yard')") == .literal("true", datatype: XSD.boolean))
    let ida = try #require(Quipu.iri("e:ida-1")).value
    #expect(try value("f:score(<\(ida)>, 'ida brandt')") == .literal("1.0E0", datatype: XSD.double))
    #expect(
      try value("f:matches(<\(ida)>, 'kattegat')") == .literal("false", datatype: XSD.boolean))
  }

  @Test(
    "are an error where there is nothing to tell",
    arguments: [
      "f:quote(?s, 3)", "f:quote(?s, 0)", "f:quote(?s, 'x')", "f:quote('s')", "f:quote(<x:y>)",
      "f:quote(<\(Quipu.statements)0000000000000000>)", "f:speaker(?s)", "f:documentTitle(?s, 2)",
      "f:matches(?s, 7)", "f:score(<x:y>, 'yard')", "f:quote(?nothing)",
    ])
  func errors(expression: String) throws { #expect(try value(expression) == nil) }

  @Test("are known to the parser by name and number of arguments")
  func syntax() {
    func problem(_ call: String) -> QuerySyntaxError.Problem? {
      let text = "PREFIX f: <\(Quipu.functions)> SELECT * { FILTER(\(call)) }"
      do throws(QuerySyntaxError) { _ = try Query(Array(text.utf8)) } catch { return error.problem }
      return nil
    }
    #expect(problem("f:qoute(?s)") == .unknownFunction("f:qoute", similar: ["f:quote"]))
    #expect(
      problem("f:quote()")
        == .argumentCount(function: "f:quote", minimum: 1, maximum: 2, found: 0))
    #expect(
      problem("f:matches(?s)")
        == .argumentCount(function: "f:matches", minimum: 2, maximum: 2, found: 1))
    #expect(problem("<x:other>(?s)") == nil)
  }
}

/// Two statements about a shipyard, and a search that counts words.
private struct Harbour: EvidenceSource {
  /// Evidence comes in the order of the documents' identifiers.
  private static let names = ["opening.txt", "visit.txt"].sorted {
    DocumentID(name: $0) < DocumentID(name: $1)
  }
  static let first = SourceDocument(
    name: names[0], title: "A yard", date: "1904-05", language: "en",
    contentHash: String(repeating: "0", count: 64), sentenceCount: 1)
  static let later = SourceDocument(
    name: names[1], title: nil, date: nil, language: "en",
    contentHash: String(repeating: "1", count: 64), sentenceCount: 1)

  let founding: Statement
  let denied: Statement
  private let graph: StatementGraph
  private let sentences = [
    (first.id, "In 1904 Ida Brandt opened the Kattegat yard."),
    (later.id, "They visited the yard that Brandt opened."),
  ]

  init() {
    func piece(_ document: SourceDocument, _ start: Int, _ quote: String) -> Evidence {
      guard let span = TextSpan(start..<start + quote.unicodeScalars.count) else {
        preconditionFailure("no words")
      }
      return Evidence(
        document: document.id, sentence: 0, span: span,
        quote: quote, rule: "found/verb", subject: nil, object: nil, predicateText: "opened")
    }
    let ida = EntityID("e:ida-1")
    let yard = EntityID("e:yard-2")
    founding = Statement(
      Statement.Content(
        subject: ida, predicate: Predicate(relation: "founded", label: "founded"),
        object: .entity(yard), polarity: .positive, speaker: nil, qualifiers: []),
      confidence: 0.875, from: piece(Self.first, 8, "Ida Brandt opened the Kattegat yard"),
      [piece(Self.later, 13, "the yard that Brandt opened")])
    denied = Statement(
      Statement.Content(
        subject: yard, predicate: Predicate(open: "be sold"),
        object: .literal(Literal(value: "1910", datatype: XSD.gYear, text: "1910")),
        polarity: .negative, speaker: ida, qualifiers: []),
      confidence: 0.5, from: piece(Self.later, 0, "They visited"))
    graph = StatementGraph(
      documents: [Self.first, Self.later],
      entities: [
        Entity(id: ida, label: "Ida Brandt", types: [], aliases: [], isNamed: true),
        Entity(id: yard, label: "Kattegat yard", types: [], aliases: [], isNamed: true),
      ], statements: [founding, denied])
  }

  func forEachDocument(_ body: (SourceDocument) throws -> Void) throws {
    try graph.forEachDocument(body)
  }
  func forEachEntity(_ body: (Entity) throws -> Void) throws { try graph.forEachEntity(body) }
  func forEachStatement(_ body: (Statement) throws -> Void) throws {
    try graph.forEachStatement(body)
  }
  func entity(_ id: EntityID) -> Entity? { graph.entity(id) }
  func document(_ id: DocumentID) -> SourceDocument? { graph.document(id) }
  func statement(_ id: StatementID) -> Statement? { graph.statements.first { $0.id == id } }

  func sentence(_ number: Int, of document: DocumentID) -> String? {
    number == 0 ? sentences.first { $0.0 == document }?.1 : nil
  }

  func sentences(matching text: String) -> [SentenceScore] {
    sentences.compactMap { document, sentence in
      let words = text.split(separator: " ")
      guard words.allSatisfy(sentence.contains) else { return nil }
      // The second document fits better.
      let score = Double(words.count) * (document == Self.later.id ? 2 : 1)
      return SentenceScore(document: document, sentence: 0, score: score)
    }
  }

  func entities(matching text: String) -> [EntityScore] {
    graph.entities.filter { $0.label.lowercased() == text }
      .map { EntityScore(entity: $0.id, score: 1) }
  }
}
