public import GraphModel

/// A SPARQL update: operations in order.
public struct Update: Hashable, Sendable {
  /// The operations.
  public var operations: [UpdateOperation]

  /// Creates an update.
  public init(_ operations: [UpdateOperation]) { self.operations = operations }
}

/// One operation of a SPARQL update (SPARQL 1.1 Update, section 3).
public enum UpdateOperation: Hashable, Sendable {
  /// `INSERT DATA`: a blank node's label means one new blank node for the whole operation.
  case insertData([Quad])
  /// `DELETE DATA`.
  case deleteData([Quad])
  /// `DELETE … INSERT … WHERE …` and its shorter forms: all deletions, then all insertions.
  case modify(Modification)
  /// `LOAD <source> INTO GRAPH <graph>`; `nil` is the default graph.
  case load(IRI, into: IRI?, silent: Bool)
  /// `CLEAR`: removes the quads.
  case clear(GraphTarget, silent: Bool)
  /// `DROP`: removes the graphs.
  case drop(GraphTarget, silent: Bool)
  /// `CREATE GRAPH`.
  case create(IRI, silent: Bool)
  /// `ADD`; `nil` is the default graph.
  case add(from: IRI?, to: IRI?, silent: Bool)
  /// `MOVE`; `nil` is the default graph.
  case move(from: IRI?, to: IRI?, silent: Bool)
  /// `COPY`; `nil` is the default graph.
  case copy(from: IRI?, to: IRI?, silent: Bool)

  /// Graphs to clear or drop.
  public enum GraphTarget: Hashable, Sendable {
    case graph(IRI)
    case defaultGraph
    /// Every named graph.
    case named
    /// The default graph and every named one.
    case all
  }
}

/// What an update deletes and inserts for each solution of a pattern.
public struct Modification: Hashable, Sendable {
  /// The quads to delete; they have no blank nodes.
  public var deletions: [QuadTemplate]
  /// The quads to insert; a blank node is a new one for each solution.
  public var insertions: [QuadTemplate]
  /// The pattern; its solutions are found before anything changes.
  public var pattern: Pattern
  /// Where the pattern is matched (`USING`, or `WITH` for the default graph).
  public var dataset: DatasetClause
  /// The variables' names.
  public var variables: VariableTable
  /// What relative IRIs are resolved against while the operation runs, or `nil` if there is none.
  public var base: IRI?

  /// Creates a modification.
  public init(
    deletions: [QuadTemplate], insertions: [QuadTemplate], pattern: Pattern,
    dataset: DatasetClause, variables: VariableTable, base: IRI? = nil
  ) {
    self.deletions = deletions
    self.insertions = insertions
    self.pattern = pattern
    self.dataset = dataset
    self.variables = variables
    self.base = base
  }
}
