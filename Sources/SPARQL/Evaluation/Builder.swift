internal import GraphModel

/// Makes the operators of a plan.
final class Builder {
  unowned let execution: Execution
  let planner: Planner
  /// The piece of a scan that the operators are made for, if they are made for one.
  let piece: ScanPiece?
  private let context: PieceContext?
  /// Whether the consumer of what is made stops after a few rows.
  private(set) var wantsFew = false
  private var seeds: [Int: Batch] = [:]

  init(
    _ execution: Execution, _ planner: Planner, piece: ScanPiece? = nil,
    of context: PieceContext? = nil
  ) {
    self.execution = execution
    self.planner = planner
    self.piece = piece
    self.context = context
  }

  /// The operator of a plan.
  ///
  /// It gives the variables that a consumer looks at, `needed`, and is told how much that one
  /// cares about duplicates.
  func make(_ plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity) throws -> Operator {
    if let made = try pieces(of: plan, needed, multiplicity) { return made }
    let made = try operatorFor(plan, needed, multiplicity)
    plan.counters.append(made.counter)
    return made
  }

  /// Makes operators for a consumer that stops after a few rows, or for one that takes all.
  func wanting<Made>(few: Bool, _ make: () throws -> Made) rethrows -> Made {
    let before = wantsFew
    wantsFew = few
    defer { wantsFew = before }
    return try make()
  }

  private func columns(_ plan: Plan, _ needed: Set<Int>) -> [Int] {
    plan.variables.filter(needed.contains)
  }

  private func operatorFor(
    _ plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity
  ) throws -> Operator {
    let slots = columns(plan, needed)
    switch plan.kind {
    case .none: return Operator(slots: slots)
    case .unit: return RowsOperator(slots: [], Batch(columns: [], count: 1))
    case .seed(let number):
      let rows = seeds[number] ?? Batch(width: plan.variables.count)
      return ProjectOperator(RowsOperator(slots: plan.variables, rows), slots: slots)
    case .values(let columns):
      let rows = Batch(columns: columns, count: columns.first?.count ?? 0)
      return ProjectOperator(RowsOperator(slots: plan.variables, rows), slots: slots)
    case .graphs(let slot):
      let names = execution.dataset.named
      return RowsOperator(slots: [slot], Batch(columns: [names], count: names.count))
    case .count(let slot, let total):
      let id = try execution.terms.id(of: .number(.integer(Int128(total))))
      return RowsOperator(slots: [slot], Batch(columns: [[id]], count: 1))
    case .scan(let scan):
      let isCut = context?.leaf === plan
      let order = isCut ? context?.order : nil
      let (read, bound) = order ?? planner.scanOrder(scan, needed, multiplicity)
      plan.order = read
      return try ScanOperator(
        scan, read, bound, piece: isCut ? piece : nil,
        runPlaces: isCut ? nil : planner.runPlaces(plan, needed, multiplicity), slots: slots,
        multiplicity, execution)
    case .lookup(let left, let scan, let optional):
      return try lookup(left, scan, optional, needed, multiplicity, slots)
    case .multiway(let scans, let order):
      return MultiwayJoinOperator(scans, order: order, slots: slots, multiplicity, execution)
    case .path(let left, let path):
      let below = try make(left, needed.union(path.slots), multiplicity)
      return PathOperator(below, path, slots: slots, execution)
    case .union(let plans):
      let parts = try plans.map { try make($0, needed, multiplicity) }
      return UnionOperator(parts, slots: slots)
    case .project(let below):
      return ProjectOperator(
        try make(below, needed.intersection(plan.variables), multiplicity), slots: slots)
    case .service(let name, let query, let silent, let variables):
      return try ServiceOperator(
        name, query: query, silent: silent, variables, slots: slots, execution)
    default: return try joinOrModifier(plan, needed, multiplicity, slots)
    }
  }

  private func joinOrModifier(
    _ plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity, _ slots: [Int]
  ) throws -> Operator {
    switch plan.kind {
    case .hashJoin(let probe, let build):
      let shared = Set(probe.variables).intersection(build.variables)
      let wanted = needed.union(shared)
      return try HashJoinOperator(
        try make(probe, wanted, multiplicity),
        try side(of: plan, build, wanted, multiplicity, keys(shared, probe, build), .inner),
        slots: slots, .inner, nil, execution)
    case .leftJoin(let left, let right, let condition):
      let shared = Set(left.variables).intersection(right.variables)
      let wanted = needed.union(shared).union(condition?.variables ?? [])
      let rows: Multiplicity = condition == nil ? multiplicity : .rows
      return try HashJoinOperator(
        try make(left, wanted, rows),
        try side(of: plan, right, wanted, rows, keys(shared, left, right), .optional),
        slots: slots, .optional, condition, execution,
        compiler: { self.compiler(column: $0, .defaultGraph) })
    case .minus(let left, let right):
      let shared = Set(left.variables).intersection(right.variables)
      return try HashJoinOperator(
        try make(left, needed.union(shared), multiplicity),
        try side(of: plan, right, shared, .set, keys(shared, left, right), .minus),
        slots: slots, .minus, nil, execution)
    case .semiJoin(let left, let right, let anti):
      let shared = Set(left.variables).intersection(right.variables)
      let kind: JoinKind = anti ? .anti : .semi
      return try HashJoinOperator(
        try make(left, needed.union(shared), multiplicity),
        try side(of: plan, right, shared, .set, keys(shared, left, right), kind),
        slots: slots, kind, nil, execution)
    case .bindJoin(let left, let right, let seed, let seeded, let condition, let optional):
      let shared = Set(left.variables).intersection(right.variables)
      let wanted = needed.union(shared).union(condition?.variables ?? [])
      return try bindJoin(
        left, right, seed, seeded, wanted, slots, optional ? .optional : .inner, condition,
        condition == nil ? multiplicity : .rows)
    case .bindSemiJoin(let left, let right, let seed, let seeded, let anti):
      let shared = Set(left.variables).intersection(right.variables)
      return try bindJoin(
        left, right, seed, seeded, needed.union(shared), slots, anti ? .anti : .semi, nil,
        multiplicity)
    case .filter(let below, let conditions, let scope):
      let named = conditions.reduce(into: needed) { $0.formUnion($1.variables) }
      let input = try make(below, named, multiplicity)
      return try FilterOperator(input, conditions, slots: slots, compiler(input, scope), execution)
    case .extend(let below, let values, let scope):
      let named = values.reduce(into: needed) { $0.formUnion($1.value.variables) }
      let rows: Multiplicity = values.contains { $0.value.isVolatile } ? .rows : multiplicity
      let input = try make(below, named, rows)
      return try ExtendOperator(input, values, slots: slots, execution) { column in
        self.compiler(column: column, scope)
      }
    case .distinct(let below, let isReduced):
      // Every variable counts for what is a duplicate, also one that nobody looks at.
      let input = try make(
        below, isReduced ? needed : Set(below.variables), isReduced ? multiplicity : .set)
      if isReduced { return input }
      return ProjectOperator(DistinctOperator(input, execution), slots: slots)
    case .group(let below, let by, let aggregates, let scope):
      let named = aggregates.reduce(into: Set(by)) {
        $0.formUnion($1.argument?.variables ?? [])
      }
      if let groups = try pieceGroups(plan, of: below, named, by: by, aggregates) {
        return ProjectOperator(groups, slots: slots)
      }
      let all = aggregates.contains { $0.argument == nil && $0.distinct }
      let input = try wanting(few: false) {
        try make(below, all ? Set(below.variables) : named, .counted)
      }
      let group = try GroupOperator(
        input, by: by, aggregates, compiler(input, scope), execution)
      return ProjectOperator(group, slots: slots)
    case .order(let below, let conditions, let limit, let scope):
      let named = conditions.reduce(into: needed) { $0.formUnion($1.expression.variables) }
      let input = try wanting(few: false) { try make(below, named, .rows) }
      return ProjectOperator(
        try OrderOperator(input, conditions, limit: limit, compiler(input, scope), execution),
        slots: slots)
    case .slice(let below, let offset, let limit):
      let input = try wanting(few: limit != nil) { try make(below, needed, .rows) }
      return SliceOperator(input, offset: offset, limit: limit, slots: slots)
    default: return Operator(slots: slots)
    }
  }

  /// The side of a join that is read first; for pieces of the other one, the same for all.
  private func side(
    of join: Plan, _ plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity,
    _ keys: [JoinKey], _ kind: JoinKind
  ) throws -> JoinSide {
    func made(_ builder: Builder) throws -> JoinSide {
      let rows = try builder.wanting(few: false) { try builder.make(plan, needed, multiplicity) }
      return JoinSide(rows, keys, kind, builder.execution)
    }
    return try context?.side(of: join, made) ?? made(self)
  }

  private func keys(_ shared: Set<Int>, _ left: Plan, _ right: Plan) -> [JoinKey] {
    shared.sorted().map {
      JoinKey(slot: $0, isCertain: left.certain.contains($0) && right.certain.contains($0))
    }
  }

  private func lookup(
    _ left: Plan, _ scan: Scan, _ optional: Bool, _ needed: Set<Int>,
    _ multiplicity: Multiplicity, _ slots: [Int]
  ) throws -> Operator {
    let shared = Set(scan.slots).intersection(left.variables)
    let below = try make(left, needed.union(shared), multiplicity)
    guard let probe = planner.probeOrder(scan, Set(left.variables)) else {
      return Operator(slots: slots)
    }
    if scan.subject == .tripleTerms, let term = scan.places[3].slot, shared.contains(term) {
      return TermPartsOperator(below, scan, slots: slots, execution)
    }
    return LookupOperator(
      below, scan, probe.order, constants: probe.constants, bound: probe.bound,
      isSorted: left.sortedBy == probe.first, optional: optional, slots: slots, multiplicity,
      execution)
  }

  private func bindJoin(
    _ left: Plan, _ right: Plan, _ seed: Int, _ seeded: [Int], _ wanted: Set<Int>, _ slots: [Int],
    _ kind: JoinKind, _ condition: Expression?, _ multiplicity: Multiplicity
  ) throws -> Operator {
    let shared = Set(left.variables).intersection(right.variables)
    let input = try make(left, wanted, multiplicity)
    let isSemi = kind == .semi || kind == .anti
    return BindJoinOperator(input, slots: slots, execution) { [unowned self] rows in
      let places = seeded.map { input.column(of: $0) ?? 0 }
      let distinct = DistinctOperator(
        RowsOperator(
          slots: seeded,
          Batch(columns: places.map { rows.columns[$0] }, count: rows.count)), self.execution)
      self.seeds[seed] = try distinct.drain(self.execution)
      let found = try self.make(right, isSemi ? shared : wanted, isSemi ? .set : multiplicity)
      return try HashJoinOperator(
        RowsOperator(slots: input.slots, rows),
        JoinSide(found, self.keys(shared, left, right), kind, self.execution), slots: slots, kind,
        condition, self.execution,
        compiler: { self.compiler(column: $0, .defaultGraph) })
    }
  }

  /// A compiler for expressions over what an operator gives.
  func compiler(_ input: Operator, _ scope: PatternScope) -> ExpressionCompiler {
    compiler(column: { input.column(of: $0) }, scope)
  }

  func compiler(column: @escaping (Int) -> Int?, _ scope: PatternScope) -> ExpressionCompiler {
    ExpressionCompiler(
      scope: execution.scope, functions: execution.options.functions, column: column
    ) { [unowned self] pattern, terms in
      var active = scope
      if case .variable(let slot) = scope, let name = terms[slot] {
        active = .named(try self.execution.terms.id(of: name))
      }
      let plan = try self.planner.plan(pattern.substituting(terms), active)
      return try self.wanting(few: true) { try self.make(plan, [], .set) }.next() != nil
    }
  }
}
