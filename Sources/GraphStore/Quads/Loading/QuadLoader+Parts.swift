import GraphModel
import Synchronization

/// Quads that several threads give.
extension QuadLoader {
  /// Loaders that each belong to one thread at a time.
  private struct Parts: @unchecked Sendable {
    let loaders: [QuadLoader]
  }

  /// Calls the closure for each part from 0, each on a thread of its own, with the loader that takes
  /// this part's quads.
  ///
  /// What the load makes of them does not depend on the parts.
  ///
  /// - Throws: What the closure throws, for the first part that does.
  /// - Complexity: Besides the closure's work, O(*n*) in the terms and quads of all parts but one.
  public func concurrently(
    parts count: Int, _ body: @Sendable (QuadLoader, Int) throws -> Void
  ) throws {
    guard count > 1 else { return try body(self, 0) }
    let parts = Parts(loaders: [self] + split(into: count))
    let failures = Mutex<[Int: any Error]>([:])
    Threads.forEach(count, threads: count) { part in
      do {
        try body(parts.loaders[part], part)
      } catch { failures.withLock { $0[part] = error } }
    }
    if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
    for part in parts.loaders.dropFirst() { try absorb(part) }
  }

  /// Takes over what another loader took.
  private func absorb(_ other: QuadLoader) throws(StoreError) {
    try check()
    let own = chunk
    let (terms, triples, rows) = (other.chunk.terms, other.chunk.triples.triples, other.chunk.rows)
    let numbers = RawArray<UInt32>(capacity: terms.count)
    for index in 0..<terms.count {
      numbers.append(number(terms.term(index).assumingMemoryBound(to: UInt8.self)))
    }
    let tripleNumbers = RawArray<UInt32>(capacity: triples.count)
    func object(_ number: UInt32) -> UInt32 {
      number & QuadRow.triple == 0
        ? numbers.base[Int(number)]
        : tripleNumbers.base[Int(number & ~QuadRow.triple)] | QuadRow.triple
    }
    for place in 0..<triples.count {
      let row = triples.base[place]
      tripleNumbers.append(
        own.triples.number(
          numbers.base[Int(row.s)], numbers.base[Int(row.p)], object(row.o)))
    }
    for place in 0..<rows.count {
      let row = rows.base[place]
      append(
        QuadRow(
          s: numbers.base[Int(row.s)], p: numbers.base[Int(row.p)], o: object(row.o),
          g: row.g == QuadRow.noGraph ? row.g : numbers.base[Int(row.g)]))
    }
    take(over: other)
    try check()
  }
}
