internal import GraphModel

/// Follows property paths from sets of nodes to sets of nodes, in one graph.
final class PathWalker {
  private let execution: Execution
  private let graphs: Scan.Graphs
  private let graph: Place
  private var predicates: [IRI: UInt64?] = [:]
  private var edges: [EdgeKey: EdgeTable] = [:]
  private var probes: [EdgeKey: Int] = [:]

  private struct EdgeKey: Hashable {
    let predicate: UInt64
    let inverse: Bool
  }

  /// A walker in the default graph, or in a graph with a name.
  init(_ execution: Execution, graph: UInt64?) {
    self.execution = execution
    if let graph {
      self.graph = .constant(graph)
      graphs = .place
      return
    }
    switch execution.dataset.defaultGraph {
    case .everything: (self.graph, graphs) = (.ignored, .place)
    case .one(let id): (self.graph, graphs) = (.constant(id), .place)
    case .merge(let ids): (self.graph, graphs) = (.ignored, .merge(ids))
    case .union: (self.graph, graphs) = (.ignored, .union)
    }
  }

  private static let from = 0
  private static let to = 1
  private static let by = 2

  /// The nodes, sorted, that a path leads to from some nodes.
  func image(_ nodes: [UInt64], _ path: PropertyPath, inverse: Bool = false) throws -> [UInt64] {
    guard !nodes.isEmpty else { return [] }
    switch path {
    case .link(let iri): return try follow(nodes, iri, inverse)
    case .inverse(let inner): return try image(nodes, inner, inverse: !inverse)
    case .sequence(let parts):
      var current = nodes
      for part in inverse ? parts.reversed() : parts {
        current = try image(current, part, inverse: inverse)
      }
      return current
    case .alternative(let parts):
      var found: [UInt64] = []
      for part in parts { found += try image(nodes, part, inverse: inverse) }
      return Self.unique(found)
    case .zeroOrOne(let inner):
      return Self.unique(nodes + (try image(nodes, inner, inverse: inverse)))
    case .zeroOrMore(let inner): return try closure(nodes, inner, inverse)
    case .oneOrMore(let inner):
      return try closure(try image(nodes, inner, inverse: inverse), inner, inverse)
    case .negated(let forward, let backward):
      var found: [UInt64] = []
      if let forward { found += try avoid(nodes, forward, inverse) }
      if let backward { found += try avoid(nodes, backward, !inverse) }
      return Self.unique(found)
    }
  }

  /// The nodes that any number of steps leads to, none too.
  private func closure(
    _ nodes: [UInt64], _ step: PropertyPath, _ inverse: Bool
  ) throws -> [UInt64] {
    var visited = KeyTable(width: 1)
    var frontier = nodes
    for node in nodes { Self.insert(node, &visited) }
    while !frontier.isEmpty {
      try execution.check()
      frontier = try image(frontier, step, inverse: inverse).filter {
        Self.insert($0, &visited)
      }
    }
    return visited.keys.sorted()
  }

  @discardableResult
  private static func insert(_ node: UInt64, _ table: inout KeyTable) -> Bool {
    var node = node
    return table.insert(&node).isNew
  }

  private static func contains(_ node: UInt64, _ table: KeyTable) -> Bool {
    var node = node
    return table.find(&node) >= 0
  }

  static func unique(_ nodes: [UInt64]) -> [UInt64] {
    let order = RadixSort.rows(nodes.count, by: [nodes])
    var result: [UInt64] = []
    result.reserveCapacity(nodes.count)
    for row in order where result.last != nodes[Int(row)] { result.append(nodes[Int(row)]) }
    return result
  }

  /// Whether a path leads from one node to another: searched from both ends.
  func connects(_ start: UInt64, _ end: UInt64, _ path: PropertyPath) throws -> Bool {
    let step: PropertyPath
    var ahead: [UInt64]
    switch path {
    case .zeroOrMore(let inner): (step, ahead) = (inner, [start])
    case .oneOrMore(let inner): (step, ahead) = (inner, try image([start], inner))
    default: return try image([start], path).contains(end)
    }
    var behind = [end]
    var fromStart = KeyTable(width: 1)
    var fromEnd = KeyTable(width: 1)
    for node in ahead { Self.insert(node, &fromStart) }
    Self.insert(end, &fromEnd)
    if Self.contains(end, fromStart) { return true }
    while !ahead.isEmpty, !behind.isEmpty {
      try execution.check()
      if ahead.count <= behind.count {
        ahead = try image(ahead, step).filter { Self.insert($0, &fromStart) }
        if ahead.contains(where: { Self.contains($0, fromEnd) }) { return true }
      } else {
        behind = try image(behind, step, inverse: true).filter { Self.insert($0, &fromEnd) }
        if behind.contains(where: { Self.contains($0, fromStart) }) { return true }
      }
    }
    return false
  }

  /// The nodes from which a path may start, at least.
  func starts(_ path: PropertyPath, inverse: Bool = false) throws -> [UInt64] {
    switch path {
    case .link(let iri):
      guard let id = try number(iri) else { return [] }
      return try ends(.constant(id), place: inverse ? 2 : 0)
    case .inverse(let inner): return try starts(inner, inverse: !inverse)
    case .sequence(let parts):
      guard let first = inverse ? parts.last : parts.first else { return [] }
      return try starts(first, inverse: inverse)
    case .alternative(let parts):
      return Self.unique(try parts.flatMap { try starts($0, inverse: inverse) })
    case .oneOrMore(let inner): return try starts(inner, inverse: inverse)
    case .zeroOrOne, .zeroOrMore, .negated:
      return Self.unique(try ends(.ignored, place: 0) + ends(.ignored, place: 2))
    }
  }

  /// Whether a node is the subject or object of a quad here.
  func hasNode(_ node: UInt64) throws -> Bool {
    for place in [0, 2] {
      var scan = Scan(places: [.ignored, .variable(Self.by), .ignored, graph], graphs: graphs)
      scan.places[place] = .constant(node)
      let bound: Set<Int> = graph.id == nil ? [place] : [place, 3]
      let order = scan.order(execution.source, bound: bound)
      let read = try ScanOperator(
        scan, order.order, order.bound, slots: [Self.by], .set, execution)
      while let batch = try read.next() {
        if batch.count > 0 { return true }
      }
    }
    return false
  }

  private func number(_ iri: IRI) throws -> UInt64? {
    if let known = predicates[iri] { return known }
    let found = try execution.terms.idIfKnown(.iri(iri))
    predicates[iri] = found
    return found
  }

  /// The different terms in a place of the quads with a predicate.
  private func ends(_ predicate: Place, place: Int) throws -> [UInt64] {
    var scan = Scan(places: [.ignored, predicate, .ignored, graph], graphs: graphs)
    scan.places[place] = .variable(Self.from)
    var constants: Set<Int> = []
    for place in 0..<4 where scan.places[place].id != nil { constants.insert(place) }
    let order = scan.order(execution.source, bound: constants, wanting: place)
    let read = try ScanOperator(
      scan, order.order, order.bound, slots: [Self.from], .set, execution)
    return Self.unique(try read.drain(execution).columns[0])
  }

  /// One step along edges with a predicate.
  private func follow(_ nodes: [UInt64], _ iri: IRI, _ inverse: Bool) throws -> [UInt64] {
    guard let predicate = try number(iri) else { return [] }
    let key = EdgeKey(predicate: predicate, inverse: inverse)
    if let table = edges[key] { return table.targets(nodes) }
    let asked = probes[key, default: 0] + nodes.count
    probes[key] = asked
    // After many single probes, each of which takes as long as to read some sixty edges into a
    // table, all edges at once are cheaper.
    let size = execution.statistics.predicates[TermID(rawValue: predicate)]?.quads ?? .max
    if size < 50_000_000, UInt64(asked) * 60 > size {
      let table = try EdgeTable(try pairs(predicate, inverse), execution)
      edges[key] = table
      return table.targets(nodes)
    }
    return try probe(nodes, .constant(predicate), inverse, slots: [Self.to])[0]
  }

  private func pairs(_ predicate: UInt64, _ inverse: Bool) throws -> [[UInt64]] {
    var scan = Scan(
      places: [.variable(Self.from), .constant(predicate), .variable(Self.to), graph],
      graphs: graphs)
    if inverse { scan.places.swapAt(0, 2) }
    var constants: Set<Int> = [1]
    if graph.id != nil { constants.insert(3) }
    let order = scan.order(execution.source, bound: constants, wanting: inverse ? 2 : 0)
    let read = try ScanOperator(
      scan, order.order, order.bound, slots: [Self.from, Self.to], .set, execution)
    return try read.drain(execution).columns
  }

  /// One step along edges whose predicate is none of some.
  private func avoid(_ nodes: [UInt64], _ iris: [IRI], _ inverse: Bool) throws -> [UInt64] {
    let avoided = Set(try iris.compactMap(number))
    let found = try probe(nodes, .variable(Self.by), inverse, slots: [Self.to, Self.by])
    return zip(found[0], found[1]).filter { !avoided.contains($0.1) }.map(\.0)
  }

  private func probe(
    _ nodes: [UInt64], _ predicate: Place, _ inverse: Bool, slots: [Int]
  ) throws -> [[UInt64]] {
    var scan = Scan(
      places: [.variable(Self.from), predicate, .variable(Self.to), graph], graphs: graphs)
    if inverse { scan.places.swapAt(0, 2) }
    let rows = RowsOperator(slots: [Self.from], Batch(columns: [nodes], count: nodes.count))
    let start = inverse ? 2 : 0
    var bound: Set<Int> = [start]
    for place in [1, 3] where scan.places[place].id != nil { bound.insert(place) }
    let order = scan.order(execution.source, bound: bound)
    let constants = order.order.places.prefix(order.bound).prefix { $0 != start }.count
    let found = LookupOperator(
      rows, scan, order.order, constants: constants, bound: order.bound, isSorted: true,
      optional: false, slots: slots, .set, execution)
    let columns = try found.drain(execution).columns
    return slots.count == 1 ? [Self.unique(columns[0])] : columns
  }
}

/// The edges with one predicate, by their start.
struct EdgeTable {
  private var table: KeyTable
  private var starts: [Int32] = []
  private var ends: [UInt64] = []

  /// Creates a table of pairs: a column of starts, a column of ends.
  init(_ pairs: [[UInt64]], _ execution: Execution) throws {
    let count = pairs[0].count
    table = KeyTable(width: 1, capacity: count)
    let numbers = table.insert(pairs[0], count: count)
    starts = [Int32](repeating: 0, count: table.count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for group in 0..<table.count { starts[group + 1] += starts[group] }
    ends = [UInt64](repeating: 0, count: count)
    var next = starts
    for row in 0..<count {
      ends[Int(next[Int(numbers[row])])] = pairs[1][row]
      next[Int(numbers[row])] += 1
    }
    try execution.hold(table.bytes + count * 8)
  }

  /// The nodes, sorted, that edges from some nodes lead to.
  func targets(_ nodes: [UInt64]) -> [UInt64] {
    var found: [UInt64] = []
    for node in nodes {
      var node = node
      let group = table.find(&node)
      guard group >= 0 else { continue }
      found += ends[Int(starts[group])..<Int(starts[group + 1])]
    }
    return PathWalker.unique(found)
  }
}
