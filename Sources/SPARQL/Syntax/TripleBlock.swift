import GraphModel

/// The triples and paths of a basic graph pattern or a template, in the order of the text.
struct TripleBlock {
  var triples: [TriplePattern] = []
  var paths: [(subject: TermPattern, path: PropertyPath, object: TermPattern)] = []
}

/// What triples are read for, which decides what may stand in them.
enum TripleMode {
  /// A pattern: blank nodes are variables without a name.
  case pattern
  /// A template of `CONSTRUCT` or `INSERT`: blank nodes are made anew.
  case template
  /// A template of `DELETE`, or `DELETE WHERE`.
  case deletion
  /// `INSERT DATA`.
  case data
  /// `DELETE DATA`.
  case deletedData

  var allowsVariables: Bool { self != .data && self != .deletedData }
  var allowsBlankNodes: Bool { self != .deletion && self != .deletedData }
}

/// The labels of blank nodes, each of which belongs to one graph pattern or one operation.
struct BlankLabels {
  /// The labels of the pattern that is being read.
  var open: [String: Variable] = [:]
  /// The labels of earlier patterns.
  var closed: Set<String> = []
  /// The labels of the template or data that is being read.
  var template: Set<String> = []
  /// The labels of the data of earlier operations.
  var earlierData: Set<String> = []
  /// How many nodes without a label the template or data has.
  var anonymous = 0

  /// Ends a pattern: its labels may not be used again.
  mutating func close() {
    closed.formUnion(open.keys)
    open.removeAll()
  }
}

/// The aggregates of a query level.
struct AggregateScope {
  /// Where the parser is.
  enum Place {
    /// Where no aggregate may stand.
    case outside
    /// In `SELECT`, `HAVING` or `ORDER BY`.
    case allowed
    /// In an aggregate's argument.
    case inside
  }

  var place = Place.outside
  var found: [Aggregation] = []
  /// How high the highest argument's tree is.
  var height = 1
}
