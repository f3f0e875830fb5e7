internal import GraphModel

/// The edges of a pattern by the term that they start from, the ends of each start sorted.
final class EdgeList {
  private var table: KeyTable
  /// Where the ends of each start begin, and where those of the last one stop.
  private var offsets: [Int] = []
  private let ends: UnsafeMutableBufferPointer<UInt64>
  /// The terms that edges start from, sorted.
  let starts: UnsafeMutableBufferPointer<UInt64>

  /// Reads the edges of a scan with a constant predicate from the place `from`, 0 or 2.
  init(_ scan: Scan, from: Int, _ execution: Execution) throws {
    let to = 2 - from
    let slots = [scan.places[from].slot ?? 0, scan.places[to].slot ?? 0]
    let constants = Set(scan.places.indices.filter { scan.places[$0].id != nil })
    let found = scan.order(execution.source, bound: constants, wanting: from)
    let read = try ScanOperator(scan, found.order, found.bound, slots: slots, .set, execution)
    var columns = try read.drain(execution).columns
    let count = columns[0].count
    let places = found.order.places.dropFirst(found.bound).filter { !constants.contains($0) }
    if !places.starts(with: [from, to]) {
      let rows = RadixSort.rows(count, by: columns)
      columns = columns.map { column in rows.map { column[Int($0)] } }
    }
    table = KeyTable(width: 1, capacity: 64)
    var first: [UInt64] = []
    for row in 0..<count where row == 0 || columns[0][row] != columns[0][row - 1] {
      var start = columns[0][row]
      _ = table.insert(&start)
      first.append(start)
      offsets.append(row)
    }
    offsets.append(count)
    starts = .allocate(capacity: first.count)
    _ = starts.initialize(from: first)
    ends = .allocate(capacity: count)
    _ = ends.initialize(from: columns[1])
    try execution.hold(table.bytes + offsets.count * 8 - count * 8)
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
  }

  /// Where the edges of a term lead to, sorted.
  func ends(of start: UInt64) -> UnsafeBufferPointer<UInt64> {
    var start = start
    let place = table.find(&start)
    guard place >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: ends[offsets[place]..<offsets[place + 1]])
  }
}
