import GraphModel

/// What it takes to turn the default graph of a store into the quads of a chunk.
///
/// Both are rows of the chunk's numbers, so that equal quads are equal rows.
struct GraphDifference {
  /// The quads that are not there yet, those in graphs with names among them.
  private(set) var added: [QuadRow] = []
  /// The quads that are to go.
  private(set) var removed: [QuadRow] = []

  /// How many changes there are.
  var count: Int { added.count + removed.count }

  /// Compares rows that are to be with those of the default graph that are; both are sorted here.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(from old: RawArray<QuadRow>, to new: RawArray<QuadRow>) {
    let (old, new) = (Self.sorted(old), Self.sorted(new))
    withExtendedLifetime((old, new)) {
      let before = UnsafeBufferPointer(start: old.rows, count: old.count)
      var place = 0
      for row in UnsafeBufferPointer(start: new.rows, count: new.count) {
        while place < before.count, Self.isLess(before[place], row) {
          removed.append(before[place])
          place += 1
        }
        if place < before.count, before[place] == row {
          place += 1
        } else {
          added.append(row)
        }
      }
      removed += before[place...]
    }
  }

  private static func sorted(_ rows: RawArray<QuadRow>) -> RowSort {
    // The chunk keeps its rows in their order: what is sorted is a copy.
    let copy = RawArray<QuadRow>(capacity: rows.count)
    copy.append(contentsOf: rows)
    let sort = RowSort(copy)
    for column in QuadOrder.spog.columns.reversed() { sort.by(column) }
    sort.removeRepeated()
    return sort
  }

  private static func isLess(_ a: QuadRow, _ b: QuadRow) -> Bool {
    (a.s, a.p, a.o, a.g) < (b.s, b.p, b.o, b.g)
  }
}
