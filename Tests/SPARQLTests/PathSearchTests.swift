import GraphModel
import SPARQL
import Testing

@Suite("Path search")
struct PathSearchTests {
  /// Triples whose terms are small numbers; the statement's number is the triple's index.
  private struct Edges: TripleSource {
    let triples: [EncodedTriple]

    init(_ edges: [(UInt64, UInt64)]) {
      triples = edges.enumerated().map { index, edge in
        EncodedTriple(
          subject: TermID(rawValue: edge.0), predicate: TermID(rawValue: 0),
          object: TermID(rawValue: edge.1), statement: UInt32(index))
      }
    }

    func id(of term: Term) -> TermID? { nil }
    func term(of id: TermID) -> Term? { nil }
    func scan(
      subject: TermID?, predicate: TermID?, object: TermID?,
      _ body: (EncodedTriple) throws -> Bool
    ) rethrows {
      for triple in triples
      where (subject ?? triple.subject) == triple.subject
        && (object ?? triple.object) == triple.object
      {
        guard try body(triple) else { return }
      }
    }
  }

  /// The length of the shortest path, by trying every walk: slow and right.
  private func slowDistance(_ edges: [(UInt64, UInt64)], from start: UInt64, to goal: UInt64)
    -> Int?
  {
    var reached: Set<UInt64> = [start]
    for length in 0...8 {
      if reached.contains(goal) { return length }
      let next = edges.flatMap { a, b in
        (reached.contains(a) ? [b] : []) + (reached.contains(b) ? [a] : [])
      }
      reached.formUnion(next)
    }
    return nil
  }

  @Test("finds a shortest path in every graph of four nodes, and only real steps")
  func exhaustive() throws {
    let possible: [(UInt64, UInt64)] = [(1, 2), (2, 1), (1, 3), (3, 2), (2, 4), (4, 3), (1, 4)]
    for mask in 0..<(1 << possible.count) {
      let edges = possible.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
      let search = PathSearch(in: Edges(edges), maxLength: 6) { _ in 1 }
      for goal in 2...4 as ClosedRange<UInt64> {
        let paths = try search.paths(
          from: TermID(rawValue: 1), to: TermID(rawValue: goal), limit: 10)
        #expect(paths.first?.count == slowDistance(edges, from: 1, to: goal), "\(edges) to \(goal)")
        for path in paths {
          #expect(path.first?.start.rawValue == 1 && path.last?.end.rawValue == goal)
          #expect(zip(path, path.dropFirst()).allSatisfy { $0.end == $1.start })
        }
      }
    }
  }

  @Test("puts the best-evidenced path first and leaves out what has no weight")
  func weights() throws {
    let edges: [(UInt64, UInt64)] = [(1, 2), (2, 4), (1, 3), (3, 4), (1, 4)]
    let weights: [Double?] = [1, 1, 5, 5, nil]
    let search = PathSearch(in: Edges(edges), maxLength: 6) { weights[Int($0.statement)] }
    let paths = try search.paths(from: TermID(rawValue: 1), to: TermID(rawValue: 4), limit: 10)
    #expect(paths.map { $0.map(\.triple.statement) } == [[2, 3], [0, 1]])
    #expect(
      try search.paths(from: TermID(rawValue: 1), to: TermID(rawValue: 4), limit: 1).count == 1)
  }

  @Test("gives up at the longest length allowed")
  func length() throws {
    let edges: [(UInt64, UInt64)] = [(1, 2), (2, 3), (3, 4)]
    let short = PathSearch(in: Edges(edges), maxLength: 2) { _ in 1 }
    #expect(try short.paths(from: TermID(rawValue: 1), to: TermID(rawValue: 4), limit: 1).isEmpty)
    let long = PathSearch(in: Edges(edges), maxLength: 3) { _ in 1 }
    #expect(
      try long.paths(from: TermID(rawValue: 4), to: TermID(rawValue: 1), limit: 1).first?.count == 3
    )
  }
}
