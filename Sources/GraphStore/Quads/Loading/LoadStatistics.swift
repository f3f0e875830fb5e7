import GraphModel

/// Counts what a load writes, order by order, while it is written.
final class LoadStatistics {
  private var predicates: [UInt64: QuadStatistics.Predicate] = [:]
  private var graphs: [UInt64: UInt64] = [:]
  private var quads: UInt64 = 0
  private var namedQuads: UInt64 = 0
  private var subjects: UInt64 = 0
  private var objects: UInt64 = 0
  private var last = OrderedQuad.first
  private var isFirst = true
  private var runs: UInt64 = 0
  private var predicateQuads: UInt64 = 0
  private var graphQuads: UInt64 = 0
  // The predicates of the current subject, and how often each was seen.
  private var star: [(predicate: UInt64, quads: UInt64)] = []
  private var sets: [UInt64: QuadStatistics.CharacteristicSet] = [:]

  /// How many characteristic sets are counted, and how many are kept.
  private static let countedSets = 1 << 16
  private static let keptSets = 1_000

  /// Begins an order.
  func begin() {
    isFirst = true
    runs = 0
    predicateQuads = 0
  }

  /// Counts a quad of an order.
  @inline(__always)
  func add(_ quad: OrderedQuad, _ order: QuadOrder) {
    switch order {
    case .spog: addStar(quad)
    case .ospg: if isFirst || quad.a != last.a { objects += 1 }
    case .posg, .psog: addPredicate(quad, order)
    default: break
    }
    last = quad
    isFirst = false
  }

  /// Ends an order.
  func end(_ order: QuadOrder) {
    guard !isFirst else { return }
    switch order {
    case .spog:
      endStar()
      endGraph()
    case .posg, .psog: endPredicate(order)
    default: break
    }
  }

  @inline(__always)
  private func addPredicate(_ quad: OrderedQuad, _ order: QuadOrder) {
    if !isFirst, quad.a != last.a { endPredicate(order) }
    if isFirst || quad.a != last.a || quad.b != last.b { runs += 1 }
    predicateQuads += 1
  }

  private func endPredicate(_ order: QuadOrder) {
    var counts = predicates[last.a] ?? .init(quads: 0, subjects: 0, objects: 0)
    counts.quads = predicateQuads
    if order == .psog { counts.subjects = runs } else { counts.objects = runs }
    predicates[last.a] = counts
    runs = 0
    predicateQuads = 0
  }

  @inline(__always)
  private func addStar(_ quad: OrderedQuad) {
    quads += 1
    if quad.d != 0 { namedQuads += 1 }
    if !isFirst, quad.d != last.d { endGraph() }
    graphQuads += 1
    if !isFirst, quad.a != last.a { endStar() }
    if star.last?.predicate == quad.b {
      star[star.count - 1].quads += 1
    } else {
      star.append((quad.b, 1))
    }
  }

  private func endGraph() {
    graphs[last.d, default: 0] += graphQuads
    graphQuads = 0
  }

  private func endStar() {
    subjects += 1
    var hash: UInt64 = 0
    for entry in star {
      hash = (hash ^ entry.predicate) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    if sets[hash] == nil {
      if sets.count < Self.countedSets {
        sets[hash] = .init(
          predicates: star.map { TermID(rawValue: $0.predicate) }, subjects: 0,
          quads: star.map { _ in 0 })
      }
    }
    if let place = sets.index(forKey: hash) {
      sets.values[place].subjects += 1
      if sets.values[place].quads.count == star.count {
        for (index, entry) in star.enumerated() { sets.values[place].quads[index] += entry.quads }
      }
    }
    star.removeAll(keepingCapacity: true)
  }

  /// Puts the counts into a layout.
  func complete(_ layout: inout QuadLayout) {
    layout.quads = quads
    layout.namedQuads = namedQuads
    layout.subjects = subjects
    layout.objects = objects
  }

  /// Keeps the counts of predicates and graphs and the characteristic sets.
  func write(_ transaction: WriteTransaction) throws(StoreError) {
    for (predicate, counts) in predicates.sorted(by: { $0.key < $1.key }) {
      try transaction.setPredicateCounts(TermID(rawValue: predicate), counts)
    }
    for (graph, count) in graphs.sorted(by: { $0.key < $1.key }) {
      try transaction.setGraphCount(TermID(rawValue: graph), count)
    }
    let kept = sets.values.sorted {
      if $0.subjects != $1.subjects { return $0.subjects > $1.subjects }
      return $0.predicates.lexicographicallyPrecedes($1.predicates)
    }
    try transaction.setCharacteristicSets(Array(kept.prefix(Self.keptSets)))
  }
}
