import GraphModel
import TestSupport
import Testing

@testable import SPARQL

@Suite("Joins that close cycles")
struct MultiwayJoinTests {
  private typealias Edge = (from: Int, relation: String, to: Int)

  private static func dataset(_ edges: [Edge]) -> MemoryDataset {
    MemoryDataset(
      edges.map { edge in
        Quad(
          Triple(
            .iri(IRI("http://e/n\(edge.from)")), IRI("http://e/\(edge.relation)"),
            .iri(IRI("http://e/n\(edge.to)"))))
      })
  }

  private static func steps(_ explanation: Explanation) -> [Explanation] {
    [explanation] + explanation.inputs.flatMap(steps)
  }

  @Test("a hub's edges are not multiplied with each other")
  func work() throws {
    var edges: [Edge] = [(1, "p", 2)]
    for node in 0..<400 {
      edges.append((1000 + node, "p", 0))
      edges.append((0, "p", 2000 + node))
    }
    edges += [(1, "p", 0), (0, "p", 2)]
    let query = try Query(
      "PREFIX : <http://e/> SELECT * { ?a :p ?b . ?b :p ?c . ?a :p ?c }")
    let explanation = try query.explain(over: Self.dataset(edges), running: true)
    let steps = Self.steps(explanation)
    #expect(steps.contains { $0.step == .multiwayJoin })
    // Joined two at a time, the edges of the hub would make 160,000 rows.
    #expect(steps.allSatisfy { $0.produced ?? 0 <= UInt64(edges.count) })
    #expect(explanation.produced == 1)
  }

  @Test(
    "give what trying all nodes gives", arguments: 0..<4,
    [
      ["a p b", "b p c", "a p c"], ["a p b", "b q c", "c p a"],
      ["a p b", "b p c", "c p d", "d p a"], ["a p b", "b p c", "c q d", "d p a", "a p c"],
      ["a p b", "b p a", "b p c", "c p a"], ["a p b", "b p c", "a p c", "c q d"],
      ["a p b", "a p c", "b p c", "a q d", "d q e"],
    ])
  func model(seed: Int, pattern: [String]) throws {
    var random = Xorshift(seed: UInt64(seed))
    var edges: [Edge] = []
    for from in 0..<9 {
      for to in 0..<9 {
        if random.next(below: 10) < 6 { edges.append((from, "p", to)) }
        if random.next(below: 10) < 3 { edges.append((from, "q", to)) }
      }
    }
    let data = Self.dataset(edges)
    let triples = pattern.map { $0.split(separator: " ").map(String.init) }
    let body = triples.map { "?\($0[0]) :\($0[1]) ?\($0[2])" }.joined(separator: " . ")
    let variables = Set(triples.flatMap { [$0[0], $0[2]] }).sorted()
    let expected = Self.solutions(triples, variables, edges)
    func rows(_ text: String) throws -> [[Term?]] {
      let query = try Query("PREFIX : <http://e/> " + text)
      guard case .solutions(let solutions) = try query.run(over: data) else { return [] }
      return try solutions.rows()
    }
    let columns = variables.map { "?" + $0 }.joined(separator: " ")
    let all = try rows("SELECT \(columns) { \(body) }")
    let found = all.map { row in
      row.map { term -> Int in
        guard case .iri(let iri)? = term else { return -1 }
        return Int(iri.value.dropFirst("http://e/n".count)) ?? -1
      }
    }
    #expect(found.count == expected.count && Set(found) == Set(expected))
    let count = try rows("SELECT (COUNT(*) AS ?n) { \(body) }")
    #expect(count == [[.literal("\(expected.count)", datatype: XSD.integer)]])
    let firsts = try rows("SELECT DISTINCT ?a { \(body) }")
    let place = try #require(variables.firstIndex(of: "a"))
    #expect(firsts.count == Set(expected.map { $0[place] }).count)
    let bag = try rows("SELECT ?b { \(body) }")
    #expect(bag.count == expected.count)
  }

  /// Every assignment of nodes to variables for which all triples are edges.
  private static func solutions(
    _ triples: [[String]], _ variables: [String], _ edges: [Edge]
  ) -> [[Int]] {
    let known = Set(edges.map { "\($0.from) \($0.relation) \($0.to)" })
    var rows: [[Int]] = [[]]
    for count in 1...variables.count {
      rows = rows.flatMap { row in (0..<9).map { row + [$0] } }
      rows.removeAll { row in
        triples.contains { triple in
          guard let from = variables.prefix(count).firstIndex(of: triple[0]),
            let to = variables.prefix(count).firstIndex(of: triple[2])
          else { return false }
          return !known.contains("\(row[from]) \(triple[1]) \(row[to])")
        }
      }
    }
    return rows
  }
}
