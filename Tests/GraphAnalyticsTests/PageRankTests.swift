import GraphAnalytics
import Testing

@Suite("PageRank")
struct PageRankTests {
  @Test("the ranks solve the equation, with dangling nodes and weights")
  func equation() {
    let edges = SampleNetworks.planted(groups: 6, size: 30, inside: 3, outside: 1)
      .filter { $0.source % 11 != 0 }
    let network = Network(nodeCount: 200, edges: edges, isDirected: true)
    let rank = network.pageRank()
    #expect(abs(rank.reduce(0, +) - 1) < 1e-9)
    // One step by hand must give the same ranks.
    var next = [Double](repeating: 0, count: 200)
    for node in 0..<200 {
      let neighbors = network.neighbors(of: node)
      let total = neighbors.reduce(0) { $0 + Double($1.weight) }
      for (other, weight) in neighbors { next[other] += 0.85 * rank[node] * Double(weight) / total }
      if neighbors.isEmpty { for other in 0..<200 { next[other] += 0.85 * rank[node] / 200 } }
    }
    for node in 0..<200 { #expect(abs(next[node] + 0.15 / 200 - rank[node]) < 1e-10) }
  }

  @Test("threads do not change a bit")
  func threads() {
    let edges = SampleNetworks.planted(groups: 100, size: 300, inside: 2, outside: 1)
    let network = Network(nodeCount: 30_000, edges: edges, isDirected: true)
    #expect(network.pageRank(threads: 1) == network.pageRank(threads: 3))
  }

  @Test("the middle of a star ranks highest")
  func star() {
    let network = Network(nodeCount: 9, edges: (1..<9).map { .init($0, 0) })
    let rank = network.pageRank()
    #expect(rank[0] > 0.4)
    let others = rank.dropFirst()
    #expect((others.max() ?? 1) - (others.min() ?? 0) < 1e-9)
  }
}
