import GraphModel
import Testing

@testable import GraphStore

@Suite("Runs of quads")
struct QuadRunTests {
  /// Some predicates with few objects and many subjects, so that blocks lie within runs.
  private static func fill(_ store: GraphStore) throws {
    try store.write { transaction in
      for n in 0..<6_000 {
        let subject = Subject.iri(IRI("http://example.org/thing/\(n * 7 % 6_000)"))
        let kind = n % 10 < 8 ? n % 2 : n % 40
        try transaction.insert(
          Quad(Triple(subject, IRI("x:kind"), .literal("\(kind)", datatype: XSD.integer))))
        if n % 3 == 0 {
          try transaction.insert(Quad(Triple(subject, IRI("x:other"), .string("thing \(n % 5)"))))
        }
      }
    }
  }

  @Test("hold the quads that a plain reading gives, however they are cut", arguments: 1...4)
  func counts(places: Int) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try Self.fill(store)
    let source = try store.snapshot().quads()
    var draw = Draw(places)
    for order in source.orders {
      let all = try source.all(order)
      guard !all.isEmpty else { continue }
      for bound in 0...places {
        let start = all[draw.number(all.count)]
        let expected = try source.all(order, start, bound)
        let cursor = try source.cursor(order, key: start, bound: bound)
        var (runs, counts) = (QuadBatch(), [UInt64]())
        while try cursor.nextRuns(
          into: &runs, counts: &counts, limit: 1 + draw.number(300), places: places) > 0
        {}
        #expect(counts.count == runs.count && counts.reduce(0, +) == UInt64(expected.count))
        var place = 0
        for (quad, count) in zip(runs.quads, counts) where place < expected.count {
          #expect(quad == expected[place])
          let last = expected[min(place + Int(count), expected.count) - 1]
          #expect(order.ordered(last).agrees(with: order.ordered(quad), upTo: places))
          place += Int(count)
        }
        // Only where runs are longer than blocks is anything gained.
        if order == .posg, places == 2, bound == 0 { #expect(runs.count < expected.count * 3 / 4) }
      }
    }
  }

  @Test("are given after a plain reading, and before one")
  func mixed() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try Self.fill(store)
    let source = try store.snapshot().quads()
    let all = try source.all(.posg)
    var draw = Draw(9)
    for _ in 0..<20 {
      let cursor = try source.cursor(.posg, key: QuadModel.lowest, bound: 0)
      var place = 0
      while place < all.count {
        var (quads, counts) = (QuadBatch(), [UInt64]())
        if draw.flag() {
          _ = try cursor.next(into: &quads, limit: 1 + draw.number(400))
          counts = quads.quads.map { _ in 1 }
        } else {
          _ = try cursor.nextRuns(
            into: &quads, counts: &counts, limit: 1 + draw.number(40), places: 2)
        }
        guard let first = quads.quads.first else { break }
        #expect(first == all[place])
        place += Int(counts.reduce(0, +))
      }
      #expect(place == all.count)
    }
  }
}
