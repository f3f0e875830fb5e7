/// Groups of nodes that have more edges among them than chance would give.
public struct Communities: Sendable {
  /// The number of each node's community; 0 is the largest.
  public let membership: [Int32]
  /// The number of communities.
  public let count: Int

  /// Numbers communities by size, ties by their first node.
  init(_ membership: [Int32]) {
    var sizes: [(size: Int, first: Int)] = []
    var number: [Int32] = []
    for (node, community) in membership.enumerated() {
      while number.count <= Int(community) { number.append(-1) }
      if number[Int(community)] < 0 {
        number[Int(community)] = Int32(sizes.count)
        sizes.append((0, node))
      }
      sizes[Int(number[Int(community)])].size += 1
    }
    let order = sizes.indices.sorted {
      (sizes[$1].size, sizes[$0].first) < (sizes[$0].size, sizes[$1].first)
    }
    var place = [Int32](repeating: 0, count: sizes.count)
    for (index, old) in order.enumerated() { place[old] = Int32(index) }
    self.membership = membership.map { place[Int(number[Int($0)])] }
    count = sizes.count
  }
}

extension Network {
  /// How much more weight lies inside the communities than chance would give, at most 1.
  public func modularity(_ communities: Communities, resolution: Double = 1) -> Double {
    var inside = 0.0
    var total = 0.0
    var strength = [Double](repeating: 0, count: communities.count)
    for node in 0..<nodeCount {
      let own = communities.membership[node]
      for place in range(of: node) {
        let weight = Double(weights[place])
        total += weight
        strength[Int(own)] += weight
        if communities.membership[Int(targets[place])] == own { inside += weight }
      }
    }
    guard total > 0 else { return 0 }
    return strength.reduce(inside / total) { $0 - resolution * ($1 / total) * ($1 / total) }
  }

  /// Communities by the Leiden algorithm (Traag, Waltman and van Eck, 2019), over modularity.
  ///
  /// Every community is connected. Directions do not matter. The same seed gives the same
  /// communities.
  ///
  /// - Parameters:
  ///   - resolution: More than 1 gives smaller communities, less gives larger ones.
  ///   - seed: Decides the order in which nodes are looked at.
  /// - Returns: The communities, the largest first.
  /// - Complexity: About O(*m*) for *m* edges. One thread does it: each move looks at the last.
  public func communities(resolution: Double = 1, seed: UInt64 = 1) -> Communities {
    var leiden = LeidenAlgorithm(self, resolution: resolution, seed: seed)
    return Communities(leiden.run())
  }
}
