/// Nodes that push each other away and edges that pull (ForceAtlas2 of Jacomy and others, 2014).
///
/// The push between two nodes grows with their masses and falls with their distance; it comes
/// from cells of a quadtree where these are far (Barnes and Hut). The pull along an edge grows
/// with its length. Each node has a speed of its own, slower where it swings, and no step is longer
/// than a cap that falls with time: so nothing flies off.
struct ForceSimulation {
  private let network: Network
  private let pulls: [Float]
  private let mass: [Float]
  private let team: ThreadTeam
  /// How much the pull towards the middle grows with the distance, so that long branches of a
  /// small network stay near.
  private let strongGravity: Float
  private(set) var x: [Float]
  private(set) var y: [Float]
  private var forceX: [Float]
  private var forceY: [Float]
  private var lastX: [Float]
  private var lastY: [Float]
  private var speed: Float = 1
  private var efficiency: Float = 1
  private var tree = Quadtree()
  private var lists: [InteractionList]

  /// How strong the nodes' push is, and the pull towards the middle.
  private static let repulsion: Float = 2
  private static let gravity: Float = 0.6
  /// Cells whose width is less than this share of their distance are taken as one.
  private static let openness: Float = 1.3

  /// Creates a simulation of a connected network.
  init(_ network: Network, mass: [Float], x: [Float], y: [Float], team: ThreadTeam) {
    self.network = network
    self.mass = mass
    self.team = team
    strongGravity = min(0.03, 25 / Float(max(x.count, 1)))
    self.x = x
    self.y = y
    // Many parallel edges pull more, but not in proportion.
    pulls = network.weights.map { $0.squareRoot() }
    forceX = [Float](repeating: 0, count: x.count)
    forceY = forceX
    lastX = forceX
    lastY = forceX
    lists = (0..<team.size).map { _ in InteractionList() }
  }

  /// Moves the nodes for some rounds.
  mutating func run(rounds: Int) {
    guard x.count > 1 else { return }
    for round in 0..<rounds {
      let rest = 1 - Float(round) / Float(rounds)
      swap(&lastX, &forceX)
      swap(&lastY, &forceY)
      tree.build(x, y, mass)
      push()
      pull()
      move(share: rest)
    }
  }

  /// Sets the forces to the push of all other nodes.
  private mutating func push() {
    let tree = tree
    let square = Self.openness * Self.openness
    let batch = 64
    let batches = (tree.leaves.count + batch - 1) / batch
    forceX.withUnsafeMutableBufferPointer { forceX in
      forceY.withUnsafeMutableBufferPointer { forceY in
        lists.withUnsafeMutableBufferPointer { lists in
          nonisolated(unsafe) let (forceX, forceY, lists) = (forceX, forceY, lists)
          team.loop(batches) { round, worker in
            for leaf in round * batch..<min(tree.leaves.count, (round + 1) * batch) {
              lists[worker].gather(for: Int(tree.leaves[leaf]), in: tree, squaredOpenness: square)
              lists[worker].push(
                leaf: Int(tree.leaves[leaf]), in: tree, strength: Self.repulsion, forceX, forceY)
            }
          }
        }
      }
    }
  }

  /// Adds the pull of the edges and of the middle.
  private mutating func pull() {
    let (network, pulls, x, y, mass) = (network, pulls, x, y, mass)
    let strongGravity = strongGravity
    forceX.withUnsafeMutableBufferPointer { forceX in
      forceY.withUnsafeMutableBufferPointer { forceY in
        network.targets.withUnsafeBufferPointer { targets in
          pulls.withUnsafeBufferPointer { pulls in
            x.withUnsafeBufferPointer { x in
              y.withUnsafeBufferPointer { y in
                nonisolated(unsafe) let (forceX, forceY, targets) = (forceX, forceY, targets)
                nonisolated(unsafe) let (pulls, x, y) = (pulls, x, y)
                team.pieces(of: x.count) { nodes in
                  for node in nodes {
                    let (ownX, ownY) = (x[node], y[node])
                    let distance = (ownX * ownX + ownY * ownY).squareRoot() + 1e-6
                    let gravity = mass[node] * (Self.gravity / distance + strongGravity)
                    var fx = forceX[node] - ownX * gravity
                    var fy = forceY[node] - ownY * gravity
                    for place in network.range(of: node) {
                      let other = Int(targets[place])
                      fx += (x[other] - ownX) * pulls[place]
                      fy += (y[other] - ownY) * pulls[place]
                    }
                    forceX[node] = fx
                    forceY[node] = fy
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Sets the speed by how much the nodes swing, and takes a step.
  private mutating func move(share rest: Float) {
    let count = Float(x.count)
    var swing: Float = 0
    var traction: Float = 0
    for node in x.indices {
      let (ax, ay) = (lastX[node] - forceX[node], lastY[node] - forceY[node])
      let (bx, by) = (lastX[node] + forceX[node], lastY[node] + forceY[node])
      swing += mass[node] * (ax * ax + ay * ay).squareRoot()
      traction += mass[node] * (bx * bx + by * by).squareRoot() / 2
    }
    let tolerance: Float = x.count < 5000 ? 0.1 : x.count < 50_000 ? 1 : 10
    let estimate = 0.05 * count.squareRoot()
    var jitter =
      tolerance * max(estimate.squareRoot(), min(10, estimate * traction / (count * count)))
    if traction > 0, swing / traction > 2 {
      if efficiency > 0.05 { efficiency *= 0.5 }
      jitter = max(jitter, tolerance)
    }
    let target = jitter * efficiency * traction / max(swing, 1e-12)
    if swing > jitter * traction {
      if efficiency > 0.05 { efficiency *= 0.7 }
    } else if speed < 1000 {
      efficiency *= 1.3
    }
    speed += min(target - speed, 0.5 * speed)
    let cap = 1 + 20 * rest
    for node in x.indices {
      let (ax, ay) = (lastX[node] - forceX[node], lastY[node] - forceY[node])
      let own = mass[node] * (ax * ax + ay * ay).squareRoot()
      var factor = speed / (1 + (speed * own).squareRoot())
      let (fx, fy) = (forceX[node], forceY[node])
      let length = (fx * fx + fy * fy).squareRoot() * factor
      if length > cap { factor *= cap / length }
      x[node] += fx * factor
      y[node] += fy * factor
    }
  }
}

/// What pushes the points of one leaf of a quadtree: single points and whole cells.
private struct InteractionList {
  private var x: [SIMD8<Float>] = []
  private var y: [SIMD8<Float>] = []
  private var mass: [SIMD8<Float>] = []
  private var count = 0

  init() { grow(64) }

  /// Collects what pushes a leaf's points, by one walk through the tree.
  mutating func gather(for leaf: Int, in tree: Quadtree, squaredOpenness: Float) {
    let first = Int(tree.firstPoint[leaf])
    let points = first..<first + Int(tree.pointCount[leaf])
    let (middleX, middleY) = (tree.centerX[leaf], tree.centerY[leaf])
    var reach: Float = 0
    for point in points {
      let (dx, dy) = (tree.x[point] - middleX, tree.y[point] - middleY)
      reach = max(reach, dx * dx + dy * dy)
    }
    reach = reach.squareRoot()
    count = 0
    let cells = tree.next.count
    tree.next.withUnsafeBufferPointer { next in
      tree.centerX.withUnsafeBufferPointer { centerX in
        tree.centerY.withUnsafeBufferPointer { centerY in
          tree.squaredWidth.withUnsafeBufferPointer { squaredWidth in
            tree.pointCount.withUnsafeBufferPointer { pointCount in
              var cell = 0
              while cell < cells {
                if pointCount[cell] > 0 {
                  let first = Int(tree.firstPoint[cell])
                  for point in first..<first + Int(pointCount[cell]) {
                    append(tree.x[point], tree.y[point], tree.mass[point])
                  }
                  cell = Int(next[cell])
                  continue
                }
                let (dx, dy) = (centerX[cell] - middleX, centerY[cell] - middleY)
                let distance = max(0, (dx * dx + dy * dy).squareRoot() - reach)
                if squaredWidth[cell] < squaredOpenness * distance * distance {
                  append(centerX[cell], centerY[cell], tree.cellMass[cell])
                  cell = Int(next[cell])
                } else {
                  cell += 1
                }
              }
            }
          }
        }
      }
    }
    while count % 8 != 0 { append(0, 0, 0) }
  }

  /// Sets the force on each point of the leaf to the push of what was gathered.
  func push(
    leaf: Int, in tree: Quadtree, strength: Float,
    _ forceX: UnsafeMutableBufferPointer<Float>, _ forceY: UnsafeMutableBufferPointer<Float>
  ) {
    let first = Int(tree.firstPoint[leaf])
    let blocks = count / 8
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        mass.withUnsafeBufferPointer { mass in
          for point in first..<first + Int(tree.pointCount[leaf]) {
            let ownX = SIMD8<Float>(repeating: tree.x[point])
            let ownY = SIMD8<Float>(repeating: tree.y[point])
            var sumX = SIMD8<Float>.zero
            var sumY = SIMD8<Float>.zero
            for block in 0..<blocks {
              let dx = ownX - x[block]
              let dy = ownY - y[block]
              // A point does not push itself: the distance is 0, and so is the product.
              let force = mass[block] / (dx * dx + dy * dy + 1e-3)
              sumX += dx * force
              sumY += dy * force
            }
            let node = Int(tree.order[point])
            forceX[node] = sumX.sum() * strength * tree.mass[point]
            forceY[node] = sumY.sum() * strength * tree.mass[point]
          }
        }
      }
    }
  }

  @inline(__always)
  private mutating func append(_ x: Float, _ y: Float, _ mass: Float) {
    let (block, lane) = (count >> 3, count & 7)
    if block == self.x.count { grow(block) }
    self.x[block][lane] = x
    self.y[block][lane] = y
    self.mass[block][lane] = mass
    count += 1
  }

  private mutating func grow(_ more: Int) {
    let zeros = repeatElement(SIMD8<Float>.zero, count: more)
    x += zeros
    y += zeros
    mass += zeros
  }
}
