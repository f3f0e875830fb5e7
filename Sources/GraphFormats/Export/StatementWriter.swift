public import GraphModel

/// Writes a graph of statements in one format.
///
/// A writer streams: its memory does not grow with the number of statements, except where its
/// documentation says so. The same graph gives the same bytes on every run.
public protocol StatementWriter {
  /// Writes the graph.
  ///
  /// - Returns: What the format could not hold.
  /// - Throws: What the source or the sink throws.
  /// - Complexity: Linear in the size of the graph.
  func write(_ source: some StatementSource, options: ExportOptions, to sink: some ByteSink) throws
    -> ExportLoss
}

/// Writes a graph of statements as several files.
public protocol StatementTreeWriter {
  /// Writes the graph.
  ///
  /// - Returns: What the format could not hold.
  /// - Throws: What the source or the tree throws.
  func write(_ source: some StatementSource, options: ExportOptions, to tree: some FileTree) throws
    -> ExportLoss
}

/// How a graph is written, whatever the format.
public struct ExportOptions: Sendable {
  /// Which statements count as asserted.
  public var assertion: Assertion
  /// The graph's title, for formats that have a place for it.
  public var title: String
  /// Places, ranks and communities, for formats that can hold them.
  public var picture: GraphPicture?

  /// What RDF says of a statement beyond its triple.
  public var rdf: RDFProfile

  /// Creates options.
  public init(
    assertion: Assertion = .certain, title: String = "Quipu graph", rdf: RDFProfile = .rdf11
  ) {
    self.assertion = assertion
    self.title = title
    self.rdf = rdf
  }
}

/// Which statements are written as facts: plain triples in RDF, `asserted` elsewhere.
public enum Assertion: String, Hashable, Sendable, CaseIterable {
  /// Whatever is affirmed, also if it is only probable or possible; never what is denied.
  case all
  /// Only what is affirmed and certain.
  case certain
  /// Nothing.
  case none

  /// Whether a statement is asserted.
  public func covers(_ statement: Statement) -> Bool {
    switch self {
    case .all: statement.content.polarity == .positive
    case .certain: statement.isAsserted
    case .none: false
    }
  }
}

/// What an export left out or had to change.
public struct ExportLoss: Hashable, Sendable {
  /// The kinds of loss.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Characters that the format forbids, replaced by U+FFFD or a space.
    case replacedCharacters
    /// Identifiers with characters that no IRI may hold, which were percent-encoded.
    case repairedNames
    /// Cells that a spreadsheet would run as a formula, written with an apostrophe before them.
    case protectedCells
    /// Pieces of evidence beyond a statement's first, of which only the number is written.
    case furtherEvidence
    /// Qualifiers, of which only the words are written or nothing.
    case qualifiers
    /// Other names of entities.
    case aliases
    /// Places of the words that name subject and object.
    case mentionPlaces
    /// Texts longer than the format's readers take, which were cut.
    case shortenedTexts
    /// Entities that a drawing leaves out so that it can be read.
    case undrawnEntities
    /// Statements whose object is a value, or that tie entities left out, in a drawing.
    case undrawnStatements
    /// Statements that are not asserted, where only asserted triples are written.
    case unassertedStatements
    /// Triples that the syntax of RDF cannot say, such as those about triple terms in JSON-LD.
    case unwritableTriples
    /// Pieces of evidence, where none are written.
    case evidence
  }

  private var counts: [Kind: Int] = [:]

  /// Creates a record of no loss.
  public init() {}

  /// How much of a kind was lost.
  public subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

  /// Adds to a kind of loss.
  public mutating func add(_ kind: Kind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  /// Adds all of another record.
  public mutating func merge(_ other: ExportLoss) {
    for (kind, count) in other.counts { add(kind, count) }
  }

  /// Whether everything was written.
  public var isEmpty: Bool { counts.isEmpty }
}
