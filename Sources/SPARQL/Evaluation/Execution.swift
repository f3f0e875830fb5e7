internal import Glibc
internal import GraphModel

/// One run of a query: the source, the terms, the limits.
final class Execution {
  let source: any QuadSource
  let terms: TermTable
  let scope: QueryScope
  let options: QueryOptions
  let statistics: QuadStatistics
  let dataset: ActiveDataset
  /// What makes the operators, as long as the query runs.
  var builder: Builder?
  /// The names of the query's variables.
  var names = VariableTable()
  /// How many threads may work at once.
  let threads: Int
  /// The least number of quads that is worth a piece of a scan.
  let pieceRows: Int
  /// What tables and terms take.
  private let budget: MemoryBudget
  private let deadline: UInt64?

  init(
    source: any QuadSource, options: QueryOptions, dataset: DatasetClause, base: String?
  ) throws {
    self.source = source
    self.options = options
    budget = MemoryBudget(limit: options.memoryLimit)
    threads = max(1, min(options.threads ?? Threads.processors, 64))
    pieceRows = options.pieceRows
    terms = TermTable(source, budget)
    statistics = try source.statistics()
    var now = QueryScope.clock()
    if let given = options.now, case .time(let time) = Value(given) { now = time }
    scope = QueryScope(terms: terms, now: now, base: base, seed: options.seed)
    self.dataset = try ActiveDataset(
      dataset, terms: terms, statistics: statistics, union: options.defaultGraphIsUnion)
    deadline = options.timeout.map { Self.nanoseconds() + UInt64(max(0, $0) * 1e9) }
    terms.check = { [unowned self] in try check() }
  }

  /// What a thread runs a part of another execution in, with the same limits; its terms are its
  /// own and those of the other one, which must not get new ones meanwhile.
  init(sharing other: Execution, source: any QuadSource) {
    self.source = source
    options = other.options
    budget = other.budget
    threads = 1
    pieceRows = other.pieceRows
    terms = TermTable(source, budget, beyond: other.terms)
    statistics = other.statistics
    scope = QueryScope(
      terms: terms, now: other.scope.now, base: other.scope.base, seed: other.options.seed)
    dataset = other.dataset
    deadline = other.deadline
    names = other.names
    terms.check = { [unowned self] in try check() }
  }

  private static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Throws if the query must stop; asked for every batch.
  func check() throws {
    if let deadline, Self.nanoseconds() > deadline {
      throw QueryError.timedOut(seconds: options.timeout ?? 0)
    }
    if options.isCancelled?() == true { throw QueryError.cancelled }
    try hold(0)
  }

  /// Tells that a table grew or shrank.
  func hold(_ count: Int) throws {
    budget.add(count)
    if budget.isExceeded { throw QueryError.outOfMemory(limit: budget.limit) }
  }

  /// Tells that a table went.
  func release(_ count: Int) { budget.add(-count) }

  /// Runs a part of the query and gives whatever it throws as a ``QueryError``.
  func guarded<T>(_ body: () throws -> T) throws(QueryError) -> T {
    do { return try body() } catch let error as QueryError { throw error } catch {
      throw QueryError.source(error)
    }
  }
}

/// Which quads the default graph and the named graphs of a query are.
struct ActiveDataset {
  /// The default graph.
  enum DefaultGraph {
    /// All quads of the source, none of which has a graph's name.
    case everything
    /// The quads of one graph.
    case one(UInt64)
    /// The merge of some graphs.
    case merge(Set<UInt64>)
    /// The merge of all graphs.
    case union
  }

  var defaultGraph: DefaultGraph
  /// The named graphs, in order.
  var named: [UInt64]
  /// The same, if they are not just all of the source.
  var restriction: Set<UInt64>?

  init(
    _ clause: DatasetClause, terms: TermTable, statistics: QuadStatistics, union: Bool
  ) throws {
    let all = statistics.graphs.map(\.rawValue)
    if let graphs = clause.defaultGraphs {
      let ids = try graphs.map { try terms.id(of: .iri($0)) }
      defaultGraph = ids.count == 1 ? .one(ids[0]) : .merge(Set(ids))
    } else if all.isEmpty {
      defaultGraph = .everything
    } else {
      defaultGraph = union ? .union : .one(0)
    }
    if let graphs = clause.namedGraphs {
      let present = Set(all)
      let ids = try graphs.map { try terms.id(of: .iri($0)) }
      named = Set(ids).intersection(present).sorted()
      restriction = Set(named)
    } else {
      named = all
    }
  }
}
