import CLMDB
import GraphModel

/// Collects the changes of a transaction to the quads and writes them, sorted, into every order.
final class QuadWriter {
  /// Tells those who may outlive the transaction that it has ended.
  let end = TransactionEnd()
  private unowned let transaction: WriteTransaction
  private var layout: QuadLayout
  private var isLayoutChanged = false
  private var opened: QuadDictionary
  /// Whether a quad is to be there after the next flush.
  private var pending: [EncodedQuad: Bool] = [:]
  /// Triple terms that no table has yet, by their parts.
  private var pendingTriples: [EncodedQuad: TermID] = [:]
  /// Terms that were met, by their kind and bytes.
  private var met: [[UInt8]: TermID] = [:]

  /// How many changes are collected before they are written.
  private static let flushCount = 1 << 17
  private static let metCount = 1 << 16

  init(_ transaction: WriteTransaction) throws(StoreError) {
    self.transaction = transaction
    let reader = try transaction.reader
    layout = try reader.quadLayout()
    opened = try QuadDictionary(reader, layout)
  }

  /// The dictionary with the terms that were added so far.
  func dictionary() throws(StoreError) -> QuadDictionary { opened }

  // MARK: Terms

  /// The number of a term, which is added if it is new.
  func intern(_ term: TermBytes) throws(StoreError) -> TermID {
    if let value = TermID(inlining: term) { return value }
    if term.kind == .triple, let parts = term.parts {
      let s = try intern(parts[0])
      let p = try intern(parts[1])
      return try intern(triple: EncodedQuad(s, p, try intern(parts[2])))
    }
    var bytes: [UInt8] = []
    try TermCode.append(term, to: &bytes)
    return try intern(bytes)
  }

  /// The number of a term given as its kind and bytes, which is added if it is new.
  func intern(_ bytes: [UInt8]) throws(StoreError) -> TermID {
    if let id = met[bytes] { return id }
    if met.count >= Self.metCount { met.removeAll(keepingCapacity: true) }
    if let id = try opened.id(of: bytes) {
      met[bytes] = id
      return id
    }
    guard let kind = TermID.Kind(rawValue: bytes[0]) else { throw .invalidTerm("") }
    let number = layout.nextTerm
    let key = QuadDictionary.key(bytes)
    var numbers = ByteWriter()
    if key.count < bytes.count,
      let others = try transaction.reader.value(.newTermIDs, key)
    {
      numbers.raw(others)
    }
    numbers.varint(number)
    numbers.seal()
    var value = ByteWriter()
    value.raw(bytes)
    value.seal()
    try transaction.put(.newTerms, QuadDictionary.key(number), value.bytes)
    try transaction.put(.newTermIDs, key, numbers.bytes)
    layout.nextTerm += 1
    changedLayout()
    let id = TermID(kind, number)
    met[bytes] = id
    return id
  }

  /// The number of a triple term by its parts, which is added if it is new.
  func intern(triple: EncodedQuad) throws(StoreError) -> TermID {
    if let id = pendingTriples[triple] { return id }
    let table = try inside(.spog)
    let key = QuadOrder.spog.ordered(triple).start(3)
    if let found = try table.first(from: key), found.agrees(with: key, upTo: 3) {
      return TermID(rawValue: found.d)
    }
    let id = TermID(.triple, layout.nextTriple)
    layout.nextTriple += 1
    changedLayout()
    pendingTriples[triple] = id
    return id
  }

  private func changedLayout() {
    isLayoutChanged = true
    opened.layout = layout
  }

  // MARK: Quads

  /// Says that a quad is to be there, or not.
  func set(_ quad: EncodedQuad, _ isThere: Bool) throws(StoreError) {
    pending[quad] = isThere
    if pending.count >= Self.flushCount { try flush() }
  }

  /// Removes all quads of a graph.
  func clear(graph: TermID) throws(StoreError) {
    try flush()
    guard try transaction.reader.graphCount(graph) > 0 else { return }
    if graph == .defaultGraph, layout.namedQuads == 0 { return try clearQuads() }
    let isDefault = graph == .defaultGraph
    let order = isDefault ? QuadOrder.spog : .gspo
    var position = OrderedQuad(isDefault ? 0 : graph.rawValue, 0, 0, 0)
    while true {
      // A run of quads, written before the next is read.
      var found: [EncodedQuad] = []
      let table = try table(order)
      let cursor = try BlockCursor(table)
      guard try cursor.seek(QuadKey.of(position)) else { return }
      var isMore = true
      while isMore {
        for quad in try table.quads(cursor.value) where !(quad < position) {
          let encoded = order.quad(quad)
          if encoded.graph == graph { found.append(encoded) }
          position = quad
        }
        let isWithin = isDefault || position.a <= graph.rawValue
        isMore = isWithin && found.count < Self.flushCount / 2
        if isMore { isMore = try cursor.next() }
      }
      guard !found.isEmpty else { return }
      for quad in found { pending[quad] = false }
      try flush()
    }
  }

  /// Removes all quads of all graphs, and keeps the terms.
  func clearQuads() throws(StoreError) {
    pending.removeAll()
    for order in Table.quadOrders {
      try transaction.clear(Table.quads(order, layout.generation))
    }
    try transaction.clear(.predicateCounts)
    try transaction.clear(.graphCounts)
    try transaction.setCharacteristicSets([])
    layout.quads = 0
    layout.namedQuads = 0
    layout.subjects = 0
    layout.objects = 0
    changedLayout()
  }

  /// Writes what was collected; the layout too if that was changed.
  func finish() throws(StoreError) {
    try flush()
    guard isLayoutChanged else { return }
    try transaction.put(.meta, QuadLayout.key, layout.encoded)
    isLayoutChanged = false
  }

  /// Writes what was collected into every order.
  func flush() throws(StoreError) {
    try flushTriples()
    guard !pending.isEmpty else { return }
    let all = pending
    pending.removeAll(keepingCapacity: true)
    var counts = CountChanges()
    let spog = try table(.spog)
    let sorted = sorted(all, .spog)
    let subjects = try Groups(spog, sorted, bound: 1)
    let effective = try spog.apply(sorted, transaction)
    guard !effective.isEmpty else { return }
    layout.subjects = layout.subjects &+ UInt64(bitPattern: try subjects.change(spog))
    var kept: [EncodedQuad: Bool] = [:]
    kept.reserveCapacity(effective.count)
    for change in effective {
      let quad = QuadOrder.spog.quad(change.quad)
      kept[quad] = change.isInsertion
      counts.add(quad, change.isInsertion ? 1 : -1)
    }
    for order in Table.quadOrders where order != .spog {
      let changes = self.sorted(kept, order)
      guard !changes.isEmpty else { continue }
      let table = try table(order)
      switch order {
      case .posg:
        let groups = try Groups(table, changes, bound: 2)
        _ = try table.apply(changes, transaction)
        try groups.changes(table) { quad, change in counts.objects[quad.a, default: 0] += change }
      case .psog:
        let groups = try Groups(table, changes, bound: 2)
        _ = try table.apply(changes, transaction)
        try groups.changes(table) { quad, change in counts.subjects[quad.a, default: 0] += change }
      case .ospg:
        let groups = try Groups(table, changes, bound: 1)
        _ = try table.apply(changes, transaction)
        layout.objects = layout.objects &+ UInt64(bitPattern: try groups.change(table))
      default: _ = try table.apply(changes, transaction)
      }
    }
    try write(counts)
  }

  private func sorted(_ changes: [EncodedQuad: Bool], _ order: QuadOrder) -> [QuadChange] {
    var result: [QuadChange] = []
    result.reserveCapacity(changes.count)
    for (quad, isInsertion) in changes where order != .gspo || quad.graph != .defaultGraph {
      result.append(QuadChange(quad: order.ordered(quad), isInsertion: isInsertion))
    }
    result.sort { $0.quad < $1.quad }
    return result
  }

  private func flushTriples() throws(StoreError) {
    guard !pendingTriples.isEmpty else { return }
    for order in Table.insideOrders {
      var changes: [QuadChange] = []
      for (triple, id) in pendingTriples {
        var quad = triple
        quad.graph = id
        changes.append(QuadChange(quad: order.ordered(quad), isInsertion: true))
      }
      changes.sort { $0.quad < $1.quad }
      _ = try inside(order).apply(changes, transaction)
    }
    pendingTriples.removeAll()
  }

  private func write(_ counts: CountChanges) throws(StoreError) {
    let reader = try transaction.reader
    for predicate in counts.quads.keys.sorted() {
      let id = TermID(rawValue: predicate)
      var now = try reader.predicateCounts(id) ?? .init(quads: 0, subjects: 0, objects: 0)
      now.quads = now.quads &+ UInt64(bitPattern: counts.quads[predicate] ?? 0)
      now.subjects = now.subjects &+ UInt64(bitPattern: counts.subjects[predicate] ?? 0)
      now.objects = now.objects &+ UInt64(bitPattern: counts.objects[predicate] ?? 0)
      try transaction.setPredicateCounts(id, now)
    }
    for graph in counts.graphs.keys.sorted() {
      let id = TermID(rawValue: graph)
      let change = counts.graphs[graph] ?? 0
      let now = try reader.graphCount(id) &+ UInt64(bitPattern: change)
      try transaction.setGraphCount(id, now)
      layout.quads = layout.quads &+ UInt64(bitPattern: change)
      if graph != 0 { layout.namedQuads = layout.namedQuads &+ UInt64(bitPattern: change) }
    }
    changedLayout()
  }

  private func table(_ order: QuadOrder) throws(StoreError) -> QuadTable {
    QuadTable(try transaction.reader, Table.quads(order, layout.generation), end: end)
  }

  private func inside(_ order: QuadOrder) throws(StoreError) -> QuadTable {
    QuadTable(try transaction.reader, Table.inside(order, layout.generation), end: end)
  }
}

/// By how much a flush changes the counts.
private struct CountChanges {
  var quads: [UInt64: Int64] = [:]
  var subjects: [UInt64: Int64] = [:]
  var objects: [UInt64: Int64] = [:]
  var graphs: [UInt64: Int64] = [:]

  mutating func add(_ quad: EncodedQuad, _ change: Int64) {
    quads[quad.predicate.rawValue, default: 0] += change
    graphs[quad.graph.rawValue, default: 0] += change
  }
}

/// The different beginnings of some changes, and which of them a table had before.
private struct Groups {
  private var groups: [(start: OrderedQuad, wasThere: Bool)] = []
  private let bound: Int

  init(_ table: QuadTable, _ changes: [QuadChange], bound: Int) throws(StoreError) {
    self.bound = bound
    var last: OrderedQuad?
    for change in changes {
      if let last, last.agrees(with: change.quad, upTo: bound) { continue }
      last = change.quad
      let start = change.quad.start(bound)
      groups.append((start, try Self.holds(table, start, bound)))
    }
  }

  private static func holds(
    _ table: QuadTable, _ start: OrderedQuad, _ bound: Int
  ) throws(StoreError) -> Bool {
    try table.first(from: start)?.agrees(with: start, upTo: bound) ?? false
  }

  /// Calls the closure with each beginning that came (1) or went (-1).
  func changes(
    _ table: QuadTable, _ body: (OrderedQuad, Int64) -> Void
  ) throws(StoreError) {
    for group in groups {
      let isThere = try Self.holds(table, group.start, bound)
      if isThere != group.wasThere { body(group.start, isThere ? 1 : -1) }
    }
  }

  /// How many more beginnings there are.
  func change(_ table: QuadTable) throws(StoreError) -> Int64 {
    var total: Int64 = 0
    try changes(table) { total += $1 }
    return total
  }
}
