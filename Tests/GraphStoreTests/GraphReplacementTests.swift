import GraphModel
import Testing

@testable import GraphStore

@Suite("Replacing the default graph by a load")
struct GraphReplacementTests {
  private let folder: TemporaryFolder
  private let store: GraphStore
  /// Quads of the default graph and of others.
  private let before: [Quad]

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(12)
    before = (0..<2_000).map { _ in draw.quad(400) }
    try store.load { [before] in for quad in before { try $0.quad(quad) } }
  }

  private var ownQuads: [Quad] { before.filter { $0.graph == nil } }
  private var namedQuads: [Quad] { before.filter { $0.graph != nil } }

  /// The quads as terms, whatever their numbers are.
  private func contents() throws -> Set<Quad> {
    let snapshot = try store.snapshot()
    let source = try snapshot.quads()
    #expect(try snapshot.verify() == [])
    return Set(
      try source.all(.spog).map { quad in
        guard case .iri(let predicate)? = try source.term(of: quad.predicate),
          let subject = try Self.subject(source.term(of: quad.subject)),
          let object = try source.term(of: quad.object)
        else { throw TestFailure() }
        let isNamed = quad.graph != .defaultGraph
        return Quad(
          Triple(subject, predicate, object),
          graph: isNamed ? try Self.subject(source.term(of: quad.graph)) : nil)
      })
  }

  private struct TestFailure: Error {}

  private static func subject(_ term: Term?) throws -> Subject? {
    switch term {
    case .iri(let iri): .iri(iri)
    case .blank(let label): .blank(label)
    default: nil
    }
  }

  private func replace(_ quads: [Quad], by policy: DefaultGraphPolicy) throws -> LoadReport {
    try store.load(defaultGraph: policy, metadata: [LoadMetadata("state", [7])]) { loader in
      for quad in quads { try loader.quad(quad) }
    }
  }

  @Test("few changes are written between what is there, with the caller's value")
  func difference() throws {
    let new = Quad(
      Triple(.iri(IRI("x:new")), IRI("x:p"), .triple(Triple(.blank("n"), IRI("x:q"), .string("v"))))
    )
    let after = Array(ownQuads.dropFirst(40)) + [new]
    let old = try store.snapshot().quads()
    let report = try replace(after, by: .replaced)
    #expect(!report.isRebuilt)
    #expect(try contents() == Set(after + namedQuads))
    #expect(try store.snapshot().metadata("state") == [7])
    #expect(try old.statistics().quads == UInt64(Set(before).count))
    // Nothing to change is a commit all the same: the value must be kept.
    let again = try store.load(defaultGraph: .replaced, metadata: [LoadMetadata("state", nil)]) {
      for quad in after { try $0.quad(quad) }
    }
    #expect(!again.isRebuilt && again.added == 0)
    #expect(try store.snapshot().metadata("state") == nil)
  }

  @Test("after many changes all is as if it had been loaded into a new store")
  func rebuild() throws {
    var draw = Draw(13)
    let after = (0..<900).map { _ in draw.quad(300) }.map { Quad($0.triple) }
    let report = try replace(after, by: .replaced)
    #expect(report.isRebuilt)
    #expect(try contents() == Set(after + namedQuads))
    #expect(try store.snapshot().metadata("state") == [7])
    // What only the old quads had is forgotten.
    let other = try TemporaryFolder()
    let fresh = try GraphStore.open(at: other.store, access: .readWrite)
    try fresh.load { [namedQuads] in for quad in after + namedQuads { try $0.quad(quad) } }
    let snapshots = [try store.snapshot(), try fresh.snapshot()]
    let layouts = try snapshots.map { try $0.reader.quadLayout() }
    let sets = try snapshots.map { try $0.reader.characteristicSets().count }
    #expect(layouts[0].dictionaryTerms == layouts[1].dictionaryTerms)
    #expect(layouts[0].nextTriple == layouts[1].nextTriple)
    #expect(sets[0] == sets[1])
  }

  @Test("what is moved gets the name of a graph")
  func move() throws {
    let new = Quad(Triple(.iri(IRI("x:new")), IRI("x:p"), .string("v")))
    let name = IRI("x:moved")
    _ = try replace([new], by: .moved(to: name))
    let moved = ownQuads.map { Quad($0.triple, graph: .iri(name)) }
    #expect(try contents() == Set([new] + moved + namedQuads))
  }

  @Test("a replacement that fails leaves the graph and the caller's values")
  func failure() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.load(defaultGraph: .replaced, metadata: [LoadMetadata("state", [1])]) { loader in
        try loader.quad(Quad(Triple(.iri(IRI("x:new")), IRI("x:p"), .string("v"))))
        throw Stop()
      }
    }
    #expect(try contents() == Set(before))
    #expect(try store.snapshot().metadata("state") == nil)
  }
}
