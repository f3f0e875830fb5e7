import GraphModel
import Testing

@testable import GraphStore

@Suite("Loading quads")
struct QuadLoadTests {
  /// The quads of a source as terms, in an order that depends on them alone.
  private func terms(_ source: QuadSnapshot) throws -> [String] {
    try source.all(.spog).map { quad in
      let parts = try [quad.subject, quad.predicate, quad.object].map {
        try #require(try source.term(of: $0))
      }
      let graph = quad.graph == .defaultGraph ? nil : try source.term(of: quad.graph)
      return "\(parts) \(graph.map { "\($0)" } ?? "-")"
    }.sorted()
  }

  private func check(_ store: GraphStore, _ quads: [Quad], _ draw: inout Draw) throws {
    let snapshot = try store.snapshot()
    let source = try snapshot.quads()
    var model = QuadModel()
    for quad in quads {
      func id(_ term: Term) throws -> TermID { try #require(try source.id(of: term)) }
      model.quads.insert(
        EncodedQuad(
          try id(Term(quad.triple.subject)), try id(.iri(quad.triple.predicate)),
          try id(quad.triple.object),
          graph: try quad.graph.map { try id(Term($0)) } ?? .defaultGraph))
    }
    try QuadStoreTests.compare(source, model, &draw)
    #expect(try snapshot.verify() == [])
    // Terms sort as their numbers do, after a load.
    let sets = try source.statistics().characteristicSets
    guard sets.count < 1_000 else { return }
    #expect(sets.reduce(0) { $0 + $1.subjects } == model.statistics.subjects)
    #expect(sets.reduce(0) { $0 + $1.quads.reduce(0, +) } == UInt64(model.quads.count))
  }

  @Test("what is loaded is there, in memory and through files", arguments: 0..<4)
  func load(seed: Int) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(seed)
    let pool = [10, 300, 2_000, 2_000][seed]
    let quads = (0..<3_000).map { _ in draw.quad(pool) }
    let loader = QuadLoader(folder: folder.store, chunkSize: seed == 1 ? 1_000_000 : 1 << 30)
    for quad in quads {
      try loader.quad(quad)
      if seed == 3, draw.number(500) == 0 { try loader.spill() }
    }
    #expect((loader.spilled.count > 0) == (seed == 3))
    let writer = try BulkWriter(store.lease.environment, generation: 1)
    let layout = try BulkLoad(writer, folder: folder.store, memory: seed == 3 ? 100_000 : 1 << 30)
      .run(loader.chunk, loader.spilled)
    #expect(layout.generation == 1)
    try check(store, quads, &draw)
  }

  @Test("a load into a store with quads gives their union, however many there are")
  func union() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(77)
    var quads = (0..<1_000).map { _ in draw.quad(300) }
    try store.write { transaction in for quad in quads { try transaction.insert(quad) } }
    let before = try store.snapshot().quads()
    let old = try terms(before)
    let more = (0..<3_000).map { _ in draw.quad(300) }
    let report = try store.load { loader in for quad in more { try loader.quad(quad) } }
    #expect(report.isRebuilt && report.taken == 3_000)
    #expect(try terms(before) == old)
    quads += more
    #expect(report.quads == Set(quads).count && report.added == Set(quads).count - old.count)
    try check(store, quads, &draw)
    let few = (0..<50).map { _ in draw.quad(400) }
    let second = try store.load { loader in for quad in few { try loader.quad(quad) } }
    quads += few
    #expect(!second.isRebuilt && second.quads == Set(quads).count)
    let source = try store.snapshot().quads()
    let loaded = try terms(source)
    try store.compactQuads(memory: 64 << 20)
    #expect(try terms(store.snapshot().quads()) == loaded)
    try check(store, quads, &draw)
    try store.write { try $0.insert(draw.quad(500)) }
    #expect(try store.snapshot().verify() == [])
  }

  @Test("a load that fails changes nothing, and the next one succeeds")
  func failure() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(4)
    let quads = (0..<200).map { _ in draw.quad(100) }
    try store.load { for quad in quads { try $0.quad(quad) } }
    let old = try terms(store.snapshot().quads())
    #expect(throws: Stop.self) {
      try store.load { loader in
        for _ in 0..<100 { try loader.quad(draw.quad(100)) }
        throw Stop()
      }
    }
    #expect(try terms(store.snapshot().quads()) == old)
    try store.load { for quad in quads { try $0.quad(quad) } }
    #expect(try terms(store.snapshot().quads()) == old)
  }

  @Test("what several threads give is what one gives", arguments: 1...4)
  func parts(count: Int) throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(31 + count)
    let quads = (0..<2_000).map { _ in draw.quad(700) }
    #expect(throws: Stop.self) {
      try store.load { loader in
        try loader.concurrently(parts: count) { loader, part in
          try loader.quad(quads[0])
          if part == count - 1 { throw Stop() }
        }
      }
    }
    #expect(try store.snapshot().quads().statistics().quads == 0)
    let loader = QuadLoader(folder: folder.store, chunkSize: 1 << 30)
    try loader.concurrently(parts: count) { loader, part in
      // Some quads are given by several.
      for (place, quad) in quads.enumerated() where place % count == part || place % 9 == 0 {
        try loader.quad(quad)
        if place % 700 == part, count > 2 { try loader.spill() }
      }
    }
    let writer = try BulkWriter(store.lease.environment, generation: 1)
    _ = try BulkLoad(writer, folder: folder.store, memory: count > 3 ? 100_000 : 1 << 30)
      .run(loader.chunk, loader.spilled)
    try check(store, quads, &draw)
  }

  @Test("a graph and a scope for blank nodes are put on what is loaded")
  func graphAndScope() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let triple = Triple(.blank("a"), IRI("x:p"), .blank("a"))
    try store.load { loader in
      try loader.quad(Quad(triple))
      loader.graph = .iri(IRI("x:g"))
      loader.blankScope = "f1-"
      try loader.quad(Quad(triple))
      try loader.quad(Quad(triple, graph: .iri(IRI("x:h"))))
      try loader.quad(Quad(triple))
    }
    let source = try store.snapshot().quads()
    #expect(try source.statistics().quads == 3)
    let scoped = try #require(try source.id(of: .blank("f1-a")))
    let graph = try #require(try source.id(of: .iri(IRI("x:g"))))
    let key = EncodedQuad(scoped, .defaultGraph, .defaultGraph, graph: graph)
    #expect(try source.all(.gspo, key, 2).count == 1)
  }

  @Test("tags that differ in case alone are one, loaded or inserted")
  func tags() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    func quad(_ tag: String) -> Quad {
      Quad(Triple(.blank("a"), IRI("x:p"), .text("v", language: tag)))
    }
    try store.load { for tag in ["en-gb", "EN-GB", "de", "DE"] { try $0.quad(quad(tag)) } }
    try store.write { for tag in ["en-GB", "De"] { try $0.insert(quad(tag)) } }
    let source = try store.snapshot().quads()
    #expect(try source.statistics().quads == 2)
    #expect(try source.id(of: .text("v", language: "eN-gB")) != nil)
  }

  @Test("rows sort as they compare, by any order")
  func rows() {
    var draw = Draw(9)
    for order in QuadOrder.allCases {
      let rows = RawArray<QuadRow>(capacity: 8)
      var expected: [[UInt32]] = []
      for _ in 0..<2_000 {
        let row = QuadRow(
          s: UInt32(draw.number(5)) << 30, p: UInt32(draw.number(3_000)),
          o: UInt32(draw.number(1 << 23)), g: UInt32(draw.number(2)))
        rows.append(row)
        expected.append(order.columns.map { row[keyPath: $0] })
      }
      let sort = RowSort(rows)
      for column in order.columns.reversed() { sort.by(column) }
      expected.sort { $0.lexicographicallyPrecedes($1) }
      let found = (0..<sort.count).map { place in
        order.columns.map { sort.rows[place][keyPath: $0] }
      }
      #expect(found == expected)
    }
  }

  @Test("terms sort by their bytes, zeros and beginnings among them")
  func termSort() {
    var draw = Draw(31)
    let table = TermTable()
    var expected: Set<[UInt8]> = []
    for _ in 0..<5_000 {
      let prefix: [UInt8] = draw.flag() ? Array("http://example.org/very/long/".utf8) : []
      let term = prefix + (0..<draw.number(20)).map { _ in UInt8(draw.number(3)) }
      table.begin(term.count)
      term.withUnsafeBufferPointer { table.add($0) }
      let number = table.end()
      #expect(table.term(Int(number)).elementsEqual(term))
      expected.insert(term)
    }
    #expect(table.count == expected.count)
    let order = table.sorted()
    let sorted = (0..<order.count).map { Array(table.term(Int(order.base[$0]))) }
    #expect(sorted == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
