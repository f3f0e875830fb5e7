import GraphModel

@testable import SPARQL

/// Quads in memory that several threads may read at once.
final class SharedQuads: QuadSource, @unchecked Sendable {
  /// The same quads for one thread.
  let dataset: MemoryDataset
  /// Throws when a cursor comes to its last quads.
  let failure: (any Error)?
  /// How often more quads it pretends to have than there are, so that it is planned for so many.
  private let scale: UInt64

  init(_ dataset: MemoryDataset, scale: UInt64 = 1, failure: (any Error)? = nil) {
    self.dataset = dataset
    self.failure = failure
    self.scale = scale
    // What is made when it is first asked for is made now; then reading changes nothing.
    _ = dataset.statistics()
    let any = EncodedQuad(.defaultGraph, .defaultGraph, .defaultGraph)
    for order in dataset.orders { _ = dataset.cursor(order, key: any, bound: 0) }
    for order in [QuadOrder.spog, .posg, .ospg, .gspo] {
      _ = dataset.tripleTerms(order, key: any, bound: 0)
    }
  }

  var shared: (any QuadSource & Sendable)? { self }
  var orders: [QuadOrder] { dataset.orders }
  func id(of term: Term) -> TermID? { dataset.id(of: term) }
  func term(of id: TermID) -> Term? { dataset.term(of: id) }
  func tripleTerm(of id: TermID) -> EncodedQuad? { dataset.tripleTerm(of: id) }
  func tripleTermID(_ triple: EncodedQuad) -> TermID? { dataset.tripleTermID(triple) }

  func statistics() -> QuadStatistics {
    var result = dataset.statistics()
    // All quads are counted exactly.
    for (predicate, counts) in result.predicates {
      result.predicates[predicate] = .init(
        quads: counts.quads * scale, subjects: counts.subjects * scale,
        objects: counts.objects * scale)
    }
    return result
  }

  func texts() -> (any TermTexts)? { Texts(dataset) }

  func cursor(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> any QuadCursor {
    let cursor = dataset.cursor(order, key: key, bound: bound)
    return failure.map { FailingCursor(cursor, $0) } ?? cursor
  }

  func estimate(_ order: QuadOrder, key: EncodedQuad, bound: Int) -> UInt64 {
    dataset.estimate(order, key: key, bound: bound) * scale
  }

  func cuts(_ order: QuadOrder, key: EncodedQuad, bound: Int, size: Int) -> [EncodedQuad] {
    dataset.cuts(order, key: key, bound: bound, size: scale > 1 ? 3 : size)
  }

  func tripleTerms(_ order: QuadOrder, key: EncodedQuad, bound: Int) -> any QuadCursor {
    dataset.tripleTerms(order, key: key, bound: bound)
  }
}

/// The texts of a dataset's terms.
private final class Texts: TermTexts {
  private let dataset: MemoryDataset

  init(_ dataset: MemoryDataset) { self.dataset = dataset }

  func read(
    _ id: TermID, _ body: (UnsafeBufferPointer<UInt8>, _ isString: Bool) -> Void
  ) -> Bool {
    var text: String
    var isString = true
    switch dataset.term(of: id) {
    case .iri(let iri)?: (text, isString) = (iri.value, false)
    case .literal(let form, let datatype)?: (text, isString) = (form, datatype == XSD.string)
    case .text(let form, _)?, .directional(let form, _, _)?: text = form
    default: return false
    }
    text.withUTF8 { body($0, isString) }
    return true
  }
}

/// A cursor that fails where the quads end.
private final class FailingCursor: QuadCursor {
  private let cursor: any QuadCursor
  private let failure: any Error

  init(_ cursor: any QuadCursor, _ failure: any Error) {
    self.cursor = cursor
    self.failure = failure
  }

  func next(into batch: inout QuadBatch, limit: Int) throws -> Int {
    let count = try cursor.next(into: &batch, limit: limit)
    if count == 0 { throw failure }
    return count
  }

  func seek(to key: EncodedQuad) throws { try cursor.seek(to: key) }
}
