public import GraphModel

extension Query {
  /// Starts the query over some quads.
  ///
  /// Solutions are found while the answer is read; the source must not change until then.
  ///
  /// - Parameters:
  ///   - source: The quads.
  ///   - options: Limits, the clock, extensions.
  /// - Returns: The answer, of the query's form.
  /// - Throws: A limit that was met, a failure of the source, or something that is not allowed.
  public func run(
    over source: any QuadSource, options: QueryOptions = QueryOptions()
  ) throws(QueryError) -> QueryAnswer {
    do {
      let execution = try Execution(
        source: source, options: options, dataset: dataset, base: base?.value)
      return try answer(execution)
    } catch let error as QueryError { throw error } catch { throw QueryError.source(error) }
  }

  private func answer(_ execution: Execution) throws -> QueryAnswer {
    let planner = Planner(execution, slots: variables.count)
    let builder = Builder(execution, planner)
    execution.builder = builder
    execution.names = variables
    let plan = try planner.plan(pattern, .defaultGraph)
    switch form {
    case .select(let columns):
      let slots = columns.map(\.slot)
      let root = try builder.make(plan, Set(slots), .rows)
      return .solutions(
        Solutions(
          variables: columns.map { variables.name($0) ?? "" }, slots: slots,
          execution: execution, root: root))
    case .ask:
      let root = try builder.wanting(few: true) { try builder.make(plan, [], .set) }
      return .boolean(try root.next() != nil)
    case .construct(let template):
      let named = template.reduce(into: Set<Int>()) { $0.formUnion($1.variables) }
      let root = try builder.make(plan, named, .rows)
      let maker = TemplateMaker(execution, root)
      return .graph(
        GraphAnswer(execution: execution) {
          guard let batch = try root.next() else { return nil }
          return try maker.triples(template, batch)
        })
    case .describe(let terms):
      let named = terms.reduce(into: Set<Int>()) { $0.formUnion($1.variables) }
      let root = try builder.make(plan, named, .set)
      return .graph(try Description(execution, root, terms).answer())
    }
  }
}
