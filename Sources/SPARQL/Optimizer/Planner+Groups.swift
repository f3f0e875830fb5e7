internal import GraphModel

/// What has to be joined, before an order is chosen.
struct JoinGroup {
  var scans: [Scan] = []
  var paths: [PathScan] = []
  var parts: [Plan] = []
  var filters: [Expression] = []
  /// Whether something in it can have no solution.
  var isEmpty = false
}

/// The scans that triples make, or that one of their terms is nowhere in the source.
enum ScanList {
  case scans([Scan])
  case impossible
}

/// From patterns to groups of scans.
extension Planner {
  /// The plan of everything that a pattern joins.
  func group(
    _ pattern: Pattern, _ scope: PatternScope, _ seed: Seed?, filters: [Expression] = []
  ) throws -> Plan {
    var group = JoinGroup()
    group.filters = filters
    if let seed { group.parts.append(seedPlan(seed)) }
    try flatten(pattern, scope, isRoot: true, into: &group)
    if group.isEmpty {
      return Plan(.none, variables: pattern.inScope, certain: [], rows: 0)
    }
    return try order(group, scope)
  }

  private func flatten(
    _ pattern: Pattern, _ scope: PatternScope, isRoot: Bool, into group: inout JoinGroup
  ) throws {
    switch pattern {
    case .triples(let triples):
      if triples.isEmpty, case .variable(let slot) = scope { group.parts.append(graphs(slot)) }
      switch try scans(of: triples, scope) {
      case .scans(let scans): group.scans += scans
      case .impossible: group.isEmpty = true
      }
    case .path(let a, .negated(let forward, let backward), let b):
      let ways = negated(a, forward, backward, b)
      try flatten(ways.count == 1 ? ways[0] : .union(ways), scope, isRoot: false, into: &group)
    case .path(let a, let path, let b):
      if case .named(let graph) = scope, !isVisible(graph) { group.isEmpty = true }
      guard let subject = try end(a, scope, &group), let object = try end(b, scope, &group) else {
        group.isEmpty = true
        return
      }
      group.paths.append(PathScan(subject: subject, path: path, object: object, scope: scope))
    case .join(let parts):
      for part in parts { try flatten(part, scope, isRoot: false, into: &group) }
    case .filter(let condition, let inner)
    where isRoot
      || (!condition.hasExists && condition.variables.isSubset(of: inner.certain)):
      if isRoot, condition.hasExists {
        group.parts.append(try plan(pattern, scope))
        return
      }
      group.filters += condition.conjuncts
      try flatten(inner, scope, isRoot: isRoot, into: &group)
    case .values(let variables, let rows): group.parts.append(try values(variables, rows))
    case .graph(.iri(let iri), let inner):
      let id = try execution.terms.id(of: .iri(iri))
      try flatten(inner, .named(id), isRoot: false, into: &group)
      if !isVisible(id) { group.isEmpty = true }
    case .graph(.variable(let variable), let inner) where isSimple(inner, variable.slot):
      try flatten(inner, .variable(variable.slot), isRoot: false, into: &group)
    default:
      let part = try plan(pattern, scope)
      if case .none = part.kind { group.isEmpty = true }
      group.parts.append(part)
    }
  }

  /// Edges whose predicate is none of some: a solution for each edge.
  private func negated(
    _ a: TermPattern, _ forward: [IRI]?, _ backward: [IRI]?, _ b: TermPattern
  ) -> [Pattern] {
    func edges(_ from: TermPattern, _ to: TermPattern, _ avoided: [IRI]) -> Pattern {
      let predicate = Variable(slot: freshSlot())
      let triple = TriplePattern(from, .variable(predicate), to)
      let list = [.variable(predicate)] + avoided.map { Expression.term(.iri($0)) }
      return .filter(.call(.notIn, list), .triples([triple]))
    }
    return [forward.map { edges(a, b, $0) }, backward.map { edges(b, a, $0) }].compactMap(\.self)
  }

  /// Whether a graph is one of the query's named graphs.
  private func isVisible(_ graph: UInt64) -> Bool { execution.dataset.named.contains(graph) }

  /// The named graphs, as rows.
  private func graphs(_ slot: Int) -> Plan {
    let count = Double(execution.dataset.named.count)
    return Plan(
      .graphs(slot), variables: [slot], certain: [slot], rows: count, sortedBy: slot,
      distinct: [slot: count])
  }

  private func values(_ variables: [Variable], _ rows: [[Term?]]) throws -> Plan {
    var columns = [[UInt64]](repeating: [], count: variables.count)
    for row in rows {
      for place in variables.indices {
        columns[place].append(try row[place].map(execution.terms.id(of:)) ?? 0)
      }
    }
    let slots = variables.map(\.slot)
    let sorted = slots.indices.sorted { slots[$0] < slots[$1] }
    if slots.isEmpty {
      let unit = Plan(.unit, variables: [], certain: [], rows: 1)
      return rows.count == 1 ? unit : union(rows.map { _ in unit })
    }
    let certain = slots.indices.filter { !columns[$0].contains(0) }.map { slots[$0] }
    return Plan(
      .values(sorted.map { columns[$0] }), variables: slots, certain: Set(certain),
      rows: Double(rows.count))
  }

  /// Whether a pattern in a graph with a variable name can take the name from its own quads.
  func isSimple(_ pattern: Pattern, _ slot: Int) -> Bool {
    switch pattern {
    case .triples(let triples): return !triples.isEmpty
    case .path: return true
    case .join(let parts):
      return parts.allSatisfy { part in
        if case .values = part { return true }
        return isSimple(part, slot)
      } && parts.contains { isSimple($0, slot) }
    case .filter(let condition, let inner):
      return !condition.variables.contains(slot) && !condition.hasExists && isSimple(inner, slot)
    case .union(let parts): return parts.allSatisfy { isSimple($0, slot) }
    case .leftJoin(let left, let right, let condition):
      // An optional part that binds the graph's variable otherwise must not be rid of that first.
      return isSimple(left, slot) && isSimple(right, slot) && !right.inScope.contains(slot)
        && condition?.variables.contains(slot) != true && condition?.hasExists != true
    case .extend(let inner, let variable, let value):
      return variable.slot != slot && !value.variables.contains(slot) && !value.hasExists
        && isSimple(inner, slot)
    default: return false
    }
  }

  /// An end of a path; a path of no length may end at a term that is nowhere.
  private func end(
    _ term: TermPattern, _ scope: PatternScope, _ group: inout JoinGroup
  ) throws -> Place? {
    switch term {
    case .variable(let variable): return .variable(variable.slot)
    case .term(let term): return .constant(try execution.terms.id(of: term))
    case .triple(let triple):
      let slot = freshSlot()
      guard let scans = try tripleTerm(triple, as: .variable(slot)) else { return nil }
      group.scans += scans
      return .variable(slot)
    }
  }

  /// The scans of some triples.
  func scans(of triples: [TriplePattern], _ scope: PatternScope) throws -> ScanList {
    var found: [Scan] = []
    for triple in triples {
      var scan = Scan(places: [.ignored, .ignored, .ignored, .ignored])
      for (place, term) in [triple.subject, triple.predicate, triple.object].enumerated() {
        guard let (what, more) = try self.place(term) else { return .impossible }
        scan.places[place] = what
        found += more
      }
      switch scope {
      case .defaultGraph:
        switch execution.dataset.defaultGraph {
        case .everything: break
        case .one(let graph): scan.places[3] = .constant(graph)
        case .merge(let graphs): scan.graphs = .merge(graphs)
        case .union: scan.graphs = .union
        }
      case .named(let graph):
        guard isVisible(graph) else { return .impossible }
        scan.places[3] = .constant(graph)
      case .variable(let slot):
        scan.places[3] = .variable(slot)
        scan.graphs = .named(execution.dataset.restriction)
      }
      found.append(scan)
    }
    return .scans(found)
  }

  private func place(_ term: TermPattern) throws -> (Place, [Scan])? {
    switch term {
    case .variable(let variable): return (.variable(variable.slot), [])
    case .term(let term):
      guard let id = try execution.terms.idIfKnown(term) else { return nil }
      return (.constant(id), [])
    case .triple(let triple):
      let slot = freshSlot()
      return try tripleTerm(triple, as: .variable(slot)).map { (.variable(slot), $0) }
    }
  }

  private func tripleTerm(_ triple: TriplePattern, as term: Place) throws -> [Scan]? {
    var found: [Scan] = []
    var scan = Scan(subject: .tripleTerms, places: [.ignored, .ignored, .ignored, term])
    for (place, part) in [triple.subject, triple.predicate, triple.object].enumerated() {
      guard let (what, more) = try self.place(part) else { return nil }
      scan.places[place] = what
      found += more
    }
    return found + [scan]
  }

  /// A join with an OPTIONAL among its parts, as an OPTIONAL over the join, if that is the same.
  func hoistingOptional(_ parts: [Pattern]) -> Pattern? {
    for (place, part) in parts.enumerated() {
      guard case .leftJoin(let left, let right, let condition) = part else { continue }
      var others = parts
      others.remove(at: place)
      let outside = others.reduce(into: Set<Int>()) { $0.formUnion($1.inScope) }
      let seen = right.inScope.union(condition?.variables ?? [])
      guard seen.intersection(outside).isSubset(of: left.certain) else { continue }
      others.insert(left, at: place)
      return .leftJoin(.join(others), right, condition: condition)
    }
    return nil
  }
}
