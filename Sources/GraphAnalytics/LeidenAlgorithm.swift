/// The state of a run of the Leiden algorithm.
///
/// In a round, nodes move to the neighbouring community that gains most; then each community is
/// refined into connected parts; the parts are the nodes of the next, smaller network. When a
/// network no longer shrinks, the whole is tried once more from the communities found.
struct LeidenAlgorithm {
  private let resolution: Double
  private let base: LeidenLevel
  private var generator: SeededGenerator

  init(_ network: Network, resolution: Double, seed: UInt64) {
    self.resolution = resolution
    base = LeidenLevel(network)
    generator = SeededGenerator(seed: seed)
  }

  /// The community of each node, by any numbers.
  mutating func run() -> [Int32] {
    var membership = (0..<Int32(base.count)).map { $0 }
    guard base.total > 0 else { return membership }
    // Two passes reach what more would hardly better.
    for _ in 0..<2 { membership = pass(from: membership) }
    return membership
  }

  private mutating func pass(from start: [Int32]) -> [Int32] {
    var level = base
    var partition = start
    // Which node of the level each node of the network is in.
    var owner = (0..<Int32(base.count)).map { $0 }
    while true {
      level.moveNodes(&partition, resolution, &generator)
      let groups = LeidenLevel.renumber(&partition)
      var parts = level.refined(partition, groups, resolution, &generator)
      let count = LeidenLevel.renumber(&parts)
      if count == level.count { break }
      var coarse = [Int32](repeating: 0, count: count)
      for node in 0..<level.count { coarse[Int(parts[node])] = partition[node] }
      for node in owner.indices { owner[node] = parts[Int(owner[node])] }
      level = level.merged(by: parts, count: count)
      partition = coarse
    }
    return owner.map { partition[Int($0)] }
  }
}

/// A network in a round of the Leiden algorithm; its nodes are sets of the first network's.
struct LeidenLevel {
  let count: Int
  private let offsets: [Int32]
  private let targets: [Int32]
  private let weights: [Double]
  /// The weight of each node's edges, those inside it twice.
  private let strength: [Double]
  /// The sum of all strengths.
  let total: Double

  init(_ network: Network) {
    let network =
      network.isDirected
      ? Network(
        nodeCount: network.nodeCount,
        edges: (0..<network.nodeCount).flatMap { node in
          network.neighbors(of: node).map { Network.Edge(node, $0.node, weight: $0.weight) }
        }) : network
    let weights = network.weights.map(Double.init)
    let strength = (0..<network.nodeCount).map { node in
      network.range(of: node).reduce(0) { $0 + weights[$1] }
    }
    self.init(network.offsets, network.targets, weights, strength)
  }

  private init(
    _ offsets: [Int32], _ targets: [Int32], _ weights: [Double], _ strength: [Double]
  ) {
    count = strength.count
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.strength = strength
    total = strength.reduce(0, +)
  }

  @inline(__always)
  private func range(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// Gives communities numbers from 0 in the order of their first nodes; returns how many.
  static func renumber(_ partition: inout [Int32]) -> Int {
    var number = [Int32](repeating: -1, count: (partition.max().map(Int.init) ?? -1) + 1)
    var count: Int32 = 0
    for node in partition.indices {
      let old = Int(partition[node])
      if number[old] < 0 {
        number[old] = count
        count += 1
      }
      partition[node] = number[old]
    }
    return Int(count)
  }

  /// Moves each node to the community that gains most, until no node wants to move.
  func moveNodes(
    _ partition: inout [Int32], _ resolution: Double, _ generator: inout SeededGenerator
  ) {
    // Numbers of communities are below `count`, so an empty one is always at hand.
    var strengths = [Double](repeating: 0, count: count)
    var sizes = [Int32](repeating: 0, count: count)
    for node in 0..<count {
      strengths[Int(partition[node])] += strength[node]
      sizes[Int(partition[node])] += 1
    }
    var empty = (0..<Int32(count)).filter { sizes[Int($0)] == 0 }
    var linked = [Double](repeating: 0, count: count)
    var seen: [Int32] = []
    var queue = generator.permutation(count)
    var isQueued = [Bool](repeating: true, count: count)
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      isQueued[node] = false
      let own = partition[node]
      for place in range(node) {
        let community = partition[Int(targets[place])]
        if linked[Int(community)] == 0 { seen.append(community) }
        linked[Int(community)] += weights[place]
      }
      strengths[Int(own)] -= strength[node]
      let pull = resolution * strength[node] / total
      var best = own
      var gain = linked[Int(own)] - pull * strengths[Int(own)]
      for community in seen {
        let other = linked[Int(community)] - pull * strengths[Int(community)]
        if other > gain + 1e-12 || (other > gain - 1e-12 && community < best && best != own) {
          best = community
          gain = other
        }
      }
      if gain < -1e-12, sizes[Int(own)] > 1, let free = empty.last { best = free }
      strengths[Int(best)] += strength[node]
      if best != own {
        if sizes[Int(best)] == 0 { empty.removeLast() }
        sizes[Int(own)] -= 1
        sizes[Int(best)] += 1
        if sizes[Int(own)] == 0 { empty.append(own) }
        partition[node] = best
        for place in range(node) {
          let other = Int(targets[place])
          guard !isQueued[other], partition[other] != best else { continue }
          isQueued[other] = true
          queue.append(Int32(other))
        }
      }
      for community in seen { linked[Int(community)] = 0 }
      seen.removeAll(keepingCapacity: true)
      if head > 1 << 16, head > queue.count / 2 {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  /// Splits each community into connected parts that hang together well.
  ///
  /// Only a node that is still alone, and tied well to its community, joins a part that is tied
  /// well too; of the parts that gain it joins the one that gains most.
  func refined(
    _ partition: [Int32], _ groups: Int, _ resolution: Double, _ generator: inout SeededGenerator
  ) -> [Int32] {
    var whole = [Double](repeating: 0, count: groups)
    for node in 0..<count { whole[Int(partition[node])] += strength[node] }
    var part = (0..<Int32(count)).map { $0 }
    var strengths = strength
    var isAlone = [Bool](repeating: true, count: count)
    // The weight between each part and the rest of its community.
    var ties = [Double](repeating: 0, count: count)
    for node in 0..<count {
      for place in range(node) where partition[Int(targets[place])] == partition[node] {
        ties[node] += weights[place]
      }
    }
    var linked = [Double](repeating: 0, count: count)
    var seen: [Int32] = []
    for node in generator.permutation(count) {
      let node = Int(node)
      guard isAlone[node] else { continue }
      let group = whole[Int(partition[node])]
      let pull = resolution * strength[node] / total
      guard ties[node] >= pull * (group - strength[node]) - 1e-12 else { continue }
      for place in range(node) {
        let other = Int(targets[place])
        guard partition[other] == partition[node] else { continue }
        if linked[Int(part[other])] == 0 { seen.append(part[other]) }
        linked[Int(part[other])] += weights[place]
      }
      var best: Int32 = -1
      var gain = 0.0
      for candidate in seen {
        let own = strengths[Int(candidate)]
        guard ties[Int(candidate)] >= resolution * own * (group - own) / total - 1e-12 else {
          continue
        }
        let other = linked[Int(candidate)] - pull * own
        if other > gain + 1e-12 || (best < 0 && other >= 0) {
          best = candidate
          gain = other
        }
      }
      if best >= 0 {
        let joined = Int(best)
        isAlone[node] = false
        isAlone[joined] = false
        strengths[joined] += strength[node]
        ties[joined] += ties[node] - 2 * linked[joined]
        part[node] = best
      }
      for candidate in seen { linked[Int(candidate)] = 0 }
      seen.removeAll(keepingCapacity: true)
    }
    return part
  }

  /// The network of the parts.
  func merged(by part: [Int32], count parts: Int) -> LeidenLevel {
    var starts = [Int32](repeating: 0, count: parts + 1)
    for node in 0..<count { starts[Int(part[node]) + 1] += 1 }
    for index in 0..<parts { starts[index + 1] += starts[index] }
    var members = [Int32](repeating: 0, count: count)
    var next = starts
    for node in 0..<count {
      members[Int(next[Int(part[node])])] = Int32(node)
      next[Int(part[node])] += 1
    }
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    var weights: [Double] = []
    var strengths = [Double](repeating: 0, count: parts)
    var linked = [Double](repeating: 0, count: parts)
    var seen: [Int32] = []
    for index in 0..<parts {
      for member in members[Int(starts[index])..<Int(starts[index + 1])] {
        strengths[index] += strength[Int(member)]
        for place in range(Int(member)) {
          let other = part[Int(self.targets[place])]
          guard Int(other) != index else { continue }
          if linked[Int(other)] == 0 { seen.append(other) }
          linked[Int(other)] += self.weights[place]
        }
      }
      for other in seen {
        targets.append(other)
        weights.append(linked[Int(other)])
        linked[Int(other)] = 0
      }
      seen.removeAll(keepingCapacity: true)
      offsets.append(Int32(targets.count))
    }
    return LeidenLevel(offsets, targets, weights, strengths)
  }
}
