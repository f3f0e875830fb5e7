public import GraphModel

/// Reads RDF in one syntax and writes it in another as it comes.
public struct RDFConversion {
  /// The syntax to read.
  public var from: RDFFormat
  /// The syntax to write.
  public var to: RDFFormat
  /// How it is written.
  public var writing: RDFWritingOptions
  /// What relative IRIs are resolved against until the file declares a base.
  public var base: IRI?

  /// What happened to a file.
  public struct Outcome: Hashable, Sendable {
    /// How many problems were reported.
    public var problems = 0
    /// How many quads were left out because the syntax written has no named graphs.
    public var droppedQuads = 0
    /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
    public var repairedIRIs = 0
    /// How many quads were left out because the syntax written cannot say them.
    public var unwritableQuads = 0
    /// How many characters that the syntax written forbids became U+FFFD.
    public var replacedCharacters = 0
  }

  /// Creates a conversion.
  public init(
    from: RDFFormat, to: RDFFormat, writing: RDFWritingOptions = RDFWritingOptions(),
    base: IRI? = nil
  ) {
    self.from = from
    self.to = to
    self.writing = writing
    self.base = base
  }

  /// Converts a file; statements without a problem come out, whatever stands around them.
  ///
  /// - Throws: What the source or the sink throws, and ``CanonicalizationError``.
  /// - Complexity: Linear in the file. Memory is that of the reader and the writer, which for the
  ///   Turtle family is constant unless the writing is pretty or canonical.
  public func run(
    _ source: any ByteSource, to sink: any ByteSink, report: @escaping (SyntaxError) -> Void
  ) throws -> Outcome {
    let writer = to.writer(to: sink, options: writing)
    var outcome = Outcome()
    outcome.problems = try from.reader(RDFReadingOptions(base: base, report: report))
      .read(source, into: writer)
    try writer.finish()
    outcome.droppedQuads = writer.droppedQuads
    outcome.repairedIRIs = writer.repairedIRIs
    outcome.unwritableQuads = writer.unwritableQuads
    outcome.replacedCharacters = writer.replacedCharacters
    return outcome
  }
}
