internal import GraphModel

/// What quads must fulfil beyond a key: the other constants, equal places, graphs, a range.
struct QuadFilter {
  private var constants: [(place: Int, id: UInt64)] = []
  private var equal: [(Int, Int)] = []
  private let graphs: Scan.Graphs
  private let range: IDRange?
  /// Whether there is anything to test.
  let isTrivial: Bool
  /// Whether triples of several graphs count once.
  let merges: Bool

  /// A filter of what is left to test when the key has tested some places.
  init(_ scan: Scan, done: Set<Int>) {
    for (place, what) in scan.places.enumerated() {
      if let id = what.id, !done.contains(place) { constants.append((place, id)) }
      if let slot = what.slot, let first = scan.place(of: slot), first < place {
        equal.append((first, place))
      }
    }
    graphs = scan.graphs
    range = scan.range
    switch graphs {
    case .merge, .union: merges = true
    default: merges = false
    }
    isTrivial = constants.isEmpty && equal.isEmpty && graphs == .place && range == nil
  }

  /// Whether a quad passes.
  func passes(_ quads: QuadBatch, _ row: Int) -> Bool {
    for (place, id) in constants where quads[place][row] != id { return false }
    for (a, b) in equal where quads[a][row] != quads[b][row] { return false }
    if let range, !range.contains(quads.objects[row]) { return false }
    switch graphs {
    case .place, .union: return true
    case .merge(let graphs): return graphs.contains(quads.graphs[row])
    case .named(let graphs):
      let graph = quads.graphs[row]
      return graph != 0 && graphs?.contains(graph) != false
    }
  }
}

/// The solutions of one pattern, in the order of an index.
final class ScanOperator: Operator {
  private let scan: Scan
  private let places: [Int]
  private let cursor: any QuadCursor
  private let filter: QuadFilter
  private let multiplicity: Multiplicity
  private let execution: Execution
  private let order: QuadOrder
  private var key: EncodedQuad
  private var isDone = false
  private var limit = 256
  /// Whether the range can be skipped through.
  private let seeksRange: Bool
  /// Whether equal rows may come.
  private let repeats: Bool
  /// The first quad that is not of the piece.
  private let end: EncodedQuad?
  /// By how many first places of the order quads are counted in runs, if they are.
  private let runPlaces: Int?

  init(
    _ scan: Scan, _ order: QuadOrder, _ bound: Int, piece: ScanPiece? = nil,
    runPlaces: Int? = nil, slots: [Int], _ multiplicity: Multiplicity, _ execution: Execution
  ) throws {
    end = piece?.to
    self.runPlaces = runPlaces
    self.scan = scan
    self.order = order
    self.multiplicity = multiplicity
    self.execution = execution
    key = scan.key
    places = slots.map { scan.place(of: $0) ?? 0 }
    filter = QuadFilter(scan, done: Set(order.places.prefix(bound)))
    seeksRange = scan.range != nil && bound < 4 && order.places[bound] == 2
    repeats = Set(scan.slots).count > slots.count || scan.places.contains(.ignored)
    cursor =
      scan.subject == .quads
      ? try execution.source.cursor(order, key: key, bound: bound)
      : try execution.source.tripleTerms(order, key: key, bound: bound)
    super.init(slots: slots)
    if seeksRange { try seekRange(from: 0) }
    if let from = piece?.from { try cursor.seek(to: from) }
  }

  private func seekRange(from id: UInt64) throws {
    guard let next = scan.range?.next(from: id) else {
      isDone = true
      return
    }
    guard next > id || id == 0 else { return }
    key[2] = next
    try cursor.seek(to: key)
  }

  override func make() throws -> Batch? {
    guard !isDone else { return nil }
    try execution.check()
    if let runPlaces { return try runs(runPlaces) }
    var quads = QuadBatch()
    guard try cursor.next(into: &quads, limit: limit) > 0 else {
      isDone = true
      return nil
    }
    limit = min(limit * 2, Batch.target)
    if let end {
      let inside = quads.count(before: end, order)
      if inside < quads.count {
        isDone = true
        quads.removeLast(quads.count - inside)
      }
    }
    if seeksRange, let last = quads.objects.last, scan.range?.contains(last) == false {
      try seekRange(from: last)
    }
    var batch = Batch(columns: places.map { quads[$0] }, count: quads.count)
    if !filter.isTrivial || filter.merges {
      var keep = [Bool](repeating: true, count: quads.count)
      var previous: (UInt64, UInt64, UInt64)? = merged
      for row in 0..<quads.count {
        guard filter.passes(quads, row) else {
          keep[row] = false
          continue
        }
        if filter.merges {
          // Quads of one triple come together, whatever the order.
          let triple = (quads.subjects[row], quads.predicates[row], quads.objects[row])
          if let previous, previous == triple { keep[row] = false }
          previous = triple
        }
      }
      merged = previous
      batch = batch.filtered(keep)
    }
    return multiplicity == .rows || !repeats ? batch : folded(batch)
  }

  /// The next quads, as rows that count for a run each.
  private func runs(_ places: Int) throws -> Batch? {
    var quads = QuadBatch()
    var counts: [UInt64] = []
    let count = try cursor.nextRuns(
      into: &quads, counts: &counts, limit: Batch.target, places: places)
    guard count > 0 else { return nil }
    return Batch(
      columns: self.places.map { quads[$0] }, count: count,
      weights: multiplicity == .counted ? counts : [])
  }

  private var merged: (UInt64, UInt64, UInt64)?

  /// Equal rows that follow each other as one.
  private func folded(_ batch: Batch) -> Batch {
    guard batch.count > 0 else { return batch }
    if batch.columns.isEmpty {
      return Batch(
        columns: [], count: 1, weights: multiplicity == .counted ? [UInt64(batch.count)] : [])
    }
    var rows: [Int32] = [0]
    var weights: [UInt64] = []
    var start = 0
    if batch.columns.count == 1 {
      batch.columns[0].withUnsafeBufferPointer { column in
        for row in 1..<batch.count where column[row] != column[row - 1] {
          weights.append(UInt64(row - start))
          start = row
          rows.append(Int32(row))
        }
      }
    } else {
      for row in 1..<batch.count
      where batch.columns.contains(where: { $0[row] != $0[row - 1] }) {
        weights.append(UInt64(row - start))
        start = row
        rows.append(Int32(row))
      }
    }
    weights.append(UInt64(batch.count - start))
    guard rows.count < batch.count else { return batch }
    var result = batch.gathered(rows)
    result.weights = multiplicity == .counted ? weights : []
    return result
  }
}
