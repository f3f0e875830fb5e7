internal import GraphModel

/// The triples of a source as quads, each in a graph of its own that tells its statement.
///
/// So what the engine joins for SPARQL it joins for patterns too. A cursor reads the triples that
/// match and sorts them: the engine's numbers of values sort otherwise than the source's.
final class TripleQuads<Source: TripleSource>: QuadSource {
  private let source: Source
  private let isCounted: Bool
  /// The engine's number of each term that was met, by the source's.
  private var numbers: [TermID: TermID] = [:]

  /// In a graph's number, what parts it from a term's.
  private static var statementBit: UInt64 { 1 << 57 }

  /// How many matches an estimate counts.
  private static var countLimit: Int { 10_000 }

  /// The orders in which a source scans.
  let orders: [QuadOrder] = [.spog, .posg, .ospg]

  /// Creates a view of a source; `isCounted` tells whether statistics are worth a scan, which one
  /// pattern alone does not need.
  init(_ source: Source, isCounted: Bool) {
    self.source = source
    self.isCounted = isCounted
  }

  // MARK: Numbers

  func id(of term: Term) throws -> TermID? {
    if let value = TermID(inlining: term) { return value }
    return try source.id(of: term).map { Self.number(of: term, $0) }
  }

  func term(of id: TermID) throws -> Term? {
    if id.isInline { return id.inlineTerm }
    guard id.payload & Self.statementBit == 0 else { return nil }
    return try source.term(of: TermID(rawValue: id.payload))
  }

  /// The source's number of a term, or `nil` if it has none.
  func sourceID(_ id: TermID) throws -> TermID? {
    guard id.isInline else { return TermID(rawValue: id.payload) }
    return try id.inlineTerm.flatMap { try source.id(of: $0) }
  }

  /// The statement that a graph stands for.
  static func statement(of graph: TermID) -> UInt32 {
    UInt32(truncatingIfNeeded: graph.payload)
  }

  private static func number(of term: Term, _ id: TermID) -> TermID {
    let kind: TermID.Kind =
      switch term {
      case .iri: .iri
      case .blank: .blank
      case .literal(_, XSD.string): .string
      case .literal: .literal
      case .text, .directional: .text
      case .triple: .triple
      }
    return TermID(kind, id.rawValue)
  }

  private func number(_ id: TermID) throws -> TermID {
    if let known = numbers[id] { return known }
    guard let term = try source.term(of: id) else { throw TermLookupError.unknown(id) }
    let number = TermID(inlining: term) ?? Self.number(of: term, id)
    numbers[id] = number
    return number
  }

  // MARK: Scans

  /// Calls the closure with each triple whose first places agree with a key, until it gives `false`.
  private func scan(
    _ order: QuadOrder, _ key: EncodedQuad, _ bound: Int, _ body: (EncodedTriple) throws -> Bool
  ) throws {
    var places: [TermID?] = [nil, nil, nil]
    for place in order.places.prefix(bound) where place < 3 {
      guard let id = try sourceID(TermID(rawValue: key[place])) else { return }
      places[place] = id
    }
    try source.scan(subject: places[0], predicate: places[1], object: places[2], body)
  }

  func cursor(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> any QuadCursor {
    var quads: [EncodedQuad] = []
    try scan(order, key, bound) { triple in
      quads.append(
        EncodedQuad(
          try number(triple.subject), try number(triple.predicate), try number(triple.object),
          graph: TermID(.iri, Self.statementBit | UInt64(triple.statement))))
      return true
    }
    return SortedQuadCursor(SortedQuads(quads, order), key: key, bound: bound)
  }

  func estimate(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> UInt64 {
    var count = 0
    try scan(order, key, bound) { _ in
      count += 1
      return count < Self.countLimit
    }
    return UInt64(count)
  }

  func tripleTerm(of id: TermID) -> EncodedQuad? { nil }

  func tripleTermID(_ triple: EncodedQuad) -> TermID? { nil }

  func tripleTerms(_ order: QuadOrder, key: EncodedQuad, bound: Int) -> any QuadCursor {
    SortedQuadCursor(SortedQuads([], order), key: key, bound: bound)
  }

  /// Counts by one scan in the order of subjects; those of objects are upper bounds.
  func statistics() throws -> QuadStatistics {
    var result = QuadStatistics()
    guard isCounted else { return result }
    var predicates: [TermID: QuadStatistics.Predicate] = [:]
    var last: EncodedTriple?
    try source.scan(subject: nil, predicate: nil, object: nil) { triple in
      let isNewSubject = last?.subject != triple.subject
      if isNewSubject { result.subjects += 1 }
      var counts = predicates[triple.predicate] ?? .init(quads: 0, subjects: 0, objects: 0)
      counts.quads += 1
      counts.objects += 1
      if isNewSubject || last?.predicate != triple.predicate { counts.subjects += 1 }
      predicates[triple.predicate] = counts
      result.quads += 1
      last = triple
      return true
    }
    result.objects = result.quads
    for (predicate, counts) in predicates { result.predicates[try number(predicate)] = counts }
    return result
  }
}
