/// A quad of a load: ranks of terms, or numbers of a chunk's terms.
struct QuadRow: BitwiseCopyable, Equatable {
  var s: UInt32
  var p: UInt32
  var o: UInt32
  var g: UInt32

  /// In a chunk's numbers, the bit that marks a triple term.
  static let triple: UInt32 = 1 << 31
  /// In a chunk's numbers, the default graph.
  static let noGraph = UInt32.max
}

/// Sorts rows by columns, stably, eleven bits at a time.
///
/// Sorted by subject, predicate, object and graph, a run is an order's neighbour of the next: each
/// further order takes one column's passes.
final class RowSort {
  /// The rows, sorted after a call of ``by(_:)``.
  private(set) var rows: UnsafeMutablePointer<QuadRow>
  private var other: UnsafeMutablePointer<QuadRow>
  /// How many rows there are.
  private(set) var count: Int
  private let source: RawArray<QuadRow>
  private let spare: RawArray<QuadRow>
  private let histogram: UnsafeMutablePointer<Int>

  private static let digits = 1 << 11

  /// Takes the rows of an array, which is used as room from then on.
  init(_ source: RawArray<QuadRow>) {
    self.source = source
    spare = RawArray(capacity: source.count)
    rows = source.base
    other = spare.base
    count = source.count
    histogram = .allocate(capacity: Self.digits)
  }

  deinit { histogram.deallocate() }

  /// Sorts by one column and leaves rows that agree in it as they were.
  func by(_ column: KeyPath<QuadRow, UInt32>) {
    switch column {
    case \QuadRow.s: passes { $0.s }
    case \QuadRow.p: passes { $0.p }
    case \QuadRow.o: passes { $0.o }
    default: passes { $0.g }
    }
  }

  @inline(__always)
  private func passes(_ value: (QuadRow) -> UInt32) {
    guard count > 1 else { return }
    var all: UInt32 = 0
    var common = UInt32.max
    for place in 0..<count {
      let value = value(rows[place])
      all |= value
      common &= value
    }
    for shift in stride(from: 0, to: 32, by: 11) as StrideTo<UInt32> {
      let mask = UInt32(Self.digits - 1)
      // All rows have the same digit here.
      if all >> shift & mask == common >> shift & mask { continue }
      histogram.initialize(repeating: 0, count: Self.digits)
      for place in 0..<count { histogram[Int(value(rows[place]) >> shift & mask)] += 1 }
      var total = 0
      for digit in 0..<Self.digits {
        let own = histogram[digit]
        histogram[digit] = total
        total += own
      }
      for place in 0..<count {
        let row = rows[place]
        let digit = Int(value(row) >> shift & mask)
        other[histogram[digit]] = row
        histogram[digit] += 1
      }
      let sorted = other
      other = rows
      rows = sorted
    }
  }

  /// Drops rows that are the same as the one before.
  func removeRepeated() {
    guard count > 1 else { return }
    var kept = 1
    for place in 1..<count where rows[place] != rows[kept - 1] {
      rows[kept] = rows[place]
      kept += 1
    }
    count = kept
  }

  /// Keeps the rows for which the closure is true.
  func keep(_ isKept: (QuadRow) -> Bool) {
    var kept = 0
    for place in 0..<count where isKept(rows[place]) {
      rows[kept] = rows[place]
      kept += 1
    }
    count = kept
  }
}
