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

  /// Creates options; as they are, a query may take two gigabytes and for ever.
  public init(
    timeout: Double? = nil, memoryLimit: Int = 2 << 30, isCancelled: (@Sendable () -> Bool)? = nil,
    defaultGraphIsUnion: Bool = false, service: (any QueryService)? = nil,
    functions: (any ExtensionFunctions)? = nil, seed: UInt64? = nil, now: Term? = nil
  ) {
    self.timeout = timeout
    self.memoryLimit = memoryLimit
    self.isCancelled = isCancelled
    self.defaultGraphIsUnion = defaultGraphIsUnion
    self.service = service
    self.functions = functions
    self.seed = seed
    self.now = now
  }
}

/// Functions that a store adds to SPARQL, such as text search and what a statement's evidence is.
public protocol ExtensionFunctions: Sendable {
  /// Whether there is a function with this IRI.
  func contains(_ function: IRI) -> Bool
  /// Calls a function; `nil` is an error of the expression.
  func call(_ function: IRI, _ arguments: [Term]) throws -> Term?
}

/// Asks another endpoint.
public protocol QueryService: Sendable {
  /// The solutions of a query, a row each, in the order of the variables; `nil` is unbound.
  func solutions(of query: String, at endpoint: IRI) throws -> (
    variables: [String], rows: [[Term?]]
  )
}
