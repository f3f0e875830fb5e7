internal import GraphModel

/// Puts a solution into a pattern, as EXISTS does.
extension Pattern {
  /// The pattern with terms in place of variables, joined with those that it assigns itself.
  func substituting(_ terms: [Int: Term]) -> Pattern {
    let known = terms.filter { inScope.contains($0.key) || mentioned.contains($0.key) }
    guard !known.isEmpty else { return self }
    let assigned = assignedVariables.intersection(known.keys).intersection(inScope).sorted()
    let inner = replaced(known)
    guard !assigned.isEmpty else { return inner }
    let row = assigned.map { terms[$0] }
    return .join([.values(assigned.map { Variable(slot: $0) }, [row]), inner])
  }

  /// The variables that BIND, VALUES, aggregates and other endpoints bind.
  private var assignedVariables: Set<Int> {
    switch self {
    case .triples, .path: []
    case .join(let parts), .union(let parts):
      parts.reduce(into: []) { $0.formUnion($1.assignedVariables) }
    case .leftJoin(let a, let b, _): a.assignedVariables.union(b.assignedVariables)
    case .filter(_, let a), .minus(let a, _), .order(let a, _), .distinct(let a), .reduced(let a),
      .slice(let a, _, _), .graph(_, let a), .project(let a, _):
      a.assignedVariables
    case .extend(let a, let variable, _): a.assignedVariables.union([variable.slot])
    case .values(let variables, _): Set(variables.map(\.slot))
    case .service(_, let a, _, _): a.inScope
    case .group(let a, _, let aggregates):
      a.assignedVariables.union(aggregates.map(\.variable.slot))
    }
  }

  private func replaced(_ terms: [Int: Term]) -> Pattern {
    switch self {
    case .triples(let triples): return .triples(triples.map { $0.replaced(terms) })
    case .path(let a, let path, let b): return .path(a.replaced(terms), path, b.replaced(terms))
    case .join(let parts): return .join(parts.map { $0.replaced(terms) })
    case .union(let parts): return .union(parts.map { $0.replaced(terms) })
    case .leftJoin(let a, let b, let condition):
      return .leftJoin(
        a.replaced(terms), b.replaced(terms), condition: condition?.replaced(terms))
    case .filter(let condition, let a):
      return .filter(condition.replaced(terms), a.replaced(terms))
    case .minus(let a, let b): return .minus(a.replaced(terms), b.replaced(terms))
    case .graph(let name, let a): return .graph(name.replaced(terms), a.replaced(terms))
    case .extend(let a, let variable, let value):
      return .extend(a.replaced(terms), variable, value.replaced(terms))
    case .values: return self
    case .service(let name, let a, let query, let silent):
      return .service(name.replaced(terms), a, query: query, silent: silent)
    case .group(let a, let by, let aggregates):
      let changed = aggregates.map {
        Aggregation(
          $0.variable, $0.function, $0.argument?.replaced(terms), distinct: $0.distinct)
      }
      return .group(
        a.replaced(terms), by: by.filter { terms[$0.slot] == nil }, aggregates: changed)
    case .order(let a, let conditions):
      return .order(
        a.replaced(terms),
        conditions.map { OrderCondition($0.expression.replaced(terms), descending: $0.descending) })
    case .project(let a, let variables):
      let visible = terms.filter { term in variables.contains { $0.slot == term.key } }
      return .project(a.replaced(visible), variables)
    case .distinct(let a): return .distinct(a.replaced(terms))
    case .reduced(let a): return .reduced(a.replaced(terms))
    case .slice(let a, let offset, let limit):
      return .slice(a.replaced(terms), offset: offset, limit: limit)
    }
  }
}

extension TermPattern {
  fileprivate func replaced(_ terms: [Int: Term]) -> TermPattern {
    switch self {
    case .variable(let variable): terms[variable.slot].map(TermPattern.term) ?? self
    case .term: self
    case .triple(let triple): .triple(triple.replaced(terms))
    }
  }
}

extension TriplePattern {
  fileprivate func replaced(_ terms: [Int: Term]) -> TriplePattern {
    TriplePattern(subject.replaced(terms), predicate.replaced(terms), object.replaced(terms))
  }
}

extension NamePattern {
  fileprivate func replaced(_ terms: [Int: Term]) -> NamePattern {
    if case .variable(let variable) = self, case .iri(let iri)? = terms[variable.slot] {
      return .iri(iri)
    }
    return self
  }
}

extension Expression {
  fileprivate func replaced(_ terms: [Int: Term]) -> Expression {
    switch self {
    case .variable(let variable):
      return terms[variable.slot].map(Expression.term) ?? self
    case .term: return self
    case .call(.bound, let arguments):
      if case .variable(let variable)? = arguments.first, terms[variable.slot] != nil {
        return .term(.literal("true", datatype: XSD.boolean))
      }
      return self
    case .call(let function, let arguments):
      return .call(function, arguments.map { $0.replaced(terms) })
    case .function(let iri, let arguments):
      return .function(iri, arguments.map { $0.replaced(terms) })
    case .and(let parts): return .and(parts.map { $0.replaced(terms) })
    case .or(let parts): return .or(parts.map { $0.replaced(terms) })
    case .exists(let pattern): return .exists(pattern.substituting(terms))
    }
  }
}
