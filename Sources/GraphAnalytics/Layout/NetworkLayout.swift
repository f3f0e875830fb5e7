/// A place in the plane for each node of a network.
public struct NetworkLayout: Sendable {
  /// How far each node is to the right of the middle.
  public var x: [Float]
  /// How far each node is below the middle.
  public var y: [Float]

  /// How a network is laid out.
  public struct Options: Sendable {
    /// Decides what chance decides; the same seed gives the same picture.
    public var seed: UInt64 = 1
    /// The number of threads, which does not change the picture; `nil` is one for each processor.
    public var threads: Int?
    /// How far two neighbouring nodes stand apart, about.
    public var spacing: Float = 40
    /// The radius of each node, in the same unit, so that none covers another; empty for points.
    public var radii: [Float] = []
    /// How much wider than high the whole is, about, where it has several components.
    public var aspect: Float = 1.5

    /// Creates the default options.
    public init() {}
  }
}

extension Network {
  /// Lays the network out so that nodes which hang together stand together.
  ///
  /// Each connected component is laid out by forces, from its communities downwards: first the
  /// network of communities, then their nodes around them. The components are packed around the
  /// largest. Directions do not matter, and weights only by their square root.
  ///
  /// - Complexity: O((*n* log *n* + *m*) · *r*) for *r* rounds, some 200; O(*n* + *m*) memory.
  public func layout(_ options: NetworkLayout.Options = NetworkLayout.Options()) -> NetworkLayout {
    let network = isDirected ? undirected() : self
    let (component, count) = components()
    var members = [[Int32]](repeating: [], count: count)
    for node in 0..<nodeCount { members[Int(component[node])].append(Int32(node)) }
    var number = [Int32](repeating: -1, count: nodeCount)
    for part in members {
      for (index, node) in part.enumerated() { number[Int(node)] = Int32(index) }
    }
    var result = NetworkLayout(
      x: [Float](repeating: 0, count: nodeCount), y: [Float](repeating: 0, count: nodeCount))
    let team = ThreadTeam(threads: options.threads)
    // Large components one after another on all threads, small ones side by side on one each.
    let large = members.indices.filter { members[$0].count > 1500 }
    let small = members.indices.filter { (2...1500).contains(members[$0].count) }
    let place = { (index: Int, team: ThreadTeam) -> NetworkLayout in
      let part = network.part(members[index], number: number)
      var layout = LayeredLayout(seed: options.seed, team: team).place(part)
      layout.scale(to: options.spacing, edges: part)
      layout.separate(
        members[index].map { options.radii.isEmpty ? 0 : options.radii[Int($0)] },
        gap: options.spacing * 0.35)
      return layout
    }
    var layouts = [NetworkLayout?](repeating: nil, count: count)
    for index in large { layouts[index] = place(index, team) }
    layouts.withUnsafeMutableBufferPointer { layouts in
      nonisolated(unsafe) let layouts = layouts
      team.loop(small.count) { round, _ in
        layouts[small[round]] = place(small[round], ThreadTeam(threads: 1))
      }
    }
    for index in members.indices {
      guard let layout = layouts[index] else { continue }
      for (place, node) in members[index].enumerated() {
        result.x[Int(node)] = layout.x[place]
        result.y[Int(node)] = layout.y[place]
      }
    }
    ComponentPacking(spacing: options.spacing, aspect: options.aspect, radii: options.radii)
      .pack(members, &result)
    return result
  }

  /// The network without directions.
  func undirected() -> Network {
    var edges: [Edge] = []
    for node in 0..<nodeCount {
      for place in range(of: node) {
        edges.append(Edge(node, Int(targets[place]), weight: weights[place]))
      }
    }
    return Network(nodeCount: nodeCount, edges: edges)
  }
}

/// Lays out a connected network from coarse to fine.
struct LayeredLayout {
  let seed: UInt64
  let team: ThreadTeam

  /// Places the nodes; each counts for one more than its edges.
  func place(_ network: Network) -> NetworkLayout {
    let mass = (0..<network.nodeCount).map { 1 + Float(network.degree($0)) }
    return place(network, mass: mass, depth: 0)
  }

  private func place(_ network: Network, mass: [Float], depth: Int) -> NetworkLayout {
    let count = network.nodeCount
    var start = NetworkLayout(x: [], y: [])
    var rounds = 300
    let groups = count > 120 && depth < 8 ? network.communities(seed: seed) : nil
    if let groups, groups.count > 1, groups.count * 4 < count * 3 {
      var sums = [Float](repeating: 0, count: groups.count)
      for node in 0..<count { sums[Int(groups.membership[node])] += mass[node] }
      let coarse = place(
        network.merged(by: groups.membership, count: groups.count), mass: sums, depth: depth + 1)
      start = spread(groups, around: coarse, mass)
      rounds = count > 50_000 ? 150 : 200
    } else {
      // On a spiral, in the order of mass, with a little disorder: no two at one place.
      var generator = SeededGenerator(seed: seed &+ UInt64(depth))
      let order = (0..<count).sorted { (-mass[$0], $0) < (-mass[$1], $1) }
      start.x = [Float](repeating: 0, count: count)
      start.y = start.x
      for (place, node) in order.enumerated() {
        let (x, y) = Self.seedHead(place)
        start.x[node] = 8 * (x + 0.2 * generator.fraction())
        start.y[node] = 8 * (y + 0.2 * generator.fraction())
      }
    }
    var simulation = ForceSimulation(network, mass: mass, x: start.x, y: start.y, team: team)
    simulation.run(rounds: rounds)
    return NetworkLayout(x: simulation.x, y: simulation.y)
  }

  /// Places the nodes of each community around the community's place.
  private func spread(
    _ groups: Communities, around coarse: NetworkLayout, _ mass: [Float]
  ) -> NetworkLayout {
    let count = groups.membership.count
    var result = NetworkLayout(
      x: [Float](repeating: 0, count: count), y: [Float](repeating: 0, count: count))
    var placed = [Int](repeating: 0, count: groups.count)
    let order = (0..<count).sorted { (-mass[$0], $0) < (-mass[$1], $1) }
    for node in order {
      let group = Int(groups.membership[node])
      let (x, y) = Self.seedHead(placed[group])
      placed[group] += 1
      result.x[node] = coarse.x[group] + 3 * x
      result.y[node] = coarse.y[group] + 3 * y
    }
    return result
  }

  /// The place of a seed in a sunflower's head, by its number: evenly spread, from inside out.
  ///
  /// The angle grows by the golden one each time; it is turned step by step and not by sine and
  /// cosine, whose last digits differ between machines.
  static func seedHead(_ number: Int) -> (x: Float, y: Float) {
    let (x, y) = GoldenAngle.direction(number)
    let distance = (Float(number) + 0.5).squareRoot()
    return (x * distance, y * distance)
  }
}

/// Directions that are spread evenly however many there are.
public enum GoldenAngle {
  /// The cosine and sine of the golden angle times 1, 2, 4, 8, …: each the square of the last.
  private static let powers: [(x: Double, y: Double)] = {
    var power = (x: -0.737_368_878_078_319_8, y: 0.675_490_294_261_523_8)
    return (0..<32).map { _ in
      defer { power = (power.x * power.x - power.y * power.y, 2 * power.x * power.y) }
      return power
    }
  }()

  /// The direction with a number from 0, as a vector of length 1.
  public static func direction(_ number: Int) -> (x: Float, y: Float) {
    var result = (x: 1.0, y: 0.0)
    for (bit, power) in powers.enumerated() where number >> bit & 1 == 1 {
      result = (
        result.x * power.x - result.y * power.y, result.x * power.y + result.y * power.x
      )
    }
    return (Float(result.x), Float(result.y))
  }
}
