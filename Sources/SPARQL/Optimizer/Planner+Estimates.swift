internal import GraphModel

/// How many rows scans give.
extension Planner {
  /// How many rows a scan gives, or has after it was joined with what there is.
  func rows(of scan: Scan, after current: Plan?) throws -> Double {
    var rows = try size(scan)
    if scan.range != nil { rows *= 0.2 }
    guard let current else { return rows }
    let total = rows
    rows *= current.rows
    for slot in Set(scan.slots).intersection(current.variables) {
      rows /= max(1, max(distinct(slot, in: scan, rows: total), current.distinct(slot)))
    }
    return rows
  }

  /// How many quads agree with the constants of a scan.
  private func size(_ scan: Scan) throws -> Double {
    let statistics = execution.statistics
    if scan.subject == .tripleTerms {
      let constants = scan.places.filter { $0.id != nil }.count
      return max(1, Double(statistics.quads) / (constants == 0 ? 4 : 1000))
    }
    let constants = Set(scan.places.indices.filter { scan.places[$0].id != nil })
    var bound = constants
    // A graph among the constants is part of an estimate only if it must be.
    if constants.count > 1 { bound.remove(3) }
    if bound.isEmpty { return Double(statistics.quads) }
    if bound == [1], let id = scan.places[1].id {
      return Double(statistics.predicates[TermID(rawValue: id)]?.quads ?? 0)
    }
    let found = scan.order(execution.source, bound: bound)
    let known = try execution.source.estimate(found.order, key: scan.key, bound: found.bound)
    let missing = bound.count - found.order.places.prefix(found.bound).filter(bound.contains).count
    return Double(known) * (missing > 0 ? 0.1 : 1)
  }

  /// How many different terms a variable has in a scan of some rows.
  func distinct(_ slot: Int, in scan: Scan, rows: Double) -> Double {
    let statistics = execution.statistics
    let constants = scan.places.prefix(3).filter { $0.id != nil }.count
    guard let place = scan.place(of: slot), place < 3 else {
      if scan.subject == .tripleTerms { return max(1, rows) }
      return max(1, min(rows, Double(statistics.graphs.count)))
    }
    if constants == 0 {
      let all = [statistics.subjects, UInt64(statistics.predicates.count), statistics.objects]
      return max(1, min(rows, Double(all[place])))
    }
    if constants == 1, let id = scan.places[1].id,
      let known = statistics.predicates[TermID(rawValue: id)]
    {
      return max(1, min(rows, Double(place == 0 ? known.subjects : known.objects)))
    }
    return max(1, place == 1 ? min(rows, 10) : rows)
  }

  /// By how many first places of its order a scan may be counted in runs, if only some variables are
  /// looked at and the runs are expected to be longer than the blocks in which sources keep quads.
  func runPlaces(_ plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity) -> Int? {
    guard case .scan(let scan) = plan.kind, scan.subject == .quads, multiplicity != .rows else {
      return nil
    }
    let (order, bound) = scanOrder(scan, needed, multiplicity)
    let looked = scan.slots.filter(needed.contains)
    let groups = looked.reduce(1.0) { $0 * plan.distinct($1) }
    let last = looked.compactMap { slot in
      scan.place(of: slot).flatMap { order.places.firstIndex(of: $0) }
    }.max()
    let places = max(bound, last.map { $0 + 1 } ?? 0)
    guard places < 4, places - bound == looked.count, plan.rows >= 500 * groups,
      QuadFilter(scan, done: Set(order.places.prefix(bound))).isTrivial
    else { return nil }
    return places
  }
}
