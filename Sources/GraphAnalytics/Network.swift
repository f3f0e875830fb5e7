/// Nodes, numbered from 0, and the weighted edges between them, in one array of neighbours.
///
/// Edges between the same two nodes are one edge whose weight is their sum; an edge from a node to
/// itself is left out. An undirected network lists each edge at both of its ends.
public struct Network: Sendable {
  /// An edge to build a network from.
  public struct Edge: Hashable, Sendable {
    /// The node that it leaves.
    public var source: Int32
    /// The node that it enters.
    public var target: Int32
    /// How much it counts for; more than 0.
    public var weight: Float

    /// Creates an edge.
    public init(_ source: Int, _ target: Int, weight: Float = 1) {
      self.source = Int32(truncatingIfNeeded: source)
      self.target = Int32(truncatingIfNeeded: target)
      self.weight = weight
    }
  }

  /// The number of nodes.
  public let nodeCount: Int
  /// Whether an edge goes one way.
  public let isDirected: Bool
  /// Where the neighbours of each node begin in `targets`; one more than there are nodes.
  let offsets: [Int32]
  /// The neighbours, node by node, each node's in ascending order.
  let targets: [Int32]
  /// The weights of the edges to the neighbours.
  let weights: [Float]

  /// Creates a network.
  ///
  /// Edges whose ends are not nodes, or whose weight is not above 0, are left out.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public init(nodeCount: Int, edges: [Edge], isDirected: Bool = false) {
    let count = max(0, min(nodeCount, Int(Int32.max) - 1))
    self.nodeCount = count
    self.isDirected = isDirected
    var ends: [Edge] = []
    ends.reserveCapacity(isDirected ? edges.count : 2 * edges.count)
    for edge in edges {
      guard edge.source != edge.target, edge.source >= 0, edge.target >= 0,
        Int(edge.source) < count, Int(edge.target) < count, edge.weight > 0, edge.weight.isFinite
      else { continue }
      ends.append(edge)
      if !isDirected {
        ends.append(Edge(Int(edge.target), Int(edge.source), weight: edge.weight))
      }
    }
    let sorted = Self.sorted(Self.sorted(ends, by: \.target, count), by: \.source, count)
    var offsets = [Int32](repeating: 0, count: count + 1)
    var targets: [Int32] = []
    var weights: [Float] = []
    targets.reserveCapacity(sorted.count)
    weights.reserveCapacity(sorted.count)
    var last: (source: Int32, target: Int32) = (-1, -1)
    for edge in sorted {
      if edge.source == last.source, edge.target == last.target {
        weights[weights.count - 1] += edge.weight
        continue
      }
      last = (edge.source, edge.target)
      targets.append(edge.target)
      weights.append(edge.weight)
      offsets[Int(edge.source) + 1] += 1
    }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Creates a network from its arrays, which the caller knows to fit together.
  init(isDirected: Bool, offsets: [Int32], targets: [Int32], weights: [Float]) {
    nodeCount = offsets.count - 1
    self.isDirected = isDirected
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// The number of different edges.
  public var edgeCount: Int { isDirected ? targets.count : targets.count / 2 }

  /// The number of a node's neighbours.
  public func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// A node's neighbours and the weights of the edges to them, in ascending order.
  public func neighbors(of node: Int) -> [(node: Int, weight: Float)] {
    range(of: node).map { (Int(targets[$0]), weights[$0]) }
  }

  /// Where a node's neighbours stand.
  @inline(__always)
  func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// The network with every edge turned round; itself if it is undirected.
  func reversed() -> Network {
    guard isDirected else { return self }
    var edges: [Edge] = []
    edges.reserveCapacity(targets.count)
    for node in 0..<nodeCount {
      for place in range(of: node) {
        edges.append(Edge(Int(targets[place]), node, weight: weights[place]))
      }
    }
    return Network(nodeCount: nodeCount, edges: edges, isDirected: true)
  }

  /// The network of the groups that its nodes are in; groups are numbered from 0.
  func merged(by group: [Int32], count: Int) -> Network {
    var edges: [Edge] = []
    for node in 0..<nodeCount {
      for place in range(of: node) where isDirected || Int(targets[place]) > node {
        let ends = (group[node], group[Int(targets[place])])
        if ends.0 != ends.1 {
          edges.append(Edge(Int(ends.0), Int(ends.1), weight: weights[place]))
        }
      }
    }
    return Network(nodeCount: count, edges: edges, isDirected: isDirected)
  }

  /// The part of the network between some nodes, which are numbered anew in the order given.
  func part(_ nodes: [Int32]) -> Network {
    var number = [Int32](repeating: -1, count: nodeCount)
    for (index, node) in nodes.enumerated() { number[Int(node)] = Int32(index) }
    return part(nodes, number: number)
  }

  /// The part between some nodes; `number` holds the new number of each of them.
  func part(_ nodes: [Int32], number: [Int32]) -> Network {
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    var weights: [Float] = []
    for node in nodes {
      for place in range(of: Int(node)) where number[Int(self.targets[place])] >= 0 {
        targets.append(number[Int(self.targets[place])])
        weights.append(self.weights[place])
      }
      offsets.append(Int32(targets.count))
    }
    return Network(isDirected: isDirected, offsets: offsets, targets: targets, weights: weights)
  }

  /// The edges in the order of one of their ends, otherwise as they were: a counting sort.
  private static func sorted(
    _ edges: [Edge], by end: KeyPath<Edge, Int32>, _ count: Int
  ) -> [Edge] {
    var starts = [Int](repeating: 0, count: count + 1)
    let isSource = end == \Edge.source
    for edge in edges { starts[Int(isSource ? edge.source : edge.target) + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    guard let first = edges.first else { return [] }
    var result = [Edge](repeating: first, count: edges.count)
    for edge in edges {
      let key = Int(isSource ? edge.source : edge.target)
      result[starts[key]] = edge
      starts[key] += 1
    }
    return result
  }
}

extension Network {
  /// The number of the connected component that each node is in, and how many there are.
  ///
  /// Components are numbered in the order of their first nodes; directions do not matter.
  public func components() -> (component: [Int32], count: Int) {
    var component = [Int32](repeating: -1, count: nodeCount)
    let back = isDirected ? reversed() : nil
    var count: Int32 = 0
    var stack: [Int32] = []
    for start in 0..<nodeCount where component[start] < 0 {
      component[start] = count
      stack.append(Int32(start))
      while let node = stack.popLast() {
        for network in [self, back] {
          guard let network else { continue }
          for place in network.range(of: Int(node)) {
            let other = network.targets[place]
            guard component[Int(other)] < 0 else { continue }
            component[Int(other)] = count
            stack.append(other)
          }
        }
      }
      count += 1
    }
    return (component, Int(count))
  }
}
