import GraphModel
import TestSupport
import Testing

@testable import SPARQL

/// Groups of many sizes, compared with what plain dictionaries count.
@Suite("Queries with groups")
struct GroupQueryTests {
  /// What one thing is in, and what it may weigh.
  private struct Thing {
    let box: Int
    let weight: Int?
  }

  private static let things: [Thing] = {
    var random = Xorshift(seed: 77)
    return (0..<3000).map { _ in
      // A few boxes hold much, many hold one or two.
      let box = random.next(below: 3) == 0 ? random.next(below: 20) : random.next(below: 1500)
      return Thing(box: box, weight: random.next(below: 3) == 0 ? nil : random.next(below: 40))
    }
  }()

  private static let source: SharedQuads = {
    let data = MemoryDataset()
    for (number, thing) in things.enumerated() {
      let subject = Subject.iri(IRI("http://e/t\(number)"))
      data.insert(
        Quad(Triple(subject, IRI("http://e/in"), .iri(IRI("http://e/b\(thing.box)")))))
      if let weight = thing.weight {
        data.insert(
          Quad(
            Triple(
              subject, IRI("http://e/weighs"), .literal(String(weight), datatype: XSD.integer))))
      }
    }
    return SharedQuads(data)
  }()

  /// The rows for one thread and for several, which must be the same.
  private func rows(_ query: String) throws -> [String] {
    let alone = try Answers.rows(query, Self.source.dataset)
    for threads in 1...3 {
      var options = QueryOptions(threads: threads)
      options.pieceRows = 100
      let rows = try Answers.rows(query, Self.source, options: options)
      #expect(
        query.contains("ORDER") ? rows == alone : rows.sorted() == alone.sorted(),
        "on \(threads) threads")
    }
    return alone
  }

  /// A row for each box: its name, its things, those that weigh something, and their weights.
  private static var boxes: [(name: String, things: Int, weighed: Int, weights: Int)] {
    Dictionary(grouping: things, by: \.box).map { box, things in
      let weights = things.compactMap(\.weight)
      return (":b\(box)", things.count, weights.count, Set(weights).count)
    }
  }

  @Test("many groups, the first of them in order, with ties", arguments: [1, 37, 400, 5000])
  func first(limit: Int) throws {
    let query = """
      SELECT ?b (COUNT(?t) AS ?n) (COUNT(?w) AS ?m) (COUNT(DISTINCT ?w) AS ?d)
      { ?t :in ?b OPTIONAL { ?t :weighs ?w } } GROUP BY ?b ORDER BY DESC(?n) ?b LIMIT \(limit)
      """
    let expected = Self.boxes.sorted {
      $0.things != $1.things ? $0.things > $1.things : $0.name < $1.name
    }.prefix(limit).map { "\($0.name) \($0.things) \($0.weighed) \($0.weights)" }
    #expect(try rows(query) == expected)
  }

  @Test("groups of rows that come in two sorted runs", arguments: [5, 10_000])
  func union(limit: Int) throws {
    let query = """
      SELECT ?x (COUNT(?t) AS ?n) { { ?t :in ?x } UNION { ?t :weighs ?x } UNION { ?x :in ?t } }
      GROUP BY ?x ORDER BY DESC(?n) STR(?x) LIMIT \(limit)
      """
    var counts: [String: Int] = [:]
    for (number, thing) in Self.things.enumerated() {
      counts["http://e/b\(thing.box)", default: 0] += 1
      counts["http://e/t\(number)", default: 0] += 1
      if let weight = thing.weight { counts["\(weight)", default: 0] += 1 }
    }
    let expected = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(limit).map { key, count in
        "\(key.hasPrefix("http") ? ":" + key.dropFirst(9) : key) \(count)"
      }
    #expect(try rows(query) == expected)
  }

  @Test("few groups of many things")
  func few() throws {
    let query =
      "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?o) AS ?u) { ?t ?p ?o . ?t :in ?b } GROUP BY ?p"
    let weighed = Self.things.compactMap(\.weight)
    #expect(
      try rows(query).sorted() == [
        ":in \(Self.things.count) \(Self.boxes.count)",
        ":weighs \(weighed.count) \(Set(weighed).count)",
      ])
  }

  @Test("a group of what is not bound, and one of all")
  func unbound() throws {
    let query =
      "SELECT ?w (COUNT(*) AS ?n) (COUNT(DISTINCT ?b) AS ?m) { ?t :in ?b OPTIONAL { ?t :weighs ?w } } GROUP BY ?w"
    let expected = Dictionary(grouping: Self.things, by: \.weight).map { weight, things in
      "\(weight.map(String.init) ?? "-") \(things.count) \(Set(things.map(\.box)).count)"
    }
    #expect(try rows(query).sorted() == expected.sorted())
    let all =
      "SELECT (COUNT(?t) AS ?n) (COUNT(DISTINCT ?b) AS ?m) (COUNT(?none) AS ?z) { ?t :in ?b }"
    #expect(try rows(all) == ["\(Self.things.count) \(Self.boxes.count) 0"])
    let nothing = "SELECT (COUNT(?t) AS ?n) (COUNT(DISTINCT ?t) AS ?m) { ?t :holds ?b }"
    #expect(try rows(nothing) == ["0 0"])
  }

  private func failure(
    _ query: String, _ source: SharedQuads, _ change: (inout QueryOptions) -> Void
  )
    -> QueryError?
  {
    var options = QueryOptions(threads: 3)
    options.pieceRows = 100
    change(&options)
    do {
      _ = try Answers.rows(query, source, options: options)
      return nil
    } catch { return error as? QueryError }
  }

  @Test("the limits hold while pieces are grouped, and a failure in one is the query's")
  func limits() throws {
    struct Broken: Error {}
    let query = "SELECT ?p (COUNT(DISTINCT ?o) AS ?n) { ?t ?p ?o . ?t :in ?b } GROUP BY ?p"
    guard case .outOfMemory(1 << 13)? = failure(query, Self.source, { $0.memoryLimit = 1 << 13 })
    else {
      Issue.record("took more memory than it may")
      return
    }
    guard case .timedOut? = failure(query, Self.source, { $0.timeout = 0 }) else {
      Issue.record("was not stopped in time")
      return
    }
    guard case .cancelled? = failure(query, Self.source, { $0.isCancelled = { true } }) else {
      Issue.record("was not cancelled")
      return
    }
    let broken = SharedQuads(Self.source.dataset, failure: Broken())
    guard case .source(let error)? = failure(query, broken, { _ in }) else {
      Issue.record("did not fail")
      return
    }
    #expect(error is Broken)
  }
}
