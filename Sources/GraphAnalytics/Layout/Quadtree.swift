/// A tree over points of the plane whose cells tell mass and centre, for forces from afar.
///
/// Points are sorted along a Morton curve, so that a cell is a range of them and the tree one array
/// in depth-first order: a walk needs no stack, since each cell knows where to go on when it is
/// not entered.
struct Quadtree {
  /// The most points in a leaf.
  static let leafSize = 12

  /// The points in the order of the curve: which point, where, and how heavy.
  private(set) var order: [Int32] = []
  private(set) var x: [Float] = []
  private(set) var y: [Float] = []
  private(set) var mass: [Float] = []
  /// The cells: centre of mass, mass, squared width, the cell after the whole of it, and the
  /// points (none if it is not a leaf).
  private(set) var centerX: [Float] = []
  private(set) var centerY: [Float] = []
  private(set) var cellMass: [Float] = []
  private(set) var squaredWidth: [Float] = []
  private(set) var next: [Int32] = []
  private(set) var firstPoint: [Int32] = []
  private(set) var pointCount: [Int32] = []
  /// The cells that are leaves.
  private(set) var leaves: [Int32] = []

  private var codes: [UInt32] = []
  private var otherCodes: [UInt32] = []
  private var otherOrder: [Int32] = []

  init() {}

  /// Builds the tree anew, in O(*n*) for *n* points.
  mutating func build(_ pointX: [Float], _ pointY: [Float], _ pointMass: [Float]) {
    let count = pointX.count
    let bounds = sort(pointX, pointY)
    if x.count != count {
      x = [Float](repeating: 0, count: count)
      y = x
      mass = x
    }
    for index in 0..<count {
      let point = Int(order[index])
      x[index] = pointX[point]
      y[index] = pointY[point]
      mass[index] = pointMass[point]
    }
    for list in [\Quadtree.centerX, \.centerY, \.cellMass, \.squaredWidth] {
      self[keyPath: list].removeAll(keepingCapacity: true)
    }
    next.removeAll(keepingCapacity: true)
    firstPoint.removeAll(keepingCapacity: true)
    pointCount.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    if count > 0 { _ = cell(0..<count, shift: 30, width: bounds) }
  }

  /// Sorts the points along the curve; returns the width of the square that holds them.
  private mutating func sort(_ pointX: [Float], _ pointY: [Float]) -> Float {
    let count = pointX.count
    var low: (x: Float, y: Float) = (.greatestFiniteMagnitude, .greatestFiniteMagnitude)
    var high: (x: Float, y: Float) = (-.greatestFiniteMagnitude, -.greatestFiniteMagnitude)
    for point in 0..<count {
      low = (min(low.x, pointX[point]), min(low.y, pointY[point]))
      high = (max(high.x, pointX[point]), max(high.y, pointY[point]))
    }
    let width = max(high.x - low.x, high.y - low.y, 1e-6) * 1.0001
    let scale = 65_535 / width
    if codes.count != count {
      codes = [UInt32](repeating: 0, count: count)
      otherCodes = codes
      order = [Int32](repeating: 0, count: count)
      otherOrder = order
    }
    for point in 0..<count {
      let column = Self.spread(UInt32((pointX[point] - low.x) * scale))
      let row = Self.spread(UInt32((pointY[point] - low.y) * scale))
      codes[point] = column | row << 1
      order[point] = Int32(truncatingIfNeeded: point)
    }
    for shift: UInt32 in [0, 11, 22] {
      var starts = [Int](repeating: 0, count: 2049)
      for code in codes { starts[Int(code >> shift & 2047) + 1] += 1 }
      for digit in 0..<2048 { starts[digit + 1] += starts[digit] }
      for index in 0..<count {
        let digit = Int(codes[index] >> shift & 2047)
        let place = starts[digit]
        starts[digit] = place + 1
        otherCodes[place] = codes[index]
        otherOrder[place] = order[index]
      }
      swap(&codes, &otherCodes)
      swap(&order, &otherOrder)
    }
    return width
  }

  /// Puts a zero bit before each of the lower sixteen bits.
  private static func spread(_ value: UInt32) -> UInt32 {
    var bits = value & 0xffff
    bits = (bits | bits << 8) & 0x00ff_00ff
    bits = (bits | bits << 4) & 0x0f0f_0f0f
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }

  /// Adds the cell of a range of points and those below it; returns mass and weighted centre.
  private mutating func cell(
    _ range: Range<Int>, shift: Int, width: Float
  ) -> (mass: Float, x: Float, y: Float) {
    let index = next.count
    centerX.append(0)
    centerY.append(0)
    cellMass.append(0)
    squaredWidth.append(width * width)
    next.append(0)
    firstPoint.append(Int32(range.lowerBound))
    pointCount.append(0)
    var sum: (mass: Float, x: Float, y: Float) = (0, 0, 0)
    if range.count <= Self.leafSize || shift < 0 {
      pointCount[index] = Int32(range.count)
      leaves.append(Int32(index))
      for point in range {
        sum.mass += mass[point]
        sum.x += mass[point] * x[point]
        sum.y += mass[point] * y[point]
      }
    } else {
      var start = range.lowerBound
      while start < range.upperBound {
        let digit = codes[start] >> UInt32(shift) & 3
        var end = start + 1
        while end < range.upperBound, codes[end] >> UInt32(shift) & 3 == digit { end += 1 }
        let part = cell(start..<end, shift: shift - 2, width: width / 2)
        sum = (sum.mass + part.mass, sum.x + part.x, sum.y + part.y)
        start = end
      }
    }
    centerX[index] = sum.x / sum.mass
    centerY[index] = sum.y / sum.mass
    cellMass[index] = sum.mass
    next[index] = Int32(next.count)
    return sum
  }
}
