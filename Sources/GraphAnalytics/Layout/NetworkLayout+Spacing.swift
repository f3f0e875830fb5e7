extension NetworkLayout {
  /// Scales the layout so that a node's nearest neighbour is about this far away, in the middle of
  /// all nodes by that distance; nearer if edges were more than twice as long on average.
  mutating func scale(to spacing: Float, edges network: Network) {
    guard x.count > 1 else { return }
    let grid = PointGrid(x, y, cell: PointGrid.evenCell(x, y))
    var distances = (0..<x.count).map { grid.nearest(to: $0, x, y) }
    distances.sort()
    let middle = distances[distances.count / 2]
    var length: Float = 0
    for node in 0..<network.nodeCount {
      for place in network.range(of: node) {
        let other = Int(network.targets[place])
        let (dx, dy) = (x[other] - x[node], y[other] - y[node])
        length += (dx * dx + dy * dy).squareRoot()
      }
    }
    let mean = length / Float(max(network.targets.count, 1))
    guard middle > 0 || mean > 0 else { return }
    // Dense networks have long edges of need: there the nodes' distance counts.
    let isSparse = network.targets.count < 4 * network.nodeCount
    let factor =
      isSparse && mean > 0
      ? min(spacing / max(middle, 1e-6), 2 * spacing / mean) : spacing / max(middle, mean / 100)
    for node in x.indices {
      x[node] *= factor
      y[node] *= factor
    }
  }

  /// Moves nodes apart that cover each other or stand nearer than a gap, as little as it takes and
  /// at most for some rounds.
  mutating func separate(_ radii: [Float], gap: Float = 0) {
    guard x.count > 1, let largest = radii.max(), largest > 0 else { return }
    for _ in 0..<60 {
      let grid = PointGrid(x, y, cell: 2.3 * largest + gap)
      var moveX = [Float](repeating: 0, count: x.count)
      var moveY = moveX
      var overlaps = 0
      for node in x.indices {
        grid.forEachNear(x[node], y[node]) { other in
          guard other != node else { return }
          let wanted = (radii[node] + radii[other]) * 1.15 + gap
          var (dx, dy) = (x[node] - x[other], y[node] - y[other])
          let square = dx * dx + dy * dy
          guard square < wanted * wanted else { return }
          overlaps += 1
          var distance = square.squareRoot()
          if distance < 1e-3 {
            // At one place: part along a direction that the two agree on.
            let way = GoldenAngle.direction(min(node, other) &+ 1)
            (dx, dy) = node < other ? way : (-way.x, -way.y)
            distance = 1
          }
          // The smaller one gives way.
          let share = radii[other] / max(radii[node] + radii[other], 1e-6)
          let step = 0.55 * (wanted - min(distance, wanted)) * max(share, 0.1) / distance
          moveX[node] += dx * step
          moveY[node] += dy * step
        }
      }
      guard overlaps > 0 else { break }
      for node in x.indices {
        x[node] += moveX[node]
        y[node] += moveY[node]
      }
    }
  }
}

/// Points in the square cells of a grid, to find those nearby.
struct PointGrid {
  private let cell: Float
  private let left: Float
  private let top: Float
  private let columns: Int
  private let rows: Int
  private var starts: [Int32]
  private var points: [Int32]

  init(_ x: [Float], _ y: [Float], cell wanted: Float) {
    left = x.min() ?? 0
    top = y.min() ?? 0
    let (width, height) = ((x.max() ?? 0) - left, (y.max() ?? 0) - top)
    // No more cells than about four a point, so that a few stragglers cost no memory.
    let least = (width * height / Float(4 * x.count + 16)).squareRoot()
    cell = max(wanted, least, max(width, height) / 30_000, 1e-6)
    columns = Int(width / cell) + 1
    rows = Int(height / cell) + 1
    starts = [Int32](repeating: 0, count: columns * rows + 1)
    points = [Int32](repeating: 0, count: x.count)
    for point in x.indices { starts[place(x[point], y[point]) + 1] += 1 }
    for index in 0..<columns * rows { starts[index + 1] += starts[index] }
    var next = starts
    for point in x.indices {
      let index = place(x[point], y[point])
      points[Int(next[index])] = Int32(point)
      next[index] += 1
    }
  }

  /// The width of a cell that holds about two points.
  static func evenCell(_ x: [Float], _ y: [Float]) -> Float {
    let width = (x.max() ?? 0) - (x.min() ?? 0)
    let height = (y.max() ?? 0) - (y.min() ?? 0)
    return max((2 * width * height / Float(max(x.count, 1))).squareRoot(), 1e-6)
  }

  private func place(_ x: Float, _ y: Float) -> Int {
    let column = min(columns - 1, max(0, Int((x - left) / cell)))
    let row = min(rows - 1, max(0, Int((y - top) / cell)))
    return row * columns + column
  }

  /// Calls the closure with each point in the cells around a place.
  func forEachNear(_ x: Float, _ y: Float, ring: Int = 1, _ body: (Int) -> Void) {
    let column = Int((x - left) / cell)
    let row = Int((y - top) / cell)
    for row in max(0, row - ring)...min(rows - 1, max(0, row + ring)) {
      let range = max(0, column - ring)...min(columns - 1, max(0, column + ring))
      let first = Int(starts[row * columns + range.lowerBound])
      let last = Int(starts[row * columns + range.upperBound + 1])
      for index in first..<last { body(Int(points[index])) }
    }
  }

  /// How far the nearest other point is, or a few cells if none is that near.
  func nearest(to point: Int, _ x: [Float], _ y: [Float]) -> Float {
    var best = Float.greatestFiniteMagnitude
    for ring in 1...3 {
      forEachNear(x[point], y[point], ring: ring) { other in
        guard other != point else { return }
        let (dx, dy) = (x[other] - x[point], y[other] - y[point])
        best = min(best, dx * dx + dy * dy)
      }
      if best < Float.greatestFiniteMagnitude { return best.squareRoot() }
    }
    return 4 * cell
  }
}
