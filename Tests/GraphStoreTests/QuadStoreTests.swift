import GraphModel
import Testing

@testable import GraphStore

@Suite("The quad store")
struct QuadStoreTests {
  /// Compares everything that a source tells with the model.
  static func compare(_ source: QuadSnapshot, _ model: QuadModel, _ draw: inout Draw) throws {
    let quads = model.scan(.spog)
    for order in source.orders {
      let all = model.scan(order)
      let found = try source.all(order, limit: 1 + draw.number(700))
      #expect(found == all, "\(order): \(found.count) of \(all.count)")
      for _ in 0..<12 {
        let bound = draw.number(5)
        let key = quads[draw.number(quads.count)]
        let expected = model.scan(order, key, bound)
        #expect(try source.all(order, key, bound, limit: 1 + draw.number(50)) == expected)
        if bound > 0 || order != .gspo {
          #expect(try source.estimate(order, key: key, bound: bound) == UInt64(expected.count))
        }
        try cut(source, order, key, bound, expected, &draw)
      }
      try seek(source, order, all, &draw)
    }
    try readTexts(source, quads, &draw)
    var statistics = try source.statistics()
    statistics.characteristicSets = []
    #expect(statistics == model.statistics)
  }

  /// Reads the texts of terms, some in the order of their numbers, some in any.
  private static func readTexts(
    _ source: QuadSnapshot, _ quads: [EncodedQuad], _ draw: inout Draw
  ) throws {
    guard let texts = source.texts() else { return }
    var ids = quads.suffix(90).flatMap { [$0.subject, $0.object] }.sorted()
    ids += (0..<90).map { _ in ids[draw.number(ids.count)] }
    for id in ids {
      var found: (text: String, isString: Bool)?
      let isThere = try texts.read(id) { found = (String(decoding: $0, as: UTF8.self), $1) }
      #expect(isThere == (found != nil))
      switch try source.term(of: id) {
      case .iri(let iri)?: #expect(found?.text == iri.value && found?.isString == false)
      case .literal(let form, let datatype)? where isThere:
        #expect(found?.text == form && found?.isString == (datatype == XSD.string))
      case .literal?: #expect(id.isInline)
      case .text(let form, _)?, .directional(let form, _, _)?:
        #expect(found?.text == form && found?.isString == true)
      default: #expect(!isThere)
      }
    }
  }

  /// Cuts a run of quads into pieces: in order, none of them empty or within one triple's graphs.
  private static func cut(
    _ source: QuadSnapshot, _ order: QuadOrder, _ key: EncodedQuad, _ bound: Int,
    _ expected: [EncodedQuad], _ draw: inout Draw
  ) throws {
    let size = 1 + draw.number(300)
    let cuts = try source.cuts(order, key: key, bound: bound, size: size).map(order.ordered)
    let quads = expected.map(order.ordered)
    var start = 0
    for cut in cuts {
      #expect(cut.d == 0 && cut.agrees(with: order.ordered(key), upTo: bound))
      let end = quads.firstIndex { !($0 < cut) } ?? quads.count
      #expect(start < end && end < quads.count)
      start = end
    }
    // A block is a piece at least, and no larger than its bytes allow.
    if cuts.isEmpty { #expect(quads.count < size + 2 * QuadBlock.maxCount) }
  }

  /// Seeks forward at random, and reads a little after each.
  private static func seek(
    _ source: QuadSnapshot, _ order: QuadOrder, _ all: [EncodedQuad], _ draw: inout Draw
  ) throws {
    guard !all.isEmpty else { return }
    for bound in 0..<3 {
      let start = all[draw.number(all.count)]
      let expected = all.filter {
        order.ordered($0).agrees(with: order.ordered(start), upTo: bound)
      }
      let cursor = try source.cursor(order, key: start, bound: bound)
      var place = 0
      while place < expected.count {
        var target = all[min(all.count - 1, draw.number(all.count))]
        if draw.flag() { target = expected[min(expected.count - 1, place + draw.number(40))] }
        if draw.flag() {
          target.object = TermID(rawValue: target.object.rawValue &+ UInt64(draw.number(3)))
        }
        try cursor.seek(to: target)
        while place < expected.count,
          order.ordered(expected[place]) < order.ordered(target)
        {
          place += 1
        }
        var batch = QuadBatch()
        let limit = 1 + draw.number(10)
        let count = try cursor.next(into: &batch, limit: limit)
        let rest = Array(expected[place...].prefix(limit))
        #expect(count == rest.count && batch.quads == rest)
        place += count
        if count == 0 { break }
      }
    }
  }

  @Test("random changes give what the model gives", arguments: 0..<6)
  func model(seed: Int) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(seed)
    var model = QuadModel()
    var terms: Set<Term> = []
    var inserted: [EncodedQuad] = []
    let pool = [5, 40, 200, 200, 1_000, 1_000][seed]
    for round in 0..<6 {
      let before = try store.snapshot().quads()
      let old = model
      try store.write { transaction in
        for _ in 0..<draw.number(1_000) {
          if draw.number(4) == 0, !inserted.isEmpty {
            let quad = inserted[draw.number(inserted.count)]
            try transaction.remove(quad)
            model.quads.remove(quad)
          } else {
            let quad = draw.quad(pool)
            try transaction.insert(quad)
            let view = EncodedQuad(
              try transaction.intern(Term(quad.triple.subject)),
              try transaction.intern(.iri(quad.triple.predicate)),
              try transaction.intern(quad.triple.object),
              graph: try quad.graph.map { try transaction.intern(Term($0)) } ?? .defaultGraph)
            model.quads.insert(view)
            inserted.append(view)
            terms.insert(quad.triple.object)
          }
          if draw.number(400) == 0 {
            #expect(try transaction.quads().all(.posg) == model.scan(.posg))
          }
        }
        if round == 4, let graph = model.statistics.graphs.first {
          try transaction.clear(graph: graph)
          model.quads = model.quads.filter { $0.graph != graph }
          try transaction.clear(graph: .defaultGraph)
          model.quads = model.quads.filter { $0.graph != .defaultGraph }
        }
      }
      let snapshot = try store.snapshot()
      if !model.quads.isEmpty { try Self.compare(snapshot.quads(), model, &draw) }
      #expect(try before.all(.ospg) == old.scan(.ospg))
      #expect(try snapshot.verify() == [])
    }
    let source = try store.snapshot().quads()
    for term in terms.sorted(by: { "\($0)" < "\($1)" }) {
      let id = try #require(try source.id(of: term))
      #expect(try source.term(of: id) == term)
    }
  }

  @Test("triple terms are found by what is inside")
  func tripleTerms() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let inner = Triple(.iri(IRI("x:a")), IRI("x:p"), .string("a longer object"))
    let outer = Triple(.blank("b"), IRI("x:q"), .triple(inner))
    let reifies = IRI(RDF.namespace + "reifies")
    try store.write {
      try $0.insert(Quad(Triple(.iri(IRI("x:s1")), reifies, .triple(inner))))
      try $0.insert(Quad(Triple(.iri(IRI("x:s2")), reifies, .triple(outer))))
      try $0.insert(Quad(Triple(.iri(IRI("x:s3")), reifies, .triple(inner))))
    }
    let source = try store.snapshot().quads()
    let id = try #require(try source.id(of: .triple(inner)))
    let nesting = try #require(try source.id(of: .triple(outer)))
    #expect(id.kind == .triple && id != nesting)
    #expect(try source.term(of: nesting) == .triple(outer))
    let parts = try #require(try source.tripleTerm(of: id))
    #expect(try source.term(of: parts.object) == .string("a longer object"))
    #expect(try source.tripleTermID(parts) == id)
    var key = parts
    #expect(try source.tripleTerms(.spog, key: key, bound: 2).all().map(\.graph) == [id])
    #expect(try source.tripleTerms(.posg, key: key, bound: 1).all().map(\.graph) == [id])
    key.object = id
    #expect(try source.tripleTerms(.ospg, key: key, bound: 1).all().map(\.graph) == [nesting])
    #expect(try source.all(.ospg, key, 1).count == 2)
    let absent = Triple(.iri(IRI("x:a")), IRI("x:p"), .string("another object"))
    #expect(try source.id(of: .triple(absent)) == nil)
    #expect(try source.tripleTerm(of: TermID(.triple, 99)) == nil)
    #expect(try store.snapshot().verify() == [])
  }

  @Test("long terms, equal for five hundred bytes, are told apart")
  func longTerms() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let long = String(repeating: "x", count: 3_000)
    let terms = (0..<20).map { Term.text(long + "\($0)", language: "en") }
    try store.write { transaction in
      for term in terms { try transaction.insert(Quad(Triple(.blank("a"), IRI("x:p"), term))) }
    }
    let source = try store.snapshot().quads()
    let ids = try terms.map { try source.id(of: $0) }
    #expect(Set(ids).count == 20)
    for (id, term) in zip(ids, terms) { #expect(try source.term(of: #require(id)) == term) }
    #expect(try source.id(of: .text(long, language: "en")) == nil)
  }

  @Test("the case of a language tag means nothing")
  func languageTags() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let long = String(repeating: "x", count: 30)
    try store.write { transaction in
      for tag in ["en-us", "EN-US"] {
        try transaction.insert(
          Quad(Triple(.blank("a"), IRI("x:p"), .text(long, language: tag))))
      }
    }
    let source = try store.snapshot().quads()
    let id = try #require(try source.id(of: .text(long, language: "En-Us")))
    #expect(try source.term(of: id) == .text(long, language: "en-US"))
    #expect(try source.statistics().quads == 1)
  }

  @Test("a name with a zero byte in it is refused")
  func zeroByte() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    for term in [
      Term.literal("v", datatype: IRI("x:\u{0}y")), .text("v", language: "e\u{0}n"),
    ] {
      #expect(throws: StoreError.self) {
        try store.write { try $0.insert(Quad(Triple(.blank("a"), IRI("x:p"), term))) }
      }
    }
    let kept = Term.text("v\u{0}w", language: "en")
    try store.write { try $0.insert(Quad(Triple(.blank("a"), IRI("x:p"), kept))) }
    let source = try store.snapshot().quads()
    #expect(try source.term(of: #require(try source.id(of: kept))) == kept)
  }

  @Test("a cursor of a transaction that has ended throws")
  func endedTransaction() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var kept: (any QuadCursor)?
    try store.write { transaction in
      try transaction.insert(Quad(Triple(.blank("a"), IRI("x:p"), .string("v"))))
      kept = try transaction.quads().cursor(.spog, key: QuadModel.lowest, bound: 0)
    }
    let cursor = try #require(kept)
    #expect(throws: StoreError.transactionEnded(path: folder.store)) {
      try cursor.seek(to: EncodedQuad(TermID(.made, 1), .defaultGraph, .defaultGraph))
      _ = try cursor.all()
    }
    kept = nil
  }

  @Test("removing everything leaves an empty store, and terms are found no more by quads")
  func clear() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var draw = Draw(3)
    try store.write { transaction in
      for _ in 0..<2_000 { try transaction.insert(draw.quad(100)) }
    }
    try store.write { try $0.clearQuads() }
    let source = try store.snapshot().quads()
    for order in source.orders { #expect(try source.all(order) == []) }
    #expect(try source.statistics() == QuadStatistics())
    try store.write { try $0.insert(draw.quad(100)) }
    #expect(try store.snapshot().quads().all(.spog).count == 1)
  }
}
