internal import GraphModel

/// Filters, EXISTS and OPTIONAL.
extension Planner {
  /// A filter's conditions over a pattern: those of EXISTS become semi-joins, others go as far
  /// down as they can.
  func filter(
    _ conditions: [Expression], _ inner: Pattern, _ scope: PatternScope, _ seed: Seed?
  ) throws -> Plan {
    var simple: [Expression] = []
    var exists: [(pattern: Pattern, anti: Bool)] = []
    var rest: [Expression] = []
    for condition in conditions {
      if case .exists(let pattern) = condition {
        exists.append((pattern, false))
      } else if case .call(.not, let parts) = condition, case .exists(let pattern)? = parts.first {
        exists.append((pattern, true))
      } else if condition.hasExists {
        rest.append(condition)
      } else {
        simple.append(condition)
      }
    }
    var result = try group(inner, scope, seed, filters: simple)
    for (pattern, anti) in exists {
      if let joined = try semiJoin(result, pattern, anti: anti, scope) {
        result = joined
      } else {
        let condition = Expression.exists(pattern)
        rest.append(anti ? .call(.not, [condition]) : condition)
      }
    }
    return rest.isEmpty ? result : filtered(result, rest, scope)
  }

  func filtered(_ plan: Plan, _ conditions: [Expression], _ scope: PatternScope) -> Plan {
    guard !conditions.isEmpty else { return plan }
    let share = conditions.reduce(1.0) { $0 * selectivity($1) }
    return Plan(
      .filter(plan, conditions, scope), variables: plan.variables, certain: plan.certain,
      rows: plan.rows * share, sortedBy: plan.sortedBy, distinct: plan.distinct)
  }

  private func selectivity(_ condition: Expression) -> Double {
    switch condition {
    case .call(.equal, _): 0.05
    case .call(.notEqual, _), .call(.not, _): 0.9
    case .call(.contains, _), .call(.regex, _), .call(.strstarts, _): 0.05
    default: 0.4
    }
  }

  /// EXISTS as a semi-join, where that is the same as putting each solution in.
  private func semiJoin(
    _ left: Plan, _ pattern: Pattern, anti: Bool, _ scope: PatternScope
  ) throws -> Plan? {
    var shared = pattern.mentioned.intersection(left.variables)
    if case .variable(let slot) = scope { shared.insert(slot) }
    guard shared.isSubset(of: left.certain), canSeed(pattern, shared, scope),
      !pattern.subtracts(shared)
    else { return nil }
    let right = try plan(pattern, scope)
    let rows = left.rows * 0.5
    if !shared.isEmpty, left.rows * 8 < right.rows {
      let seed = freshSeed(shared.sorted(), rows: left.rows)
      let seeded = try plan(pattern, scope, seed: seed)
      return Plan(
        .bindJoin(
          left, seeded, seed: seed.number, seeded: seed.slots, nil,
          optional: false), variables: left.variables, certain: left.certain, rows: rows,
        sortedBy: left.sortedBy, distinct: left.distinct
      ).asSemiJoin(anti: anti)
    }
    return Plan(
      .semiJoin(left, right, anti: anti), variables: left.variables, certain: left.certain,
      rows: rows, sortedBy: left.sortedBy, distinct: left.distinct)
  }

  /// OPTIONAL.
  func optional(
    _ left: Pattern, _ right: Pattern, _ condition: Expression?, _ scope: PatternScope,
    _ seed: Seed?
  ) throws -> Plan {
    let kept = try plan(left, scope, seed: seed)
    var shared = right.inScope.intersection(kept.variables)
    if case .variable(let slot) = scope { shared.insert(slot) }
    let variables = Set(kept.variables).union(right.inScope)
    if condition == nil, shared.isSubset(of: kept.certain), !shared.isEmpty,
      case .triples(let triples) = right, triples.count == 1,
      case .scans(let scans) = try scans(of: triples, scope), scans.count == 1,
      let joined = lookup(kept, scans[0], optional: true),
      try isCheaper(joined, thanHashing: scans[0], kept)
    {
      return joined
    }
    let found = try plan(right, scope)
    let rows = max(kept.rows, joinRows(kept, found))
    if shared.isSubset(of: kept.certain), !shared.isEmpty, canSeed(right, shared, scope),
      kept.rows * 8 < found.rows
    {
      let seed = freshSeed(shared.sorted(), rows: kept.rows)
      let seeded = try plan(right, scope, seed: seed)
      return Plan(
        .bindJoin(
          kept, seeded, seed: seed.number, seeded: seed.slots, condition, optional: true),
        variables: variables, certain: kept.certain, rows: rows, distinct: kept.distinct)
    }
    return Plan(
      .leftJoin(kept, found, condition), variables: variables, certain: kept.certain, rows: rows,
      distinct: kept.distinct)
  }

  /// Whether rows for some variables can be joined in deep inside a pattern, and nothing changes.
  func canSeed(_ pattern: Pattern, _ slots: Set<Int>, _ scope: PatternScope) -> Bool {
    var certain = pattern.certain
    if case .variable(let slot) = scope { certain.insert(slot) }
    guard slots.isSubset(of: certain) else { return false }
    func sees(_ expression: Expression?, _ inner: Pattern) -> Bool {
      guard let expression else { return true }
      return !expression.hasExists
        && expression.variables.intersection(slots).isSubset(of: inner.certain)
    }
    switch pattern {
    case .triples, .path, .values: return true
    case .graph(.iri, let inner): return canSeed(inner, slots, .defaultGraph)
    case .graph(.variable(let variable), let inner):
      return isSimple(inner, variable.slot)
        && canSeed(inner, slots.subtracting([variable.slot]), .defaultGraph)
    case .join(let parts):
      return parts.allSatisfy { canSeed($0, slots.intersection($0.inScope), scope) }
    case .union(let parts): return parts.allSatisfy { canSeed($0, slots, scope) }
    case .filter(let condition, let inner):
      return sees(condition, inner) && canSeed(inner, slots, scope)
    case .leftJoin(let left, let right, let condition):
      return sees(condition, left) && right.inScope.intersection(slots).isSubset(of: left.certain)
        && right.expressionsSee(slots) && canSeed(left, slots, scope)
    case .extend(let inner, let variable, let value):
      return !slots.contains(variable.slot) && sees(value, inner) && canSeed(inner, slots, scope)
    case .minus(let left, let right):
      return right.inScope.intersection(slots).isSubset(of: left.certain)
        && canSeed(left, slots, scope)
    case .project(let inner, _), .distinct(let inner), .reduced(let inner):
      return canSeed(inner, slots, scope)
    case .group(let inner, let by, _):
      return !by.isEmpty && slots.isSubset(of: by.map(\.slot)) && canSeed(inner, slots, scope)
    case .order, .slice, .service: return false
    }
  }
}

extension Plan {
  /// The same bind join, but only to tell which rows have a partner.
  func asSemiJoin(anti: Bool) -> Plan {
    guard case .bindJoin(let left, let right, let seed, let seeded, _, _) = kind else {
      return self
    }
    return Plan(
      .bindSemiJoin(left, right, seed: seed, seeded: seeded, anti: anti), variables: variables,
      certain: certain, rows: rows, sortedBy: sortedBy, distinct: distinct)
  }
}

extension Pattern {
  /// Whether a MINUS inside takes away what has some variables.
  func subtracts(_ slots: Set<Int>) -> Bool {
    switch self {
    case .triples, .path, .values: false
    case .join(let parts), .union(let parts): parts.contains { $0.subtracts(slots) }
    case .leftJoin(let a, let b, _): a.subtracts(slots) || b.subtracts(slots)
    case .minus(let a, let b): a.subtracts(slots) || !b.mentioned.isDisjoint(with: slots)
    case .filter(_, let a), .graph(_, let a), .extend(let a, _, _), .service(_, let a, _, _),
      .group(let a, _, _), .order(let a, _), .project(let a, _), .distinct(let a),
      .reduced(let a), .slice(let a, _, _):
      a.subtracts(slots)
    }
  }

  /// Whether each expression inside names of some variables only what its own pattern binds.
  func expressionsSee(_ slots: Set<Int>) -> Bool {
    switch self {
    case .triples, .path, .values: true
    case .join(let parts), .union(let parts): parts.allSatisfy { $0.expressionsSee(slots) }
    case .leftJoin(let a, let b, let condition):
      a.expressionsSee(slots) && b.expressionsSee(slots)
        && (condition?.variables ?? []).intersection(slots).isSubset(of: a.certain)
    case .filter(let condition, let a):
      a.expressionsSee(slots) && condition.variables.intersection(slots).isSubset(of: a.certain)
    case .extend(let a, _, let value):
      a.expressionsSee(slots) && value.variables.intersection(slots).isSubset(of: a.certain)
    case .minus(let a, let b): a.expressionsSee(slots) && b.mentioned.isDisjoint(with: slots)
    case .graph(_, let a), .project(let a, _), .distinct(let a), .reduced(let a):
      a.expressionsSee(slots)
    case .service, .group, .order, .slice: false
    }
  }
}
