/// Puts the components of a network beside each other, the largest in the middle.
///
/// Each component covers the squares of a grid that lie between its nodes along the row or along
/// the column; it takes the free place nearest to the middle, in the order of size.
struct ComponentPacking {
  let spacing: Float
  let aspect: Float
  let radii: [Float]

  /// A component as squares: runs of columns in its rows.
  fileprivate struct Shape {
    var runs: [(row: Int, columns: ClosedRange<Int>)]
    var width: Int
    var height: Int

    /// The middle of the squares, which a few stragglers do not move.
    var middle: (column: Int, row: Int) {
      var sum = (column: 0, row: 0, count: 0)
      for run in runs {
        let count = run.columns.count
        sum.column += (run.columns.lowerBound + run.columns.upperBound) * count
        sum.row += 2 * run.row * count
        sum.count += 2 * count
      }
      return sum.count == 0 ? (0, 0) : (sum.column / sum.count, sum.row / sum.count)
    }
  }

  /// Moves the components of a layout, whose own places may overlap.
  func pack(_ members: [[Int32]], _ layout: inout NetworkLayout) {
    guard members.count > 1 else { return center(&layout) }
    // The square is as large as a lone node needs, or larger where there would be too many.
    var area: Float = 0
    for part in members {
      let box = bounds(part, layout)
      area += (box.right - box.left + spacing) * (box.bottom - box.top + spacing)
    }
    let widest = radii.max() ?? 0
    let square = max(spacing * 1.1, 2.3 * widest, (area / 400_000).squareRoot())
    let order = members.indices.sorted {
      (-members[$0].count, $0) < (-members[$1].count, $1)
    }
    let shapes = members.map { shape($0, layout, square: square) }
    let squares = shapes.reduce(0) { sum, shape in
      shape.runs.reduce(sum) { $0 + $1.columns.count }
    }
    let tallest = shapes.map(\.height).max() ?? 1
    let broadest = shapes.map(\.width).max() ?? 1
    let side = Float(squares).squareRoot()
    var grid = Occupancy(
      columns: Int(side * 1.6 * aspect.squareRoot()) + 2 * broadest + 4,
      rows: Int(side * 1.6 / aspect.squareRoot()) + 2 * tallest + 4, aspect: aspect)
    for index in order {
      let (column, row) = grid.place(shapes[index])
      let box = bounds(members[index], layout)
      let (dx, dy) = (Float(column) * square - box.left, Float(row) * square - box.top)
      for node in members[index] {
        layout.x[Int(node)] += dx
        layout.y[Int(node)] += dy
      }
    }
    center(&layout)
  }

  private func bounds(
    _ part: [Int32], _ layout: NetworkLayout
  ) -> (left: Float, top: Float, right: Float, bottom: Float) {
    let most = Float.greatestFiniteMagnitude
    var box = (left: most, top: most, right: -most, bottom: -most)
    for node in part {
      let (x, y) = (layout.x[Int(node)], layout.y[Int(node)])
      box = (min(box.left, x), min(box.top, y), max(box.right, x), max(box.bottom, y))
    }
    return box
  }

  /// The squares of a component; around one of many nodes there is a margin.
  private func shape(_ part: [Int32], _ layout: NetworkLayout, square: Float) -> Shape {
    let box = bounds(part, layout)
    let margin = part.count > 30 ? 2 : 0
    let height = Int((box.bottom - box.top) / square) + 1 + 2 * margin
    let width = Int((box.right - box.left) / square) + 1 + 2 * margin
    var rows = [ClosedRange<Int>?](repeating: nil, count: height)
    var columns = [ClosedRange<Int>?](repeating: nil, count: width)
    for node in part {
      let column = Int((layout.x[Int(node)] - box.left) / square)
      let row = Int((layout.y[Int(node)] - box.top) / square)
      for step in 0...2 * margin {
        rows[row + step] = Self.join(rows[row + step], column...column + 2 * margin)
        columns[column + step] = Self.join(columns[column + step], row...row + 2 * margin)
      }
    }
    var runs: [(row: Int, columns: ClosedRange<Int>)] = []
    for row in 0..<height {
      var start: Int?
      for column in 0...width {
        let isCovered =
          column < width
          && (rows[row]?.contains(column) ?? false || columns[column]?.contains(row) ?? false)
        if isCovered {
          start = start ?? column
        } else if let first = start {
          runs.append((row, first...column - 1))
          start = nil
        }
      }
    }
    return Shape(runs: runs, width: width, height: height)
  }

  private static func join(_ a: ClosedRange<Int>?, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
    guard let a else { return b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// Moves the middle of the box around everything to the origin.
  private func center(_ layout: inout NetworkLayout) {
    guard !layout.x.isEmpty else { return }
    let box = bounds((0..<Int32(layout.x.count)).map { $0 }, layout)
    let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    for node in layout.x.indices {
      layout.x[node] -= x
      layout.y[node] -= y
    }
  }
}

/// The squares of a grid that are taken, and the order in which free ones are tried.
private struct Occupancy {
  private let columns: Int
  private let rows: Int
  private var isTaken: [Bool]
  private let places: [Int32]
  /// From where on a shape of this size is tried: before, none found a place.
  private var starts: [Int: Int] = [:]

  init(columns: Int, rows: Int, aspect: Float) {
    self.columns = columns
    self.rows = rows
    isTaken = [Bool](repeating: false, count: columns * rows)
    let (middleX, middleY) = (Float(columns) / 2, Float(rows) / 2)
    let keys = (0..<columns * rows).map { place -> Float in
      let dx = Float(place % columns) - middleX
      let dy = (Float(place / columns) - middleY) * aspect
      return dx * dx + dy * dy
    }
    places = (0..<Int32(columns * rows)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
  }

  /// Takes the free place nearest to the middle; returns its first column and row.
  mutating func place(_ shape: ComponentPacking.Shape) -> (column: Int, row: Int) {
    let key = shape.width << 32 | shape.height
    let isSmall = shape.width <= 3 && shape.height <= 3
    var index = isSmall ? starts[key] ?? 0 : 0
    let middle = shape.middle
    while index < places.count {
      let column = Int(places[index]) % columns - middle.column
      let row = Int(places[index]) / columns - middle.row
      if column >= 0, row >= 0, column + shape.width <= columns, row + shape.height <= rows,
        isFree(shape, column, row)
      {
        if isSmall { starts[key] = index }
        for run in shape.runs {
          let start = (row + run.row) * columns + column
          for square in run.columns { isTaken[start + square] = true }
        }
        return (column, row)
      }
      index += 1
    }
    // The grid has room for all; should it not, the shape goes below everything.
    return (0, rows)
  }

  private func isFree(_ shape: ComponentPacking.Shape, _ column: Int, _ row: Int) -> Bool {
    for run in shape.runs {
      let start = (row + run.row) * columns + column
      for square in run.columns where isTaken[start + square] { return false }
    }
    return true
  }
}
