public import GraphModel

/// How a query may run.
public struct QueryOptions: Sendable {
  /// How many seconds it may take, or `nil` for no limit.
  public var timeout: Double?
  /// About how many bytes its tables may take.
  public var memoryLimit: Int
  /// Asked now and then whether to stop.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Whether the default graph of a query without `FROM` is the union of all graphs.
  public var defaultGraphIsUnion: Bool
  /// Asks other endpoints for `SERVICE`, or `nil` if that is forbidden.
  public var service: (any QueryService)?
  /// Functions beyond SPARQL's, by IRI.
  public var functions: (any ExtensionFunctions)?
  /// Where random numbers start, or `nil` for new ones each time.
  public var seed: UInt64?
  /// What `NOW()` gives, or `nil` for the clock.
  public var now: Term?
  /// On how many threads a query may run, or `nil` for one for each processor.
  ///
  /// The answer and the order of its rows do not depend on it. Only a source that threads can share
  /// is read by several.
  public var threads: Int?
  /// The least number of quads of a scan that one thread is given at once.
  var pieceRows = 8192

  /// Creates options; as they are, a query may take two gigabytes and for ever.
  public init(
    timeout: Double? = nil, memoryLimit: Int = 2 << 30, isCancelled: (@Sendable () -> Bool)? = nil,
    defaultGraphIsUnion: Bool = false, service: (any QueryService)? = nil,
    functions: (any ExtensionFunctions)? = nil, seed: UInt64? = nil, now: Term? = nil,
    threads: Int? = nil
  ) {
    self.timeout = timeout
    self.memoryLimit = memoryLimit
    self.isCancelled = isCancelled
    self.defaultGraphIsUnion = defaultGraphIsUnion
    self.service = service
    self.functions = functions
    self.seed = seed
    self.now = now
    self.threads = threads
  }
}

/// Functions that a store adds to SPARQL, such as text search and what a statement's evidence is.
///
/// They may be called by several threads at once.
public protocol ExtensionFunctions: Sendable {
  /// Whether there is a function with this IRI.
  func contains(_ function: IRI) -> Bool
  /// Calls a function; `nil` is an error of the expression.
  func call(_ function: IRI, _ arguments: [Term]) throws -> Term?
  /// Whether all that a function gives are IRIs and `xsd:string`s, which equal only themselves: then
  /// an equation with it is a join.
  func comparesByIdentity(_ function: IRI) -> Bool
}

extension ExtensionFunctions {
  /// Not known.
  public func comparesByIdentity(_ function: IRI) -> Bool { false }
}

/// Asks another endpoint.
public protocol QueryService: Sendable {
  /// The solutions of a query, a row each, in the order of the variables; `nil` is unbound.
  func solutions(of query: String, at endpoint: IRI) throws -> (
    variables: [String], rows: [[Term?]]
  )
}
