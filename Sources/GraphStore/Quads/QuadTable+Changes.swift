import CLMDB
import GraphModel

/// A quad that is to be there, or not to be there.
struct QuadChange {
  var quad: OrderedQuad
  var isInsertion: Bool
}

/// What a run of changes did to a block.
private struct MergedBlock {
  var quads: [OrderedQuad] = []
  var didChange = false
  /// Whether quads were added behind the last one alone.
  var grewAtEnd = true
}

extension QuadTable {
  /// Makes changes, which are in ascending order and speak of each quad once.
  ///
  /// Each block that they concern is read once and written anew if it changed.
  ///
  /// - Returns: The changes that made a difference.
  func apply(
    _ changes: [QuadChange], _ writer: WriteTransaction
  ) throws(StoreError) -> [QuadChange] {
    var effective: [QuadChange] = []
    var place = 0
    while place < changes.count {
      let key: [UInt8]
      var limit: [UInt8]?
      var old: [OrderedQuad] = []
      var isKnown = false
      do {
        let cursor = try BlockCursor(self)
        if try cursor.seek(QuadKey.of(changes[place].quad)) {
          isKnown = true
          key = Array(cursor.key)
          old = try quads(cursor.value)
          if try cursor.next() { limit = Array(cursor.key) }
        } else {
          key = QuadKey.lowest
        }
      }
      let start = place
      while place < changes.count {
        if let limit, place > start,
          !QuadKey.of(changes[place].quad).lexicographicallyPrecedes(limit)
        {
          break
        }
        place += 1
      }
      let merged = merge(old, changes[start..<place], &effective)
      if merged.didChange {
        try replace(isKnown ? key : nil, merged, isLast: limit == nil, writer)
      }
    }
    return effective
  }

  private func merge(
    _ old: [OrderedQuad], _ changes: ArraySlice<QuadChange>, _ effective: inout [QuadChange]
  ) -> MergedBlock {
    var merged = MergedBlock()
    merged.quads.reserveCapacity(old.count + changes.count)
    var next = 0
    for change in changes {
      while next < old.count, old[next] < change.quad {
        merged.quads.append(old[next])
        next += 1
      }
      let isThere = next < old.count && old[next] == change.quad
      if isThere { next += 1 }
      if change.isInsertion { merged.quads.append(change.quad) }
      if isThere != change.isInsertion {
        merged.didChange = true
        effective.append(change)
      }
      if next < old.count { merged.grewAtEnd = false }
    }
    merged.quads.append(contentsOf: old[next...])
    return merged
  }

  /// Writes quads in the place of the block with a key.
  private func replace(
    _ key: [UInt8]?, _ merged: MergedBlock, isLast: Bool, _ writer: WriteTransaction
  ) throws(StoreError) {
    let quads = merged.quads
    guard !quads.isEmpty else {
      if let key { _ = try writer.delete(table, key) }
      return
    }
    // A block that was the first with another key, after its predecessor was emptied, or none.
    var target = key ?? QuadKey.lowest
    if QuadKey.of(quads[0]).lexicographicallyPrecedes(target) {
      _ = try writer.delete(table, target)
      target = QuadKey.lowest
    }
    var encoder = QuadBlockEncoder()
    var pieces = 1
    if !(isLast && merged.grewAtEnd) {
      // Halves rather than a full block and a rest, so that the next insertions fit.
      for quad in quads where !encoder.append(quad) {
        pieces += 1
        encoder.reset()
        _ = encoder.append(quad)
      }
      encoder.reset()
    }
    let share = pieces == 1 ? Int.max : (quads.count + pieces - 1) / pieces
    for quad in quads {
      if encoder.count >= share || !encoder.append(quad) {
        let last = encoder.last
        try put(target, &encoder, writer)
        target = QuadKey.between(last, quad)
        encoder.reset()
        _ = encoder.append(quad)
      }
    }
    try put(target, &encoder, writer)
  }

  private func put(
    _ key: [UInt8], _ encoder: inout QuadBlockEncoder, _ writer: WriteTransaction
  ) throws(StoreError) {
    try writer.put(table, key, encoder.finish())
  }
}
