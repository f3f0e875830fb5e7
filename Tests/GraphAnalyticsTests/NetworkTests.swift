import GraphAnalytics
import Testing

@Suite("Network")
struct NetworkTests {
  @Test("parallel edges add up, loops and edges to nowhere go")
  func edges() {
    let edges = [
      Network.Edge(0, 1), .init(1, 0, weight: 2), .init(2, 2), .init(1, 7), .init(-1, 0),
      .init(1, 2, weight: 0), .init(1, 2, weight: .nan),
    ]
    let network = Network(nodeCount: 3, edges: edges)
    #expect(network.edgeCount == 1)
    #expect(network.neighbors(of: 0).map(\.node) == [1])
    #expect(network.neighbors(of: 1).map(\.weight) == [3])
    #expect(network.degree(2) == 0)
    let directed = Network(nodeCount: 3, edges: edges, isDirected: true)
    #expect(directed.edgeCount == 2)
    #expect(directed.neighbors(of: 1).map(\.weight) == [2])
  }

  @Test("components are numbered by their first nodes, whatever the directions")
  func components() {
    let edges = [Network.Edge(3, 1), .init(4, 0), .init(5, 3)]
    for isDirected in [false, true] {
      let network = Network(nodeCount: 6, edges: edges, isDirected: isDirected)
      let (component, count) = network.components()
      #expect(component == [0, 1, 2, 1, 0, 1])
      #expect(count == 3)
    }
  }

  @Test("no nodes, one node")
  func small() {
    for count in 0...1 {
      let network = Network(nodeCount: count, edges: [])
      #expect(network.pageRank().count == count)
      #expect(network.betweenness() == [Double](repeating: 0, count: count))
      #expect(network.communities().count == count)
      #expect(network.layout().x.count == count)
      #expect(network.components().count == count)
    }
  }
}
