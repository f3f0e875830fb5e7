import CLMDB
import GraphModel
import Testing

@testable import GraphStore

@Suite("Checking quads")
struct QuadCheckTests {
  private func store(_ folder: TemporaryFolder) throws -> GraphStore {
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(8)
    let quads = (0..<400).map { _ in draw.quad(100) }
    try store.load { for quad in quads { try $0.quad(quad) } }
    try store.write { for _ in 0..<200 { try $0.insert(draw.quad(200)) } }
    #expect(try store.snapshot().verify() == [])
    return store
  }

  @Test("an order that lacks a quad is told", arguments: Table.quadOrders)
  func missing(order: QuadOrder) throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let generation = 1
    try store.write { transaction in
      let table = QuadTable(try transaction.reader, Table.quads(order, generation))
      let quad = try #require(try table.first(from: .first))
      _ = try table.apply([QuadChange(quad: quad, isInsertion: false)], transaction)
    }
    let problems = try store.snapshot().verify()
    #expect(!problems.isEmpty)
    if order != .spog {
      #expect(
        problems.contains {
          if case .indexDiffers(Table.quads(order, generation).name, _) = $0 { true } else { false }
        })
    }
  }

  @Test("an order that has another quad in the place of one is told")
  func exchanged() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    try store.write { transaction in
      let table = QuadTable(try transaction.reader, .posgB)
      var quad = try #require(try table.first(from: .first))
      _ = try table.apply([QuadChange(quad: quad, isInsertion: false)], transaction)
      quad.b = TermID(true).rawValue
      _ = try table.apply([QuadChange(quad: quad, isInsertion: true)], transaction)
    }
    #expect(try store.snapshot().verify().contains(.indexDiffers(table: "posgB", entries: 1)))
  }

  @Test("a number without a term, a missing term and wrong counts are told")
  func wrongTerms() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    try store.write { transaction in
      let iri = try transaction.intern(.iri(IRI("x:a")))
      try transaction.insert(EncodedQuad(iri, iri, TermID(.iri, 1 << 30)))
    }
    #expect(try store.snapshot().verify() == [.indexDiffers(table: "spogB", entries: 1)])
    let other = try TemporaryFolder()
    let second = try self.store(other)
    try second.write { transaction in
      _ = try transaction.delete(.newTermIDs, QuadDictionary.key([2] + Array("x:p".utf8)))
      try transaction.setGraphCount(.defaultGraph, 7)
      try transaction.setPredicateCounts(
        TermID(.iri, 0), .init(quads: 1, subjects: 1, objects: 1))
    }
    let tables = try second.snapshot().verify().compactMap {
      if case .indexDiffers(let table, _) = $0 { table } else { nil }
    }
    #expect(Set(tables).isSuperset(of: ["graphCounts", "predicateCounts"]))
  }
}
