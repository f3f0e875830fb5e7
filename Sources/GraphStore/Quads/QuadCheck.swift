import CLMDB
import GraphModel

/// Checks the quads of a store against themselves.
///
/// Every order is walked: its quads ascend, its keys are those of its blocks, and all orders hold
/// the same quads (by two sums of hashes over each). Every number stands for a term that may be in
/// its place, every term has one number, and the counts are those of the quads.
struct QuadCheck {
  private let reader: TableReader
  private let layout: QuadLayout
  /// The kind of each term of the dictionary by its number, and of those added since.
  private var kinds: [UInt8] = []
  private var wrong: [Table: Int] = [:]

  /// The tables that differ from what the others say.
  static func problems(_ reader: TableReader) throws(StoreError) -> [StoreProblem] {
    var check = QuadCheck(reader, try reader.quadLayout())
    do throws(StoreError) {
      try check.run()
    } catch {
      guard case .damaged(_, let detail) = error else { throw error }
      return [.damaged(table: "quads", detail: detail)]
    }
    return Table.allCases.compactMap { table in
      check.wrong[table].map { .indexDiffers(table: table.name, entries: $0) }
    }
  }

  private init(_ reader: TableReader, _ layout: QuadLayout) {
    self.reader = reader
    self.layout = layout
  }

  private mutating func run() throws(StoreError) {
    try checkDictionary()
    try checkNewTerms()
    let triples = try checkTriples()
    var counted: [Table: OrderSum] = [:]
    var predicates: [UInt64: QuadStatistics.Predicate] = [:]
    var graphs: [UInt64: UInt64] = [:]
    var subjects: UInt64 = 0
    var objects: UInt64 = 0
    for order in Table.quadOrders {
      let table = Table.quads(order, layout.generation)
      var last: OrderedQuad?
      var bad = 0
      let check = self
      let walked = try walk(QuadTable(reader, table), order) { quad in
        let isNewFirst = last?.a != quad.a
        let isNewPair = isNewFirst || last?.b != quad.b
        switch order {
        case .spog:
          if isNewFirst { subjects += 1 }
          graphs[quad.d, default: 0] += 1
          if !check.isSound(order.quad(quad), triples) { bad += 1 }
        case .ospg: if isNewFirst { objects += 1 }
        case .psog:
          var counts = predicates[quad.a] ?? .init(quads: 0, subjects: 0, objects: 0)
          counts.quads += 1
          if isNewPair { counts.subjects += 1 }
          predicates[quad.a] = counts
        case .posg:
          if isNewPair {
            var counts = predicates[quad.a] ?? .init(quads: 0, subjects: 0, objects: 0)
            counts.objects += 1
            predicates[quad.a] = counts
          }
        default: break
        }
        last = quad
      }
      counted[table] = walked.sum
      if bad + walked.bad > 0 { note(table, bad + walked.bad) }
    }
    compare(counted)
    try compare(predicates, graphs)
    var expected = layout
    expected.subjects = subjects
    expected.objects = objects
    expected.quads = graphs.values.reduce(0, +)
    expected.namedQuads = expected.quads - (graphs[0] ?? 0)
    if expected != layout { note(.meta, 1) }
  }

  private mutating func note(_ table: Table, _ count: Int) { wrong[table, default: 0] += count }

  // MARK: Orders

  /// What is the same for all orders of the same quads.
  private struct OrderSum: Equatable {
    var count: UInt64 = 0
    var named: UInt64 = 0
    var sum: UInt64 = 0
    var otherSum: UInt64 = 0
    var namedSum: UInt64 = 0

    mutating func add(_ quad: EncodedQuad) {
      let parts = [quad.subject, quad.predicate, quad.object, quad.graph]
      var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
      for part in parts {
        hash = (hash ^ part.rawValue) &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 32
      }
      count += 1
      sum = sum &+ hash
      otherSum = otherSum &+ (hash ^ hash >> 29) &* 0xc4ce_b9fe_1a85_ec53
      if quad.graph != .defaultGraph {
        named += 1
        namedSum = namedSum &+ hash
      }
    }
  }

  /// Calls the closure with each quad of an order, and checks that they and the keys ascend.
  private func walk(
    _ table: QuadTable, _ order: QuadOrder, _ body: (OrderedQuad) -> Void
  ) throws(StoreError) -> (sum: OrderSum, bad: Int) {
    var sum = OrderSum()
    var last: OrderedQuad?
    var bad = 0
    let cursor = try BlockCursor(table)
    var more = try cursor.first()
    while more {
      let key = Array(cursor.key)
      let quads = try table.quads(cursor.value)
      if let last, !QuadKey.of(last).lexicographicallyPrecedes(key) { bad += 1 }
      if let first = quads.first, QuadKey.of(first).lexicographicallyPrecedes(key) { bad += 1 }
      for quad in quads {
        if let last, !(last < quad) { bad += 1 }
        last = quad
        sum.add(order.quad(quad))
        body(quad)
      }
      more = try cursor.next()
    }
    return (sum, bad)
  }

  private mutating func compare(_ sums: [Table: OrderSum]) {
    let base = sums[Table.quads(.spog, layout.generation)] ?? OrderSum()
    for order in Table.quadOrders where order != .spog {
      let table = Table.quads(order, layout.generation)
      let own = sums[table] ?? OrderSum()
      let agrees =
        order == .gspo
        ? own.count == base.named && own.sum == base.namedSum : own == base
      if !agrees { note(table, max(1, Int(own.count.distance(to: base.count).magnitude))) }
    }
  }

  private mutating func compare(
    _ predicates: [UInt64: QuadStatistics.Predicate], _ graphs: [UInt64: UInt64]
  ) throws(StoreError) {
    let stored = try reader.allPredicateCounts()
    var bad = abs(stored.count - predicates.count)
    for (id, counts) in stored where predicates[id.rawValue] != counts { bad += 1 }
    if bad > 0 { note(.predicateCounts, bad) }
    let storedGraphs = try reader.quadCountsByGraph()
    bad = abs(storedGraphs.count - graphs.count)
    for (id, count) in storedGraphs where graphs[id.rawValue] != count { bad += 1 }
    if bad > 0 { note(.graphCounts, bad) }
  }

  // MARK: Terms

  private mutating func checkDictionary() throws(StoreError) {
    let dictionary = try QuadDictionary(reader, layout)
    let table = Table.dictionary(layout.generation)
    var last: [UInt8] = []
    var bad = 0
    var found: [UInt8] = []
    try dictionary.forEachSegment { (segment) throws(StoreError) in
      if segment.first != UInt64(found.count) { bad += 1 }
      var terms = TermSegmentReader(segment)
      do throws(EncodingFault) {
        while try terms.next() {
          if !last.lexicographicallyPrecedes(terms.term) { bad += 1 }
          last = terms.term
          _ = try TermCode.term(last[...])
          found.append(last[0])
        }
      } catch { throw dictionary.damaged("\(error)") }
    }
    if UInt64(found.count) != layout.dictionaryTerms { bad += 1 }
    if bad > 0 { note(table, bad) }
    kinds = found
  }

  private mutating func checkNewTerms() throws(StoreError) {
    guard layout.nextTerm >= layout.dictionaryTerms,
      layout.nextTerm - layout.dictionaryTerms == UInt64(try reader.count(.newTerms))
    else {
      note(.newTerms, 1)
      return
    }
    let dictionary = try QuadDictionary(reader, layout)
    let cursor = try reader.cursor(.newTerms)
    var entry = try cursor.first()
    while let found = entry {
      let number = UInt64(kinds.count)
      let term = Array(found.value)
      do throws(EncodingFault) { _ = try TermCode.term(term[...]) } catch {
        throw reader.damaged(.newTerms, "\(error)")
      }
      if !found.key.elementsEqual(QuadDictionary.key(number)) { note(.newTerms, 1) }
      if try dictionary.id(of: term)?.payload != number { note(.newTermIDs, 1) }
      kinds.append(term[0])
      entry = try cursor.next()
    }
    let longest = layout.nextTerm - layout.dictionaryTerms
    if UInt64(try reader.count(.newTermIDs)) > longest { note(.newTermIDs, 1) }
  }

  /// Checks the orders of triple terms, and gives how many there are.
  private mutating func checkTriples() throws(StoreError) -> UInt64 {
    var sums: [OrderSum] = []
    var next: UInt64 = 0
    for order in Table.insideOrders {
      let table = QuadTable(reader, Table.inside(order, layout.generation))
      var bad = 0
      let check = self
      let (sum, unordered) = try walk(table, order) { quad in
        let triple = order.quad(quad)
        if order == .gspo {
          let sound =
            triple.graph == TermID(.triple, next)
            && check.isSound(
              EncodedQuad(triple.subject, triple.predicate, triple.object), next)
          if !sound { bad += 1 }
          next += 1
        }
      }
      if bad + unordered > 0 { note(table.table, bad + unordered) }
      if let first = sums.first, first != sum { note(table.table, 1) }
      sums.append(sum)
    }
    if next != layout.nextTriple { note(Table.inside(.gspo, layout.generation), 1) }
    return next
  }

  /// Whether a quad's numbers stand for terms that may be in their places.
  private func isSound(_ quad: EncodedQuad, _ triples: UInt64) -> Bool {
    func isKnown(_ id: TermID) -> Bool {
      if id.isInline { return id.inlineTerm != nil }
      if id.kind == .triple { return id.payload < triples }
      return id.payload < UInt64(kinds.count) && kinds[Int(id.payload)] == id.kindBits
    }
    func isNode(_ id: TermID) -> Bool { id.kind == .iri || id.kind == .blank }
    return isNode(quad.subject) && quad.predicate.kind == .iri
      && (quad.graph == .defaultGraph || isNode(quad.graph) && isKnown(quad.graph))
      && isKnown(quad.subject) && isKnown(quad.predicate) && isKnown(quad.object)
  }
}
