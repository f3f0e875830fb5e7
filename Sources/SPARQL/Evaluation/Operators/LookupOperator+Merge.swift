internal import GraphModel

/// Where one key's quads were all read ahead, rows and quads are merged column by column.
extension LookupOperator {
  /// Whether quads are found by a single variable, and nothing more is tested.
  private var isMerge: Bool {
    keyColumns.count == 1 && bound == constants + 1 && otherColumns.isEmpty && filter.isTrivial
  }

  /// Writes rows with their matches among the quads read ahead, until these end or there are enough.
  func mergeAhead() {
    guard isMerge, at < ahead.count, place < sequence.count else { return }
    let column = rows.columns[keyColumns[0].column]
    // A cursor only moves forward.
    guard lastKey.isEmpty || lastKey[0] < column[Int(sequence[place])] else { return }
    var merge = Merge(place: place, at: at, isOptional: isOptional, counts: onlyCounts)
    merge.run(sequence, column, ahead[keyColumns[0].place])
    guard merge.place > place else { return }
    place = merge.place
    at = merge.at
    if let key = merge.lastKey { lastKey = [key] }
    matchedKey = nil
    if onlyCounts {
      if multiplicity == .counted {
        for (index, row) in merge.lefts.enumerated() {
          let own = rows.weights.isEmpty ? 1 : rows.weights[Int(row)]
          outputWeights.append(own * UInt64(max(1, merge.rights[index])))
        }
      }
    } else {
      for (output, source) in fromQuads {
        let quads = ahead[source]
        if isOptional {
          outputColumns[output] += merge.rights.map { $0 < 0 ? 0 : quads[Int($0)] }
        } else {
          outputColumns[output] += Batch.gather(quads, merge.rights)
        }
      }
    }
    outputRows += merge.lefts
  }
}

/// A walk through rows and quads, both in the order of a key.
private struct Merge {
  /// The next row, as a place in the sequence.
  var place: Int
  /// The first quad that may be the next row's.
  var at: Int
  /// Whether a row without a quad stays.
  let isOptional: Bool
  /// Whether quads are counted and not given.
  let counts: Bool
  /// The rows, and for each the quad, -1 for none; or how many quads there are.
  var lefts: [Int32] = []
  var rights: [Int32] = []
  /// The last key of which all rows were written.
  var lastKey: UInt64?

  init(place: Int, at: Int, isOptional: Bool, counts: Bool) {
    self.place = place
    self.at = at
    self.isOptional = isOptional
    self.counts = counts
  }

  mutating func run(_ sequence: [Int32], _ column: [UInt64], _ quads: [UInt64]) {
    sequence.withUnsafeBufferPointer { sequence in
      column.withUnsafeBufferPointer { column in
        quads.withUnsafeBufferPointer { quads in
          while place < sequence.count, lefts.count < Batch.target {
            let key = column[Int(sequence[place])]
            // Only if a later key is here too are all of this one's quads.
            guard key < quads[quads.count - 1] else { return }
            let first =
              quads[at] >= key
              ? at : OrderedSearch.gallop(in: at..<quads.count) { quads[$0] < key }
            var end = first
            while quads[end] == key { end += 1 }
            at = first
            guard end - first <= Batch.target else { return }
            while place < sequence.count, column[Int(sequence[place])] == key {
              guard lefts.count < 2 * Batch.target else { return }
              add(sequence[place], first, end)
              place += 1
            }
            at = end
            lastKey = key
          }
        }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ row: Int32, _ first: Int, _ end: Int) {
    if first == end {
      guard isOptional else { return }
      lefts.append(row)
      rights.append(counts ? 0 : -1)
    } else if counts {
      lefts.append(row)
      rights.append(Int32(end - first))
    } else {
      for quad in first..<end {
        lefts.append(row)
        rights.append(Int32(quad))
      }
    }
  }
}
