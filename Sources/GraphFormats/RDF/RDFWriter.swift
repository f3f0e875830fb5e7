public import GraphModel

/// Writes one syntax of RDF from the quads that it takes.
///
/// Appending to memory never fails; bytes go to the ``ByteSink`` in large pieces. A writer whose
/// syntax has no named graphs counts the quads that it leaves out.
public protocol RDFWriter: QuadSink {
  /// Writes what is left, after the last quad; nothing may follow.
  func finish() throws
  /// How many quads were left out because they stand in a named graph.
  var droppedQuads: Int { get }
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  var repairedIRIs: Int { get }
  /// How many quads were left out because the syntax cannot say them.
  var unwritableQuads: Int { get }
  /// How many characters that the syntax forbids became U+FFFD.
  var replacedCharacters: Int { get }
}

extension RDFWriter {
  /// None, as most syntaxes can say everything.
  public var unwritableQuads: Int { 0 }
  /// None, as most syntaxes have escapes.
  public var replacedCharacters: Int { 0 }
}

/// How RDF is written, whatever the syntax.
public struct RDFWritingOptions: Hashable, Sendable {
  /// Whether each line of N-Triples and N-Quads is canonical: language tags in small letters.
  public var isCanonical: Bool
  /// Whether N-Triples and N-Quads are canonical as a whole (RDFC-1.0), gathered in memory.
  public var isCanonicalDataset: Bool
  /// Whether Turtle and TriG are gathered in memory and written by subject, with brackets and lists.
  public var isPretty: Bool

  /// Creates options.
  public init(
    isCanonical: Bool = false, isCanonicalDataset: Bool = false, isPretty: Bool = false
  ) {
    self.isCanonical = isCanonical
    self.isCanonicalDataset = isCanonicalDataset
    self.isPretty = isPretty
  }
}
