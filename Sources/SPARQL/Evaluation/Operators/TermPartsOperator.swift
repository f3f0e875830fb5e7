internal import GraphModel

/// For each row with a triple term, its parts.
final class TermPartsOperator: Operator {
  private let input: Operator
  private let scan: Scan
  private let execution: Execution
  private let term: Int
  private var known: [UInt64: EncodedQuad?] = [:]

  init(_ input: Operator, _ scan: Scan, slots: [Int], _ execution: Execution) {
    self.input = input
    self.scan = scan
    self.execution = execution
    term = scan.places[3].slot.flatMap(input.column(of:)) ?? 0
    super.init(slots: slots)
  }

  private func parts(_ id: UInt64) throws -> EncodedQuad? {
    guard TermID(rawValue: id).kind == .triple else { return nil }
    if let found = known[id] { return found }
    let found = try execution.source.tripleTerm(of: TermID(rawValue: id))
    if known.count < 200_000 { known[id] = found }
    return found
  }

  override func make() throws -> Batch? {
    guard let batch = try input.next() else { return nil }
    try execution.check()
    var rows: [Int32] = []
    var columns = slots.map { _ in [UInt64]() }
    let sources = slots.map { slot -> (column: Int?, place: Int) in
      (input.column(of: slot), scan.place(of: slot) ?? 0)
    }
    for row in 0..<batch.count {
      guard let quad = try parts(batch.columns[term][row]) else { continue }
      var agrees = true
      for place in 0..<3 {
        switch scan.places[place] {
        case .constant(let id): if quad[place] != id { agrees = false }
        case .variable(let slot):
          if let column = input.column(of: slot), batch.columns[column][row] != quad[place] {
            agrees = false
          }
          if let first = scan.place(of: slot), first < place, quad[first] != quad[place] {
            agrees = false
          }
        case .ignored: break
        }
      }
      guard agrees else { continue }
      rows.append(Int32(row))
      for (output, source) in sources.enumerated() where source.column == nil {
        columns[output].append(quad[source.place])
      }
    }
    for (output, source) in sources.enumerated() {
      if let column = source.column { columns[output] = Batch.gather(batch.columns[column], rows) }
    }
    let weights = batch.weights.isEmpty ? [] : Batch.gather(batch.weights, rows)
    return Batch(columns: columns, count: rows.count, weights: weights)
  }
}
