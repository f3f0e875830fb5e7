import GraphModel

/// Quads that are counted block by block: where a block and the next one start with the same places,
/// all quads between do, and need not be decoded.
extension QuadTableCursor {
  /// Appends the first quads of the next runs, and how many quads each run has; at most `limit`.
  func nextRuns(
    into batch: inout QuadBatch, counts: inout [UInt64], limit: Int, places: Int
  ) throws -> Int {
    var given = 0
    while given < limit {
      let pending = try pendingCount()
      if pending == 0 { break }
      if let first = try skipBlock(places) {
        let quad = order.quad(first)
        batch.subjects.append(quad.subject.rawValue)
        batch.predicates.append(quad.predicate.rawValue)
        batch.objects.append(quad.object.rawValue)
        batch.graphs.append(quad.graph.rawValue)
        counts.append(UInt64(pending))
        given += 1
      } else {
        let count = try next(into: &batch, limit: min(limit - given, pending))
        counts.append(contentsOf: repeatElement(1, count: count))
        given += count
      }
    }
    return given
  }
}
