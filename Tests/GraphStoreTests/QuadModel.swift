import GraphModel

@testable import GraphStore

/// A slow store of quads that is obviously right: all of them, sorted whenever they are asked for.
struct QuadModel {
  var quads: Set<EncodedQuad> = []

  /// The quads in an order from a key on, whose first places, as many as `bound`, are its.
  func scan(
    _ order: QuadOrder, _ key: EncodedQuad = QuadModel.lowest, _ bound: Int = 0
  ) -> [EncodedQuad] {
    let prefix = order.ordered(key).start(bound)
    return
      quads
      .filter { order != .gspo || $0.graph != .defaultGraph }
      .map { order.ordered($0) }
      .filter { $0.agrees(with: prefix, upTo: bound) }
      .sorted()
      .map { order.quad($0) }
  }

  static let lowest = EncodedQuad(.defaultGraph, .defaultGraph, .defaultGraph)

  /// The counts of all quads.
  var statistics: QuadStatistics {
    var result = QuadStatistics(
      quads: UInt64(quads.count), subjects: UInt64(Set(quads.map(\.subject)).count),
      objects: UInt64(Set(quads.map(\.object)).count),
      graphs: Set(quads.map(\.graph)).subtracting([.defaultGraph]).sorted())
    for predicate in Set(quads.map(\.predicate)) {
      let own = quads.filter { $0.predicate == predicate }
      result.predicates[predicate] = .init(
        quads: UInt64(own.count), subjects: UInt64(Set(own.map(\.subject)).count),
        objects: UInt64(Set(own.map(\.object)).count))
    }
    return result
  }
}

extension QuadSource {
  /// All quads that a cursor gives, in runs of at most `limit`.
  func all(
    _ order: QuadOrder, _ key: EncodedQuad = QuadModel.lowest, _ bound: Int = 0, limit: Int = 100
  ) throws -> [EncodedQuad] {
    try cursor(order, key: key, bound: bound).all(limit)
  }
}

extension QuadCursor {
  func all(_ limit: Int = 100) throws -> [EncodedQuad] {
    var batch = QuadBatch()
    while try next(into: &batch, limit: limit) > 0 {}
    return batch.quads
  }
}

extension QuadBatch {
  var quads: [EncodedQuad] {
    (0..<count).map {
      EncodedQuad(
        TermID(rawValue: subjects[$0]), TermID(rawValue: predicates[$0]),
        TermID(rawValue: objects[$0]), graph: TermID(rawValue: graphs[$0]))
    }
  }
}

extension Draw {
  /// A term of a small pool that has all kinds.
  mutating func term(_ pool: Int, depth: Int = 0) -> Term {
    let n = number(pool)
    switch number(depth < 2 ? 13 : 12) {
    case 0: return .blank("b\(n)")
    case 1: return .string(n % 2 == 0 ? "s\(n)" : "a long string, number \(n)")
    case 2: return .text("text \(n)", language: n % 3 == 0 ? "en" : "de-CH")
    case 3: return .directional("t\(n)", language: "ar", direction: .rightToLeft)
    case 4: return .literal("\(n)", datatype: XSD.integer)
    case 5: return .literal("0\(n)", datatype: XSD.integer)
    case 6: return .literal("\(n / 10).\(n % 10)", datatype: XSD.decimal)
    case 7: return .literal("20\(10 + n % 90)-0\(1 + n % 9)-1\(n % 10)", datatype: XSD.date)
    case 8: return .literal("\(n)", datatype: IRI(XSD.namespace + "int"))
    case 9: return .literal("v\(n)", datatype: IRI("http://example.org/type"))
    case 12:
      return .triple(
        Triple(subject(pool), predicate(pool), term(pool, depth: depth + 1)))
    default: return .iri(IRI("http://example.org/\(n % 7)/thing/\(n)"))
    }
  }

  mutating func subject(_ pool: Int) -> Subject {
    let n = number(pool)
    return n % 5 == 0 ? .blank("b\(n)") : .iri(IRI("http://example.org/\(n % 7)/thing/\(n)"))
  }

  mutating func predicate(_ pool: Int) -> IRI {
    IRI("http://example.org/p\(number(pool / 10 + 2))")
  }

  mutating func quad(_ pool: Int) -> Quad {
    let graph: Subject? =
      number(3) == 0 ? (number(4) == 0 ? .blank("g") : .iri(IRI("x:g\(number(4))"))) : nil
    return Quad(Triple(subject(pool), predicate(pool), term(pool)), graph: graph)
  }
}
