public import GraphModel

/// How a query is evaluated: an operator, what was expected of it, and those below it.
public struct Explanation: Sendable, Hashable {
  /// What an operator does.
  public enum Step: Sendable, Hashable {
    case oneRow
    case noRows
    /// Rows that the operator above hands in.
    case givenRows
    case inlineData
    /// A pattern read in an index order.
    case scan(pattern: [String], order: String, hasRange: Bool)
    /// A pattern looked up for each row.
    case lookup(pattern: [String], order: String, isOptional: Bool)
    case path
    case hashJoin
    /// Edges that close cycles, joined at once, variable by variable.
    case multiwayJoin
    case leftJoin
    /// The right side run for the terms of some thousand left rows at a time.
    case bindJoin(isOptional: Bool)
    case minus
    case semiJoin(isNegated: Bool)
    case filter
    case extend
    case union
    case project
    case distinct
    case group
    /// A sort, perhaps of the first rows alone.
    case order(limit: Int?)
    case slice(offset: Int, limit: Int?)
    case namedGraphs
    case service
    /// A number that the source keeps.
    case storedCount
  }

  /// What the operator does.
  public let step: Step
  /// The names of the variables that it binds.
  public let variables: [String]
  /// How many rows were expected.
  public let expected: Double
  /// How many rows it gave, if it ran.
  public let produced: UInt64?
  /// The operators that it takes rows from.
  public let inputs: [Explanation]
}

extension Query {
  /// How the query would be evaluated over some quads; with `running`, it is evaluated and each
  /// operator tells how many rows it gave.
  public func explain(
    over source: any QuadSource, options: QueryOptions = QueryOptions(), running: Bool = false
  ) throws(QueryError) -> Explanation {
    do {
      let execution = try Execution(
        source: source, options: options, dataset: dataset, base: base?.value)
      let planner = Planner(execution, slots: variables.count)
      let plan = try planner.plan(pattern, .defaultGraph)
      let explainer = Explainer(planner: planner, names: variables, terms: execution.terms)
      guard running else { return try explainer.explain(plan) }
      let builder = Builder(execution, planner)
      execution.builder = builder
      let root = try builder.make(plan, Set(plan.variables), .rows)
      while try root.next() != nil {
        if case .ask = form { break }
      }
      return try withExtendedLifetime(root) { try explainer.explain(plan) }
    } catch let error as QueryError { throw error } catch { throw QueryError.source(error) }
  }
}

/// Makes explanations of plans.
struct Explainer {
  let planner: Planner
  let names: VariableTable
  let terms: TermTable

  func explain(_ plan: Plan) throws -> Explanation {
    let (step, inputs) = try parts(plan)
    return Explanation(
      step: step, variables: plan.variables.compactMap(name), expected: plan.rows,
      produced: plan.counters.isEmpty ? nil : plan.counters.reduce(0) { $0 + $1.count },
      inputs: try inputs.map(explain))
  }

  private func name(_ slot: Int) -> String? {
    slot < names.count ? names.name(Variable(slot: slot)) : nil
  }

  private func pattern(_ scan: Scan) throws -> [String] {
    try scan.places.map { place in
      switch place {
      case .variable(let slot): "?" + (name(slot) ?? String(slot))
      case .ignored: "*"
      case .constant(0): "default"
      case .constant(let id): Self.text(try terms.term(of: id))
      }
    }
  }

  private static func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): "<\(iri.value)>"
    case .blank(let label): "_:\(label)"
    case .literal(let form, _), .text(let form, _), .directional(let form, _, _): "\"\(form)\""
    case .triple: "<<( … )>>"
    }
  }

  private func parts(_ plan: Plan) throws -> (Explanation.Step, [Plan]) {
    switch plan.kind {
    case .unit: return (.oneRow, [])
    case .none: return (.noRows, [])
    case .seed: return (.givenRows, [])
    case .values: return (.inlineData, [])
    case .graphs: return (.namedGraphs, [])
    case .count: return (.storedCount, [])
    case .service: return (.service, [])
    case .scan(let scan):
      let order = "\(plan.order ?? planner.scanOrder(scan).order)"
      return (.scan(pattern: try pattern(scan), order: order, hasRange: scan.range != nil), [])
    case .lookup(let left, let scan, let optional):
      let order = planner.probeOrder(scan, Set(left.variables)).map { "\($0.order)" } ?? ""
      return (.lookup(pattern: try pattern(scan), order: order, isOptional: optional), [left])
    case .path(let left, _): return (.path, [left])
    case .hashJoin(let a, let b): return (.hashJoin, [a, b])
    case .multiway(let scans, _): return (.multiwayJoin, try scans.map(planner.scanPlan))
    case .leftJoin(let a, let b, _): return (.leftJoin, [a, b])
    case .bindJoin(let a, let b, _, _, _, let optional):
      return (.bindJoin(isOptional: optional), [a, b])
    case .bindSemiJoin(let a, let b, _, _, let anti), .semiJoin(let a, let b, let anti):
      return (.semiJoin(isNegated: anti), [a, b])
    case .minus(let a, let b): return (.minus, [a, b])
    case .filter(let a, _, _): return (.filter, [a])
    case .extend(let a, _, _): return (.extend, [a])
    case .union(let plans): return (.union, plans)
    case .project(let a): return (.project, [a])
    case .distinct(let a, _): return (.distinct, [a])
    case .group(let a, _, _, _): return (.group, [a])
    case .order(let a, _, let limit, _): return (.order(limit: limit), [a])
    case .slice(let a, let offset, let limit):
      return (.slice(offset: offset, limit: limit), [a])
    }
  }
}
