internal import GraphModel

/// What the builders of a scan's pieces share: whose operators are made once for all of them.
final class PieceContext {
  /// The scan that is cut.
  let leaf: Plan
  /// The order in which it is read, and how many places in front are bound.
  let order: (order: QuadOrder, bound: Int)
  /// Who makes what stands beside the rows of the pieces.
  let owner: Builder
  private var sides: [ObjectIdentifier: JoinSide] = [:]

  init(leaf: Plan, order: (order: QuadOrder, bound: Int), owner: Builder) {
    self.leaf = leaf
    self.order = order
    self.owner = owner
  }

  /// The side of a join that the pieces' rows are looked up in, read before any of them runs.
  func side(of join: Plan, _ make: (Builder) throws -> JoinSide) throws -> JoinSide {
    if let known = sides[ObjectIdentifier(join)] { return known }
    let side = try make(owner)
    _ = try side.table()
    sides[ObjectIdentifier(join)] = side
    return side
  }
}

/// Plans that can be run for pieces of a scan apart from each other.
extension Builder {
  /// The scan whose quads a plan takes one after the other, so that it gives for a piece of them
  /// the rows that it gives for these among all; `nil` if there is none.
  private func leaf(of plan: Plan) -> Plan? {
    switch plan.kind {
    case .scan(let scan): return scan.subject == .quads && scan.range == nil ? plan : nil
    case .lookup(let below, _, _), .hashJoin(let below, _), .semiJoin(let below, _, _),
      .minus(let below, _), .project(let below):
      return leaf(of: below)
    case .leftJoin(let below, _, let condition):
      return condition.map(isPure) ?? true ? leaf(of: below) : nil
    case .filter(let below, let conditions, _):
      return conditions.allSatisfy(isPure) ? leaf(of: below) : nil
    default: return nil
    }
  }

  /// Whether an expression's value depends on its row alone.
  private func isPure(_ condition: Expression) -> Bool {
    !condition.hasExists && !condition.isVolatile
  }

  /// The plan's operator over pieces of its scan, if that pays.
  func pieces(
    of plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity
  ) throws -> Operator? {
    guard let maker = try maker(of: plan, needed, multiplicity) else { return nil }
    return PiecesOperator(slots: plan.variables.filter(needed.contains), maker, execution)
  }

  /// The groups of a plan's rows, counted piece by piece, if that pays and can be put together.
  func pieceGroups(
    _ plan: Plan, of below: Plan, _ needed: Set<Int>, by: [Int], _ aggregates: [Aggregation]
  ) throws -> Operator? {
    guard aggregates.allSatisfy(\.isMergeable), plan.rows * 16 < below.rows,
      let maker = try wanting(few: false, { try maker(of: below, needed, .counted) })
    else { return nil }
    return PieceGroupsOperator(
      slots: by + aggregates.map(\.variable.slot), maker, execution
    ) { input, own in
      // Its arguments are variables: nothing asks for a pattern.
      let compiler = ExpressionCompiler(
        scope: own.scope, functions: own.options.functions, column: { input.column(of: $0) },
        exists: { _, _ in false })
      return try GroupTable(of: input, by: by, aggregates, compiler, own)
    }
  }

  /// What makes the operators of pieces of a plan's scan, if that pays.
  private func maker(
    of plan: Plan, _ needed: Set<Int>, _ multiplicity: Multiplicity
  ) throws -> PieceMaker? {
    guard piece == nil, !wantsFew, let shared = execution.source.shared, let leaf = leaf(of: plan),
      case .scan(let scan) = leaf.kind, leaf.rows >= 2 * Double(execution.pieceRows),
      leaf !== plan || planner.runPlaces(plan, needed, multiplicity) == nil
    else { return nil }
    let order =
      leaf === plan ? planner.scanOrder(scan, needed, multiplicity) : planner.scanOrder(scan)
    let size = max(execution.pieceRows, min(Int(leaf.rows) / 8, 8 * execution.pieceRows))
    try registerConstants(of: plan)
    let context = PieceContext(leaf: leaf, order: order, owner: self)
    return PieceMaker(
      cuts: { try shared.cuts(order.order, key: scan.key, bound: order.bound, size: size) },
      make: { [unowned self] piece in
        let own = Execution(sharing: execution, source: shared)
        let builder = Builder(own, planner, piece: piece, of: context)
        return (try builder.make(plan, needed, multiplicity), own)
      })
  }

  /// Gives the constants of a plan's filters their numbers, so that each piece has the same ones.
  private func registerConstants(of plan: Plan) throws {
    switch plan.kind {
    case .lookup(let below, _, _), .hashJoin(let below, _), .semiJoin(let below, _, _),
      .minus(let below, _), .project(let below):
      try registerConstants(of: below)
    case .leftJoin(let below, _, let condition):
      if let condition { _ = try compiler(column: { $0 }, .defaultGraph).compile(condition) }
      try registerConstants(of: below)
    case .filter(let below, let conditions, let scope):
      for condition in conditions { _ = try compiler(column: { $0 }, scope).compile(condition) }
      try registerConstants(of: below)
    default: break
    }
  }
}

extension Aggregation {
  /// Whether what some rows come to and what others come to is all that is needed to tell what they
  /// come to together: so it is with the counts of rows and of what variables are bound to.
  fileprivate var isMergeable: Bool {
    if function == .count, case .variable? = argument { return true }
    return isCountOfRows
  }
}
