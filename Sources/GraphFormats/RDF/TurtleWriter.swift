public import GraphModel

/// Writes RDF 1.1 Turtle: statements as `rdf:Statement`, and as plain triples if asserted.
///
/// Evidence is a Web Annotation resource with its position in code points and its exact words;
/// what comes from where is said in PROV. Memory grows by eight bytes for each distinct quote,
/// asserted triple and term.
public struct TurtleWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var describer = StatementDescriber(TurtleOutput(out: ByteWriter(to: sink)))
    try describer.write(source, options)
    return describer.loss
  }
}

/// Writes the graph of ``TurtleWriter`` as N-Triples: one triple a line, for tools that stream.
public struct NTriplesWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var describer = StatementDescriber(NTriplesOutput(out: ByteWriter(to: sink)))
    try describer.write(source, options)
    return describer.loss
  }
}
