import GraphAnalytics
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Test("on a path, a ring and a dumbbell")
  func known() {
    let path = Network(nodeCount: 5, edges: (0..<4).map { .init($0, $0 + 1) })
    #expect(path.betweenness() == [0, 3, 4, 3, 0])
    let ring = Network(nodeCount: 4, edges: (0..<4).map { .init($0, ($0 + 1) % 4) })
    #expect(ring.betweenness() == [0.5, 0.5, 0.5, 0.5])
    let dumbbell = Network(nodeCount: 10, edges: SampleNetworks.dumbbell).betweenness()
    #expect(dumbbell == [0, 0, 0, 0, 20, 20, 0, 0, 0, 0])
    let oneWay = Network(nodeCount: 3, edges: [.init(0, 1), .init(1, 2)], isDirected: true)
    #expect(oneWay.betweenness() == [0, 1, 0])
  }

  @Test("samples find the most important nodes; threads do not change a bit")
  func samples() {
    let edges =
      SampleNetworks.planted(groups: 10, size: 100, inside: 2, outside: 0)
      + (0..<10).map { .init($0 * 100, ($0 + 1) % 10 * 100) }
    let network = Network(nodeCount: 1000, edges: edges)
    let all = network.betweenness()
    let some = network.betweenness(samples: 200, seed: 3, threads: 1)
    #expect(some == network.betweenness(samples: 200, seed: 3, threads: 3))
    #expect(some != network.betweenness(samples: 200, seed: 4))
    let top = { (values: [Double]) in
      Set((0..<1000).sorted { values[$0] > values[$1] }.prefix(10))
    }
    let hubs = Set((0..<10).map { $0 * 100 })
    #expect(top(all) == hubs)
    #expect(top(some) == top(all))
    let ratio = some.reduce(0, +) / all.reduce(0, +)
    #expect(abs(ratio - 1) < 0.1)
  }
}
