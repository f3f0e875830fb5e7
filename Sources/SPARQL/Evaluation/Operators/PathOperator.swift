internal import GraphModel

/// The pairs of nodes that a path connects, for each row: an end that the row binds is given.
final class PathOperator: Operator {
  private let input: Operator
  private let scan: PathScan
  private let execution: Execution
  private var walkers: [UInt64: PathWalker] = [:]
  private var reached: [Reach: [UInt64]] = [:]

  private struct Reach: Hashable {
    let node: UInt64
    let graph: UInt64
    let inverse: Bool
  }

  /// What is still to do: a row, a graph, and the ends as far as they are known; 0 is open.
  private struct Task {
    let row: Int
    let graph: UInt64
    let start: UInt64
    let end: UInt64
  }

  private var rows = Batch(width: 0)
  private var tasks: [Task] = []
  private var outputRows: [Int32] = []
  private var found: [(graph: UInt64, start: UInt64, end: UInt64)] = []

  init(_ input: Operator, _ scan: PathScan, slots: [Int], _ execution: Execution) {
    self.input = input
    self.scan = scan
    self.execution = execution
    super.init(slots: slots)
  }

  private func walker(_ graph: UInt64) -> PathWalker {
    if let known = walkers[graph] { return known }
    let made = PathWalker(execution, graph: graph == 0 ? nil : graph)
    walkers[graph] = made
    return made
  }

  private func value(_ place: Place, _ row: Int) -> UInt64 {
    switch place {
    case .constant(let id): id
    case .variable(let slot): input.column(of: slot).map { rows.columns[$0][row] } ?? 0
    case .ignored: 0
    }
  }

  override func make() throws -> Batch? {
    while found.count < Batch.target {
      if let task = tasks.popLast() {
        try run(task)
        continue
      }
      if !found.isEmpty { break }
      guard let batch = try input.next() else { return nil }
      try execution.check()
      rows = batch
      for row in (0..<batch.count).reversed() { prepare(row) }
    }
    return flush()
  }

  private func prepare(_ row: Int) {
    let start = value(scan.subject, row)
    let end = value(scan.object, row)
    switch scan.scope {
    case .defaultGraph: tasks.append(Task(row: row, graph: 0, start: start, end: end))
    case .named(let graph): tasks.append(Task(row: row, graph: graph, start: start, end: end))
    case .variable(let slot):
      let given = input.column(of: slot).map { rows.columns[$0][row] } ?? 0
      let graphs = execution.dataset.named
      for graph in graphs.reversed() where given == 0 || graph == given {
        tasks.append(Task(row: row, graph: graph, start: start, end: end))
      }
    }
  }

  private func run(_ task: Task) throws {
    try execution.check()
    let walker = walker(task.graph)
    func add(_ start: UInt64, _ end: UInt64) {
      if let slot = scan.subject.slot, scan.object.slot == slot, start != end { return }
      outputRows.append(Int32(task.row))
      found.append((task.graph, start, end))
    }
    // Between two variables a path of no length connects only what is in the graph.
    func isNowhere(_ nodes: [UInt64], _ node: UInt64) throws -> Bool {
      guard scan.subject.slot != nil, scan.object.slot != nil, nodes == [node] else {
        return false
      }
      return try !walker.hasNode(node)
    }
    switch (task.start, task.end) {
    case (0, 0):
      // Each possible start on its own, first ones first.
      for start in try walker.starts(scan.path).reversed() {
        tasks.append(Task(row: task.row, graph: task.graph, start: start, end: 0))
      }
    case (let start, 0):
      let nodes = try reach(walker, task.graph, start, inverse: false)
      if try isNowhere(nodes, start) { return }
      for end in nodes { add(start, end) }
    case (0, let end):
      let nodes = try reach(walker, task.graph, end, inverse: true)
      if try isNowhere(nodes, end) { return }
      for start in nodes { add(start, end) }
    case (let start, let end):
      if start == end, try isNowhere([end], end) { return }
      if let known = reached[Reach(node: start, graph: task.graph, inverse: false)] {
        if known.contains(end) { add(start, end) }
      } else if try walker.connects(start, end, scan.path) {
        add(start, end)
      }
    }
  }

  private func reach(
    _ walker: PathWalker, _ graph: UInt64, _ node: UInt64, inverse: Bool
  ) throws -> [UInt64] {
    let key = Reach(node: node, graph: graph, inverse: inverse)
    if let known = reached[key] { return known }
    let nodes = try walker.image([node], scan.path, inverse: inverse)
    if reached.count >= 1000 { reached = [:] }
    reached[key] = nodes
    return nodes
  }

  private func flush() -> Batch? {
    var columns: [[UInt64]] = []
    for slot in slots {
      if let column = input.column(of: slot) {
        columns.append(Batch.gather(rows.columns[column], outputRows))
      } else if scan.subject.slot == slot {
        columns.append(found.map(\.start))
      } else if scan.object.slot == slot {
        columns.append(found.map(\.end))
      } else {
        columns.append(found.map(\.graph))
      }
    }
    let weights = rows.weights.isEmpty ? [] : Batch.gather(rows.weights, outputRows)
    let batch = Batch(columns: columns, count: found.count, weights: weights)
    outputRows = []
    found = []
    return batch
  }
}
