internal import GraphModel

/// For each row, what a pattern finds: probes in the order of an index, so that one cursor walks
/// forward through them all.
final class LookupOperator: Operator {
  private let input: Operator
  private let scan: Scan
  private let execution: Execution
  let order: QuadOrder
  /// How many places in front are constants, and how many are bound.
  let constants: Int
  let bound: Int
  private let isSorted: Bool
  let isOptional: Bool
  let multiplicity: Multiplicity
  let filter: QuadFilter
  /// Bound places that take their value from a row: in the key, and behind it.
  var keyColumns: [(place: Int, column: Int)] = []
  var otherColumns: [(place: Int, column: Int)] = []
  /// Where each output column comes from.
  private var fromInput: [(output: Int, column: Int)] = []
  var fromQuads: [(output: Int, place: Int)] = []

  // The rows being worked on.
  var rows = Batch(width: 0)
  var sequence: [Int32] = []
  var place = 0
  private var groupEnd = 0
  private var wanted = 4096
  private var inputEnded = false

  // The matches of one key.
  private var matched = QuadBatch()
  var matchedKey: [UInt64]?
  private var match = 0
  var hasGroup = false

  // The cursor, and what was read ahead.
  private var cursor: (any QuadCursor)?
  var lastKey: [UInt64] = []
  var ahead = QuadBatch()
  var at = 0
  private var chunk = 32
  private var skipped = 0
  private var sourceEnded = false
  /// Whether the last key lay far behind the one before: then the next is sought at once.
  private var isSparse = true

  // The output.
  var outputRows: [Int32] = []
  var outputColumns: [[UInt64]]
  var outputWeights: [UInt64] = []

  init(
    _ input: Operator, _ scan: Scan, _ order: QuadOrder, constants: Int, bound: Int,
    isSorted: Bool, optional: Bool, slots: [Int], _ multiplicity: Multiplicity,
    _ execution: Execution
  ) {
    self.input = input
    self.scan = scan
    self.order = order
    self.constants = constants
    self.bound = bound
    self.isSorted = isSorted
    self.multiplicity = multiplicity
    self.execution = execution
    isOptional = optional
    filter = QuadFilter(scan, done: Set(order.places.prefix(bound)))
    outputColumns = slots.map { _ in [] }
    super.init(slots: slots)
    for (position, place) in order.places.enumerated() {
      guard let slot = scan.places[place].slot, let column = input.column(of: slot) else {
        continue
      }
      if position < bound {
        keyColumns.append((place, column))
      } else {
        otherColumns.append((place, column))
      }
    }
    for (output, slot) in slots.enumerated() {
      if let column = input.column(of: slot) {
        fromInput.append((output, column))
      } else {
        fromQuads.append((output, scan.place(of: slot) ?? 0))
      }
    }
  }

  /// Whether only the number of matches counts.
  var onlyCounts: Bool {
    multiplicity != .rows && fromQuads.isEmpty && otherColumns.isEmpty
  }

  override func make() throws -> Batch? {
    try execution.check()
    while outputRows.count < Batch.target {
      if place >= sequence.count {
        // Rows in the output are places in the batch: it must go before the next one comes.
        if !outputRows.isEmpty { break }
        guard try readInput() else { return nil }
      }
      if !hasGroup {
        mergeAhead()
        if place >= sequence.count || outputRows.count >= Batch.target { continue }
        try beginGroup()
      }
      emit()
    }
    return flush()
  }

  /// Takes the next rows of the input and sorts them.
  private func readInput() throws -> Bool {
    guard !inputEnded, var batch = try input.next() else { return false }
    if !isSorted {
      while batch.count < wanted, let more = try input.next() { batch.append(more) }
      wanted = min(wanted * 4, 131_072)
    }
    rows = batch
    sequence = RadixSort.rows(batch.count, by: keyColumns.map { batch.columns[$0.column] })
    place = 0
    hasGroup = false
    return true
  }

  /// Finds the rows with the next key, and their matches.
  private func beginGroup() throws {
    let first = Int(sequence[place])
    var key = scan.key
    var values: [UInt64] = []
    for (target, column) in keyColumns {
      let value = rows.columns[column][first]
      key[target] = value
      values.append(value)
    }
    groupEnd = place + 1
    while groupEnd < sequence.count {
      let row = Int(sequence[groupEnd])
      var same = true
      for (index, source) in keyColumns.enumerated()
      where rows.columns[source.column][row] != values[index] {
        same = false
        break
      }
      guard same else { break }
      groupEnd += 1
    }
    match = 0
    hasGroup = true
    // The last key of one batch may be the first of the next.
    if values == matchedKey { return }
    matched.removeAll()
    matchedKey = values
    if values.contains(0) { return }
    try find(key, values)
  }

  private func compare(_ row: Int, _ key: EncodedQuad) -> Int {
    var position = constants
    while position < bound {
      let place = order.places[position]
      let a: UInt64
      let b: UInt64
      switch place {
      case 0: (a, b) = (ahead.subjects[row], key.subject.rawValue)
      case 1: (a, b) = (ahead.predicates[row], key.predicate.rawValue)
      case 2: (a, b) = (ahead.objects[row], key.object.rawValue)
      default: (a, b) = (ahead.graphs[row], key.graph.rawValue)
      }
      if a != b { return a < b ? -1 : 1 }
      position += 1
    }
    return 0
  }

  private func open(_ key: EncodedQuad) throws {
    cursor =
      scan.subject == .quads
      ? try execution.source.cursor(order, key: key, bound: constants)
      : try execution.source.tripleTerms(order, key: key, bound: constants)
    ahead.removeAll()
    at = 0
    skipped = 1
    chunk = 32
    sourceEnded = false
  }

  private func find(_ key: EncodedQuad, _ values: [UInt64]) throws {
    if cursor == nil || !lastKey.lexicographicallyPrecedes(values) { try open(scan.key) }
    lastKey = values
    var start = key
    for position in bound..<4 { start[order.places[position]] = 0 }
    // Move to the first quad that is not before the key.
    var sought = false
    while true {
      if at < ahead.count {
        if compare(ahead.count - 1, key) >= 0 {
          at = OrderedSearch.gallop(in: at..<ahead.count) { compare($0, key) < 0 }
          isSparse = sought
          break
        }
        at = ahead.count
        skipped += 1
      }
      if sourceEnded { return }
      if skipped > (isSparse ? 0 : 1) || ahead.count == 0 {
        try cursor?.seek(to: start)
        chunk = 32
        skipped = 0
        sought = true
      }
      guard try read() else { return }
    }
    skipped = 0
    try take(key)
  }

  private func read() throws -> Bool {
    ahead.removeAll()
    at = 0
    guard let cursor, try cursor.next(into: &ahead, limit: chunk) > 0 else {
      sourceEnded = true
      return false
    }
    chunk = min(chunk * 2, 2048)
    return true
  }

  /// Takes the quads that agree with the key.
  private func take(_ key: EncodedQuad) throws {
    var previous: (UInt64, UInt64, UInt64)?
    while true {
      while at < ahead.count {
        guard compare(at, key) == 0 else { return }
        if filter.isTrivial || filter.passes(ahead, at) {
          let triple = (ahead.subjects[at], ahead.predicates[at], ahead.objects[at])
          if !filter.merges || previous.map({ $0 != triple }) ?? true {
            matched.subjects.append(triple.0)
            matched.predicates.append(triple.1)
            matched.objects.append(triple.2)
            matched.graphs.append(ahead.graphs[at])
            if multiplicity == .set, onlyCounts { return }
          }
          previous = triple
        }
        at += 1
      }
      guard !sourceEnded, try read() else { return }
    }
  }

  /// Writes rows of the group with their matches, as many as there is room for.
  private func emit() {
    if onlyCounts {
      while place < groupEnd {
        let row = sequence[place]
        if matched.count > 0 || isOptional {
          outputRows.append(row)
          if multiplicity == .counted {
            let own = rows.weights.isEmpty ? 1 : rows.weights[Int(row)]
            outputWeights.append(own * UInt64(max(1, matched.count)))
          }
        }
        place += 1
      }
      hasGroup = false
      return
    }
    while place < groupEnd {
      let row = Int(sequence[place])
      var found = match > 0 && didMatch
      while match < matched.count {
        if outputRows.count >= Batch.target * 2 {
          didMatch = found
          return
        }
        var agrees = true
        for (target, column) in otherColumns
        where matched[target][match] != rows.columns[column][row] { agrees = false }
        if agrees {
          found = true
          outputRows.append(Int32(row))
          for (output, source) in fromQuads { outputColumns[output].append(value(source)) }
        }
        match += 1
      }
      if isOptional, !found {
        outputRows.append(Int32(row))
        for (output, _) in fromQuads { outputColumns[output].append(0) }
      }
      match = 0
      didMatch = false
      place += 1
    }
    hasGroup = false
  }

  private var didMatch = false

  private func value(_ source: Int) -> UInt64 {
    switch source {
    case 0: matched.subjects[match]
    case 1: matched.predicates[match]
    case 2: matched.objects[match]
    default: matched.graphs[match]
    }
  }

  private func flush() -> Batch? {
    let count = outputRows.count
    guard count > 0 else { return Batch(width: slots.count) }
    for (output, column) in fromInput {
      outputColumns[output] = Batch.gather(rows.columns[column], outputRows)
    }
    var weights = outputWeights
    if weights.isEmpty, !rows.weights.isEmpty {
      weights = Batch.gather(rows.weights, outputRows)
    }
    let batch = Batch(columns: outputColumns, count: count, weights: weights)
    outputRows.removeAll(keepingCapacity: true)
    outputWeights = []
    for output in outputColumns.indices { outputColumns[output] = [] }
    return batch
  }
}
