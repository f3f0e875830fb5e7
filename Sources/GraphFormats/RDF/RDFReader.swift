public import GraphModel

/// Reads one syntax of RDF and pushes what it reads into a sink.
///
/// A reader streams: memory grows with the longest term and the depth of nesting, never with the
/// file, except where its documentation says so. It checks that the bytes are UTF-8.
public protocol RDFReader {
  /// Creates a reader.
  init(_ options: RDFReadingOptions)

  /// Reads a file to its end.
  ///
  /// - Returns: How many problems were reported.
  /// - Throws: ``SyntaxError`` at the first problem unless ``RDFReadingOptions/report`` takes
  ///   problems; what the source or the sink throws.
  func read(_ source: any ByteSource, into sink: any QuadSink) throws -> Int
}

/// How RDF is read, whatever the syntax.
public struct RDFReadingOptions {
  /// What relative IRIs are resolved against until the file declares a base.
  public var base: IRI?
  /// Takes each problem, after which reading goes on with the next statement that can be told.
  ///
  /// Without it the first problem ends the reading. What cannot be read on after a problem, such
  /// as XML that is not well-formed, ends there, and the problem is reported all the same.
  public var report: ((SyntaxError) -> Void)?

  /// Creates options.
  public init(base: IRI? = nil, report: ((SyntaxError) -> Void)? = nil) {
    self.base = base
    self.report = report
  }
}
