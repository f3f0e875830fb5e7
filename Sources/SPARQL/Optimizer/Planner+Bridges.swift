internal import GraphModel

/// Parts of a group that nothing but an equation connects: joined by the values of its sides, where
/// they would make a product to be filtered.
extension Planner {
  /// The parts of a group that share variables, directly or by way of others.
  private struct Component {
    var group = JoinGroup()
    var variables: Set<Int> = []
    var certain: Set<Int> = []

    mutating func join(_ other: Component) {
      group.scans += other.group.scans
      group.paths += other.group.paths
      group.parts += other.group.parts
      variables.formUnion(other.variables)
      certain.formUnion(other.certain)
    }
  }

  /// The group with each equation that alone connects two of its components as a variable that both
  /// sides bind.
  func bridging(_ group: JoinGroup, _ scope: PatternScope) throws -> JoinGroup {
    var result = group
    for filter in group.filters {
      guard case .call(.equal, let sides) = filter, sides.count == 2,
        sides.contains(where: comparesByIdentity), !filter.hasExists, !filter.isVolatile
      else { continue }
      var components = components(result)
      guard let first = take(sides[0].variables, from: &components),
        let second = take(sides[1].variables, from: &components)
      else { continue }
      let filters = result.filters.filter { $0 != filter }
      let ends = [(first, sides[0]), (second, sides[1])]
      // A variable that its side always binds is the key itself.
      let variable = ends.lazy.compactMap { component, side -> Int? in
        guard case .variable(let variable) = side else { return nil }
        return component.certain.contains(variable.slot) ? variable.slot : nil
      }.first
      let key = variable ?? freshSlot()
      var joined = components.reduce(into: Component()) { $0.join($1) }.group
      joined.filters = filters
      for (component, side) in ends {
        if side == .variable(Variable(slot: key)) {
          joined.scans += component.group.scans
          joined.paths += component.group.paths
          joined.parts += component.group.parts
        } else {
          joined.parts.append(try keyed(component, side, key, &joined.filters, scope))
        }
      }
      result = joined
    }
    return result
  }

  /// Whether what an expression gives equals only the very same term: an IRI, or a string.
  private func comparesByIdentity(_ expression: Expression) -> Bool {
    switch expression {
    case .function(let iri, _): execution.options.functions?.comparesByIdentity(iri) ?? false
    case .call(.str, _), .call(.iri, _), .call(.datatype, _): true
    default: false
    }
  }

  private func components(_ group: JoinGroup) -> [Component] {
    var components: [Component] = []
    func add(_ part: Component) {
      var part = part
      components.removeAll { other in
        guard !other.variables.isDisjoint(with: part.variables) else { return false }
        part.join(other)
        return true
      }
      components.append(part)
    }
    for scan in group.scans {
      let slots = Set(scan.slots)
      add(Component(group: JoinGroup(scans: [scan]), variables: slots, certain: slots))
    }
    for path in group.paths {
      let slots = Set(path.slots)
      add(Component(group: JoinGroup(paths: [path]), variables: slots, certain: slots))
    }
    for part in group.parts {
      add(
        Component(
          group: JoinGroup(parts: [part]), variables: Set(part.variables), certain: part.certain))
    }
    return components
  }

  /// Takes the component that has all of some variables out of a list.
  private func take(_ variables: Set<Int>, from components: inout [Component]) -> Component? {
    guard !variables.isEmpty,
      let place = components.firstIndex(where: { variables.isSubset(of: $0.variables) })
    else { return nil }
    return components.remove(at: place)
  }

  /// The plan of a component that binds a key to an expression's value; rows without one are gone.
  private func keyed(
    _ component: Component, _ value: Expression, _ key: Int, _ filters: inout [Expression],
    _ scope: PatternScope
  ) throws -> Plan {
    var group = component.group
    group.filters = filters.filter {
      !$0.variables.isEmpty && $0.variables.isSubset(of: component.certain)
    }
    filters.removeAll { group.filters.contains($0) }
    let below = try order(group, scope)
    let extended = Plan(
      .extend(below, [(key, value)], scope), variables: below.variables + [key],
      certain: below.certain, rows: below.rows, sortedBy: below.sortedBy, distinct: below.distinct)
    let bound = Expression.call(.bound, [.variable(Variable(slot: key))])
    return Plan(
      .filter(extended, [bound], scope), variables: extended.variables,
      certain: extended.certain.union([key]), rows: below.rows, sortedBy: below.sortedBy,
      distinct: below.distinct)
  }
}
