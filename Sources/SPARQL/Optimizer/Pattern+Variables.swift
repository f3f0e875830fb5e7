/// Which variables a pattern has.
extension Pattern {
  /// The variables that a solution may bind.
  var inScope: Set<Int> {
    switch self {
    case .triples(let triples): return triples.reduce(into: []) { $0.formUnion($1.variables) }
    case .path(let a, _, let b): return a.variables.union(b.variables)
    case .join(let parts), .union(let parts):
      return parts.reduce(into: []) { $0.formUnion($1.inScope) }
    case .leftJoin(let a, let b, _): return a.inScope.union(b.inScope)
    case .filter(_, let a), .minus(let a, _), .order(let a, _), .distinct(let a), .reduced(let a),
      .slice(let a, _, _):
      return a.inScope
    case .graph(let name, let a): return a.inScope.union(name.variables)
    case .extend(let a, let variable, _): return a.inScope.union([variable.slot])
    case .values(let variables, _): return Set(variables.map(\.slot))
    case .service(let name, let a, _, _): return a.inScope.union(name.variables)
    case .group(_, let by, let aggregates):
      return Set(by.map(\.slot)).union(aggregates.map(\.variable.slot))
    case .project(let a, let variables): return a.inScope.intersection(variables.map(\.slot))
    }
  }

  /// The variables that every solution binds.
  var certain: Set<Int> {
    switch self {
    case .triples, .path: return inScope
    case .join(let parts): return parts.reduce(into: []) { $0.formUnion($1.certain) }
    case .union(let parts):
      guard var common = parts.first?.certain else { return [] }
      for part in parts.dropFirst() { common.formIntersection(part.certain) }
      return common
    case .leftJoin(let a, _, _), .filter(_, let a), .minus(let a, _), .extend(let a, _, _),
      .order(let a, _), .distinct(let a), .reduced(let a), .slice(let a, _, _):
      return a.certain
    case .graph(let name, let a): return a.certain.union(name.variables)
    case .values(let variables, let rows):
      return Set(
        variables.indices.filter { place in rows.allSatisfy { $0[place] != nil } }
          .map { variables[$0].slot })
    case .service: return []
    case .group(let a, let by, let aggregates):
      let counted = aggregates.filter { $0.function == .count }.map(\.variable.slot)
      return a.certain.intersection(by.map(\.slot)).union(counted)
    case .project(let a, let variables): return a.certain.intersection(variables.map(\.slot))
    }
  }

  /// Every variable that is named anywhere inside, in expressions too.
  var mentioned: Set<Int> {
    switch self {
    case .triples, .path, .values: return inScope
    case .join(let parts), .union(let parts):
      return parts.reduce(into: []) { $0.formUnion($1.mentioned) }
    case .leftJoin(let a, let b, let condition):
      return a.mentioned.union(b.mentioned).union(condition?.variables ?? [])
    case .filter(let condition, let a): return a.mentioned.union(condition.variables)
    case .minus(let a, let b): return a.mentioned.union(b.mentioned)
    case .graph(let name, let a), .service(let name, let a, _, _):
      return a.mentioned.union(name.variables)
    case .extend(let a, let variable, let value):
      return a.mentioned.union(value.variables).union([variable.slot])
    case .group(let a, let by, let aggregates):
      return aggregates.reduce(into: a.mentioned.union(by.map(\.slot))) {
        $0.insert($1.variable.slot)
        $0.formUnion($1.argument?.variables ?? [])
      }
    case .order(let a, let conditions):
      return conditions.reduce(into: a.mentioned) { $0.formUnion($1.expression.variables) }
    case .project(let a, let variables): return a.mentioned.union(variables.map(\.slot))
    case .distinct(let a), .reduced(let a), .slice(let a, _, _): return a.mentioned
    }
  }
}

extension TermPattern {
  /// The variables inside.
  var variables: Set<Int> {
    switch self {
    case .variable(let variable): [variable.slot]
    case .term: []
    case .triple(let triple): triple.variables
    }
  }
}

extension TriplePattern {
  /// The variables inside.
  var variables: Set<Int> {
    subject.variables.union(predicate.variables).union(object.variables)
  }
}

extension NamePattern {
  /// The variable, if it is one.
  var variables: Set<Int> {
    if case .variable(let variable) = self { [variable.slot] } else { [] }
  }
}

extension Expression {
  /// Every variable inside, in the patterns of EXISTS too.
  var variables: Set<Int> {
    switch self {
    case .variable(let variable): [variable.slot]
    case .term: []
    case .call(_, let arguments), .function(_, let arguments), .and(let arguments),
      .or(let arguments):
      arguments.reduce(into: []) { $0.formUnion($1.variables) }
    case .exists(let pattern): pattern.mentioned
    }
  }

  /// Whether there is an EXISTS inside.
  var hasExists: Bool {
    switch self {
    case .variable, .term: false
    case .call(_, let arguments), .function(_, let arguments), .and(let arguments),
      .or(let arguments):
      arguments.contains(where: \.hasExists)
    case .exists: true
    }
  }

  /// Whether the value is another one each time.
  var isVolatile: Bool {
    switch self {
    case .variable, .term: false
    case .call(let function, let arguments):
      function == .rand || function == .uuid || function == .struuid || function == .bnode
        || arguments.contains(where: \.isVolatile)
    case .function(_, let arguments), .and(let arguments), .or(let arguments):
      arguments.contains(where: \.isVolatile)
    case .exists: false
    }
  }

  /// The conditions that must all hold for this one to hold.
  var conjuncts: [Expression] {
    if case .and(let parts) = self { return parts.flatMap(\.conjuncts) }
    return [self]
  }
}
