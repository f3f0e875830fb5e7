extension ResultWriter {
  /// Writes all solutions, and tells how many there were.
  ///
  /// What was written of a term is kept and written again when the term comes back.
  @discardableResult
  public mutating func add(_ solutions: Solutions) throws(QueryError) -> Int {
    var count = 0
    var known: [UInt64: [UInt8]] = [:]
    var cells = [[UInt8]?](repeating: nil, count: variables.count)
    while let batch = try solutions.next() {
      for row in 0..<batch.count {
        for place in batch.columns.indices {
          let id = batch.columns[place][row]
          if let cell = known[id] {
            cells[place] = cell
          } else if let term = try solutions.term(of: id) {
            let cell = self.cell(term)
            if known.count > 1 << 18 { known.removeAll(keepingCapacity: true) }
            known[id] = cell
            cells[place] = cell
          } else {
            cells[place] = nil
          }
        }
        add(cells: cells)
      }
      count += batch.count
    }
    return count
  }
}
