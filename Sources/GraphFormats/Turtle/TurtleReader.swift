public import GraphModel

/// Reads Turtle, TriG, N-Triples and N-Quads of RDF 1.1 and 1.2.
///
///     let reader = TurtleReader(RDFReadingOptions(), syntax: .trig)
///     try reader.read(DescriptorSource(0), into: sink)
///
/// Labels of blank nodes keep their names; a node without a label gets one that no label of the
/// file has. Memory is bounded by the longest term and the nesting; time is linear.
public struct TurtleReader: RDFReader {
  /// Which rules to read by.
  public enum Syntax: Hashable, Sendable {
    /// One triple a line, nothing abbreviated.
    case nTriples
    /// N-Triples with an optional graph at the end of each line.
    case nQuads
    /// Turtle.
    case turtle
    /// Turtle with named graphs.
    case trig
  }

  /// How deeply brackets, lists and quoted triples may be nested.
  public static let nestingLimit = 256

  private let options: RDFReadingOptions
  private let syntax: Syntax

  /// Creates a reader of Turtle.
  public init(_ options: RDFReadingOptions) { self.init(options, syntax: .turtle) }

  /// Creates a reader of one of the four syntaxes.
  public init(_ options: RDFReadingOptions, syntax: Syntax) {
    self.options = options
    self.syntax = syntax
  }

  /// Reads a file to its end.
  public func read(_ source: any ByteSource, into sink: any QuadSink) throws -> Int {
    var parser = TurtleParser(source, syntax: syntax, base: options.base, into: sink)
    return try parser.run(options.report)
  }

  /// All triples of a file, in its order; those of named graphs too.
  ///
  /// - Throws: ``SyntaxError`` at the first place that breaks the grammar.
  public static func read(
    _ bytes: [UInt8], base: IRI? = nil, syntax: Syntax = .turtle
  ) throws(SyntaxError) -> [Triple] {
    try quads(bytes, base: base, syntax: syntax).map(\.triple)
  }

  /// All quads of a file, in its order.
  ///
  /// - Throws: ``SyntaxError`` at the first place that breaks the grammar.
  public static func quads(
    _ bytes: [UInt8], base: IRI? = nil, syntax: Syntax
  ) throws(SyntaxError) -> [Quad] {
    let collector = QuadCollector()
    let reader = TurtleReader(RDFReadingOptions(base: base), syntax: syntax)
    do {
      _ = try reader.read(MemorySource(bytes), into: collector)
    } catch let error as SyntaxError {
      throw error
    } catch {
      // Neither a source in memory nor a collector throws.
      return collector.quads
    }
    return collector.quads
  }
}
