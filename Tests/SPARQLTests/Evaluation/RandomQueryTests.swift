import GraphModel
import Testing

@testable import SPARQL

@Suite("Random queries")
struct RandomQueryTests {
  /// The solutions of a query; with a number of threads, of small pieces of what it reads.
  private func rows(
    of query: Query, _ source: any QuadSource, threads: Int? = nil
  ) throws -> [String] {
    var options = QueryOptions(threads: threads)
    if threads != nil { options.pieceRows = 2 }
    guard case .solutions(let solutions) = try query.run(over: source, options: options) else {
      return []
    }
    return try solutions.rows().map { row in
      row.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
    }
  }

  @Test("have the solutions that the definition gives", arguments: 0..<30)
  func agree(block: UInt64) throws {
    var answered = 0
    for seed in block * 30..<(block + 1) * 30 {
      var random = RandomPatterns(seed: seed)
      let quads = random.data()
      let pattern = random.pattern()
      let slots = pattern.inScope.sorted()
      var names = VariableTable()
      for slot in 0..<random.slots { _ = names.add("v\(slot)") }
      let query = Query(
        form: .select(slots.map { Variable(slot: $0) }), pattern: pattern, variables: names)
      let expected = ReferenceEvaluator(quads: quads).rows(pattern)
      guard expected.count < 20_000 else { continue }
      let dataset = MemoryDataset(quads.sorted { "\($0)" < "\($1)" })
      let found = try rows(of: query, dataset).sorted()
      // Planned for more quads than there are: with hash joins where look-ups would do.
      let shared = SharedQuads(dataset, scale: 200)
      let parts = try [1, 3].map { try rows(of: query, shared, threads: $0) }
      if parts[0] != parts[1] || parts[0].sorted() != found {
        Issue.record("seed \(seed): on threads other rows, or in another order, of \(pattern)")
        return
      }
      let wanted = expected.map { row in
        slots.map { row[$0].map { "\($0)" } ?? "-" }.joined(separator: " ")
      }.sorted()
      if !found.isEmpty { answered += 1 }
      if found != wanted {
        Issue.record(
          "seed \(seed): only \(Set(found).subtracting(wanted).sorted().prefix(2)) for \(Set(wanted).subtracting(found).sorted().prefix(2)), \(found.count) rows for \(wanted.count) of \(pattern)"
        )
        return
      }
    }
    // Patterns without solutions would say little.
    #expect(answered >= 3)
  }
}
