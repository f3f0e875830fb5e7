internal import GraphModel

/// Which of the parts of a group is joined when: greedily, the one that leaves the fewest rows.
extension Planner {
  /// What is left to join.
  private struct Rest {
    var scans: [Scan]
    var paths: [PathScan]
    var parts: [Plan]
    var isEmpty: Bool { scans.isEmpty && paths.isEmpty && parts.isEmpty }

    /// The variables of what is left.
    var variables: Set<Int> {
      var found: Set<Int> = []
      for scan in scans { found.formUnion(scan.slots) }
      for path in paths { found.formUnion(path.slots) }
      for part in parts { found.formUnion(part.variables) }
      return found
    }
  }

  /// The plan that joins a group.
  func order(_ group: JoinGroup, _ scope: PatternScope) throws -> Plan {
    let group = try bridging(group, scope)
    var filters = group.filters
    var rest = Rest(
      scans: try ranged(group.scans, filters), paths: group.paths, parts: group.parts)
    guard !rest.isEmpty else {
      let unit = Plan(.unit, variables: [], certain: [], rows: 1)
      return filtered(unit, filters, scope)
    }
    /// The plan with those filters that nothing to come can change.
    func applyingFilters(_ plan: Plan) -> Plan {
      let later = rest.variables
      let all = Set(plan.variables).union(later)
      let ready = filters.filter { condition in
        let named = condition.variables.intersection(all)
        return named.isSubset(of: plan.variables)
          && (named.isSubset(of: plan.certain) || named.isDisjoint(with: later))
      }
      filters.removeAll { ready.contains($0) }
      return filtered(plan, ready, scope)
    }
    var current = try closingCycles(&rest).map(applyingFilters)
    while !rest.isEmpty { current = applyingFilters(try step(current, &rest)) }
    return filtered(current ?? Plan(.unit, variables: [], certain: [], rows: 1), filters, scope)
  }

  /// The patterns that close cycles, joined at once and taken out, if joining two at a time would
  /// make more rows than these patterns have edges.
  private func closingCycles(_ rest: inout Rest) throws -> Plan? {
    guard rest.scans.count >= 3, rest.paths.isEmpty, rest.parts.isEmpty,
      let (core, order) = cycle(rest.scans)
    else { return nil }
    // Patterns with one predicate share what is read.
    var sizes: [Place: Double] = [:]
    for scan in core { sizes[scan.places[1]] = try rows(of: scan, after: nil) }
    let edges = sizes.values.reduce(0, +)
    var trial = rest
    var current: Plan?
    var most = 0.0
    while !trial.isEmpty {
      current = try step(current, &trial)
      most = max(most, current?.rows ?? 0)
    }
    guard most > edges else { return nil }
    rest.scans.removeAll { core.contains($0) }
    return try multiway(core, order: order, rows: current?.rows ?? 1)
  }

  /// The scans, with what filters say of their objects' values.
  private func ranged(_ scans: [Scan], _ filters: [Expression]) throws -> [Scan] {
    var ranges: [Int: IDRange] = [:]
    for case .call(let function, let parts) in filters where parts.count == 2 {
      var slot: Int?
      var value: Value?
      var turned = function
      if case .variable(let variable) = parts[0], case .term(let term) = parts[1] {
        (slot, value) = (variable.slot, Value(term))
      } else if case .variable(let variable) = parts[1], case .term(let term) = parts[0] {
        (slot, value) = (variable.slot, Value(term))
        switch function {
        case .less: turned = .greater
        case .lessOrEqual: turned = .greaterOrEqual
        case .greater: turned = .less
        case .greaterOrEqual: turned = .lessOrEqual
        default: continue
        }
      }
      guard let slot, let value, let range = IDRange(turned, value) else { continue }
      ranges[slot] = ranges[slot].map { $0.intersection(range) } ?? range
    }
    let read = textSlots(filters)
    guard !ranges.isEmpty || !read.isEmpty else { return scans }
    return scans.map { scan in
      var scan = scan
      if scan.subject == .quads, let slot = scan.places[2].slot {
        scan.range = ranges[slot]
        scan.readsText = read.contains(slot)
      }
      return scan
    }
  }

  /// The variables whose texts filters look into.
  private func textSlots(_ filters: [Expression]) -> Set<Int> {
    var slots: Set<Int> = []
    for case .call(let function, let parts) in filters {
      switch function {
      case .contains, .strstarts, .strends, .regex: slots.formUnion(parts[0].variables)
      default: break
      }
    }
    return slots
  }

  /// Joins what leaves the fewest rows.
  private func step(_ current: Plan?, _ rest: inout Rest) throws -> Plan {
    enum Choice {
      case scan(Int)
      case path(Int)
      case part(Int)
    }
    var best: (choice: Choice, isConnected: Bool, rows: Double)?
    func consider(_ choice: Choice, connected: Bool, rows: Double) {
      if let best {
        guard connected != best.isConnected ? connected : rows < best.rows else { return }
      }
      best = (choice, connected, rows)
    }
    for (place, scan) in rest.scans.enumerated() {
      let connected = current.map { !Set($0.variables).isDisjoint(with: scan.slots) } ?? true
      consider(.scan(place), connected: connected, rows: try rows(of: scan, after: current))
    }
    for (place, path) in rest.paths.enumerated() {
      let bound = current.map { Set($0.variables) } ?? []
      let ends = [path.subject, path.object].filter { end in
        end.slot.map(bound.contains) ?? true
      }.count
      let factor: Double = ends == 0 ? 1e7 : ends == 1 ? 60 : 0.5
      let connected = current == nil || !bound.isDisjoint(with: path.slots)
      consider(
        .path(place), connected: connected && (ends > 0 || current == nil),
        rows: (current?.rows ?? 1) * factor)
    }
    for (place, part) in rest.parts.enumerated() {
      let connected = current.map { !Set($0.variables).isDisjoint(with: part.variables) } ?? true
      let rows = current.map { joinRows($0, part) } ?? part.rows
      consider(.part(place), connected: connected || part.variables.isEmpty, rows: rows)
    }
    switch best?.choice {
    case .scan(let place): return try join(current, rest.scans.remove(at: place))
    case .path(let place):
      let path = rest.paths.remove(at: place)
      let from = current ?? Plan(.unit, variables: [], certain: [], rows: 1)
      let shared = Set(path.slots).intersection(from.variables)
      if shared.isSubset(of: from.certain) { return pathPlan(from, path, best?.rows ?? 1) }
      let alone = Plan(.unit, variables: [], certain: [], rows: 1)
      return hashJoin(from, pathPlan(alone, path, 1e6))
    case .part(let place):
      let part = rest.parts.remove(at: place)
      guard let current else { return part }
      return hashJoin(current, part)
    case nil: return current ?? Plan(.unit, variables: [], certain: [], rows: 1)
    }
  }

  private func pathPlan(_ from: Plan, _ path: PathScan, _ rows: Double) -> Plan {
    Plan(
      .path(from, path), variables: from.variables + path.slots,
      certain: from.certain.union(path.slots), rows: max(1, rows), distinct: from.distinct)
  }

  private func join(_ current: Plan?, _ scan: Scan) throws -> Plan {
    guard let current else { return try scanPlan(scan) }
    if case .unit = current.kind { return try scanPlan(scan) }
    let shared = Set(scan.slots).intersection(current.variables)
    if !shared.isEmpty, shared.isSubset(of: current.certain),
      let probe = lookup(current, scan, optional: false),
      try isCheaper(probe, thanHashing: scan, current)
    {
      return probe
    }
    return hashJoin(current, try scanPlan(scan))
  }

  /// Whether to look a scan up for each row takes less time than to read all of it into a table, or
  /// the rows; in microseconds as they were measured.
  func isCheaper(_ probe: Plan, thanHashing scan: Scan, _ current: Plan) throws -> Bool {
    let size = try rows(of: scan, after: nil)
    let isInOrder = probe.sortedBy != nil && probe.sortedBy == current.sortedBy
    let probing =
      isInOrder
      ? min(current.rows * 0.5, size * 0.02 + current.rows * 0.07) : current.rows * 0.6
    let hashing = 20 + size * 0.05 + current.rows * 0.03
    return probing <= hashing || size > 5e6
  }

  /// The plan that reads a scan.
  func scanPlan(_ scan: Scan) throws -> Plan {
    let size = try rows(of: scan, after: nil)
    let order = scanOrder(scan)
    var distinct: [Int: Double] = [:]
    for slot in scan.slots { distinct[slot] = self.distinct(slot, in: scan, rows: size) }
    let next = order.bound < 4 ? scan.places[order.order.places[order.bound]].slot : nil
    return Plan(
      .scan(scan), variables: scan.slots, certain: Set(scan.slots), rows: size, sortedBy: next,
      distinct: distinct)
  }

  /// The order in which a scan is read when nothing but its constants is bound.
  func scanOrder(_ scan: Scan) -> (order: QuadOrder, bound: Int) {
    let constants = Set(scan.places.indices.filter { scan.places[$0].id != nil })
    // A filter on the object's values or text is cheap if objects come next; else subjects.
    return scan.order(
      execution.source, bound: constants, wanting: scan.range != nil || scan.readsText ? 2 : 0)
  }

  /// The order in which a scan is read of which only some variables are looked at.
  ///
  /// If the objects are, the subjects are not, and equal rows may come as one, the objects come
  /// first, so that many do.
  func scanOrder(
    _ scan: Scan, _ needed: Set<Int>, _ multiplicity: Multiplicity
  ) -> (order: QuadOrder, bound: Int) {
    guard multiplicity != .rows, scan.range == nil, scan.places[1].id != nil,
      let subject = scan.places[0].slot, let object = scan.places[2].slot,
      !needed.contains(subject), needed.contains(object)
    else { return scanOrder(scan) }
    let constants = Set(scan.places.indices.filter { scan.places[$0].id != nil })
    return scan.order(execution.source, bound: constants, wanting: 2)
  }

  /// The plan that looks a scan up for each row, if an order allows that.
  func lookup(_ current: Plan, _ scan: Scan, optional: Bool) -> Plan? {
    let shared = Set(scan.slots).intersection(current.variables)
    let size = (try? rows(of: scan, after: nil)) ?? 1
    guard let probe = probeOrder(scan, Set(current.variables)) else { return nil }
    let rows = (try? self.rows(of: scan, after: current)) ?? current.rows
    var distinct = current.distinct
    for slot in scan.slots where !shared.contains(slot) {
      distinct[slot] = self.distinct(slot, in: scan, rows: size)
    }
    for slot in shared {
      distinct[slot] = min(
        current.distinct(slot), self.distinct(slot, in: scan, rows: size))
    }
    let first = probe.first
    return Plan(
      .lookup(current, scan, optional: optional), variables: current.variables + scan.slots,
      certain: optional ? current.certain : current.certain.union(scan.slots),
      rows: optional ? max(current.rows, rows) : rows,
      sortedBy: first == current.sortedBy ? first : nil, distinct: distinct)
  }

  /// The order in which a scan is probed with some variables, if the first of them is in front.
  func probeOrder(
    _ scan: Scan, _ slots: Set<Int>
  ) -> (order: QuadOrder, constants: Int, bound: Int, first: Int)? {
    if scan.subject == .tripleTerms, let slot = scan.places[3].slot, slots.contains(slot) {
      // The term's number gives its parts at once.
      return (.spog, 0, 0, slot)
    }
    let constants = Set(scan.places.indices.filter { scan.places[$0].id != nil })
    let bound = constants.union(
      scan.places.indices.filter { place in scan.places[place].slot.map(slots.contains) ?? false })
    let candidates = scan.orders(execution.source).compactMap {
      order -> (order: QuadOrder, constants: Int, bound: Int, first: Int, score: Int)? in
      let places = order.places
      let prefix = places.prefix { bound.contains($0) }
      let fixed = prefix.prefix { constants.contains($0) }.count
      guard let first = prefix.compactMap({ scan.places[$0].slot }).first else { return nil }
      if prefix.allSatisfy({ $0 == 3 }) { return nil }
      // Of equal ones that with more constants in front: its probes lie closer together.
      var score = prefix.count * 8 + fixed
      if prefix.contains(3), scan.subject == .quads { score -= 7 }
      return (order, fixed, prefix.count, first, score)
    }
    guard let best = candidates.max(by: { $0.score < $1.score }) else { return nil }
    return (best.order, best.constants, best.bound, best.first)
  }

  /// A hash join; the smaller side is the one to build a table of.
  func hashJoin(_ left: Plan, _ right: Plan) -> Plan {
    if case .unit = left.kind { return right }
    if case .unit = right.kind { return left }
    let (probe, build) = left.rows >= right.rows ? (left, right) : (right, left)
    var distinct = build.distinct
    distinct.merge(probe.distinct) { min($0, $1) }
    let variables = Set(left.variables).union(right.variables)
    if case .none = left.kind { return Plan(.none, variables: variables, certain: [], rows: 0) }
    if case .none = right.kind { return Plan(.none, variables: variables, certain: [], rows: 0) }
    return Plan(
      .hashJoin(probe, build), variables: variables, certain: left.certain.union(right.certain),
      rows: joinRows(left, right), sortedBy: probe.sortedBy, distinct: distinct)
  }

  func joinRows(_ left: Plan, _ right: Plan) -> Double {
    let shared = Set(left.variables).intersection(right.variables)
    var rows = left.rows * right.rows
    for slot in shared { rows /= max(left.distinct(slot), right.distinct(slot)) }
    return max(rows, min(left.rows, right.rows) * 0.01)
  }
}
