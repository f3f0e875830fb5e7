/// Groups of patterns that close cycles.
extension Planner {
  /// The patterns of a group that close cycles, in the order in which their variables are best
  /// bound; `nil` if there are none.
  ///
  /// These are edges, with a constant predicate between two variables, none of which has a variable
  /// that no other of them has, and which hang together.
  func cycle(_ scans: [Scan]) -> (scans: [Scan], order: [Int])? {
    var core = scans.filter(isEdge)
    while true {
      let kept = core.filter { edge in
        edge.slots.allSatisfy { slot in core.filter { $0.slots.contains(slot) }.count > 1 }
      }
      if kept.count == core.count { break }
      core = kept
    }
    let variables = Set(core.flatMap(\.slots))
    guard core.count >= 3, variables.count >= 3 else { return nil }
    // First the variable with most edges, then each time that with most edges to those before.
    var order: [Int] = []
    while order.count < variables.count {
      let left = variables.subtracting(order).sorted()
      func ties(_ slot: Int) -> (known: Int, all: Int) {
        let edges = core.filter { $0.slots.contains(slot) }
        return (edges.filter { !Set($0.slots).isDisjoint(with: order) }.count, edges.count)
      }
      guard let next = left.max(by: { ties($0) < ties($1) }) else { return nil }
      guard order.isEmpty || ties(next).known > 0 else { return nil }
      order.append(next)
    }
    return (core, order)
  }

  private func isEdge(_ scan: Scan) -> Bool {
    scan.subject == .quads && scan.graphs == .place && scan.range == nil
      && scan.places[1].id != nil && scan.places[3].slot == nil && scan.slots.count == 2
  }

  /// The plan that joins patterns that close cycles all at once.
  func multiway(_ scans: [Scan], order: [Int], rows: Double) throws -> Plan {
    var distinct: [Int: Double] = [:]
    for scan in scans {
      let size = try self.rows(of: scan, after: nil)
      for slot in scan.slots {
        let own = self.distinct(slot, in: scan, rows: size)
        distinct[slot] = min(distinct[slot] ?? own, own)
      }
    }
    return Plan(
      .multiway(scans, order: order), variables: order, certain: Set(order), rows: max(1, rows),
      sortedBy: order.first, distinct: distinct)
  }
}
