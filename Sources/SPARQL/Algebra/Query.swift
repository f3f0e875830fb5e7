public import GraphModel

/// A SPARQL query in its algebra.
public struct Query: Hashable, Sendable {
  /// What a query answers.
  public enum Form: Hashable, Sendable {
    /// A table of these columns, in this order; the pattern's top projects them.
    case select([Variable])
    /// Whether the pattern has a solution.
    case ask
    /// A graph: the template for each solution.
    ///
    /// A triple with an unbound variable or an illegal term is left out; the graph is a set.
    case construct([TriplePattern])
    /// A graph that describes the terms, and the values of the variables in the solutions.
    case describe([TermPattern])
  }

  /// What the query answers.
  public var form: Form
  /// The whole pattern, solution modifiers and projection included.
  public var pattern: Pattern
  /// The graphs to ask (`FROM`, `FROM NAMED`), the source's own where the query names none.
  public var dataset: DatasetClause
  /// The variables' names.
  public var variables: VariableTable
  /// What relative IRIs are resolved against while the query runs, or `nil` if there is none.
  public var base: IRI?
  /// The prefixes the query declares, in order, for writing graphs as Turtle.
  public var prefixes: [Prefix]

  /// Creates a query.
  public init(
    form: Form, pattern: Pattern, dataset: DatasetClause = DatasetClause(),
    variables: VariableTable, base: IRI? = nil, prefixes: [Prefix] = []
  ) {
    self.form = form
    self.pattern = pattern
    self.dataset = dataset
    self.variables = variables
    self.base = base
    self.prefixes = prefixes
  }
}

/// A declared prefix.
public struct Prefix: Hashable, Sendable {
  /// The prefix without its colon.
  public var label: String
  /// What it stands for.
  public var iri: IRI

  /// Creates a prefix.
  public init(_ label: String, _ iri: IRI) {
    self.label = label
    self.iri = iri
  }
}

/// Which graphs of a source a pattern is matched in.
public struct DatasetClause: Hashable, Sendable {
  /// The graphs whose merge is the default graph, or `nil` for the source's default graph.
  public var defaultGraphs: [IRI]?
  /// The named graphs, or `nil` for all that the source has.
  public var namedGraphs: [IRI]?

  /// Creates a dataset clause; `FROM` without `FROM NAMED` leaves no named graph: both are set then.
  public init(defaultGraphs: [IRI]? = nil, namedGraphs: [IRI]? = nil) {
    self.defaultGraphs = defaultGraphs
    self.namedGraphs = namedGraphs
  }
}

/// The limits that keep hostile query texts from harm.
public enum QueryLimits {
  /// How many brackets of any kind may be open in a query's text.
  public static let nesting = 150
  /// How deep the tree of a query's patterns and expressions may be; `a + b + c` is 3 deep.
  public static let depth = 1000
  /// How many bytes a text may have that a query makes.
  public static let text = 64 << 20
}
