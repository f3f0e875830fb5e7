internal import GraphModel

/// Rows that an operator hands to a plan below it: which variables they bind.
struct Seed {
  let number: Int
  let slots: [Int]
  let rows: Double
}

/// Chooses how patterns are evaluated, by what the source knows of its quads.
final class Planner {
  unowned let execution: Execution
  private var nextSlot: Int
  private var nextSeed = 0

  /// A planner of a query with so many variables; more are added for triple terms.
  init(_ execution: Execution, slots: Int) {
    self.execution = execution
    nextSlot = slots
  }

  func freshSlot() -> Int {
    defer { nextSlot += 1 }
    return nextSlot
  }

  func freshSeed(_ slots: [Int], rows: Double) -> Seed {
    defer { nextSeed += 1 }
    return Seed(number: nextSeed, slots: slots, rows: rows)
  }

  /// The plan of a pattern; with a seed, of its join with the seed's rows.
  func plan(_ pattern: Pattern, _ scope: PatternScope, seed: Seed? = nil) throws -> Plan {
    switch pattern {
    case .triples, .path, .values, .graph(.iri, _):
      return try group(pattern, scope, seed)
    case .join(let parts):
      if let optional = hoistingOptional(parts) { return try plan(optional, scope, seed: seed) }
      return try group(pattern, scope, seed)
    case .filter(let condition, let inner):
      return try filter(condition.conjuncts, inner, scope, seed)
    case .graph(.variable(let variable), let inner):
      if isSimple(inner, variable.slot) { return try group(pattern, scope, seed) }
      return try eachGraph(variable.slot, inner, seed)
    case .leftJoin(let left, let right, let condition):
      return try optional(left, right, condition, scope, seed)
    case .union(let parts): return union(try parts.map { try plan($0, scope, seed: seed) })
    case .minus(let left, let right):
      let kept = try plan(left, scope, seed: seed)
      if left.inScope.isDisjoint(with: right.inScope) { return kept }
      let taken = try plan(right, scope)
      return Plan(
        .minus(kept, taken), variables: kept.variables, certain: kept.certain, rows: kept.rows,
        sortedBy: kept.sortedBy, distinct: kept.distinct)
    case .extend: return try extend(pattern, scope, seed)
    case .service(let name, let inner, let query, let silent):
      let asked = try service(name, inner, query: query, silent: silent)
      return try joinSeed(asked, seed)
    default: return try modifier(pattern, scope, seed)
    }
  }

  /// Solution modifiers and groups.
  private func modifier(
    _ pattern: Pattern, _ scope: PatternScope, _ seed: Seed?
  ) throws -> Plan {
    switch pattern {
    case .group(let inner, let by, let aggregates):
      return try grouped(inner, by.map(\.slot), aggregates, scope, seed)
    case .project(let inner, let variables):
      let below = try plan(inner, scope, seed: seed)
      let kept = Set(variables.map(\.slot)).intersection(below.variables)
      return Plan(
        .project(below), variables: kept, certain: below.certain.intersection(kept),
        rows: below.rows, sortedBy: below.sortedBy.flatMap { kept.contains($0) ? $0 : nil },
        distinct: below.distinct)
    case .distinct(let inner), .reduced(let inner):
      let below = try plan(inner, scope, seed: seed)
      var isReduced = false
      if case .reduced = pattern { isReduced = true }
      return Plan(
        .distinct(below, isReduced: isReduced), variables: below.variables,
        certain: below.certain, rows: below.rows, sortedBy: below.sortedBy,
        distinct: below.distinct)
    case .order(let inner, let conditions):
      return sorted(try plan(inner, scope, seed: seed), conditions, limit: nil, scope)
    case .slice(let inner, let offset, let limit):
      let below = try sliced(inner, scope, upTo: limit.map { $0 + offset })
      let rows = min(below.rows, limit.map(Double.init) ?? .infinity)
      let plan = Plan(
        .slice(below, offset: offset, limit: limit), variables: below.variables,
        certain: below.certain, rows: rows, sortedBy: below.sortedBy, distinct: below.distinct)
      return try joinSeed(plan, seed)
    default:
      return Plan(.none, variables: pattern.inScope, certain: [], rows: 0)
    }
  }

  /// What is under a slice: a sort there needs to keep only so many rows.
  private func sliced(_ pattern: Pattern, _ scope: PatternScope, upTo limit: Int?) throws -> Plan {
    switch pattern {
    case .order(let inner, let conditions):
      return sorted(try plan(inner, scope), conditions, limit: limit, scope)
    case .project(let inner, let variables):
      let below = try sliced(inner, scope, upTo: limit)
      let kept = Set(variables.map(\.slot)).intersection(below.variables)
      return Plan(
        .project(below), variables: kept, certain: below.certain.intersection(kept),
        rows: below.rows, sortedBy: below.sortedBy.flatMap { kept.contains($0) ? $0 : nil },
        distinct: below.distinct)
    default: return try plan(pattern, scope)
    }
  }

  private func sorted(
    _ below: Plan, _ conditions: [OrderCondition], limit: Int?, _ scope: PatternScope
  ) -> Plan {
    Plan(
      .order(below, conditions, limit: limit, scope), variables: below.variables,
      certain: below.certain, rows: below.rows, distinct: below.distinct)
  }

  func union(_ plans: [Plan]) -> Plan {
    let live = plans.filter { if case .none = $0.kind { false } else { true } }
    let variables = plans.reduce(into: Set<Int>()) { $0.formUnion($1.variables) }
    guard let first = live.first else {
      return Plan(.none, variables: variables, certain: [], rows: 0)
    }
    let certain = live.dropFirst().reduce(first.certain) { $0.intersection($1.certain) }
    var distinct: [Int: Double] = [:]
    for plan in live { distinct.merge(plan.distinct, uniquingKeysWith: +) }
    return Plan(
      .union(live), variables: variables, certain: certain,
      rows: live.reduce(0) { $0 + $1.rows }, distinct: distinct)
  }

  /// BINDs in a row, evaluated together.
  private func extend(_ pattern: Pattern, _ scope: PatternScope, _ seed: Seed?) throws -> Plan {
    var values: [(slot: Int, value: Expression)] = []
    var inner = pattern
    while case .extend(let below, let variable, let value) = inner {
      values.append((variable.slot, value))
      inner = below
    }
    let below = try plan(inner, scope, seed: seed)
    return Plan(
      .extend(below, values.reversed(), scope),
      variables: below.variables + values.map(\.slot), certain: below.certain, rows: below.rows,
      sortedBy: below.sortedBy, distinct: below.distinct)
  }

  private func grouped(
    _ inner: Pattern, _ by: [Int], _ aggregates: [Aggregation], _ scope: PatternScope,
    _ seed: Seed?
  ) throws -> Plan {
    let variables = by + aggregates.map(\.variable.slot)
    if by.isEmpty, seed == nil, aggregates.count == 1,
      aggregates[0].countingRows(ifBound: inner.certain).isCountOfRows,
      let total = try total(inner, scope)
    {
      return Plan(
        .count(aggregates[0].variable.slot, total), variables: variables,
        certain: Set(variables), rows: 1)
    }
    let below = try plan(inner, scope, seed: seed)
    let aggregates = aggregates.map { $0.countingRows(ifBound: below.certain) }
    let groups = by.reduce(1.0) { min(below.rows, $0 * below.distinct($1)) }
    return Plan(
      .group(below, by: by, aggregates, scope), variables: variables,
      certain: below.certain.intersection(by), rows: max(1, groups))
  }

  /// How many solutions `?s ?p ?o` has, if the source knows.
  private func total(_ pattern: Pattern, _ scope: PatternScope) throws -> UInt64? {
    guard case .triples(let triples) = pattern, triples.count == 1, scope == .defaultGraph,
      case .everything = execution.dataset.defaultGraph, triples[0].variables.count == 3,
      case .variable = triples[0].subject, case .variable = triples[0].predicate,
      case .variable = triples[0].object
    else { return nil }
    return execution.statistics.quads
  }

  private func service(
    _ name: NamePattern, _ inner: Pattern, query: String, silent: Bool
  ) throws -> Plan {
    let variables = inner.inScope.union(name.variables)
    return Plan(
      .service(name, query: query, silent: silent, variables: inner.inScope.sorted()),
      variables: variables, certain: [], rows: 1000)
  }

  /// The join of a plan with a seed that could not be handed further down.
  private func joinSeed(_ plan: Plan, _ seed: Seed?) throws -> Plan {
    guard let seed else { return plan }
    return hashJoin(seedPlan(seed), plan)
  }

  func seedPlan(_ seed: Seed) -> Plan {
    Plan(
      .seed(seed.number), variables: seed.slots, certain: Set(seed.slots), rows: seed.rows)
  }

  /// A pattern in a graph whose name is a variable, for each named graph in turn.
  private func eachGraph(_ slot: Int, _ inner: Pattern, _ seed: Seed?) throws -> Plan {
    var plans: [Plan] = []
    for graph in execution.dataset.named {
      let below = try plan(inner, .named(graph))
      let name = Plan(
        .values([[graph]]), variables: [slot], certain: [slot], rows: 1, distinct: [slot: 1])
      plans.append(hashJoin(name, below))
    }
    guard !plans.isEmpty else {
      return Plan(.none, variables: inner.inScope.union([slot]), certain: [], rows: 0)
    }
    return try joinSeed(union(plans), seed)
  }
}

extension Aggregation {
  /// Whether it is `COUNT(*)`.
  var isCountOfRows: Bool { function == .count && argument == nil && !distinct }

  /// `COUNT(*)` for the count of a variable that every row binds, so that nobody has to read it.
  fileprivate func countingRows(ifBound bound: Set<Int>) -> Aggregation {
    guard function == .count, !distinct, case .variable(let variable)? = argument,
      bound.contains(variable.slot)
    else { return self }
    return Aggregation(self.variable, .count, nil)
  }
}
