import GraphModel

@testable import SPARQL

/// Evaluates patterns as sections 17 and 18 of SPARQL 1.1 define them, slowly and with no plan.
struct ReferenceEvaluator {
  typealias Row = [Int: Term]

  let quads: Set<Quad>

  private func triples(_ graph: Subject?) -> [Triple] {
    quads.filter { $0.graph == graph }.map(\.triple)
  }

  var graphNames: [Subject] { Array(Set(quads.compactMap(\.graph))) }

  func rows(_ pattern: Pattern, _ graph: Subject? = nil) -> [Row] {
    switch pattern {
    case .triples(let patterns):
      var rows: [Row] = [[:]]
      for pattern in patterns {
        rows = rows.flatMap { row in
          triples(graph).compactMap { Self.match(pattern, $0, row) }
        }
      }
      return rows
    case .path(let a, let path, let b):
      return pairs(path, graph, a, b).compactMap { start, end in
        Self.match(a, start, [:]).flatMap { Self.match(b, end, $0) }
      }
    case .join(let parts):
      return parts.reduce([[:]]) { Self.join($0, rows($1, graph)) }
    case .leftJoin(let a, let b, let condition):
      let right = rows(b, graph)
      return rows(a, graph).flatMap { row -> [Row] in
        let found = Self.join([row], right).filter { joined in
          condition.map { truth($0, joined, graph) == true } ?? true
        }
        return found.isEmpty ? [row] : found
      }
    case .filter(let condition, let inner):
      return rows(inner, graph).filter { truth(condition, $0, graph) == true }
    case .union(let parts): return parts.flatMap { rows($0, graph) }
    case .minus(let a, let b):
      let right = rows(b, graph)
      return rows(a, graph).filter { row in
        !right.contains { other in
          !Set(row.keys).isDisjoint(with: other.keys) && Self.merge(row, other) != nil
        }
      }
    case .graph(.iri(let iri), let inner):
      return graphNames.contains(.iri(iri)) ? rows(inner, .iri(iri)) : []
    case .graph(.variable(let variable), let inner):
      return graphNames.flatMap { name in
        Self.join([[variable.slot: Term(name)]], rows(inner, name))
      }
    case .extend(let inner, let variable, let expression):
      return rows(inner, graph).map { row in
        var row = row
        row[variable.slot] = value(expression, row, graph)
        return row
      }
    case .values(let variables, let table):
      return table.map { cells in
        var row: Row = [:]
        for (variable, cell) in zip(variables, cells) { row[variable.slot] = cell }
        return row
      }
    case .project(let inner, let variables):
      return rows(inner, graph).map { row in
        row.filter { cell in variables.contains { $0.slot == cell.key } }
      }
    case .distinct(let inner): return Array(Set(rows(inner, graph)))
    case .group(let inner, let by, let aggregates):
      return group(rows(inner, graph), by.map(\.slot), aggregates)
    default: return []
    }
  }

  static func merge(_ a: Row, _ b: Row) -> Row? {
    for (slot, term) in a where b[slot].map({ $0 != term }) ?? false { return nil }
    return a.merging(b) { x, _ in x }
  }

  static func join(_ a: [Row], _ b: [Row]) -> [Row] {
    a.flatMap { x in b.compactMap { merge(x, $0) } }
  }

  private static func match(_ pattern: TermPattern, _ term: Term, _ row: Row) -> Row? {
    switch pattern {
    case .term(let own): return own == term ? row : nil
    case .variable(let variable): return merge(row, [variable.slot: term])
    case .triple(let inner):
      guard case .triple(let triple) = term else { return nil }
      return match(inner, triple, row)
    }
  }

  private static func match(_ pattern: TriplePattern, _ triple: Triple, _ row: Row) -> Row? {
    match(pattern.subject, Term(triple.subject), row)
      .flatMap { match(pattern.predicate, .iri(triple.predicate), $0) }
      .flatMap { match(pattern.object, triple.object, $0) }
  }
}

/// Property paths (section 18.4).
extension ReferenceEvaluator {
  private func nodes(_ graph: Subject?) -> Set<Term> {
    Set(triples(graph).flatMap { [Term($0.subject), $0.object] })
  }

  private func pairs(
    _ path: PropertyPath, _ graph: Subject?, _ a: TermPattern, _ b: TermPattern
  ) -> [(Term, Term)] {
    var known = nodes(graph)
    for case .term(let term) in [a, b] { known.insert(term) }
    switch path {
    case .zeroOrOne, .zeroOrMore, .oneOrMore:
      return known.flatMap { start in step(path, start, graph).map { (start, $0) } }
        .filter { start, end in
          // Between two variables, or from a term, only what is in the graph.
          start != end || nodes(graph).contains(start) || isTerm(a, start) || isTerm(b, start)
        }
    case .negated(let forward, let backward):
      return triples(graph).flatMap { triple -> [(Term, Term)] in
        var found: [(Term, Term)] = []
        let (s, o) = (Term(triple.subject), triple.object)
        if let forward, !forward.contains(triple.predicate) { found.append((s, o)) }
        if let backward, !backward.contains(triple.predicate) { found.append((o, s)) }
        return found
      }
    default: return []
    }
  }

  private func isTerm(_ pattern: TermPattern, _ term: Term) -> Bool {
    if case .term(let own) = pattern { own == term } else { false }
  }

  /// The nodes that one walk of a path leads to.
  private func step(_ path: PropertyPath, _ node: Term, _ graph: Subject?) -> Set<Term> {
    switch path {
    case .link(let iri):
      return Set(
        triples(graph).filter { Term($0.subject) == node && $0.predicate == iri }.map(\.object))
    case .inverse(.link(let iri)):
      return Set(
        triples(graph).filter { $0.object == node && $0.predicate == iri }
          .map { Term($0.subject) })
    case .sequence(let parts):
      return parts.reduce([node]) { current, part in
        current.reduce(into: []) { $0.formUnion(step(part, $1, graph)) }
      }
    case .alternative(let parts):
      return parts.reduce(into: []) { $0.formUnion(step($1, node, graph)) }
    case .zeroOrOne(let inner): return step(inner, node, graph).union([node])
    case .zeroOrMore(let inner): return closure([node], inner, graph)
    case .oneOrMore(let inner): return closure(step(inner, node, graph), inner, graph)
    default: return []
    }
  }

  private func closure(_ start: Set<Term>, _ path: PropertyPath, _ graph: Subject?) -> Set<Term> {
    var found = start
    var open = start
    while let node = open.popFirst() {
      for next in step(path, node, graph) where found.insert(next).inserted { open.insert(next) }
    }
    return found
  }
}

/// Expressions over whole numbers and names, and aggregates.
extension ReferenceEvaluator {
  private static func number(_ term: Term?) -> Int? {
    guard case .literal(let form, XSD.integer)? = term else { return nil }
    return Int(form)
  }

  static func truth(_ value: Term?) -> Bool? {
    guard let value else { return nil }
    if case .literal(let form, XSD.boolean) = value { return form == "true" }
    return number(value).map { $0 != 0 }
  }

  private func truth(_ expression: Expression, _ row: Row, _ graph: Subject?) -> Bool? {
    Self.truth(value(expression, row, graph))
  }

  private static func boolean(_ value: Bool?) -> Term? {
    value.map { .literal($0 ? "true" : "false", datatype: XSD.boolean) }
  }

  private func value(_ expression: Expression, _ row: Row, _ graph: Subject?) -> Term? {
    switch expression {
    case .variable(let variable): return row[variable.slot]
    case .term(let term): return term
    case .and(let parts):
      let truths = parts.map { truth($0, row, graph) }
      return Self.boolean(truths.contains(false) ? false : truths.contains(nil) ? nil : true)
    case .or(let parts):
      let truths = parts.map { truth($0, row, graph) }
      return Self.boolean(truths.contains(true) ? true : truths.contains(nil) ? nil : false)
    case .exists(let pattern): return Self.boolean(!rows(pattern.substituting(row), graph).isEmpty)
    case .call(.bound, let parts):
      guard case .variable(let variable) = parts[0] else { return nil }
      return Self.boolean(row[variable.slot] != nil)
    case .call(.not, let parts): return Self.boolean(truth(parts[0], row, graph).map { !$0 })
    case .call(.str, let parts):
      switch value(parts[0], row, graph) {
      case .iri(let iri)?: return .string(iri.value)
      case .literal(let form, _)?: return .string(form)
      default: return nil
      }
    case .call(.lcase, let parts):
      guard case .literal(let form, XSD.string)? = value(parts[0], row, graph) else { return nil }
      return .string(form.lowercased())
    case .call(let function, let parts):
      guard let a = value(parts[0], row, graph), let b = value(parts[1], row, graph) else {
        return nil
      }
      return call(function, a, b)
    default: return nil
    }
  }

  private func call(_ function: BuiltIn, _ a: Term, _ b: Term) -> Term? {
    switch function {
    case .equal: return Self.boolean(a == b)
    case .notEqual: return Self.boolean(a != b)
    case .contains, .strstarts, .strends:
      guard case .literal(let text, XSD.string) = a, case .literal(let part, XSD.string) = b else {
        return nil
      }
      return Self.boolean(
        function == .contains
          ? text.contains(part)
          : function == .strstarts ? text.hasPrefix(part) : text.hasSuffix(part))
    default: break
    }
    guard let x = Self.number(a), let y = Self.number(b) else { return nil }
    switch function {
    case .less: return Self.boolean(x < y)
    case .greaterOrEqual: return Self.boolean(x >= y)
    case .add: return .literal(String(x + y), datatype: XSD.integer)
    default: return nil
    }
  }

  private func group(_ rows: [Row], _ by: [Int], _ aggregates: [Aggregation]) -> [Row] {
    var groups: [Row: [Row]] = by.isEmpty ? [[:]: []] : [:]
    for row in rows { groups[row.filter { by.contains($0.key) }, default: []].append(row) }
    return groups.map { key, members in
      var result = key
      for aggregate in aggregates {
        result[aggregate.variable.slot] = self.aggregate(aggregate, members)
      }
      return result
    }
  }

  private func aggregate(_ aggregate: Aggregation, _ rows: [Row]) -> Term? {
    func integer(_ value: Int) -> Term { .literal(String(value), datatype: XSD.integer) }
    guard case .variable(let variable)? = aggregate.argument else {
      return integer(aggregate.distinct ? Set(rows).count : rows.count)
    }
    var values = rows.map { $0[variable.slot] }
    if aggregate.distinct { values = Array(Set(values)) }
    switch aggregate.function {
    case .count: return integer(values.compactMap(\.self).count)
    case .sum:
      let numbers = values.map(Self.number)
      return numbers.contains(nil) ? nil : integer(numbers.compactMap(\.self).reduce(0, +))
    default: return nil
    }
  }
}
