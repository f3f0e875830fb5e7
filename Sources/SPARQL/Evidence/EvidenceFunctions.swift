public import GraphModel
internal import Synchronization

/// Answers the functions of ``EvidenceFunction`` from a graph of statements.
///
///     var options = QueryOptions()
///     options.functions = EvidenceFunctions(snapshot)
///     try Query("SELECT ?s ?quote { … BIND(f:quote(?s) AS ?quote) }").run(over: quads, options: options)
public final class EvidenceFunctions: ExtensionFunctions {
  private let source: any EvidenceSource
  private let memory = Mutex(Memory())

  /// What was read lately: rows mostly ask several things of one statement.
  private struct Memory {
    var statements: [StatementID: Statement] = [:]
    var searches: [String: TextSearch] = [:]
  }

  /// Creates functions over a graph.
  public init(_ source: any EvidenceSource) { self.source = source }

  /// Whether there is a function with this IRI.
  public func contains(_ function: IRI) -> Bool { EvidenceFunction(function) != nil }

  /// Whether all that a function gives are IRIs and `xsd:string`s.
  public func comparesByIdentity(_ function: IRI) -> Bool {
    switch EvidenceFunction(function) {
    case .quote, .sentence, .document, .documentName, .documentTitle, .rule, .certainty, .polarity,
      .speaker, .words:
      true
    default: false
    }
  }

  /// Calls a function; `nil` is an error of the expression.
  public func call(_ function: IRI, _ arguments: [Term]) throws -> Term? {
    guard let function = EvidenceFunction(function),
      function.arguments.contains(arguments.count), case .iri(let iri) = arguments[0]
    else { return nil }
    switch function {
    case .matches, .score:
      guard case .literal(let text, XSD.string) = arguments[1] else { return nil }
      let score = try score(of: iri, in: search(text))
      if function == .matches { return Self.boolean(score != nil) }
      return score.map { Value.number(.double($0)).term } ?? nil
    default: break
    }
    guard let statement = try statement(iri) else { return nil }
    guard function.arguments.upperBound == 2 else { return try tell(function, of: statement) }
    var number = 1
    if arguments.count == 2 {
      guard case .number(.integer(let given)) = Value(arguments[1]), let small = Int(exactly: given)
      else { return nil }
      number = small
    }
    guard (1...statement.evidence.count).contains(number) else { return nil }
    return try tell(function, of: statement.evidence[number - 1])
  }

  // MARK: A statement

  private func statement(_ iri: IRI) throws -> Statement? {
    guard let name = Quipu.identifier(iri), name.hasPrefix("s:") else { return nil }
    let id = StatementID(name)
    if let known = memory.withLock({ $0.statements[id] }) { return known }
    guard let statement = try source.statement(id) else { return nil }
    memory.withLock {
      if $0.statements.count >= 256 { $0.statements.removeAll(keepingCapacity: true) }
      $0.statements[id] = statement
    }
    return statement
  }

  private func tell(_ function: EvidenceFunction, of statement: Statement) throws -> Term? {
    let content = statement.content
    switch function {
    case .evidenceCount: return Self.integer(statement.evidence.count)
    case .confidence: return .literal(ShareText.digits(statement.confidence), datatype: XSD.decimal)
    case .certainty: return .iri(IRI(Quipu.vocabulary + content.certainty.rawValue))
    case .polarity: return .iri(IRI(Quipu.vocabulary + content.polarity.rawValue))
    case .speaker: return content.speaker.flatMap { Quipu.iri($0.value) }.map(Term.iri)
    case .isAsserted: return Self.boolean(statement.isAsserted)
    case .words: return .string(try words(of: content))
    default: return nil
    }
  }

  private func words(of content: Statement.Content) throws -> String {
    func name(_ id: EntityID) throws -> String { try source.entity(id)?.label ?? id.value }
    let denial = content.polarity == .negative ? "not " : ""
    let beginning = "\(try name(content.subject)) \(denial)\(content.predicate.label)"
    switch content.object {
    case .entity(let id): return "\(beginning) \(try name(id))"
    // A clause without an object.
    case .literal(let literal) where literal.datatype == XSD.boolean: return beginning
    case .literal(let literal):
      return "\(beginning) \(literal.text.isEmpty ? literal.value : literal.text)"
    }
  }

  // MARK: A piece of evidence

  private func tell(_ function: EvidenceFunction, of piece: Evidence) throws -> Term? {
    switch function {
    case .quote: return .string(piece.quote)
    case .sentence: return try source.sentence(piece.sentence, of: piece.document).map(Term.string)
    case .document: return Quipu.iri(piece.document.value).map(Term.iri)
    case .start: return Self.integer(piece.span.start)
    case .end: return Self.integer(piece.span.end)
    case .rule: return .string(piece.rule)
    default: break
    }
    guard let document = try source.document(piece.document) else { return nil }
    switch function {
    case .documentName: return .string(document.name)
    case .documentTitle: return document.title.map(Term.string)
    case .published: return document.date.flatMap(Self.date)
    default: return nil
    }
  }

  // MARK: Search

  private func search(_ text: String) throws -> TextSearch {
    if let known = memory.withLock({ $0.searches[text] }) { return known }
    let search = try TextSearch(text, in: source)
    memory.withLock {
      if $0.searches.count >= 16 { $0.searches.removeAll() }
      $0.searches[text] = search
    }
    return search
  }

  /// How well an entity, a statement or a document fits, or `nil` if it does not.
  private func score(of iri: IRI, in search: TextSearch) throws -> Double? {
    guard let name = Quipu.identifier(iri) else { return nil }
    switch name.prefix(2) {
    case "e:": return search.entities[EntityID(name)]
    case "d:": return search.documents[DocumentID(name)]
    case "s:":
      guard let statement = try statement(iri) else { return nil }
      return statement.evidence.compactMap {
        search.sentences[TextSearch.Place(document: $0.document, sentence: $0.sentence)]
      }.max()
    default: return nil
    }
  }

  // MARK: Terms

  private static func boolean(_ value: Bool) -> Term {
    .literal(value ? "true" : "false", datatype: XSD.boolean)
  }

  private static func integer(_ value: Int) -> Term {
    .literal(String(value), datatype: XSD.integer)
  }

  /// A date by its precision; a string if it has no such form.
  private static func date(_ text: String) -> Term {
    let types = [XSD.date, XSD.gYearMonth, XSD.gYear]
    for datatype in types {
      if case .time = Value(text, datatype: datatype.value) {
        return .literal(text, datatype: datatype)
      }
    }
    return .string(text)
  }
}

/// What one search found.
private struct TextSearch {
  struct Place: Hashable {
    let document: DocumentID
    let sentence: Int
  }

  private(set) var sentences: [Place: Double] = [:]
  /// The score of each document's best sentence.
  private(set) var documents: [DocumentID: Double] = [:]
  private(set) var entities: [EntityID: Double] = [:]

  init(_ text: String, in source: any EvidenceSource) throws {
    for found in try source.sentences(matching: text) {
      sentences[Place(document: found.document, sentence: found.sentence)] = found.score
      documents[found.document] = max(documents[found.document] ?? 0, found.score)
    }
    for found in try source.entities(matching: text) { entities[found.entity] = found.score }
  }
}
