public import GraphModel

/// Writes a graph of statements in a syntax of RDF, by the profile of the options.
///
/// Evidence is a Web Annotation resource with its position in code points and its exact words;
/// what comes from where is said in PROV. Where the syntax has named graphs, a statement stands in
/// the graph of each document that gives it. Memory grows by eight bytes for each distinct quote,
/// asserted triple and term.
public struct RDFStatementWriter: StatementWriter {
  private let format: RDFFormat

  /// Creates a writer.
  public init(_ format: RDFFormat) { self.format = format }

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    switch format {
    case .turtle, .trig:
      let output = TurtleOutput(out: ByteWriter(to: sink), hasGraphs: format.hasGraphs)
      return try describe(source, options, output)
    default:
      let writer = format.writer(to: sink)
      let output = QuadOutput(writer, hasGraphs: format.hasGraphs)
      var loss = try describe(source, options, output)
      try writer.finish()
      loss.add(.unwritableTriples, writer.unwritableQuads)
      loss.add(.replacedCharacters, writer.replacedCharacters)
      return loss
    }
  }

  /// Pushes a graph of statements into a sink, as the triples that N-Triples would hold.
  ///
  /// - Returns: What RDF could not hold.
  /// - Throws: What the source or the sink throws.
  @discardableResult
  public static func describe(
    _ source: some StatementSource, options: ExportOptions = ExportOptions(),
    into sink: any QuadSink
  ) throws -> ExportLoss {
    let output = QuadOutput(sink, hasGraphs: false)
    return try RDFStatementWriter(.nTriples).describe(source, options, output)
  }

  private func describe(
    _ source: some StatementSource, _ options: ExportOptions, _ output: some RDFOutput
  ) throws -> ExportLoss {
    var describer = StatementDescriber(output, profile: options.rdf)
    try describer.write(source, options)
    return describer.loss
  }
}
