import GraphAnalytics
import Testing

@Suite("Communities")
struct CommunitiesTests {
  @Test("two cliques are two communities")
  func dumbbell() {
    let network = Network(nodeCount: 10, edges: SampleNetworks.dumbbell)
    let communities = network.communities()
    #expect(communities.membership == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    let modularity = network.modularity(communities)
    let expected = 20.0 / 21 - 0.5
    #expect(abs(modularity - expected) < 1e-9)
  }

  @Test("planted groups are found, the largest first", arguments: [1, 2, 3] as [UInt64])
  func planted(seed: UInt64) {
    let edges = SampleNetworks.planted(groups: 20, size: 50, inside: 5, outside: 1, seed: seed)
    let network = Network(nodeCount: 1000, edges: edges)
    let communities = network.communities(seed: seed)
    #expect((18...22).contains(communities.count))
    let sizes = Dictionary(grouping: communities.membership) { $0 }.mapValues(\.count)
    for number in 1..<Int32(communities.count) {
      #expect(sizes[number - 1, default: 0] >= sizes[number, default: 0])
    }
    let truth = (0..<1000).count { node in
      let first = communities.membership[node / 50 * 50 + 1]
      return communities.membership[node] == first
    }
    #expect(truth > 900)
    #expect(network.communities(seed: seed).membership == communities.membership)
  }

  @Test("every community is connected")
  func connected() {
    let edges = SampleNetworks.planted(groups: 40, size: 25, inside: 1, outside: 1)
    let network = Network(nodeCount: 1000, edges: edges)
    let membership = network.communities().membership
    let inside = (0..<1000).flatMap { node in
      network.neighbors(of: node).filter { membership[$0.node] == membership[node] }
        .map { Network.Edge(node, $0.node) }
    }
    let parts = Network(nodeCount: 1000, edges: inside).components()
    #expect(parts.count == network.communities().count)
  }

  @Test("without edges each node is alone")
  func alone() {
    #expect(Network(nodeCount: 3, edges: []).communities().membership == [0, 1, 2])
  }
}
