public import GraphModel

/// Quads in memory: for tests, for small data, and for what an update is tried on.
///
/// Each order is a sorted copy, made when it is first asked for and again after a change, so that
/// many changes in a row cost little. Readers see the quads as they were when they opened a cursor.
public final class MemoryDataset: QuadSource {
  private var quads: Set<EncodedQuad> = []
  private var terms: [ExactTerm: TermID] = [:]
  private var stored: [Term] = []
  private var triples: [EncodedQuad] = []
  private var tripleNumbers: [EncodedQuad: TermID] = [:]
  private var sorted: [QuadOrder: SortedQuads] = [:]
  private var sortedTriples: [QuadOrder: SortedQuads] = [:]
  private var counts: QuadStatistics?
  /// How many labels for blank nodes were made.
  var freshLabels = 0

  /// Creates a dataset of some quads.
  public init(_ quads: some Sequence<Quad> = []) {
    for quad in quads { insert(quad) }
  }

  /// How many quads there are.
  public var count: Int { quads.count }

  /// Every quad, in the order of the terms' numbers.
  public var all: [Quad] {
    sorted(.gspo).quads.compactMap { quad in
      guard let triple = decodedTriple(quad) else { return nil }
      guard quad.graph != .defaultGraph else { return Quad(triple) }
      return subject(quad.graph).map { Quad(triple, graph: $0) }
    }
  }

  /// Adds a quad.
  ///
  /// - Returns: Whether it was new.
  @discardableResult
  public func insert(_ quad: Quad) -> Bool {
    guard let encoded = encode(quad, adding: true), quads.insert(encoded).inserted else {
      return false
    }
    forgetOrders()
    return true
  }

  /// Takes a quad away.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  public func remove(_ quad: Quad) -> Bool {
    guard let encoded = encode(quad, adding: false), quads.remove(encoded) != nil else {
      return false
    }
    forgetOrders()
    return true
  }

  /// Whether a quad is there.
  public func contains(_ quad: Quad) -> Bool {
    encode(quad, adding: false).map(quads.contains) ?? false
  }

  private func forgetOrders() {
    sorted = [:]
    counts = nil
  }
}

/// Terms and their numbers.
extension MemoryDataset {
  /// The number of a term, or `nil` if nothing here has it.
  public func id(of term: Term) -> TermID? {
    TermID(inlining: term) ?? terms[ExactTerm(term)]
  }

  /// The term of a number, or `nil` if no term has it.
  public func term(of id: TermID) -> Term? {
    if id.isInline { return id.inlineTerm }
    guard id.payload < UInt64(stored.count) else { return nil }
    return id.kind == .made || id == .defaultGraph ? nil : stored[Int(id.payload)]
  }

  private func add(_ term: Term) -> TermID {
    if let known = id(of: term) { return known }
    let kind: TermID.Kind
    switch term {
    case .iri: kind = .iri
    case .blank: kind = .blank
    case .text, .directional: kind = .text
    case .literal(_, let datatype): kind = datatype == XSD.string ? .string : .literal
    case .triple(let triple):
      let inner = EncodedQuad(
        add(Term(triple.subject)), add(.iri(triple.predicate)), add(triple.object))
      let number = TermID(.triple, UInt64(stored.count))
      triples.append(EncodedQuad(inner.subject, inner.predicate, inner.object, graph: number))
      tripleNumbers[inner] = number
      sortedTriples = [:]
      kind = .triple
    }
    let number = TermID(kind, UInt64(stored.count))
    stored.append(term)
    terms[ExactTerm(term)] = number
    return number
  }

  private func encode(_ quad: Quad, adding: Bool) -> EncodedQuad? {
    func number(_ term: Term) -> TermID? { adding ? add(term) : id(of: term) }
    guard let subject = number(Term(quad.triple.subject)),
      let predicate = number(.iri(quad.triple.predicate)), let object = number(quad.triple.object)
    else { return nil }
    guard let name = quad.graph else { return EncodedQuad(subject, predicate, object) }
    return number(Term(name)).map { EncodedQuad(subject, predicate, object, graph: $0) }
  }

  private func subject(_ id: TermID) -> Subject? {
    switch term(of: id) {
    case .iri(let iri): .iri(iri)
    case .blank(let label): .blank(label)
    default: nil
    }
  }

  private func decodedTriple(_ quad: EncodedQuad) -> Triple? {
    guard let subject = subject(quad.subject), case .iri(let predicate) = term(of: quad.predicate),
      let object = term(of: quad.object)
    else { return nil }
    return Triple(subject, predicate, object)
  }

  /// The triple inside a triple term's number.
  public func tripleTerm(of id: TermID) -> EncodedQuad? {
    guard id.kind == .triple, case .triple(let triple) = term(of: id) else { return nil }
    return encode(Quad(triple), adding: false)
  }

  /// The number of a triple term by its parts, or `nil` if nothing here has it.
  public func tripleTermID(_ triple: EncodedQuad) -> TermID? {
    tripleNumbers[EncodedQuad(triple.subject, triple.predicate, triple.object)]
  }
}

/// Orders.
extension MemoryDataset {
  /// All orders.
  public var orders: [QuadOrder] { QuadOrder.allCases }

  private func sorted(_ order: QuadOrder) -> SortedQuads {
    if let known = sorted[order] { return known }
    let made = SortedQuads(quads, order)
    sorted[order] = made
    return made
  }

  private func sortedTriples(_ order: QuadOrder) -> SortedQuads {
    if let known = sortedTriples[order] { return known }
    let made = SortedQuads(triples, order)
    sortedTriples[order] = made
    return made
  }

  /// A cursor over the quads whose first places equal those of a key.
  public func cursor(_ order: QuadOrder, key: EncodedQuad, bound: Int) -> any QuadCursor {
    SortedQuadCursor(sorted(order), key: key, bound: bound)
  }

  /// How many quads that cursor would give.
  public func estimate(_ order: QuadOrder, key: EncodedQuad, bound: Int) -> UInt64 {
    UInt64(sorted(order).range(key, bound: bound).count)
  }

  /// Quads that lie `size` apart.
  public func cuts(
    _ order: QuadOrder, key: EncodedQuad, bound: Int, size: Int
  ) -> [EncodedQuad] {
    sorted(order).cuts(key, bound: bound, size: size)
  }

  /// A cursor over triple terms by what is inside.
  public func tripleTerms(_ order: QuadOrder, key: EncodedQuad, bound: Int) -> any QuadCursor {
    SortedQuadCursor(sortedTriples(order), key: key, bound: bound)
  }

  /// Exact counts.
  public func statistics() -> QuadStatistics {
    if let counts { return counts }
    var result = QuadStatistics(quads: UInt64(quads.count))
    func distinct(_ order: QuadOrder, _ places: [KeyPath<EncodedQuad, TermID>]) -> [TermID: UInt64]
    {
      var found: [TermID: UInt64] = [:]
      var last: EncodedQuad?
      for quad in sorted(order).quads {
        let isNew = last.map { last in places.contains { quad[keyPath: $0] != last[keyPath: $0] } }
        if isNew ?? true { found[quad[keyPath: places[0]], default: 0] += 1 }
        last = quad
      }
      return found
    }
    result.subjects = UInt64(distinct(.spog, [\.subject]).count)
    result.objects = UInt64(distinct(.ospg, [\.object]).count)
    result.graphs = distinct(.gspo, [\.graph]).keys.filter { $0 != .defaultGraph }.sorted()
    let bySubject = distinct(.psog, [\.predicate, \.subject])
    let byObject = distinct(.posg, [\.predicate, \.object])
    for quad in quads { result.predicates[quad.predicate, default: .none].quads += 1 }
    for (predicate, count) in bySubject { result.predicates[predicate]?.subjects = count }
    for (predicate, count) in byObject { result.predicates[predicate]?.objects = count }
    counts = result
    return result
  }
}

extension QuadStatistics.Predicate {
  fileprivate static let none = QuadStatistics.Predicate(quads: 0, subjects: 0, objects: 0)
}
