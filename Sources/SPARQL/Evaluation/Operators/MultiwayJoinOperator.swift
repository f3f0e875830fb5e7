internal import GraphModel

/// The join of edges that close cycles: all of them at once, variable by variable.
///
/// For each variable in turn it intersects the sorted lists of terms that the edges to it allow.
/// A triangle so costs at most the number of edges to the power of 1.5, where two edges joined
/// first may give their square (Veldhuizen, "Leapfrog Triejoin", ICDT 2014).
final class MultiwayJoinOperator: Operator {
  private let edges: [Edge]
  private let order: [Int]
  private let multiplicity: Multiplicity
  private let execution: Execution
  /// For each variable, in order: the edges that lead to it, and from which variable.
  private var levels: [[(list: EdgeList, from: Int)]] = []
  /// The terms that are tried for each variable, and how far.
  private var candidates: [[UInt64]] = []
  private var places: [Int] = []
  /// The variable that is tried now; -1 at the end.
  private var level = 0
  private var isOpen = false
  /// How many variables were bound since the limits were looked at.
  private var steps = 0

  /// An edge of the pattern, from the variable that is bound first.
  struct Edge {
    let scan: Scan
    let from: Int
    let to: Int
  }

  init(
    _ scans: [Scan], order: [Int], slots: [Int], _ multiplicity: Multiplicity,
    _ execution: Execution
  ) {
    self.order = order
    self.multiplicity = multiplicity
    self.execution = execution
    edges = scans.compactMap { scan in
      let ends = scan.slots.compactMap { order.firstIndex(of: $0) }.sorted()
      return ends.count == 2 ? Edge(scan: scan, from: ends[0], to: ends[1]) : nil
    }
    super.init(slots: slots)
  }

  /// Reads the edges; patterns that read the same share them.
  private func open() throws {
    var known: [EdgeKey: EdgeList] = [:]
    levels = order.map { _ in [] }
    for edge in edges {
      let from = edge.scan.place(of: order[edge.from]) ?? 0
      let key = EdgeKey(
        predicate: edge.scan.places[1], graph: edge.scan.places[3], isInverse: from == 2)
      let list = try known[key] ?? EdgeList(edge.scan, from: from, execution)
      known[key] = list
      levels[edge.to].append((list, edge.from))
    }
    candidates = order.map { _ in [] }
    places = order.map { _ in 0 }
    let starts = edges.filter { $0.from == 0 }.compactMap { edge in
      levels[edge.to].first { $0.from == 0 }?.list.starts
    }
    candidates[0] = Self.intersection(starts.map { UnsafeBufferPointer($0) })
    isOpen = true
  }

  private struct EdgeKey: Hashable {
    let predicate: Place
    let graph: Place
    let isInverse: Bool
  }

  override func make() throws -> Batch? {
    if !isOpen { try open() }
    var output = Batch(width: slots.count)
    let columns = slots.map { order.firstIndex(of: $0) ?? 0 }
    let countsLast = !slots.contains(order[order.count - 1])
    while level >= 0, output.count < Batch.target {
      if level < order.count - 1 {
        try descend()
        continue
      }
      let found = candidates[level].count
      if found > 0, countsLast {
        emit(&output, columns, times: found)
        if multiplicity == .set, slots.isEmpty { level = 0 }
      } else {
        for place in 0..<found {
          places[level] = place
          emit(&output, columns, times: 1)
        }
      }
      back()
    }
    return output.count > 0 || level >= 0 ? output : nil
  }

  /// Binds the variable of this level and finds the terms of the next one.
  private func descend() throws {
    guard places[level] < candidates[level].count else { return back() }
    steps += 1
    if steps & 0x3ff == 0 { try execution.check() }
    let next = level + 1
    let lists = levels[next].map { edge in
      edge.list.ends(of: candidates[edge.from][places[edge.from]])
    }
    Self.intersect(lists, into: &candidates[next])
    places[next] = 0
    level = next
  }

  /// Goes on with the next term of the variable before.
  private func back() {
    level -= 1
    if level >= 0 { places[level] += 1 }
  }

  private func emit(_ output: inout Batch, _ columns: [Int], times: Int) {
    let isCounted = multiplicity == .counted
    if columns.isEmpty, isCounted, output.count == 1 {
      output.weights[0] += UInt64(times)
      return
    }
    for _ in 0..<(multiplicity == .rows ? times : 1) {
      for (column, place) in columns.enumerated() {
        output.columns[column].append(candidates[place][places[place]])
      }
      output.count += 1
      if isCounted { output.weights.append(UInt64(times)) }
    }
  }

  private static func intersection(_ lists: [UnsafeBufferPointer<UInt64>]) -> [UInt64] {
    var result: [UInt64] = []
    intersect(lists, into: &result)
    return result
  }

  /// The numbers that all sorted lists have: those of the shortest that a galloping search finds in
  /// the others.
  static func intersect(_ lists: [UnsafeBufferPointer<UInt64>], into result: inout [UInt64]) {
    result.removeAll(keepingCapacity: true)
    guard let shortest = lists.indices.min(by: { lists[$0].count < lists[$1].count }) else {
      return
    }
    if lists.count == 1 {
      result.append(contentsOf: lists[0])
      return
    }
    var places = [Int](repeating: 0, count: lists.count)
    search: for value in lists[shortest] {
      for (number, list) in lists.enumerated() where number != shortest {
        places[number] = OrderedSearch.gallop(in: places[number]..<list.count) { list[$0] < value }
        guard places[number] < list.count else { return }
        if list[places[number]] != value { continue search }
      }
      result.append(value)
    }
  }
}
